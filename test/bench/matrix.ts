/**
 * How fast a matrix is, against the bare aggregate of its database: `node test/bench/matrix.ts`.
 *
 * Options: `--only=sqlite|postgresql`, `--others=N` codings of other dossiers (890000).
 *
 * The database gets dossiers of 1,000, 10,000, 100,000 and the rest to a million codings. Every pair of axes is
 * asked with every filter, through HTTP; the bare aggregate counts the same rows with the driver alone. In the same
 * run every cell is held against the aggregate.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import type { MatrixResponse } from '@waarborg/shared/api';
import { type Axis, axes, type MatrixFilters, noValue } from '@waarborg/shared/matrix';
import { v7 as uuid } from 'uuid';
import type { PrintedToken } from '../helpers/running-server.ts';
import { fillDossier, type LargeDossier, rareWord } from './large-dossiers.ts';
import { countBySql } from './plain-aggregate.ts';
import { type MeasuredServer, measureOnBoth, time } from './servers-under-measure.ts';
import { median, p95 } from './statistics.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, others: { type: 'string', default: '890000' } },
});
const measuredCodings = 100_000;
/** Codings for one bare aggregate of every so many views: it takes far longer than they do. */
const viewsOfAggregate = 7;

/** A dossier to ask, with who may. */
interface Asked extends LargeDossier {
  readonly slug: string;
  readonly token: PrintedToken;
}

function filtersOf({ speakers, documents }: LargeDossier): [name: string, filters: MatrixFilters][] {
  return [
    ['no filter', {}],
    ['a speaker', { speaker: speakers.slice(0, 1) }],
    ['twenty documents', { document: documents.slice(0, 20) }],
    ['helps', { stance: ['helps'] }],
    ['two bases', { basis: ['norm', 'expectation'] }],
    ['from a date', { from: '2025-06-01' }],
    ['accepted', { status: ['accepted'] }],
    ['a word', { q: rareWord }],
  ];
}

async function ask({ token, slug }: Asked, rows: Axis, columns: Axis, filters: MatrixFilters) {
  const query = new URLSearchParams({ rows, columns });
  for (const [name, value] of Object.entries(filters)) {
    for (const one of [value].flat()) query.append(name, String(one));
  }
  const address = `${token.api}/dossiers/${slug}/matrix?${query}`;
  const headers = { authorization: `Bearer ${token.token}` };
  const { ms, result } = await time(async () => {
    const answer = await fetch(address, { headers });
    return { answer, text: await answer.text() };
  });
  assert.equal(result.answer.status, 200, result.text);
  const etag = result.answer.headers.get('etag') ?? '';
  return { ms, bytes: result.text.length, matrix: JSON.parse(result.text) as MatrixResponse, address, etag };
}

