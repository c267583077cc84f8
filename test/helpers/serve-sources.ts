import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const importMap = JSON.stringify({
  imports: {
    '@waarborg/shared/references': '/shared/src/references/index.ts',
    // All that a page needs of these when it runs.
    '@waarborg/shared/annotation': '/shared/src/annotation/limits.ts',
    '@waarborg/shared/dossier': '/shared/src/dossier/limits.ts',
    '@waarborg/shared/text': '/shared/src/text/index.ts',
  },
});

/**
 * Serves an empty page with a module that imports the extension's own source, which the browser is given module by
 * module without its types.
 *
 * @param script the module, in JavaScript; its paths begin at the project's root: `/extension/src/…`.
 */
export async function serveSources(script: string): Promise<{ readonly origin: string; close(): void }> {
  const emptyPage = `<!doctype html><script type="importmap">${importMap}</script>
<script type="module">${script}</script><body></body>`;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (!path.endsWith('.ts')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(emptyPage);
      return;
    }
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    response.end(stripTypeScriptTypes(await readFile(`${root}${path}`, 'utf8')));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
