import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createStop } from './serving.ts';

it('a server that stops ends with its last answer, though the connection could take another request', async () => {
  const stopping = new AbortController();
  const server = createServer((_, response) => {
    response.write('een ');
    stopping.signal.addEventListener('abort', () => setImmediate(() => response.end('twee')));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port, agent }, resolve);
  });
  const closed = new Promise<void>((resolve) => createStop(server, stopping, async () => resolve())());
  expect(await text(answer)).toBe('een twee');
  await closed;
  agent.destroy();
});
