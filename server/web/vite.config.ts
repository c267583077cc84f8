import preact from '@preact/preset-vite';
import { type BuildOptions, defineConfig } from 'vite';

/**
 * The server sends these files with `script-src 'self'; style-src 'self'`, so nothing may be
 * inlined. The targets know `light-dark()` and cascade layers, which must stay as written.
 */
const pages: BuildOptions = {
  target: ['chrome123', 'firefox121', 'safari17.5'],
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
};

/** One script and one style sheet, which the server writes into a file that opens from disk (`exports/write-page.ts`). */
const offline: BuildOptions = {
  ...pages,
  outDir: 'dist/offline',
  copyPublicDir: false,
  cssCodeSplit: false,
  rolldownOptions: {
    input: 'src/offline/main.tsx',
    output: {
      format: 'iife',
      codeSplitting: false,
      entryFileNames: 'offline.js',
      assetFileNames: 'offline[extname]',
    },
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [preact()],
  build: mode === 'offline' ? offline : pages,
  ...(mode === 'offline' ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
}));
