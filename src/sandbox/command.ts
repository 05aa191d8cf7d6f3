#!/usr/bin/env node
import { HELP, readCommandLine, serve } from './serve.ts';

const options = readCommandLine(process.argv.slice(2));
if (options === 'help') {
  console.log(HELP);
} else if ('problem' in options) {
  console.error(`${options.problem}\n\n${HELP}`);
  process.exitCode = 1;
} else {
  try {
    const { origin } = await serve(options);
    console.log(`모의 결제: the sandbox is at ${origin}/

  <InsteadProvider clientId="my-shop" sandbox apiUrl="${origin}/api" scriptSrc="${origin}/instead-1.0.1.js">

${options.hookUrl ? `Notices go to ${options.hookUrl}` : 'Notices go nowhere: give --hook-url, or set it on the front page.'}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    console.error(code === 'EADDRINUSE' ? `Port ${options.port} is taken. Give another one with --port.` : message);
    process.exitCode = 1;
  }
}
