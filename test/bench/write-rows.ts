import type { Rows } from '@waarborg/server/write-layers';
import SqliteDriver from 'better-sqlite3';
import pg from 'pg';
import { v7 as uuid } from 'uuid';

/** An annotation with two codings as a client sends it. */
export function annotationBody(document: string): string {
  const coding = { measure: 'abolished', direction: 'unfavourable', basis: 'expectation', speaker: 'IND' };
  const exact =
    'Het voornemen vervalt, en daarmee de gelegenheid om voor het besluit een zienswijze te geven.';
  return JSON.stringify({
    id: uuid(),
    document,
    source: 'https://example.org/brief.html',
    ranges: [
      { exact, prefix: 'In de nieuwe procedure geldt: ', suffix: ' De IND beslist dan', start: 10, end: 103 },
    ],
    codings: [
      { ...coding, safeguard: 'voornemen', impact: 'court-workload' },
      { ...coding, safeguard: 'voornemen', impact: 'duration', stage: 'proposed', provision: 'artikel 39' },
    ],
  });
}

/** What a bare driver is asked to do. */
export interface BareDriver {
  /** What one annotation became: the rows that the server made of it, and of its revision. */
  readRows(annotation: string): Promise<Rows>;
  /** Inserts rows in one durable transaction. */
  insert(rows: Rows): Promise<void>;
  close(): Promise<void>;
}

const queries: readonly (readonly [table: string, text: string])[] = [
  ['annotation', 'select * from annotation where id = ?'],
  ['coding', 'select * from coding where annotation_id = ?'],
  [
    'revision',
    'select revision.* from revision join revision_item on revision_item.dossier_id = revision.dossier_id and revision_item.number = revision.number where item_id = ?',
  ],
  ['revision_item', 'select * from revision_item where item_id = ?'],
];

/** The same rows for another annotation: new ids, and the next number of a dossier that nobody else writes to. */
export function cloneRows(rows: Rows, number: number): Rows {
  const annotation = uuid();
  const renew = (table: string, row: Record<string, unknown>) => {
    if (table === 'annotation') return { ...row, id: annotation };
    if (table === 'coding') return { ...row, id: uuid(), annotation_id: annotation };
    return { ...row, number, ...(table === 'revision_item' ? { item_id: annotation } : {}) };
  };
  return rows.map(([table, list]) => [table, list.map((row) => renew(table, row))] as const);
}

function insertion(table: string, rows: readonly Record<string, unknown>[], mark: (index: number) => string) {
  const names = Object.keys(rows[0] ?? {});
  let index = 0;
  const tuples = rows.map(() => `(${names.map(() => mark(index++)).join(', ')})`);
  return {
    text: `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values ${tuples.join(', ')}`,
    values: rows.flatMap((row) => names.map((name) => row[name])),
  };
}

/** better-sqlite3 with statements that are kept ready, durable as the server is. */
export function openBareSqlite(file: string): BareDriver {
  const driver = new SqliteDriver(file);
  driver.pragma('busy_timeout = 5000');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  const prepared = new Map<string, SqliteDriver.Statement>();
  const prepare = (text: string) => {
    const statement = prepared.get(text) ?? driver.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    readRows: async (annotation) =>
      queries.map(
        ([table, text]) => [table, prepare(text).all(annotation) as Record<string, unknown>[]] as const,
      ),
    insert: async (rows) => {
      prepare('begin immediate').run();
      for (const [table, list] of rows) {
        const { text, values } = insertion(table, list, () => '?');
        prepare(text).run(values);
      }
      prepare('commit').run();
    },
    close: async () => {
      driver.close();
    },
  };
}

/** pg with statements that are kept ready, on one connection. */
export async function openBarePostgresql(address: string): Promise<BareDriver> {
  const client = new pg.Client(address);
  await client.connect();
  return {
    readRows: async (annotation) => {
      const found: [string, Record<string, unknown>[]][] = [];
      for (const [table, text] of queries) {
        found.push([table, (await client.query(text.replace('?', '$1'), [annotation])).rows]);
      }
      return found;
    },
    insert: async (rows) => {
      await client.query('begin');
      for (const [table, list] of rows) {
        await client.query({ name: table, ...insertion(table, list, (index) => `$${index + 1}`) });
      }
      await client.query('commit');
    },
    close: () => client.end(),
  };
}
