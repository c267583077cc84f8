import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A balancer before several copies of a server: each connection goes to the next one that takes it. */
export interface Balancer {
  /** Without slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Joins a connection to the first port that takes it; ends it when none does. */
function join(client: Socket, ports: readonly number[]): void {
  const [port, ...others] = ports;
  if (port === undefined) {
    client.destroy();
    return;
  }
  const server = connect(port, '127.0.0.1');
  server.once('connect', () => client.pipe(server).pipe(client));
  server.once('error', () =>
    server.connecting || server.bytesRead === 0 ? join(client, others) : client.destroy(),
  );
  server.once('close', () => server.bytesRead > 0 && client.destroy());
  client.once('close', () => server.destroy());
}

/** Starts a balancer on a free port before servers at these ports. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const clients = new Set<Socket>();
  let turn = 0;
  const balancer = createServer((client) => {
    clients.add(client);
    client.on('error', () => client.destroy()).once('close', () => clients.delete(client));
    turn += 1;
    join(
      client,
      ports.map((_, index) => ports[(index + turn) % ports.length] ?? 0),
    );
  }).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  const address = balancer.address();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    async close() {
      for (const client of clients) client.destroy();
      balancer.close();
      await once(balancer, 'close');
    },
  };
}
