import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/**
 * What happens to requests on their way:
 * `pass` – nothing; `down` – the connection is cut before the server hears of it; `lose-answers` –
 * the server does what was asked and the answer never arrives; `fail` – the answer is 500; something
 * else answers that all is well: `answer-nothing` – 200 without a body, `answer-other` – 200 with JSON of
 * its own, `redirect` – 302 to a page that answers such JSON.
 */
type Fault = 'pass' | 'down' | 'lose-answers' | 'fail' | keyof typeof impostors;

const impostors = {
  'answer-nothing': { status: 200, body: '' },
  'answer-other': { status: 200, body: '{"status":"login required"}' },
  redirect: { status: 302, body: '' },
};

/** A way to a server on which things go wrong. */
export interface FaultyProxy {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly address: string;
  /** Takes effect for requests that begin after it; reading (GET, OPTIONS) always passes unless `down`. */
  fault: Fault;
  /** How many requests other than reading have begun. */
  writes(): number;
  /** Paths of the reading requests (GET) that have begun, in their order. */
  readonly reads: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy before a server. `target` is the server's address. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let writes = 0;
  const reads: string[] = [];
  const proxy = { fault: 'pass' as Fault };
  const server = createServer((incoming, outgoing) => {
    const isWrite = incoming.method !== 'GET' && incoming.method !== 'OPTIONS';
    if (isWrite) writes += 1;
    if (incoming.method === 'GET') reads.push(incoming.url ?? '/');
    const { fault } = proxy;
    if (incoming.url === '/elsewhere') answer(incoming, outgoing, 200, '{}');
    else if (fault === 'down') outgoing.destroy();
    else if (isWrite && fault === 'fail') answer(incoming, outgoing, 500, '{}');
    else if (isWrite && isImpostor(fault)) {
      answer(incoming, outgoing, impostors[fault].status, impostors[fault].body);
    } else forward(target, incoming, outgoing, isWrite && fault === 'lose-answers');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    address: `http://127.0.0.1:${port}`,
    writes: () => writes,
    reads,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function isImpostor(fault: Fault): fault is keyof typeof impostors {
  return fault in impostors;
}

function answer(incoming: IncomingMessage, outgoing: ServerResponse, status: number, body: string): void {
  incoming.resume();
  const headers = {
    'Access-Control-Allow-Origin': incoming.headers.origin ?? '*',
    ...(status === 302 ? { Location: '/elsewhere' } : {}),
  };
  outgoing.writeHead(status, headers).end(body);
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  loseAnswer: boolean,
): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url ?? '/', target), { method, headers }, (answered) => {
    if (loseAnswer) {
      answered.resume();
      answered.on('end', () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
    // Also a connection that breaks is passed on.
    pipeline(answered, outgoing, () => undefined);
  });
  onward.on('error', () => outgoing.destroy());
  // Nobody waits for the answer any more: a stream would go on for ever.
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
