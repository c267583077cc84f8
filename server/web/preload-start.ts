import type { Plugin, Rolldown } from 'vite';
import { dossierPages } from './src/routing/route.ts';

type Chunk = Rolldown.OutputChunk;

/** A chunk and all that it imports, from a list of all. */
function withImports(chunk: Chunk, chunks: readonly Chunk[], found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
  for (const one of imported) withImports(one, chunks, found);
  return found;
}

/** @throws {Error} where chunks import each other: what one makes while it is read can lack what the other has. */
function refuseCircles(chunks: readonly Chunk[]): void {
  for (const chunk of chunks) {
    const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
    const back = imported.find((one) => withImports(one, chunks).has(chunk));
    if (back) throw new Error(`${chunk.fileName} and ${back.fileName} import each other.`);
  }
}

/** How many of the pages need something that all wait for. */
const mostPages = 0.75;

/** What every page needs: `start.tsx` and what it imports. */
function neededByAll(chunks: readonly Chunk[]): Set<Chunk> {
  const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/start.tsx'));
  if (!start) throw new Error('There is no chunk of start.tsx.');
  return withImports(start, chunks);
}

function isPage({ facadeModuleId }: Chunk): boolean {
  return facadeModuleId?.endsWith('-page.tsx') ?? false;
}

/** What most pages need, besides what all do. */
function neededByMost(chunks: readonly Chunk[]): Chunk[] {
  const needed = neededByAll(chunks);
  const ofPages = chunks.filter(isPage).map((page) => withImports(page, chunks));
  const uses = (chunk: Chunk) => ofPages.filter((files) => files.has(chunk)).length;
  return chunks.filter((chunk) => !needed.has(chunk) && uses(chunk) > ofPages.length * mostPages);
}

/** The script of a page of a dossier. */
function chunkOf(page: string, chunks: readonly Chunk[]): Chunk {
  const file = `/${page === 'outlines' ? 'outline' : page}-page.tsx`;
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(file));
  if (!found) throw new Error(`There is no chunk of the page ${page}.`);
  return found;
}

const chunksOf = (bundle: Rolldown.OutputBundle): Chunk[] =>
  Object.values(bundle).filter((file) => file.type === 'chunk');

/** The HTML of each page of a dossier, which names its own script and what that imports, too. */
function htmlOfPages(bundle: Rolldown.OutputBundle): { fileName: string; source: string }[] {
  const html = bundle['index.html'];
  if (html?.type !== 'asset') throw new Error('There is no HTML.');
  const [text, chunks] = [String(html.source), chunksOf(bundle)];
  return dossierPages.map(({ page, part }) => {
    const own = [...withImports(chunkOf(page, chunks), chunks)].filter(
      ({ fileName }) => !text.includes(fileName),
    );
    const links = own.map(
      ({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}" fetchpriority="low">`,
    );
    return {
      fileName: `dossier/${part || 'index'}.html`,
      source: text.replace('</head>', () => `${links.join('\n')}\n</head>`),
    };
  });
}

/**
 * Names in the HTML what a page needs (`start.tsx`, what most pages have in common, its own script), beside the first
 * script: the browser asks for all at once, and not for one after it has read the other. What is not needed to draw the
 * frame comes after the styles and the first script: it draws nothing before those. Each page of a dossier has an HTML of
 * its own for this, in `dossier/`; `index.html` is for all others.
 */
export function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    apply: 'build',
    enforce: 'post',
    // Every page came to carry what reads Markdown, for the sake of a name in the outline.
    onLog(_level, { code, message }) {
      if (code === 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(message);
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = chunksOf(bundle);
        refuseCircles(chunks);
        const preload = ({ fileName }: Chunk, attrs: Record<string, string> = {}) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}`, ...attrs },
          injectTo: 'head' as const,
        });
        return [
          ...[...neededByAll(chunks)].filter(({ isEntry }) => !isEntry).map((chunk) => preload(chunk)),
          ...neededByMost(chunks).map((chunk) => preload(chunk, { fetchpriority: 'low' })),
        ];
      },
    },
    generateBundle(_options, bundle) {
      for (const file of htmlOfPages(bundle)) this.emitFile({ type: 'asset', ...file });
    },
  };
}
