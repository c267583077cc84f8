import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callServer } from './call-server.ts';

let server: Server;
let answer: { status: number; headers?: Record<string, string>; body: string };
let address: string;

beforeEach(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('callServer', () => {
  it('tells a reviewer what is wrong and what to do, not which field it was', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Iets klopt niet.',
      status: 422,
      code: 'invalid-request',
      detail: 'Kies een spreker.',
      errors: [{ path: 'codings[0].speaker', message: 'the document has no issuer' }],
    };
    answer = { status: 422, body: JSON.stringify(problem) };
    expect(await callServer({ server: address, path: '/' })).toMatchObject({
      code: 'invalid-request',
      detail: 'Iets klopt niet. Kies een spreker.',
    });
  });

  it('does not follow where a sign-in page sends it', async () => {
    answer = { status: 302, headers: { Location: '/elsewhere' }, body: '' };
    expect(await callServer({ server: address, path: '/' })).toEqual({ kind: 'unreachable' });
  });
});
