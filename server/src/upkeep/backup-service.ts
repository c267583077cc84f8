import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { type Database, isPostgresqlAddress, openDatabase, refuseNewerDatabase } from '../database/index.ts';
import { eraseAgain } from '../erasure/erasure-service.ts';
import { type ErasedUser, listErasedUsers } from '../erasure/erasure-store.ts';
import { type CopyProgress, type CopyResult, copyDatabase } from './copy-service.ts';
import {
  assertOurs,
  copyFile,
  discardFile,
  type PageProgress,
  putInPlace,
  replaceFile,
  sealFile,
  unfinishedName,
} from './sqlite-file-store.ts';
import { UpkeepError } from './upkeep-error.ts';

/** How the work goes on, and how a database is opened whose tables are those of this version. */
export interface Upkeep {
  readonly openUpToDate: (place: string) => Promise<Kysely<Database>>;
  readonly onPages: PageProgress;
  readonly onTable: CopyProgress;
}

async function using<T>(
  opening: Promise<Kysely<Database>>,
  work: (database: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const database = await opening;
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Opens a database that must be there, without changing its tables. */
async function openExisting(place: string): Promise<Kysely<Database>> {
  if (isMissing(place)) throw new UpkeepError('no-database', place);
  const database = await openDatabase(place);
  try {
    await refuseNewerDatabase(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Whether a place names a file that is not there. */
function isMissing(place: string): boolean {
  return !isPostgresqlAddress(place) && !existsSync(place);
}

function assertFolder(file: string): void {
  const folder = path.dirname(file);
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new UpkeepError('folder-unusable', folder, cause);
  }
}

/** Makes a file beside its place, and puts it there when it is whole. What fails leaves nothing. */
async function makeFile<T>(
  file: string,
  make: (unfinished: string) => Promise<T>,
  place: (unfinished: string) => void,
): Promise<T> {
  assertFolder(file);
  const unfinished = unfinishedName(file);
  discardFile(unfinished);
  try {
    const result = await make(unfinished);
    sealFile(unfinished);
    place(unfinished);
    return result;
  } finally {
    discardFile(unfinished);
  }
}

/**
 * Copies a database, of a running server too, into one SQLite file from which either database can be restored.
 *
 * @throws UpkeepError when the file is there already, its folder is not, or there is nothing to copy.
 */
export async function backUp(place: string, file: string, upkeep: Upkeep): Promise<void> {
  if (existsSync(file)) throw new UpkeepError('file-exists', file);
  if (isMissing(place)) throw new UpkeepError('no-database', place);
  const make = async (unfinished: string): Promise<void> => {
    if (!isPostgresqlAddress(place)) return copyFile(place, unfinished, upkeep.onPages);
    await using(openExisting(place), (from) =>
      using(upkeep.openUpToDate(unfinished), (to) => copyDatabase(from, to, { onProgress: upkeep.onTable })),
    );
  };
  await makeFile(file, make, (unfinished) => putInPlace(unfinished, file));
}

/**
 * Who was erased in the database that a backup will replace. One that cannot be read any more tells nobody: then
 * only those whom the backup itself lists stay erased.
 */
async function listErasedAt(place: string): Promise<ErasedUser[]> {
  if (isMissing(place)) return [];
  try {
    return await using(openExisting(place), listErasedUsers);
  } catch {
    return []; // What is broken is being replaced just now.
  }
}

/**
 * Puts a backup in the place of a database, whole or not at all; a backup of an older version is brought up to date.
 *
 * @throws UpkeepError when the file is no backup, when there are dossiers that are not to be replaced, and when a
 * server has the database open.
 */
export async function restore(
  file: string,
  place: string,
  { replace, ...upkeep }: Upkeep & { replace: boolean },
): Promise<void> {
  if (!existsSync(file)) throw new UpkeepError('no-database', file);
  const erased = await listErasedAt(place);
  const make = async (unfinished: string): Promise<void> => {
    await copyFile(file, unfinished, upkeep.onPages);
    assertOurs(unfinished);
    await using(upkeep.openUpToDate(unfinished), (database) => eraseAgain(database, erased));
  };
  if (!isPostgresqlAddress(place)) {
    await makeFile(place, make, (unfinished) => replaceFile(unfinished, place, { replace }));
    return;
  }
  const unfinished = unfinishedName(file);
  try {
    await make(unfinished);
    await using(upkeep.openUpToDate(unfinished), (from) =>
      using(upkeep.openUpToDate(place), (to) =>
        copyDatabase(from, to, { replace, onProgress: upkeep.onTable }),
      ),
    );
  } finally {
    discardFile(unfinished);
  }
}

/**
 * Puts a backup in the place of a database. Where that holds dossiers, a backup of it is made first in `folder`, so
 * that restoring loses nothing; gives its file, undefined where there was nothing to keep.
 *
 * @throws UpkeepError when the file is no backup, and when a server has the database open.
 */
export async function restoreKeeping(
  file: string,
  place: string,
  { folder, ...upkeep }: Upkeep & { folder: string },
): Promise<string | undefined> {
  try {
    await restore(file, place, { ...upkeep, replace: false });
    return undefined;
  } catch (error) {
    if (!(error instanceof UpkeepError) || error.problem !== 'target-not-empty') throw error;
  }
  const former = path.join(folder, `before-restore-${new Date().toISOString().replaceAll(':', '-')}.sqlite`);
  await backUp(place, former, upkeep);
  await restore(file, place, { ...upkeep, replace: true });
  return former;
}

/**
 * Moves everything to another database, SQLite or PostgreSQL, and leaves the first as it is.
 *
 * @throws UpkeepError when the other one holds anything, and when what arrived is not what was sent.
 */
export function copyPlace(from: string, to: string, upkeep: Upkeep): Promise<CopyResult> {
  const copyInto = (place: string) =>
    using(openExisting(from), (source) =>
      using(upkeep.openUpToDate(place), (target) =>
        copyDatabase(source, target, { onProgress: upkeep.onTable }),
      ),
    );
  if (isPostgresqlAddress(to)) return copyInto(to);
  return makeFile(to, copyInto, (unfinished) => replaceFile(unfinished, to, { replace: false }));
}
