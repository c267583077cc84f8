import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/**
 * The server sends these files with `script-src 'self'; style-src 'self'`, so nothing may be
 * inlined. The targets know `light-dark()` and cascade layers, which must stay as written.
 */
export default defineConfig({
  plugins: [preact()],
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});
