import type { Kysely } from 'kysely';
import { type Database, type Executor, readSnapshot } from '../database/index.ts';
import { createRowDigest, type RowDigest } from './row-digest.ts';
import {
  clearTables,
  hasRows,
  insertRows,
  listTables,
  readRows,
  withReferencesAtTheEnd,
} from './row-store.ts';
import type { PlainRow, Table } from './table.ts';
import { UpkeepError } from './upkeep-error.ts';

/** Told after each table: how many rows it had. */
export type CopyProgress = (table: string, rows: number) => void;

/** What was copied. */
export interface CopyResult {
  readonly tables: number;
  readonly rows: number;
}

/** @throws UpkeepError when the two do not have the same tables with the same columns, as two versions can. */
function assertSameTables(from: readonly Table[], to: readonly Table[]): void {
  const describe = (tables: readonly Table[]) =>
    tables.map(({ name, columns }) => `${name}(${columns.map((column) => column.name).join(', ')})`);
  const [there, here] = [describe(from), describe(to)];
  const different = [
    ...there.filter((one) => !here.includes(one)),
    ...here.filter((one) => !there.includes(one)),
  ];
  if (different.length > 0) throw new UpkeepError('other-version', different.sort().join('; '));
}

/** Passes rows on and adds them up. */
async function* digesting(
  rows: AsyncIterable<PlainRow>,
  digest: ReturnType<typeof createRowDigest>,
): AsyncGenerator<PlainRow> {
  for await (const row of rows) {
    digest.add(row);
    yield row;
  }
}

async function digestOf(database: Executor, table: Table): Promise<RowDigest> {
  const digest = createRowDigest();
  for await (const row of readRows(database, table)) digest.add(row);
  return digest.end();
}

async function copyTable(from: Executor, to: Executor, { source, target }: { source: Table; target: Table }) {
  const digest = createRowDigest();
  await insertRows(to, target, digesting(readRows(from, source), digest));
  const [sent, kept] = [digest.end(), await digestOf(to, target)];
  if (sent.count !== kept.count || sent.sum !== kept.sum) {
    throw new UpkeepError('copy-differs', `${target.name}: ${sent.count} → ${kept.count}`);
  }
  return sent.count;
}

/**
 * Copies every row of one database into another whose tables are there, as of one moment and in one transaction:
 * what is interrupted leaves nothing. Afterwards the rows of each table are read back, counted and compared
 * by their hashes.
 *
 * @throws UpkeepError when the other database has rows (unless they are to be replaced), when it is of another
 * version, and when what was read back is not what was sent.
 */
export function copyDatabase(
  from: Kysely<Database>,
  to: Kysely<Database>,
  { replace = false, onProgress = () => {} }: { replace?: boolean; onProgress?: CopyProgress } = {},
): Promise<CopyResult> {
  return readSnapshot(from, async (source) => {
    const [sources, targets] = [await listTables(source), await listTables(to)];
    assertSameTables(sources, targets);
    let rows = 0;
    await to.transaction().execute(async (transaction) => {
      if (replace) await withReferencesAtTheEnd(transaction, () => clearTables(transaction, targets));
      for (const table of targets) {
        if (await hasRows(transaction, table)) throw new UpkeepError('target-not-empty', table.name);
      }
      await withReferencesAtTheEnd(transaction, async () => {
        for (const [index, target] of targets.entries()) {
          const copied = await copyTable(source, transaction, { source: sources[index] ?? target, target });
          onProgress(target.name, copied);
          rows += copied;
        }
      });
    });
    return { tables: targets.length, rows };
  });
}
