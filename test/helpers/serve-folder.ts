import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** A folder that is being served on loopback. */
export interface ServedFolder {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** The same server by its other name: another origin (and another host permission) for a browser. */
  readonly localhostOrigin: string;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves the files of a folder on 127.0.0.1, at a free port.
 *
 * `/` and every path that ends in a slash answer with `index.html`. A path that
 * leaves the folder, also through a symbolic link, is answered with 404, as is
 * one that does not exist.
 */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    answer(root, request.url ?? '/', request.method === 'HEAD', response).catch(() => {
      // The reader left halfway, or the file did: nothing that can still be said in HTTP.
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    localhostOrigin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, target: string, headersOnly: boolean, response: ServerResponse) {
  const file = await findFile(root, target);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': file.bytes,
    'Cache-Control': 'no-store',
  });
  if (headersOnly) response.end();
  else await pipeline(createReadStream(file.path), response);
}

async function findFile(root: string, target: string) {
  try {
    // Not `new URL`: that would resolve `..` away before it can be refused.
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '/');
    const real = await realpath(join(root, path.endsWith('/') ? `${path}index.html` : path));
    const found = await stat(real);
    return real.startsWith(root + sep) && found.isFile() ? { path: real, bytes: found.size } : undefined;
  } catch {
    return undefined; // No such file, or no such thing as this path: both are "not found" to a browser.
  }
}
