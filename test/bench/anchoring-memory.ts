import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sample } from './anchoring-speed.ts';

const MEGABYTE = 1_000_000;
/** How many times the memory twice as much may take at most: what is linear takes twice, what is quadratic four times. */
const MOST_GROWTH = 2.5;
/** The garbage of a moment is collected soon: what is told is what is in use. */
const flags = ['--expose-gc', '--max-semi-space-size=1'];
const run = promisify(execFile);

/**
 * Prints how much memory finding changed quotes takes at its height, for texts and numbers of quotes that grow; whether
 * it grows about linearly. Each is measured in a process of its own, which had nothing of its size before.
 */
export async function printMemory(seed: number): Promise<boolean> {
  console.log(
    `\nMemory at its height, MB, and the growth; asked: at most ${MOST_GROWTH} times for twice as much`,
  );
  const rows: readonly [string, readonly (readonly [size: number, quotes: number])[]][] = [
    ['1, 2 and 4 MB, 1,000 quotes', [1, 2, 4].map((size) => [size, 1000] as const)],
    ['1, 2 and 4 thousand quotes, 1 MB', [1, 2, 4].map((thousands) => [1, 1000 * thousands] as const)],
  ];
  let isReached = true;
  const folder = await mkdtemp(join(tmpdir(), 'anchoring-memory-'));
  try {
    for (const isKept of [false, true]) {
      for (const [name, sizes] of rows) {
        const bytes: number[] = [];
        for (const [size, quotes] of sizes) bytes.push(await measure(folder, size, quotes, seed, isKept));
        const growth = bytes.slice(1).map((more, at) => more / (bytes[at] as number));
        const verdict = growth.every((times) => times <= MOST_GROWTH) ? 'pass' : 'FAIL';
        isReached &&= verdict === 'pass';
        const told = bytes.map((height) => (height / 2 ** 20).toFixed(0).padStart(6)).join('');
        const times = growth.map((value) => value.toFixed(2)).join(' and ');
        console.log(
          `  ${name.padEnd(34)}${isKept ? 'with original' : 'by words'.padEnd(13)}${told}   ${times}  ${verdict}`,
        );
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return isReached;
}

/** The memory that it takes more than before, in bytes. */
async function measure(
  folder: string,
  megabytes: number,
  quotes: number,
  seed: number,
  isKept: boolean,
): Promise<number> {
  const { original, ...rest } = sample(megabytes * MEGABYTE, quotes, seed);
  const file = join(folder, 'sample.json');
  await writeFile(file, JSON.stringify(isKept ? { original, ...rest } : rest));
  const script = join(import.meta.dirname, 'anchoring-height.ts');
  const { stdout } = await run(process.execPath, [...flags, script, file]);
  return Number(stdout);
}
