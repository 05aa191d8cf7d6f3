import { expect, test } from 'vitest';
import { endStreams, toEventStream } from '../../examples/nextjs/lib/event-stream.ts';

const request = (signal?: AbortSignal) => new Request('http://localhost/events', { signal });

/** A stream, the function that sends a value into it, and whether it was cleaned up. */
function open(signal?: AbortSignal) {
  const stream = { send: (_data: unknown) => {}, isCleanedUp: false };
  const response = toEventStream(request(signal), (send) => {
    stream.send = send;
    return () => void (stream.isCleanedUp = true);
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  return Object.assign(stream, { reader, response });
}

test('stores only the newest value while the browser does not read', async () => {
  const { response, send } = (() => {
    let send = (_data: unknown) => {};
    const response = toEventStream(request(), (given) => {
      send = given;
      return () => {};
    });
    return { response, send: (data: unknown) => send(data) };
  })();
  for (let value = 1; value <= 1000; value++) send(value);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  const next = async () => decoder.decode((await reader.read()).value);
  expect(await next()).toBe('data: 1\n\n');
  expect(await next()).toBe('data: 1000\n\n');
  send('later');
  expect(await next()).toBe('data: "later"\n\n');
  await reader.cancel();
});

test('cleans up when the browser leaves, and sends nothing more', async () => {
  const leaving = new AbortController();
  const aborted = open(leaving.signal);
  leaving.abort();
  expect(aborted.isCleanedUp).toBe(true);
  aborted.send('too late');
  expect((await aborted.reader.read()).done).toBe(true);

  const cancelled = open();
  await cancelled.reader.cancel();
  // It passes through another stream on its way.
  await expect.poll(() => cancelled.isCleanedUp).toBe(true);
  cancelled.send('too late');
});

// The last one: from then on every stream of this process ends at once.
test('ends each stream with a hint when to reconnect, and new ones likewise', async () => {
  const readAll = async ({ reader }: ReturnType<typeof open>) => {
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    return text;
  };
  const streams = [open(), open()];
  streams[0]!.send('known');
  endStreams();
  expect(await Promise.all(streams.map(readAll))).toEqual(['data: "known"\n\nretry: 1000\n\n', 'retry: 1000\n\n']);
  expect(streams.map(({ isCleanedUp }) => isCleanedUp)).toEqual([true, true]);
  expect(await readAll(open())).toBe('retry: 1000\n\n');
});
