/**
 * Every benchmark, one after the other, each in a process of its own: `npm run bench`.
 *
 * Names after `--` run only those, with their options: `npm run bench -- anchoring --seed=11`. Ends with an error when one of them
 * does: they check what they measure.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** In the order of the way of an annotation. */
const benches = [
  'anchoring',
  'references',
  'suggestions',
  'page',
  'viewer',
  'saving',
  'writes',
  'imports',
  'events',
  'live',
  'matrix',
  'matrix-page',
  'lighthouse',
  'briefing',
  'exports',
  'start',
] as const;

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((name) => !benches.some((bench) => bench === name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}; there are ${benches.join(', ')}.`);
  process.exit(2);
}
const chosen = benches.filter((name) => asked.length === 0 || asked.includes(name));
const failed = chosen.filter((name) => {
  console.log(`\n## ${name}\n`);
  return !run(process.execPath, join(import.meta.dirname, `${name}.ts`), ...options);
});
if (failed.length > 0) {
  console.error(`\nNot as asked: ${failed.join(', ')}.`);
  process.exit(1);
}
