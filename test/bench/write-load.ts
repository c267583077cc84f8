/** Sends annotations to a server from a process of its own; told by its parent what to send, and when. */
import { Agent, request } from 'node:http';
import { annotationBody } from './write-rows.ts';

/** What is to be sent. */
export interface Load {
  /** Address at which annotations are created. */
  readonly address: string;
  readonly token: string;
  /** Id of the document in which they are. */
  readonly document: string;
  readonly clients: number;
  readonly count: number;
}

/** What it took to send it. */
export interface Sent {
  readonly elapsedMs: number;
  /** For how long this process kept a processor busy, which it takes from a server on the same machine. */
  readonly busyMs: number;
}

function send(agent: Agent, { address, token }: Load, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`answered with ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends all of it over connections that stay open, each client one after the other. */
async function run(load: Load): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
  const bodies = Array.from({ length: load.count }, () => annotationBody(load.document));
  const [start, busyBefore] = [performance.now(), process.cpuUsage()];
  await Promise.all(
    Array.from({ length: load.clients }, async () => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) await send(agent, load, body);
    }),
  );
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(busyBefore);
  agent.destroy();
  return { elapsedMs, busyMs: (user + system) / 1000 };
}

process.on('message', async (load: Load) => process.send?.(await run(load)));
