import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { followEvents } from './follow-events.ts';

/** A server that answers each request for the stream in turn; the last way stays. */
async function serve(...ways: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    (ways[asked.length - 1] ?? ways.at(-1))?.(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const silenceMs = 45_000;

function listen(server: string) {
  const told: string[] = [];
  const stopping = new AbortController();
  const listener = {
    onNews: () => told.push('news'),
    onLive: (isLive: boolean) => told.push(isLive ? 'live' : 'down'),
  };
  const timing = { silenceMs, pauseMs: () => 1 };
  const ended = followEvents({ server, slug: 'trein', token: 'geheim' }, listener, timing, stopping.signal);
  onTestFinished(() => stopping.abort());
  return { told, ended, stop: () => stopping.abort() };
}

const stream = (text: string, isOver: boolean) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(text);
  if (isOver) response.end();
};
const status = (code: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(code).end();
};

it('events are news, and after a break it goes on behind the last one', async () => {
  const { address, asked } = await serve(
    stream('retry: 2000\nid: 7\n\nid: 8\ndata: {}\n\n', true),
    stream('id: 8\n\n', false),
  );
  const { told, stop, ended } = listen(address);
  await expect.poll(() => told).toEqual(['live', 'news', 'news', 'down', 'news', 'live', 'news']);
  expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '8']);
  expect(asked[0]).toMatchObject({
    url: '/api/v1/dossiers/trein/events',
    headers: { authorization: 'Bearer geheim' },
  });
  stop();
  await ended;
  expect(told).toHaveLength(7);
});

it('a server that fails is asked again, and one that denies the token is not', async () => {
  const { address, asked } = await serve(status(500), status(429), status(401));
  const { told, ended } = listen(address);
  await ended;
  expect(asked).toHaveLength(3);
  expect(told).not.toContain('live');
  expect(told.at(-1)).toBe('news');
});

it('a page that a network shows in place of the server is no stream', async () => {
  const { address, asked } = await serve((_, response) => response.end('<p>Log in</p>'), status(403));
  const { told, ended } = listen(address);
  await ended;
  expect(asked).toHaveLength(2);
  expect(told).not.toContain('live');
});

it('a stream that gives no sign of life is lost', async () => {
  const { address, asked } = await serve(stream('id: 3\ndata: {}\n\n', false), status(401));
  // The silence is counted on a clock of the test: a busy machine is slow, and not silent.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { told, ended } = listen(address);
  await expect.poll(() => told).toEqual(['live', 'news', 'news']);
  vi.advanceTimersByTime(silenceMs - 1);
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(1);
  await expect.poll(() => vi.advanceTimersByTime(1) && asked.length).toBe(2);
  await ended;
  expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '3']);
});
