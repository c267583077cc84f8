import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';

/** Bytes, compressed, that the panel may load before it shows something. */
const most = 80 * 1024;

/** Bytes, compressed, of what a page gets before somebody codes in it. */
const mostInPage = 20 * 1024;

it('at most 20 KB of ours enter a page before the toolbar is first used', async () => {
  const files = ['page.js', 'highlight-styles.css'].map((name) => path.join(builtExtension('chrome'), name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const size = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  console.info(`A page gets ${(size / 1024).toFixed(1)} KB compressed.`);
  expect(size).toBeLessThanOrEqual(mostInPage);
  for (const content of contents) expect(String(content), 'comments').not.toContain('/*');
});

it('the side panel loads at most 80 KB of script and style at first', async () => {
  const folder = builtExtension('chrome');
  const page = await readFile(path.join(folder, 'sidepanel.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/gu)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(1);
  const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file))));
  const size = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  console.info(`The panel loads ${files.length} files, ${(size / 1024).toFixed(1)} KB compressed.`);
  expect(size).toBeLessThanOrEqual(most);
});
