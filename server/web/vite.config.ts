import preact from '@preact/preset-vite';
import { withoutJsonSchema } from '@waarborg/shared/without-json-schema';
import { type BuildOptions, defineConfig } from 'vite';
import { compileEarly } from './compile-early.ts';
import { englishApart } from './english-apart.ts';
import { lateNumberFormat } from './late-number-format.ts';
import { lazySchemas } from './lazy-schemas.ts';
import { packAssets } from './pack-assets.ts';
import { preloadStart } from './preload-start.ts';

/**
 * The server sends these files with `script-src 'self'; style-src 'self'`, so nothing may be
 * inlined in them. The targets know `light-dark()` and cascade layers, which must stay as written.
 */
const pages: BuildOptions = {
  target: ['chrome123', 'firefox121', 'safari17.5'],
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
};

/**
 * A page loads the small first script, beside it what several pages have in common (`preload-start.ts`), and itself:
 * small files apart would wait for each other, since a browser asks a server for six at a time.
 */
const online: BuildOptions = {
  ...pages,
  outDir: 'dist/online',
  rolldownOptions: {
    // Packing takes as long as the rest, as it should.
    checks: { bundlerTimings: false },
    output: {
      codeSplitting: {
        groups: [
          { name: 'first', tags: ['$initial'], priority: 2 },
          // One file: parted by which pages need what (`entriesAware`), the parts that are merged import each other.
          { name: 'common', minShareCount: 3, priority: 1 },
        ],
      },
    },
  },
};

/** One script and one style sheet, which the server writes into a file that opens from disk (`exports/write-page.ts`). */
const offline: BuildOptions = {
  ...pages,
  // The font goes into the style sheet: there is nobody to ask for it.
  assetsInlineLimit: 100_000,
  outDir: 'dist/offline',
  copyPublicDir: false,
  cssCodeSplit: false,
  rolldownOptions: {
    input: 'src/offline/main.tsx',
    // What is loaded later stands in parts that only a server's pages have.
    checks: { emptyImportMeta: false },
    output: {
      format: 'iife',
      codeSplitting: false,
      entryFileNames: 'offline.js',
      assetFileNames: 'offline[extname]',
    },
  },
};

export default defineConfig(({ mode }) => ({
  // What goes into a file that opens from disk is written as it is.
  plugins: [
    preact(),
    withoutJsonSchema(),
    lazySchemas(),
    lateNumberFormat(),
    ...(mode === 'offline' ? [] : [englishApart(), preloadStart(), compileEarly(), packAssets()]),
  ],
  build: mode === 'offline' ? offline : online,
  worker: { format: 'es' },
  ...(mode === 'offline' ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
}));
