import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { whileProcessing } from './while-processing.ts';

it('an answer that takes long is announced until it comes, and comes whole', async () => {
  const { promise: heardTwice, resolve: hear } = Promise.withResolvers<string>();
  const app = new Hono().get('/', async (c) => c.text(await whileProcessing(c, heardTwice, 1)));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const said: (number | undefined)[] = [];
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port }, resolve).on('information', ({ statusCode }) => {
      said.push(statusCode);
      if (said.length === 2) hear('klaar');
    });
  });
  expect(answer.statusCode).toBe(200);
  expect(await text(answer)).toBe('klaar');
  expect(said.slice(0, 2)).toEqual([102, 102]);
  server.close();
});
