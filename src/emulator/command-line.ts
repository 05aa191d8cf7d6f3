import { parseArgs } from 'node:util';
import { isLanguage, LANGUAGES, type Language } from './pages/language.ts';
import { isWebAddress } from './settings.ts';

export const HELP = `instead-emulator: a local emulator of the Instead service (모의 결제)

  --port <number>          port to listen on (default: 4000)
  --host <address>         address to listen on (default: 127.0.0.1). With another address, anybody who can reach it can "pay";
                           the webhook URL is then fixed, and its secrets are masked
  --webhook-url <url>      URL of the shop's webhook route, called when a payment changes (default: none)
  --site-url <url>         URL of the shop, to which the checkout page links (default: none)
  --data <file>            file that keeps payments and webhooks, so that a restart loses none (default: in memory).
                           It is locked for one emulator
  --language <language>    language of the pages: ko, en, ja or zh-CN (default: the browser's)
  --help                   print this help
`;

export interface CommandOptions {
  port: number;
  host: string;
  webhookUrl: string;
  siteUrl: string;
  data?: string | undefined;
  language?: Language | undefined;
}

/** Parses the command line. Returns the options, `'help'`, or an error message as `problem`. */
export function readCommandLine(args: string[]): CommandOptions | { problem: string } | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        'webhook-url': { type: 'string', default: '' },
        'site-url': { type: 'string', default: '' },
        data: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return { problem: `--port must be an integer from 0 to 65535, not ${values.port}.` };
    for (const name of ['webhook-url', 'site-url'] as const) {
      if (values[name] && !isWebAddress(values[name]))
        return { problem: `--${name} must be an http(s) URL, not ${values[name]}.` };
    }
    const { host, data, language } = values;
    if (data === '') return { problem: '--data must be the path of a file.' };
    if (language !== undefined && !isLanguage(language))
      return { problem: `--language must be one of: ${LANGUAGES.join(', ')}.` };
    return { port, host, webhookUrl: values['webhook-url'], siteUrl: values['site-url'], data, language };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