/** Every cell that the aggregate has is in the matrix with the same numbers, and no other has any. */
async function assertSame(
  { driver }: MeasuredServer,
  dossier: Asked,
  [rows, columns]: readonly [Axis, Axis],
  filters: MatrixFilters,
  matrix: MatrixResponse,
): Promise<number> {
  const { ms, result } = await time(() => countBySql(driver, dossier.id, rows, columns, filters));
  if (rows === columns) return ms;
  const found = matrix.cells.filter(({ claims }) => claims > 0);
  const cells = new Map(found.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  assert.equal(found.length, result.length, `${rows} × ${columns}`);
  for (const { row, column, codings, documents, speakers } of result) {
    const cell = cells.get(`${row ?? noValue} ${column ?? noValue}`);
    assert.deepEqual(
      [cell?.claims, cell?.documents, cell?.speakers],
      [Number(codings), Number(documents), Number(speakers)],
      `${rows} × ${columns}: ${row}, ${column}`,
    );
  }
  return ms;
}

async function measureViews(measured: MeasuredServer, dossier: Asked): Promise<void> {
  console.log(
    `\n${measured.database}: ${measuredCodings} codings, ${axes.length ** 2} pairs of axes, p95 in ms`,
  );
  console.log(
    `${''.padEnd(20)}${['matrix', 'SQL', 'ratio', 'median', 'largest', 'kB'].map((name) => name.padStart(9)).join('')}`,
  );
  const all: { matrix: number[]; sql: number[] } = { matrix: [], sql: [] };
  let view = 0;
  for (const [name, filters] of filtersOf(dossier)) {
    const taken: number[] = [];
    const bySql: number[] = [];
    let bytes = 0;
    for (const rows of axes) {
      for (const columns of axes) {
        const answer = await ask(dossier, rows, columns, filters);
        taken.push(answer.ms);
        bytes = Math.max(bytes, answer.bytes);
        if (view++ % viewsOfAggregate === 0)
          bySql.push(await assertSame(measured, dossier, [rows, columns], filters, answer.matrix));
      }
    }
    all.matrix.push(...taken);
    all.sql.push(...bySql);
    printRow(name, [
      p95(taken),
      p95(bySql),
      p95(taken) / p95(bySql),
      median(taken),
      Math.max(...taken),
      bytes / 1_000,
    ]);
  }
  printRow('all', [
    p95(all.matrix),
    p95(all.sql),
    p95(all.matrix) / p95(all.sql),
    median(all.matrix),
    Math.max(...all.matrix),
  ]);
}

function printRow(name: string, numbers: readonly number[]): void {
  const columns = numbers.map((number) => number.toFixed(number < 1 ? 3 : 1).padStart(9));
  console.log(`${name.padEnd(20)}${columns.join('')}`);
}

/** What a dossier costs when it is first asked for, afterwards, unchanged, and after one more passage. */
async function measureDossier(dossier: Asked, codings: number): Promise<void> {
  const first = await ask(dossier, 'safeguard', 'impact', {});
  const later: number[] = [];
  for (let round = 0; round < 10; round++) later.push((await ask(dossier, 'safeguard', 'impact', {})).ms);
  const headers = { authorization: `Bearer ${dossier.token.token}` };
  const unchanged: number[] = [];
  for (let round = 0; round < 10; round++) {
    const { ms, result } = await time(() =>
      fetch(first.address, { headers: { ...headers, 'if-none-match': first.etag } }),
    );
    assert.equal(result.status, 304);
    unchanged.push(ms);
  }
  const document = dossier.documents[0];
  const made = await fetch(`${dossier.token.api}/dossiers/${dossier.slug}/annotations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{
        id: uuid(),
        document,
        source: 'https://example.org/',
        ranges: [{ exact: `Een nieuwe passage, ${uuid()}.` }],
      },
      codings: [
        { safeguard: 'voornemen', direction: 'unclear', basis: 'norm', speaker: dossier.speakers[0] },
      ],
    }),
  });
  assert.equal(made.status, 201);
  const changed = await ask(dossier, 'safeguard', 'impact', {});
  assert.equal(changed.matrix.totals.all.claims, first.matrix.totals.all.claims + 1);
  printRow(`${codings} codings`, [first.ms, median(later), median(unchanged), changed.ms]);
}

await measureOnBoth(async (measured) => {
  const add = async (slug: string, codings: number): Promise<Asked> => {
    const { dossier, user, token } = await measured.addDossier(slug);
    return {
      ...(await fillDossier(measured.driver, { dossier, user, codings, seed: codings })),
      slug,
      token,
    };
  };
  console.log(`\n${measured.database}: safeguard × impact, in ms`);
  console.log(
    `${''.padEnd(20)}${['first', 'later', '304', 'changed'].map((name) => name.padStart(9)).join('')}`,
  );
  const sizes = [1_000, 10_000, measuredCodings];
  const dossiers: Asked[] = [];
  for (const size of sizes) dossiers.push(await add(`van-${size}`, size));
  for (const [index, dossier] of dossiers.entries()) await measureDossier(dossier, sizes[index] ?? 0);
  const others = Number(options.others);
  const largest = await add('van-de-rest', others);
  // As a database does by itself some time after so many new rows.
  await measured.driver.all(measured.database === 'SQLite' ? 'pragma optimize' : 'vacuum analyze');
  console.log('… and the same with the others in the database, by a server that starts anew');
  await measured.server.stop();
  await measured.server.restart();
  for (const [index, dossier] of dossiers.entries()) await measureDossier(dossier, sizes[index] ?? 0);
  await measureDossier(largest, others);
  const dossier = dossiers[2];
  if (dossier) await measureViews(measured, dossier);
}, options.only);
