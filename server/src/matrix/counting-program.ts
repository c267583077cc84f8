import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serverFolder } from '../server-folder.ts';

/** What answers of the matrix are made by: all that is shared, and this folder. */
const folders = [path.join(serverFolder, '../shared/src'), path.join(serverFolder, 'src/matrix')];

function isOfProgram(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}

/**
 * Names the program that counts, by its source: the same in every copy of the server and after every start, another
 * one as soon as something may be counted or worded otherwise. Names are put in order by Node, so its version counts.
 */
export function nameCountingProgram(): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isOfProgram).sort();
    for (const name of names) hash.update(`\n${name}\n`).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('base64url').slice(0, 12);
}
