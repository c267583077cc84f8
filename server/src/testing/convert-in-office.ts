import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What LibreOffice says of a machine without Java, which nothing here needs. */
const javaIsMissing = /^.*javaldx.*$/gmu;

/** What LibreOffice opens each kind of file with, where Debian puts it: its packages can be there one by one. */
const parts = {
  writer: '/usr/lib/libreoffice/program/libswlo.so',
  calc: '/usr/lib/libreoffice/program/libsclo.so',
} as const;

/** Filter that makes a file of each sheet. Every field is quoted that is text, and values are as they are kept, not as they look. */
export const everySheetAsCsv =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Whether a part of LibreOffice is there; where it is not, says what is not tested. */
export function hasOffice(part: keyof typeof parts, untested: string): boolean {
  const isThere = existsSync(parts[part]);
  if (!isThere)
    console.info(
      `skipped: LibreOffice (Debian: libreoffice-${part}-nogui) is not there: ${untested} is not tested.`,
    );
  return isThere;
}

/**
 * Opens a file in LibreOffice and gives the files that it makes of it, by name.
 *
 * @param filter what it makes, as `--convert-to` takes it: `pdf`.
 * @throws {Error} with what it says, where it says anything.
 */
export async function convertInOffice(
  name: string,
  bytes: Uint8Array,
  filter: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  try {
    const [file, made] = [path.join(folder, name), path.join(folder, 'made')];
    await writeFile(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const { stderr } = await run('soffice', [
      ...[profile, '--headless', '--convert-to', filter, '--outdir', made, file],
    ]);
    const said = stderr.replace(javaIsMissing, '').trim();
    if (said !== '') throw new Error(`LibreOffice on ${name}: ${said}`);
    const names = await readdir(made);
    return new Map(
      await Promise.all(names.map(async (one) => [one, await readFile(path.join(made, one))] as const)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
