import { once } from 'node:events';
import type { Server, ServerOptions } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { type ProblemCode, problemStatuses } from '@waarborg/shared/api';
import { ApiError, toProblem } from '../errors.ts';

/** How long requests that are under way get to end. */
const stopTimeoutMs = 10_000;
/** How soon after its last answer a connection ends then. */
const idleSweepMs = 50;

/** How long slow clients are waited for, and how much they may say before the body. */
export const servingLimits: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  // The largest body over a slow line: 64 MiB at 4 Mbit/s.
  requestTimeout: 140_000,
  // Longer than proxies keep theirs, so that none sends a request into a connection that closes.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
};

/** A connection on which nothing moves, as with a client that does not read, is cut after this. */
const idleSocketMs = 120_000;

const codesOfParser: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers what is no request that the app could see, with the same kind of problem as everything else. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const code = codesOfParser[error.code ?? ''] ?? 'invalid-http';
  const body = JSON.stringify(toProblem(new ApiError(code), 'nl'));
  const head = [
    `HTTP/1.1 ${problemStatuses[code]} Refused`,
    'Content-Type: application/problem+json',
    'Content-Language: nl',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Makes a server answer or cut whoever does not speak HTTP, speaks too much or too slowly. */
export function guardConnections(server: Server): void {
  server.setTimeout(idleSocketMs);
  server.on('clientError', refuseConnection);
}

/**
 * Whether a server can listen at an address, before anything is done for it.
 *
 * @throws the error that listening there meets, as `EADDRINUSE`.
 */
export async function assertListenable(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

/**
 * Stops a server: it takes no connection any more, `stopping` tells what is under way (streams end, readiness is
 * gone), requests that were sent get their answer, and then `close` is called. Asked a second time, it cuts the
 * connections instead of waiting for them; what they asked is done or not done, never half.
 */
export function createStop(
  server: Server,
  stopping: AbortController,
  close: () => Promise<void>,
): () => void {
  return () => {
    if (stopping.signal.aborted) {
      server.closeAllConnections();
      return;
    }
    stopping.abort();
    server.close(close);
    // A connection whose last answer has ended, as of a stream, would be kept for a request that nobody takes.
    setInterval(() => server.closeIdleConnections(), idleSweepMs).unref();
    setTimeout(() => server.closeAllConnections(), stopTimeoutMs).unref();
  };
}
