import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { HELP, readCommandLine, serve } from '../../src/emulator/serve.ts';

describe('the command line', () => {
  it('has a port, no hook and loopback for its defaults', () => {
    expect(readCommandLine([])).toEqual({ port: 4000, host: '127.0.0.1', webhookUrl: '' });
  });

  it('takes a port, a hook and exposure', () => {
    expect(
      readCommandLine(['--port', '0', '--webhook-url', 'http://localhost:3000/hook', '--host', '0.0.0.0']),
    ).toEqual({
      port: 0,
      webhookUrl: 'http://localhost:3000/hook',
      host: '0.0.0.0',
    });
  });

  it.each([
    [['--port', 'many'], /--port/],
    [['--port', '70000'], /--port/],
    [['--webhook-url', 'here'], /--webhook-url/],
    [['--unknown'], /unknown/],
  ])('is refused with a sentence: %j', (args, sentence) => {
    expect(readCommandLine(args)).toEqual({ problem: expect.stringMatching(sentence) });
  });

  it('explains itself', () => {
    expect(readCommandLine(['--help'])).toBe('help');
    for (const option of ['--port', '--webhook-url', '--host']) expect(HELP).toContain(option);
  });
});

it('listens on loopback, and answers', async () => {
  const { origin, close } = await serve({ port: 0, host: '127.0.0.1', webhookUrl: '' });
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${origin}/instead-1.0.1.js`)).headers.get('content-type')).toContain('text/javascript');
  close();
});

it('says that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(serve({ port, host: '127.0.0.1', webhookUrl: '' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});
