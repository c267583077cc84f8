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

/**
 * Names in the HTML what every page needs (`start.tsx` and what it imports), beside the first script: the browser asks
 * for both at once, and not for one after it has read the other.
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
        const needed = [...withImports(start, chunks)].filter(({ isEntry }) => !isEntry);
        return needed.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
