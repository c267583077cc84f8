import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { UpkeepError } from './upkeep-error.ts';

/** Told how many of how many pages are there. */
export type PageProgress = (done: number, of: number) => void;

/** Pages that are copied before anybody else gets a turn: four megabytes. */
const pagesAtOnce = 1_000;
/** How long a running server is waited for, to let go of its files. */
const busyTimeoutMs = 1_000;
/** What SQLite keeps beside a file that was not closed. */
const companions = ['-wal', '-shm', '-journal'];

function syncPath(target: string): void {
  const handle = openSync(target, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a database file that was not finished. */
export function discardFile(file: string): void {
  for (const end of ['', ...companions]) rmSync(`${file}${end}`, { force: true });
}

/** The name that a file has while it is made: whoever finds it knows that it is not whole. */
export function unfinishedName(file: string): string {
  return `${file}.unfinished`;
}

/** Gives a finished file its name; from then on it is there, also after a power failure. */
export function putInPlace(unfinished: string, file: string): void {
  syncPath(unfinished);
  renameSync(unfinished, file);
  syncPath(path.dirname(file));
}

function open(file: string): SqliteDriver.Database {
  if (!existsSync(file)) throw new UpkeepError('no-database', file);
  const driver = new SqliteDriver(file, { fileMustExist: true });
  driver.pragma(`busy_timeout = ${busyTimeoutMs}`);
  return driver;
}

/**
 * Copies a database, also while others write in it, as it is at this moment: the transaction in which it is
 * read keeps it from beginning anew with each write.
 */
export async function copyFile(from: string, to: string, onProgress: PageProgress): Promise<void> {
  const driver = open(from);
  try {
    driver.exec('begin');
    driver.prepare('select count(*) from sqlite_master').get();
    await driver.backup(to, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages);
        return pagesAtOnce;
      },
    });
    driver.exec('commit');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB')
      throw new UpkeepError('not-ours', from, cause);
    throw cause;
  } finally {
    driver.close();
  }
}

/**
 * Makes one file of a database that is not open any more, without companions, which only its owner can read.
 *
 * @throws UpkeepError when it is damaged.
 */
export function sealFile(file: string): void {
  const driver = open(file);
  try {
    driver.pragma('journal_mode = delete');
    const found = driver.pragma('quick_check', { simple: true });
    if (found !== 'ok') throw new UpkeepError('damaged', String(found));
  } finally {
    driver.close();
  }
  chmodSync(file, 0o600);
}

/** @throws UpkeepError when the tables are not those of a database of ours. */
export function assertOurs(file: string): void {
  const driver = open(file);
  try {
    const names = "('dossier', 'revision', 'user', 'kysely_migration')";
    const found = driver.prepare(
      `select count(*) from sqlite_master where type = 'table' and name in ${names}`,
    );
    if (found.pluck().get() !== 4) throw new UpkeepError('not-ours', file);
  } finally {
    driver.close();
  }
}

/** Whether a database holds a dossier. */
function hasDossiers(driver: SqliteDriver.Database): boolean {
  const table = driver.prepare("select 1 from sqlite_master where type = 'table' and name = 'dossier'").get();
  return table !== undefined && driver.prepare('select 1 from dossier limit 1').get() !== undefined;
}

/**
 * Puts a sealed file in the place of a database, in one step: whoever looks finds the old one or the new one. The
 * old one is held meanwhile, so that no server has it open; one that starts in that moment finds that its file
 * was moved away, and stops.
 *
 * @throws UpkeepError when a server has it open, and when there are dossiers in it that are not to be replaced.
 */
export function replaceFile(sealed: string, file: string, { replace }: { replace: boolean }): void {
  if (!existsSync(file)) {
    discardFile(file);
    putInPlace(sealed, file);
    return;
  }
  const driver = open(file);
  try {
    try {
      driver.pragma('journal_mode = delete');
      driver.exec('begin exclusive');
    } catch (cause) {
      throw new UpkeepError('server-runs', file, cause);
    }
    if (!replace && hasDossiers(driver)) throw new UpkeepError('target-not-empty', file);
    putInPlace(sealed, file);
  } finally {
    driver.close();
  }
}
