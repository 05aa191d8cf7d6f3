#!/usr/bin/env node
import { HELP, readCommandLine } from './command-line.ts';
import { cancelUrl, lookupUrl } from './emulator-lookup.ts';
import { serve } from './serve.ts';

const options = readCommandLine(process.argv.slice(2));
if (options === 'help') {
  console.log(HELP);
} else if ('problem' in options) {
  console.error(`${options.problem}\n\n${HELP}`);
  process.exitCode = 1;
} else {
  try {
    const { origin } = await serve(options);
    // Without a handler, a signal ends the process before it unlocks its data file.
    for (const [signal, number] of [
      ['SIGINT', 2],
      ['SIGTERM', 15],
      ['SIGHUP', 1],
    ] as const)
      process.once(signal, () => process.exit(128 + number));
    // Without the query: a key in it should not end up in a terminal's scrollback.
    const [webhookUrl] = options.webhookUrl.split('?');
    console.log(`The Instead emulator (모의 결제) listens on ${origin}/

  <InsteadProvider clientId="my-shop" sandbox apiUrl="${origin}/api" scriptSrc="${origin}/instead-1.0.1.js">

  look-up   GET ${lookupUrl(origin, '{instead_uid}')}
  cancel    POST ${cancelUrl(origin, '{instead_uid}')}

${webhookUrl ? `Webhooks are sent to ${webhookUrl}` : 'No webhooks are sent. Set --webhook-url, or the address on the dashboard.'}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') console.error(`Port ${options.port} is in use. Choose another one with --port.`);
    else if (code === 'EACCES')
      console.error(`Port ${options.port} requires more privileges. Choose one above 1023 with --port.`);
    else console.error(message);
    process.exitCode = 1;
  }
}
