import { defineConfig } from 'vite';

/**
 * The programs of the server in a few files: a start that loads our two thousand modules and those of packages one by
 * one takes twice the processor time (ADR 70). All stand beside each other, as `server-folder.ts` expects.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: [
        'src/main.ts',
        'src/admin.ts',
        'src/exports/export-thread.ts',
        'src/papers/docx-thread.ts',
        'src/publications/copy-thread.ts',
      ],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: {
    noExternal: true,
    // What loads files of its own: binaries, threads, a driver that is not there.
    external: ['better-sqlite3', 'pg', 'pino', 'pino-pretty'],
    resolve: { conditions: ['node'] },
  },
});
