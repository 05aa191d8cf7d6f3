import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { HELP, readCommandLine } from '../../src/emulator/command-line.ts';
import { serve } from '../../src/emulator/serve.ts';

describe('readCommandLine()', () => {
  it('defaults to port 4000, loopback and no webhooks', () => {
    expect(readCommandLine([])).toEqual({ port: 4000, host: '127.0.0.1', webhookUrl: '', siteUrl: '' });
  });

  it('parses every option', () => {
    expect(
      readCommandLine([
        '--port',
        '0',
        '--webhook-url',
        'http://localhost:3000/api/webhooks/instead',
        '--host',
        '0.0.0.0',
        ...['--site-url', 'http://localhost:3000/', '--data', 'data.json', '--language', 'en'],
      ]),
    ).toEqual({
      port: 0,
      webhookUrl: 'http://localhost:3000/api/webhooks/instead',
      host: '0.0.0.0',
      siteUrl: 'http://localhost:3000/',
      data: 'data.json',
      language: 'en',
    });
  });

  it.each([
    [['--port', 'many'], /--port/],
    [['--port', '70000'], /--port/],
    [['--webhook-url', 'here'], /--webhook-url/],
    [['--site-url', 'javascript:1'], /--site-url/],
    [['--language', 'fr'], /--language.*ko, en/],
    [['--data', ''], /--data/],
    [['--unknown'], /unknown/],
  ])('returns an error message for %j', (args, message) => {
    expect(readCommandLine(args)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('returns help for --help', () => {
    expect(readCommandLine(['--help'])).toBe('help');
    for (const option of ['--port', '--webhook-url', '--host', '--site-url', '--data', '--language'])
      expect(HELP).toContain(option);
  });
});

it('listens on loopback and serves the script', async () => {
  const { origin, close } = await serve({ port: 0, host: '127.0.0.1', webhookUrl: '', siteUrl: '' });
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${origin}/instead-1.0.1.js`)).headers.get('content-type')).toContain('text/javascript');
  close();
});

it('rejects with EADDRINUSE when the port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(serve({ port, host: '127.0.0.1', webhookUrl: '', siteUrl: '' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  other.close();
});
