/**
 * Every number of every file that leaves the example dossier, against the answers of the API: they are counted by
 * themselves in the tests of the matrix. The example has repeats, reviewers who differ and passages of several codings.
 */
import { randomUUIDv7 as uuid } from 'node:crypto';
import { stages } from '@waarborg/shared/annotation';
import { type MatrixResponse, matrixResponseSchema } from '@waarborg/shared/api';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { createVocabularyReader, readSheets } from '@waarborg/shared/imports';
import { contradicts } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { readProject } from '@waarborg/shared/refi-qda';
import { unzipSync } from 'fflate';
import { v5 as deriveUuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createToken } from '../accounts/token-store.ts';
import { makeBriefing } from '../briefings/briefing-service.ts';
import { createMatrixIndexes } from '../matrix/matrix-index-service.ts';
import type { Block, Inline, Paper } from '../papers/paper.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const base = '/api/v1/dossiers/voorbeeld';
let server: TestServer;
let token: string;
let dossier: { readonly id: string; readonly title: string; readonly revision: number };

const call = async (path: string, method = 'GET', body?: unknown) => {
  const answer = await server.request(method, `${base}${path}`, { token, body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer;
};
const getFile = async (path: string) => {
  const headers = { host: '127.0.0.1:8787', authorization: `Bearer ${token}` };
  const answer = await server.instance.app.request(`${base}${path}`, { headers });
  return new Uint8Array(await answer.arrayBuffer());
};
const matrixOf = async (query: string) => matrixResponseSchema.parse((await call(`/matrix?${query}`)).json);

beforeAll(async () => {
  server = await createTestServer();
  const { database } = server.instance;
  const { id, user } = await database
    .selectFrom('membership')
    .innerJoin('dossier', 'dossier.id', 'membership.dossier_id')
    .select(['dossier.id', 'membership.user_id as user'])
    .where('dossier.slug', '=', 'voorbeeld')
    .executeTakeFirstOrThrow();
  token = await createToken(database, { user, dossier: id, name: 'test' });
  dossier = { id, ...(await call('')).json };
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const filters = [
  '',
  'stance=helps&sourceType=court-ruling&sourceType=inspection-letter&from=2026-01&q=onderzoek',
  // Once more for what files are made of, and not for another database: a word is looked for there in its own way.
  ...(inject('postgresql')
    ? []
    : [
        'speakerKind=executive&speakerKind=government&status=accepted',
        'safeguard=voornemen&safeguard=interpreter&safeguard=objection',
      ]),
];

/** The sheets of a workbook by name, each row by its heads. */
async function sheetsOf(query: string) {
  const sheets = await readSheets(await getFile(`/exports/xlsx?language=nl&${query}`), 'xlsx');
  return new Map(
    sheets.map(({ name, rows: [head = [], ...rows] }) => [
      name,
      rows.map((row) => Object.fromEntries(head.map((text, place) => [text, row[place] ?? '']))),
    ]),
  );
}

const tables = {
  Matrix: 'matrix',
  Cellen: 'cells',
  Coderingen: 'codings',
  Passages: 'passages',
  Documenten: 'documents',
  Verwijzingen: 'references',
  Sprekers: 'speakers',
  Codeboek: 'codebook',
} as const;

/** What a total of a row, a column or everything says. */
type AnyTotal = MatrixResponse['totals']['all'];

/** A workbook keeps times as fractions of a day: not to the last millisecond. */
const toMinute = (text: string) => text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):.*Z$/u, '$1');

describe.each(filters)('the files of what passes "%s"', (query) => {
  it('have in a workbook every number of the matrix, and its tables say what they say as CSV', async () => {
    const { rows, columns, cells, totals } = await matrixOf(query);
    const sheets = await sheetsOf(query);
    const labels = new Map([...rows, ...columns].map(({ id, label }) => [id, label]));
    const laidOut = sheets.get('Matrix') ?? [];
    const head = 'waarborg \\ gevolg';
    const rowOf = (label: string) => laidOut.find((row) => row[head] === label) ?? {};
    for (const { row, column, claims, state } of cells) {
      const shown = rowOf(labels.get(row) ?? '')[labels.get(column) ?? ''];
      expect(shown, `${row} ${column}`).toBe(state === 'not-read' ? 'niet gelezen' : String(claims));
    }
    const toTotal = ({ claims, read }: AnyTotal) =>
      claims === 0 && read.documents === 0 ? 'niet gelezen' : String(claims);
    for (const { id, label } of rows) {
      const total = totals.rows[id] as AnyTotal;
      const { Totaal, Gelezen } = rowOf(label);
      expect([Totaal, Gelezen]).toEqual([toTotal(total), `${total.read.documents} van ${total.read.of}`]);
    }
    for (const { id, label } of columns)
      expect(rowOf('Totaal')[label]).toBe(toTotal(totals.columns[id] as AnyTotal));
    expect(rowOf('Totaal').Totaal).toBe(toTotal(totals.all));

    const listed = (sheets.get('Cellen') ?? []).map((cell) => [
      ...[cell.Beweringen, cell['Aantal documenten'], cell['Aantal sprekers']],
      ...[cell.Helpt, cell.Schaadt, cell['Geen gevolg'], cell['Geen standpunt']],
      ...[
        cell.Omstreden,
        cell.Ontkend,
        cell.Gemengd,
        cell['Gelezen documenten'],
        cell['Van zoveel documenten'],
      ],
    ]);
    const isSo = (value: boolean) => (value ? 'ja' : 'nee');
    expect(listed).toEqual(
      cells.map(({ claims, documents, speakers, stances, contested, denied, mixed, read }) => [
        ...[claims, documents, speakers, stances.helps, stances.hurts, stances.noEffect, stances.none].map(
          String,
        ),
        ...[isSo(contested), isSo(denied), isSo(mixed), String(read.documents), String(read.of)],
      ]),
    );

    for (const [sheet, table] of Object.entries(tables)) {
      const csv = await readSheets(
        await getFile(`/exports/csv?language=nl&table=${table}&${query}`),
        'csv',
      ).catch(() => []);
      const [head = [], ...lines] = csv[0]?.rows ?? [];
      const said = lines.map((line) =>
        Object.fromEntries(head.map((text, place) => [text, toMinute(line[place] ?? '')])),
      );
      const kept = (sheets.get(sheet) ?? []).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toMinute(value)])),
      );
      expect(kept, sheet).toEqual(said);
    }
  });

  it('hold as Web Annotations and as a project the codings of the table that were not sent back, each once', async () => {
    const sheets = await sheetsOf(query);
    const said = (sheets.get('Coderingen') ?? [])
      .filter(({ Beoordeling }) => Beoordeling !== domainMessages.nl['status.rejected'])
      .map((row) => `${row['Id van de passage']} ${row['Id van de waarborg']} ${row['Id van het gevolg']}`)
      .sort();
    const passages = (sheets.get('Passages') ?? []).map((row) => row['Id van de passage']).sort();

    const { json } = await call(`/exports/jsonld?${query}`);
    const items: { id: string; body?: { type: string | string[]; safeguard: string; impact?: string }[] }[] =
      json.first.items;
    expect(json.total).toBe(passages.length);
    expect(items.map(({ id }) => id.split('/').at(-1)).sort()).toEqual(passages);
    expect(
      items
        .flatMap(({ id, body = [] }) =>
          [body]
            .flat()
            .filter(({ type }) => [type].flat().includes('Coding'))
            .map(({ safeguard, impact }) => `${id.split('/').at(-1)} ${safeguard} ${impact ?? ''}`),
        )
        .sort(),
    ).toEqual(said);

    const parts = new Map(Object.entries(unzipSync(await getFile(`/exports/qdpx?language=nl&${query}`))));
    const vocabulary = createVocabularyReader(defaultCodebook);
    const createId = (name: string) => deriveUuid(name, deriveUuid.URL);
    const { bundle, skipped } = readProject(parts, { vocabulary, createId });
    expect(skipped).toBe(0);
    expect(bundle.annotations.map(({ id }) => id).sort()).toEqual(passages);
    expect(
      bundle.annotations
        .flatMap(({ id, codings }) =>
          codings.map(({ safeguard, impact }) => `${id} ${safeguard} ${impact ?? ''}`),
        )
        .sort(),
    ).toEqual(said);
  });
});

