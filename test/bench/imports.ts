/**
 * How fast annotations are imported: `node test/bench/imports.ts`.
 *
 * Options: `--only=sqlite|postgresql`, `--annotations=N` (100000), `--batch=N` (1000).
 *
 * Annotations with two codings each go to the server in batches, each one revision. Then the same rows, read back,
 * are inserted into another dossier of the same database with the driver alone, as many in one durable
 * transaction: annotations, codings, the revision with its items, and the entries and words that are searched. In the
 * same run everything that was sent is counted again.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import type { ImportResponse, MatrixResponse } from '@waarborg/shared/api';
import { v7 as uuid } from 'uuid';
import type { TableRows, Value } from './bare-driver.ts';
import { generateText } from './generated-text.ts';
import { createRandom } from './random.ts';
import { type MeasuredServer, measureOnBoth, time } from './servers-under-measure.ts';
import { median } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    annotations: { type: 'string', default: '100000' },
    batch: { type: 'string', default: '1000' },
  },
});
const [annotations, batchSize] = [Number(options.annotations), Number(options.batch)];
const batches = Math.ceil(annotations / batchSize);
const text = generateText(200_000, createRandom(11));
const documents = 50;

/** A passage of 200 characters with its surroundings and two codings, on one line. */
function annotationLine(number: number, document: string): string {
  const start = (number * 211) % (text.length - 400);
  const coding = {
    safeguard: 'voornemen',
    measure: 'abolished',
    direction: 'unfavourable',
    stage: 'proposed',
  };
  return JSON.stringify({
    id: uuid(),
    document,
    source: 'https://example.org/brief.html',
    ranges: [
      {
        exact: `${number} ${text.slice(start, start + 200)}`,
        prefix: text.slice(start - 32 < 0 ? 0 : start - 32, start),
        suffix: text.slice(start + 200, start + 232),
        ...{ start: number * 300, end: number * 300 + 201 + String(number).length },
      },
    ],
    codings: [
      { ...coding, impact: 'court-workload', basis: 'expectation', speaker: 'Raad voor de rechtspraak' },
      { ...coding, safeguard: 'interpreter', impact: 'cost', basis: 'figure', provision: 'art. 39 Vw 2000' },
    ],
  });
}

/** Columns that a database fills by itself. */
const madeByDatabase = new Set(['search_entry.number', 'search_entry.lexemes']);
const toWord = (dossier: string) => `in${dossier.replaceAll('-', '')}`;

/** Rows of one batch as the server made them, for another dossier. */
async function readBack(
  { driver }: MeasuredServer,
  from: string,
  to: string,
  revision: number,
): Promise<TableRows[]> {
  const where: [table: string, condition: string][] = [
    ['annotation', 'dossier_id = ? and revision = ?'],
    ['coding', 'dossier_id = ? and annotation_id in (select id from annotation where revision = ?)'],
    ['revision', 'dossier_id = ? and number = ?'],
    ['revision_item', 'dossier_id = ? and number = ?'],
    ['search_entry', 'dossier_id = ? and item_id in (select id from annotation where revision = ?)'],
  ];
  const ids = new Map<Value, Value>();
  const newId = (id: Value) => {
    const known = ids.get(id) ?? uuid();
    ids.set(id, known);
    return known;
  };
  const tables: TableRows[] = [];
  for (const [table, condition] of where) {
    const rows = await driver.all<Record<string, Value>>(`select * from ${table} where ${condition}`, [
      from,
      revision,
    ]);
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !madeByDatabase.has(`${table}.${name}`));
    const renewed = new Set(['id', 'annotation_id', 'item_id']);
    const toRow = (row: Record<string, Value>) =>
      columns.map((name) => {
        const value = row[name] ?? null;
        if (name === 'dossier_id') return to;
        // An entry names its dossier among its words.
        if (name === 'words') return String(value).replace(toWord(from), toWord(to));
        return renewed.has(name) ? newId(value) : value;
      });
    tables.push({ table, columns, rows: rows.map(toRow) });
  }
  const words = await driver.all<{ word: string }>(
    'select word from search_word where dossier_id = ? and word not in (select word from search_word where dossier_id = ?)',
    [from, to],
  );
  const rows = words.map(({ word }) => [to, word]);
  return [...tables, { table: 'search_word', columns: ['dossier_id', 'word'], rows }];
}

/** Memory of the server as it tells it, in MB; undefined where it does not. */
async function memoryOf({ server }: MeasuredServer): Promise<number | undefined> {
  const metrics = await (await fetch(`${server.address}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)/mu.exec(metrics)?.[1];
  return bytes === undefined ? undefined : Number(bytes) / 1_000_000;
}

await measureOnBoth(async (measured) => {
  const place = await measured.addDossier('invoer');
  const { dossier: other } = await measured.addDossier('kaal');
  const headers = { authorization: `Bearer ${place.token.token}`, 'content-type': 'application/x-ndjson' };
  const api = `${place.token.api}/dossiers/invoer`;
  const known: string[] = [];
  for (let number = 0; number < documents; number++) {
    const draft = {
      id: uuid(),
      sourceType: 'other',
      title: `Stuk ${number}`,
      issuer: 'IND',
      identifiers: [],
    };
    const answer = await fetch(`${api}/documents`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...draft, addresses: [] }),
    });
    known.push(((await answer.json()) as { id: string }).id);
  }

  const [server, bare, memory]: [number[], number[], number[]] = [[], [], []];
  for (let batch = 0; batch < batches; batch++) {
    const lines = Array.from({ length: batchSize }, (_, index) =>
      annotationLine(batch * batchSize + index, known[index % documents] ?? ''),
    ).join('\n');
    const { ms, result } = await time(async () => {
      const answer = await fetch(`${api}/imports`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': uuid() },
        body: lines,
      });
      assert.equal(answer.status, 200, await answer.clone().text());
      return (await answer.json()) as ImportResponse;
    });
    assert.equal(result.created, batchSize);
    server.push(ms);
    // The same rows beside it at once, so that both see the same machine and the same growing database.
    const rows = await readBack(measured, place.dossier, other, result.revision ?? 0);
    const counts = rows.slice(0, -1).map((part) => part.rows.length);
    assert.deepEqual(counts, [batchSize, batchSize * 2, 1, batchSize, batchSize]);
    bare.push((await time(() => measured.driver.insert(rows))).ms);
    if (batch % Math.ceil(batches / 10) === 0) memory.push((await memoryOf(measured)) ?? Number.NaN);
  }
  const matrix = (await (await fetch(`${api}/matrix?columns=measure`, { headers })).json()) as MatrixResponse;
  assert.equal(matrix.totals.all.claims, batches * batchSize * 2);

  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rate = (values: readonly number[]) => ((batches * batchSize) / sum(values)) * 1_000;
  console.log(`\n${measured.database}: ${batches * batchSize} annotations in batches of ${batchSize}`);
  console.log(
    `  server  ${rate(server).toFixed(0).padStart(7)} a second, median batch ${median(server).toFixed(0)} ms`,
  );
  console.log(
    `  bare    ${rate(bare).toFixed(0).padStart(7)} a second, median batch ${median(bare).toFixed(0)} ms`,
  );
  console.log(`  share   ${((100 * sum(bare)) / sum(server)).toFixed(0).padStart(7)} % (wanted: 40)`);
  console.log(`  memory of the server while it goes on: ${memory.map((mb) => mb.toFixed(0)).join(' ')} MB`);
}, options.only);
