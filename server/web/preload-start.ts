import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** A chunk and all that it imports, from a list of all. */
function withImports(chunk: Chunk, chunks: readonly Chunk[], found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  const imported = chunks.filter(({ fileName }) => chunk.imports.includes(fileName));
  for (const one of imported) withImports(one, chunks, found);
  return found;
}

/** How many of the pages need something that all wait for. */
const mostPages = 0.75;

/**
 * Names in the HTML what every page needs (`start.tsx` and what it imports) and what most pages need, beside the first
 * script: the browser asks for all at once, and not for one after it has read the other. What most need comes after the
 * styles and the first script: it draws nothing before those.
 */
export function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/start.tsx'));
        if (!start) throw new Error('There is no chunk of start.tsx.');
        const needed = withImports(start, chunks);
        const pages = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('-page.tsx'));
        const ofPages = pages.map((page) => withImports(page, chunks));
        const likely = chunks.filter(
          (chunk) =>
            !needed.has(chunk) &&
            ofPages.filter((files) => files.has(chunk)).length > pages.length * mostPages,
        );
        const preload = ({ fileName }: Chunk, attrs: Record<string, string> = {}) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}`, ...attrs },
          injectTo: 'head' as const,
        });
        return [
          ...[...needed].filter(({ isEntry }) => !isEntry).map((chunk) => preload(chunk)),
          ...likely.map((chunk) => preload(chunk, { fetchpriority: 'low' })),
        ];
      },
    },
  };
}