const words = (content: readonly Inline[]) => content.map(({ text }) => text).join('');
const blocksOf = ({ parts }: Paper) => parts.flatMap(({ blocks }) => blocks);
type Grid = Extract<Block, { kind: 'grid' }>;
type Matrix = Awaited<ReturnType<typeof matrixOf>>;

/** A total on paper: what nobody has read has no 0. */
function inTotal(total: Pick<Matrix['totals']['all'], 'claims' | 'read'> | undefined): string {
  return total?.claims === 0 && total.read.documents === 0 ? '–' : String(total?.claims);
}

/** What the table of a matrix on paper says, cell by cell. */
function expectGrid({ rows }: Pick<Grid, 'rows'>, { cells, totals, disputed, ...matrix }: Matrix): void {
  const byLabel = new Map(rows.map(({ label, cells: own }) => [label, own ?? []]));
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const { id, label } of matrix.rows) {
    const shown = byLabel.get(disputed.includes(id) ? `${label} ⚑` : label) ?? [];
    for (const [place, column] of matrix.columns.entries()) {
      const cell = byPlace.get(`${id} ${column.id}`);
      const { text, marks = '' } = shown[place] ?? { text: '' };
      const empty = { 'not-read': '–', 'nothing-found': '0', evidence: '·' }[cell?.state ?? 'evidence'];
      expect(text, `${id} ${column.id}`).toBe(cell && cell.claims > 0 ? String(cell.claims) : empty);
      const counted = Object.fromEntries(
        [...marks.matchAll(/([▲▼●])(\d+)/gu)].map(([, sign, count]) => [sign, Number(count)]),
      );
      const { helps = 0, hurts = 0, noEffect = 0 } = cell?.stances ?? {};
      expect({ '▲': 0, '▼': 0, '●': 0, ...counted }).toEqual({ '▲': helps, '▼': hurts, '●': noEffect });
      expect(/[↔§]/u.test(marks)).toBe(cell?.contested ?? false);
      expect(marks.includes('◐')).toBe(cell?.mixed ?? false);
      expect(marks.includes('⊘')).toBe(cell?.denied ?? false);
      expect(marks.includes('≠')).toBe((cell?.disagreements ?? 0) > 0);
    }
    const read = totals.rows[id]?.read;
    expect(shown.slice(-2).map(({ text }) => text)).toEqual([
      inTotal(totals.rows[id]),
      `${read?.documents}/${read?.of}`,
    ]);
  }
  expect(byLabel.get('Totaal')?.map(({ text }) => text)).toEqual([
    ...matrix.columns.map(({ id }) => inTotal(totals.columns[id])),
    String(totals.all.claims),
    `${totals.all.read.documents}/${totals.all.read.of}`,
  ]);
}

