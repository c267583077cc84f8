import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const packs = { '.br': promisify<Buffer, Buffer>(brotliCompress), '.gz': promisify<Buffer, Buffer>(gzip) };

/** Files of text that are worth packing; fonts and pictures are packed already. */
const packable = /\.(?:js|css|svg|html)$/u;

/** Lays each file of text beside itself in the packed forms that browsers take: the server packs nothing as it answers. */
export function packAssets(): Plugin {
  return {
    name: 'pack-assets',
    async writeBundle({ dir = '' }) {
      const names = (await readdir(dir, { recursive: true })).filter((name) => packable.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(dir, name);
          const content = await readFile(file);
          for (const [ending, pack] of Object.entries(packs))
            await writeFile(file + ending, await pack(content));
        }),
      );
    },
  };
}
