import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { serverFolder } from '../server-folder.ts';

const webFolder = path.join(serverFolder, 'web/dist/online');
const exampleFolder = path.join(serverFolder, 'example');

/** serve-static takes its root from the working directory. */
function fromWorkingDirectory(folder: string): string {
  return path.relative(process.cwd(), folder) || '.';
}

/** Whatever a page loads: what it may not ask of the machine, and what others may not do with it. */
function commonHeaders(publicUrl: string) {
  return {
    // Other hosts of the domain are not ours to speak for, and without TLS there is nothing to promise.
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    // A page of ours asks for nothing of the machine but its clipboard.
    permissionsPolicy: {
      camera: [],
      displayCapture: [],
      geolocation: [],
      microphone: [],
      payment: [],
      usb: [],
      clipboardWrite: ['self'],
    },
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
  };
}

/** What every page may load: itself and nothing else. A published page is one file and says its own policy. */
export function createPageHeaders(publicUrl: string): MiddlewareHandler {
  const published = secureHeaders(commonHeaders(publicUrl));
  const ordinary = secureHeaders({
    ...commonHeaders(publicUrl),
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
  return (c, next) => (c.req.path.startsWith('/gepubliceerd/') ? published(c, next) : ordinary(c, next));
}

/** Files of the web pages; their names change with their content. */
export function serveAssets(): MiddlewareHandler {
  return serveStatic({
    root: fromWorkingDirectory(webFolder),
    precompressed: true,
    onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
  });
}

/**
 * Says of a path whether a web page is served there, be it one that says that it does not exist: words between slashes,
 * but not below a word under which the server takes every path for something else. What has an ending is a file, and
 * then one that is not there.
 *
 * @param app asked for its routes with the first path, when it has them all.
 */
export function createPagePaths(app: Hono): (path: string) => boolean {
  let taken: Set<string | undefined> | undefined;
  return (path) => {
    taken ??= new Set(app.routes.map((route) => /^\/([\w-]+)\/(?:.*\/)?\*$/u.exec(route.path)?.[1]));
    return /^\/(?:[\w-]+\/)*[\w-]*$/u.test(path) && !taken.has(path.split('/')[1]);
  };
}

/** The HTML of a page: that of a dossier names its own scripts. */
function htmlOf(path: string): string {
  const ofDossier = /^\/dossiers\/[\w-]+(?:\/([\w-]+))?\/?$/u.exec(path);
  return ofDossier ? `/dossier/${ofDossier[1] ?? 'index'}.html` : '/index.html';
}

/** The HTML of the application, which finds its way by the address; where a page has none of its own, that of all. */
export function serveApplication(isPagePath: (path: string) => boolean): MiddlewareHandler {
  const serve = (file: (path: string) => string) =>
    serveStatic({
      root: fromWorkingDirectory(webFolder),
      rewriteRequestPath: file,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
    });
  const [ofPage, ofAll] = [serve(htmlOf), serve(() => '/index.html')];
  return async (c, next) => {
    if (!isPagePath(c.req.path)) return next();
    return (await ofPage(c, async () => {})) ?? ofAll(c, next);
  };
}

/** The fictional papers of the example dossier, and nothing else that lies beside them. */
export function serveExamplePapers(): MiddlewareHandler {
  const serve = serveStatic({
    root: fromWorkingDirectory(exampleFolder),
    rewriteRequestPath: (address) => address.replace(/^\/voorbeeld/u, ''),
  });
  return async (c, next) => (/\.(?:html|css)$/u.test(c.req.path) ? serve(c, next) : next());
}