describe('a briefing', () => {
  it.each([
    [{}, ''],
    [{ status: ['accepted' as const] }, 'status=accepted'],
    [{ speakerKind: ['executive' as const, 'court' as const] }, 'speakerKind=executive&speakerKind=court'],
  ])('has of what passes %j the numbers of the matrix, in its text and its tables', async (chosen, query) => {
    const { database } = server.instance;
    const paper = await makeBriefing(database, createMatrixIndexes(database, 'test'), {
      dossier,
      filters: chosen,
      language: 'nl',
      now: new Date('2026-05-12T10:00:00Z'),
    });
    const blocks = blocksOf(paper);
    const matrix = await matrixOf(query);
    const { rows, columns, cells, totals } = matrix;
    expectGrid(blocks.find((block) => block.kind === 'grid') as Grid, matrix);

    const [summary, points] = [blocks[1], blocks[2]];
    const { claims, speakers, documents } = totals.all;
    expect(summary?.kind === 'paragraph' && words(summary.content)).toContain(
      `${claims} beweringen van ${speakers} sprekers in ${documents} documenten.`,
    );
    const statesOf = Map.groupBy(cells, ({ row }) => row);
    // That nothing is said of the procedure as a whole is no finding.
    const countRows = (state: string) =>
      [...statesOf].filter(
        ([row, own]) =>
          own.every((cell) => cell.state === state) &&
          (state === 'not-read' || row !== 'procedure-as-a-whole'),
      ).length;
    const said = points?.kind === 'list' ? points.items.map(words).join('\n') : '';
    expect(said).toMatch(new RegExp(`^Bij ${countRows('not-read')} waarborg.* geen bewering`, 'mu'));
    const nothing = countRows('nothing-found');
    expect(said.match(/^Bij (\d+) waarborg.* niets gevonden/mu)?.[1] ?? '0').toBe(String(nothing));
    const contested = cells.filter((cell) => cell.contested);
    expect(said.match(/^(\d+) punt/mu)?.[1] ?? '0').toBe(String(contested.filter(contradicts).length));

    // Who opposes whom: as many points as contested cells, each with the numbers of its sides.
    const ratios = blocks
      .flatMap((block) => (block.kind === 'list' ? block.items.map(words) : []))
      .flatMap((text) => /^(.+) → (.+) \((\d+) tegen (\d+)/u.exec(text)?.slice(1).join('|') ?? []);
    const labelOf = (members: Matrix['rows'], id: string) => members.find((one) => one.id === id)?.label;
    expect(ratios.toSorted()).toEqual(
      contested
        .map(({ row, column, opposing: { helps, hurts } }) =>
          [labelOf(rows, row), labelOf(columns, column), helps, hurts].join('|'),
        )
        .toSorted(),
    );

    // What happens to each safeguard at each stage: the claims of the matrix on other axes, save where reviewers differ.
    const wordsOf = domainMessages.nl;
    const happenings = new Map<string, number>();
    let chapter = '';
    for (const block of blocks) {
      if (block.kind === 'heading' && block.level === 2) chapter = block.text;
      if (block.kind !== 'table' || block.head[1] !== 'Stadium') continue;
      for (const [measure = [], stage = [], , count = []] of block.rows)
        happenings.set([chapter, words(measure), words(stage)].join('|'), Number(words(count)));
    }
    const counted = new Map<string, number>();
    for (const stage of [...stages, 'none'] as const) {
      const byMeasure = await matrixOf(`rows=safeguard&columns=measure&stage=${stage}&${query}`);
      for (const cell of byMeasure.cells.filter(
        ({ claims: own, disagreements, column }) => own > disagreements && column !== 'none',
      )) {
        const inWords = stage === 'none' ? 'niet vermeld' : wordsOf[`stage.${stage}`];
        const measure = labelOf(byMeasure.columns, cell.column);
        counted.set(
          [labelOf(byMeasure.rows, cell.row), measure, inWords].join('|'),
          cell.claims - cell.disagreements,
        );
      }
    }
    expect(Object.fromEntries([...happenings].toSorted())).toEqual(
      Object.fromEntries([...counted].toSorted()),
    );

    // Of what changes, which impacts are named.
    for (const block of blocks.filter((one) => one.kind === 'table' && one.head[3] === 'Niet genoemd')) {
      for (const [safeguard = [], , , missing = [], read = []] of (block as Extract<Block, { kind: 'table' }>)
        .rows) {
        const row = rows.find(({ label }) => label === words(safeguard));
        const own = cells.filter((cell) => cell.row === row?.id && cell.column !== 'none');
        const silent = own.filter(({ state }) => state === 'nothing-found').length;
        const named = own.filter(({ state }) => state === 'evidence').length;
        expect(words(missing)).toBe(`${silent} van de ${silent + named}`);
        const reading = totals.rows[row?.id ?? '']?.read;
        expect(words(read)).toBe(`${reading?.documents} van de ${reading?.of}`);
      }
    }

    // Sources: the passages that the table of codings has of each; what was sent back is in no matrix.
    const isCounted = (row: Record<string, string>) => row.Beoordeling !== wordsOf['status.rejected'];
    const codings = (await sheetsOf(query)).get('Coderingen')?.filter(isCounted) ?? [];
    const passages = new Set(codings.map((row) => row['Id van de passage']));
    const quoted = blocks.flatMap((block) =>
      block.kind === 'table' && block.head[0] === 'Bron'
        ? block.rows.map(([, count = []]) => Number(words(count)))
        : [],
    );
    expect(quoted.reduce((sum, count) => sum + count, 0)).toBe(passages.size);
    const ofDocuments = Map.groupBy(
      new Set(codings.map((row) => `${row.Document}|${row['Id van de passage']}`)),
      (key) => key.split('|')[0],
    );
    expect(quoted.filter((count) => count > 0).toSorted()).toEqual(
      [...ofDocuments.values()].map(({ length }) => length).toSorted(),
    );
  });
});

describe('a position paper', () => {
  it('has the matrix as its appendix, and counts the passages that it quotes', async () => {
    const outline = uuid();
    await call('/outlines', 'POST', { id: outline, title: 'Paper' });
    const { annotations } = (await call('/annotations')).json;
    for (const { id } of annotations.slice(0, 5))
      await call(`/outlines/${outline}/parts`, 'POST', {
        id: uuid(),
        content: { kind: 'passage', annotation: id },
      });
    const { text } = await call(`/outlines/${outline}/paper?format=markdown&language=nl`);
    const lines = text.split('\n').filter((line) => line.startsWith('| '));
    const cellsOf = (line: string) => line.slice(2, -2).split(' | ');
    const from = lines.findIndex((line) => line.startsWith('| Waarborg |'));
    const rows = lines.slice(from + 2).map((line) => {
      const [label = '', ...own] = cellsOf(line);
      const isGroup = label.startsWith('**');
      const toCell = (cell: string) => {
        const [, count = '', marks] = /^(\S+)(?: \((.+)\))?$/u.exec(cell) ?? [];
        return { text: count, strength: 0, ...(marks ? { marks } : {}) };
      };
      return { label, ...(isGroup ? {} : { cells: own.map(toCell) }) };
    });
    expectGrid({ rows }, await matrixOf(''));
    const quoted = lines.slice(0, from).flatMap((line) => /\| (\d+) \|$/u.exec(line)?.[1] ?? []);
    expect(quoted.reduce((sum, count) => sum + Number(count), 0)).toBe(5);
  });
});
