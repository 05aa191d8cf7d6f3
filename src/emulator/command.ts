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
    // Without its query: a key in it does not belong into a terminal's history.
    const [hook] = options.webhookUrl.split('?');
    console.log(`모의 결제: the sandbox is at ${origin}/

  <InsteadProvider clientId="my-shop" sandbox apiUrl="${origin}/api" scriptSrc="${origin}/instead-1.0.1.js">

${hook ? `Notices go to ${hook}` : 'Notices go nowhere: give --webhook-url, or set it on the front page.'}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') console.error(`Port ${options.port} is taken. Give another one with --port.`);
    else if (code === 'EACCES')
      console.error(`Port ${options.port} may not be used by you. Give one above 1023 with --port.`);
    else console.error(message);
    process.exitCode = 1;
  }
}
