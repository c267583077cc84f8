import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { bases, directions, measures, stages, statuses } from '@waarborg/shared/annotation';
import { type Concept, defaultCodebook } from '@waarborg/shared/codebook';
import type { SourceDocument, Speaker } from '@waarborg/shared/dossier';
import {
  type Axis,
  axes,
  buildMatrix,
  type DossierContent,
  explainCell,
  goneValues,
  indexDossier,
  type MatrixFilters,
  type MatrixIndex,
  type Member,
  stances,
  unpackIndex,
} from '@waarborg/shared/matrix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  foldStatements,
  kindOf,
  memberOf,
  mergedWith,
  passes,
  readingAt,
  type Statement,
  statementsAt,
  type Values,
} from '../helpers/plain-matrix.ts';

/* Generated dossiers, counted by the product and by the plain reading of domain.md. */

/** Sentences of every document: long enough to be told apart in any copy. */
const sentences = [
  'De vreemdeling krijgt geen voornemen meer te zien voordat wordt beslist.',
  'De rechtbanken verwachten daardoor tweeduizend extra beroepen per jaar!',
  'Een tolk blijft bij ieder gehoor aanwezig, zo schrijft de minister.',
  'Kosten van gemiste correcties komen terecht bij de rechtspraak.',
  'Kinderen worden voortaan zonder begeleider gehoord, tenzij zij jong zijn.',
  'De termijn voor beroep gaat van vier weken naar een week omlaag.',
] as const;

const concept = (id: string, kind: Concept['kind'], changes: Partial<Concept> = {}): Concept => ({
  ...(defaultCodebook.concepts.find((one) => one.kind === kind) as Concept),
  id,
  kind,
  ...changes,
});
const codebook = {
  groups: defaultCodebook.groups,
  concepts: [
    concept('voornemen', 'safeguard', { group: 'the-decision' }),
    concept('tolk', 'safeguard', { group: 'the-interview' }),
    concept('zienswijze', 'safeguard', { group: 'the-interview', mergedInto: 'voornemen' }),
    concept('oud', 'safeguard', { group: 'the-decision', retired: true }),
    concept('kosten', 'impact', { group: 'administration' }),
    concept('duur', 'impact', { group: 'administration' }),
    concept('uitgaven', 'impact', { group: 'society-and-eu', mergedInto: 'kosten' }),
  ],
};
/** Groups that can be folded, the last without any concept. */
const foldedArbitrary = fc.oneof(
  fc.constant([]),
  fc.subarray(['the-decision', 'the-interview', 'administration', 'society-and-eu']),
);
const speakers: Speaker[] = [
  { id: 'ind', name: 'IND', aliases: ['Dienst'], kind: 'executive' },
  { id: 'rechter', name: 'Rechtspraak', aliases: [], kind: 'court' },
  { id: 'raad', name: 'Raad', aliases: [], kind: 'advisory' },
  { id: 'dienst', name: 'De IND', aliases: [], kind: 'other', mergedInto: 'ind' },
  { id: 'dienstje', name: 'Dienstje', aliases: [], kind: 'other', mergedInto: 'dienst' },
];
const documents: SourceDocument[] = (
  [
    ['brief', 'inspection-letter', '2026-02-05', ['brief-kopie']],
    ['advies', 'legislative-advice', '2026-03', []],
    ['nota', 'parliamentary-paper', '2025', []],
    ['opinie', 'press', undefined, []],
  ] as const
).map(([id, sourceType, date, aliases]) => ({
  id,
  sourceType,
  ...(date ? { date } : {}),
  title: id,
  addresses: [],
  identifiers: [],
  aliases: [...aliases],
  revision: 1,
}));

/** Copies in which a document was read: each has its own text, so its own positions. */
const copies = [
  { rendition: 'a'.repeat(64), gap: ' ', lead: '' },
  { rendition: 'b'.repeat(64), gap: '\n', lead: 'Kop van de pagina. ' },
  { rendition: undefined, gap: ' – ', lead: 'Zonder bewaarde tekst. ' },
] as const;

/** One of the first two, and now and then another. */
const mostly = <T>(first: T, second: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(first, second) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const codingArbitrary = fc.record({
  safeguard: fc.constantFrom('voornemen', 'tolk', 'zienswijze', 'oud'),
  impact: maybe(['kosten', 'duur', 'uitgaven']),
  measure: maybe(measures),
  stage: maybe(stages),
  direction: fc.constantFrom(...directions),
  basis: fc.constantFrom(...bases),
  provision: maybe(['art. 39 Vw 2000', 'art. 40 Vw 2000']),
  speaker: fc.constantFrom(...speakers.map(({ id }) => id)),
  status: fc.constantFrom(...statuses, 'draft' as const, 'draft' as const),
});
/** Few speakers on few subjects who say much: here they contradict others and themselves. */
const quarrelArbitrary = fc.record({
  safeguard: mostly('voornemen', 'zienswijze', 'tolk'),
  impact: mostly('kosten', 'uitgaven', 'duur'),
  measure: mostly('abolished' as const, 'kept' as const, 'not-observed' as const),
  stage: fc.constant(undefined),
  direction: mostly('favourable' as const, 'unfavourable' as const, 'neutral' as const),
  basis: mostly('norm' as const, 'expectation' as const, 'figure' as const),
  provision: fc.constant(undefined),
  speaker: mostly('ind', 'rechter', 'dienst'),
  status: fc.constant('draft' as const),
});
const passageOf = <C>(codings: fc.Arbitrary<C>) =>
  fc.record({
    document: fc.constantFrom('brief', 'brief-kopie', 'advies', 'nota', 'opinie'),
    copy: fc.nat(copies.length - 1),
    from: fc.nat(sentences.length - 1),
    length: fc.integer({ min: 1, max: 2 }),
    hasPosition: fc.boolean(),
    reviewer: fc.constantFrom('anna', 'bram', 'cees'),
    note: maybe(['Zie de bijlage', 'Let op: cassatie']),
    gone: maybe(['2026-06-01T09:00:00Z']),
    codings: fc.array(codings, { minLength: 0, maxLength: 3 }),
  });
const passageArbitrary = passageOf(codingArbitrary);
const quarrelsome = passageOf(quarrelArbitrary);
type Generated<T> = T extends fc.Arbitrary<infer G> ? G : never;
type GeneratedPassage = Generated<typeof passageArbitrary> | Generated<typeof quarrelsome>;

const values: Partial<Record<Axis, readonly string[]>> = {
  safeguard: ['voornemen', 'tolk', 'oud'],
  impact: ['kosten', 'none'],
  document: ['brief', 'advies', 'nota'],
  speaker: ['ind', 'rechter'],
  speakerKind: ['executive', 'court', 'none'],
  sourceType: ['press', 'inspection-letter'],
  measure: ['abolished', 'kept', 'none'],
  stage: ['proposed', 'none'],
  provision: ['art. 39 Vw 2000', 'none'],
  month: ['2026-02', '2025', 'none'],
  reviewer: ['anna', 'bram'],
};
/** Values of a filter, mostly none. */
const wanted = (list: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.subarray([...list]) },
  );
const filtersArbitrary = fc
  .record({
    ...Object.fromEntries(axes.map((axis) => [axis, wanted(values[axis] ?? [])])),
    direction: wanted(directions),
    stance: wanted(stances),
    basis: wanted(bases),
    status: wanted(statuses),
    gone: wanted(goneValues),
    from: wanted(['2025', '2026-02', '2026-02-06']).map((list) => list?.[0]),
    to: wanted(['2025-06', '2026-02-05', '2026']).map((list) => list?.[0]),
    q: wanted(['rechtspraak', 'de TOLK', 'cassatie', 'niets']).map((list) => list?.[0]),
  })
  .map(
    (filters) =>
      Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as MatrixFilters,
  );

const readingArbitrary = fc.record({
  document: fc.constantFrom('brief', 'brief-kopie', 'advies', 'nota'),
  reviewer: fc.constantFrom('anna', 'bram'),
  safeguard: maybe(['voornemen', 'tolk']),
});

/** The sentences that a passage holds. */
function sentencesOf({ from, length }: GeneratedPassage): number[] {
  return Array.from({ length }, (_, index) => from + index).filter((index) => index < sentences.length);
}

function toAnnotation(generated: GeneratedPassage, id: string): Annotation {
  const { rendition, gap, lead } = copies[generated.copy] ?? copies[0];
  const text = `${lead}${sentences.join(gap)}`;
  const exact = sentencesOf(generated)
    .map((index) => sentences[index])
    .join(gap);
  const start = text.indexOf(exact);
  return {
    id,
    document: generated.document,
    // The address names the paper and its copy, so that one address is always one text.
    source: `https://example.org/${generated.document.replace('-kopie', '')}/${generated.copy}`,
    ...(rendition ? { rendition } : {}),
    ranges: [{ exact, ...(generated.hasPosition ? { start, end: start + exact.length } : {}) }],
    codings: generated.codings.map((coding, index) => ({ ...coding, id: `${id}-${index}` }) as Coding),
    ...(generated.note ? { note: generated.note } : {}),
    ...(generated.gone ? { gone: generated.gone } : {}),
    creator: { id: generated.reviewer, name: generated.reviewer },
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    revision: 1,
  };
}

const dossierArbitrary = fc
  .record({
    passages: fc.oneof(
      fc.array(passageArbitrary, { maxLength: 14 }),
      fc.array(quarrelsome, { minLength: 4, maxLength: 10 }),
    ) as fc.Arbitrary<GeneratedPassage[]>,
    repeats: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 5 }),
    readings: fc.array(readingArbitrary, { maxLength: 5 }),
  })
  .map(({ passages, repeats, readings }) => {
    const ids = passages.map((_, index) => `p${String(index).padStart(2, '0')}`);
    const content: DossierContent = {
      codebook,
      speakers,
      documents,
      annotations: passages.map((passage, index) => toAnnotation(passage, ids[index] ?? '')),
      links: repeats.flatMap(([from, to], index) => {
        const [one, other] = [ids[from], ids[to]];
        const kind = index % 4 === 3 ? ('supports' as const) : ('repeats' as const);
        return one && other && one !== other ? [{ id: `l${index}`, from: one, to: other, kind }] : [];
      }),
      readings: readings.map((reading) => ({ ...reading, at: '2026-01-01T00:00:00Z' })),
    };
    const words = new Map(passages.map((passage, index) => [ids[index], sentencesOf(passage)]));
    const sharesWords = (a: string, b: string) =>
      (words.get(a) ?? []).some((sentence) => words.get(b)?.includes(sentence));
    return { content, sharesWords };
  });

/** Every coding as a statement, merges followed. */
function toStatements({ annotations }: DossierContent): Statement[] {
  return annotations.flatMap((annotation) => {
    const document = documents.find(
      ({ id, aliases }) => id === annotation.document || aliases.includes(annotation.document),
    );
    return annotation.codings.map((coding) => {
      const speaker = mergedWith(speakers, coding.speaker);
      return {
        ...coding,
        passage: annotation.id,
        document: document?.id ?? annotation.document,
        sourceType: document?.sourceType,
        date: document?.date,
        safeguard: mergedWith(codebook.concepts, coding.safeguard),
        impact: coding.impact && mergedWith(codebook.concepts, coding.impact),
        speaker,
        speakerKind: kindOf(speakers, speaker),
        reviewer: annotation.creator.id,
        isGone: annotation.gone !== undefined,
        text: `${annotation.ranges[0]?.exact} ${annotation.note ?? ''}`,
      };
    });
  });
}

type Numbers =
  | ReturnType<typeof buildMatrix>['totals']['all']
  | ReturnType<typeof buildMatrix>['totals']['columns'][string];

/** A number of the product in the form in which the plain count gives it. */
function inPlainForm({
  opposition,
  read: _,
  measures: __,
  ...counts
}: Numbers & { read?: unknown; measures?: unknown }) {
  const pairs = opposition.map(
    ({ helpsId, hurtsId, normMeetsExpectation }) => `${helpsId} ${hurtsId} ${normMeetsExpectation}`,
  );
  return { ...counts, pairs: pairs.sort() };
}

function plainNumbers(statements: readonly Statement[]) {
  const { isDisputed: _, ...numbers } = count(statements);
  return numbers;
}

/** What a row or column of the product is about. */
function valuesOf(members: readonly Member[]): ReadonlyMap<string, Values> {
  return new Map(members.map(({ id, values: own }) => [id, own ?? id]));
}

describe('the matrix of a generated dossier', () => {
  it('has the numbers of a plain count, on every pair of axes, with any filters and any groups folded', () => {
    fc.assert(
      fc.property(
        dossierArbitrary,
        filtersArbitrary,
        foldedArbitrary,
        ({ content, sharesWords }, filters, folded) => {
          const asksRejected = filters.status?.includes('rejected') ?? false;
          const counting = toStatements(content).filter(
            ({ status }) => asksRejected || status !== 'rejected',
          );
          const repeats = content.links.filter(({ kind }) => kind === 'repeats');
          const all = foldStatements(counting, sharesWords, repeats);
          const laidOut = indexDossier(content);
          laidOut.fold(asksRejected);
          const packed = laidOut.pack();
          const texts = structuredClone(laidOut.table.texts);
          const kept = packed && unpackIndex(structuredClone(packed), () => texts, content);
          for (const rows of axes) {
            for (const columns of axes) {
              // A layout that was written down and read again counts the same.
              const index = rows < columns && kept ? kept : laidOut;
              expectNumbers({ content, index, all, rows, columns, filters, folded });
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  }, 120_000);
});

interface Expectation {
  readonly content: DossierContent;
  readonly index: MatrixIndex;
  /** Every statement that counts without filters. */
  readonly all: readonly Statement[];
  readonly rows: Axis;
  readonly columns: Axis;
  readonly filters: MatrixFilters;
  readonly folded: readonly string[];
}

/** Holds every number of one matrix against the plain count. */
function expectNumbers({ content, index, all, rows, columns, filters, folded }: Expectation) {
  const passing = all.filter((statement) => passes(statement, filters));
  const { document, sourceType, month, from, to } = filters;
  const ofDocuments = { document, sourceType, month, from, to } as MatrixFilters;
  const present = all.filter((one) => one.status !== 'rejected' && passes(one, ofDocuments));
  const pair = [rows, columns] as const;
  const where = `${rows} × ${columns} ${JSON.stringify({ filters, folded })}`;
  const query = { rows, columns, filters, folded, language: 'nl' } as const;
  const matrix = buildMatrix(index, query);
  const [rowValues, columnValues] = [valuesOf(matrix.rows), valuesOf(matrix.columns)];
  const at = (statements: readonly Statement[], place: { row?: string; column?: string }) =>
    statementsAt(statements, pair, {
      ...(place.row === undefined ? {} : { row: rowValues.get(place.row) ?? place.row }),
      ...(place.column === undefined ? {} : { column: columnValues.get(place.column) ?? place.column }),
    });
  for (const { row, column, state, read, ...numbers } of matrix.cells) {
    const statements = at(passing, { row, column });
    expect(inPlainForm(numbers), `${where}: ${row}, ${column}`).toEqual(plainNumbers(statements));
    const covered = readingAt(content, filters, {
      [columns]: columnValues.get(column),
      [rows]: rowValues.get(row),
    });
    expect(read, `${where}: ${row}, ${column}`).toEqual(covered);
    const isFound = statements.length > 0 || at(present, { row, column }).length > 0;
    expect(state).toBe(isFound ? 'evidence' : covered.documents > 0 ? 'nothing-found' : 'not-read');
    expect(explainCell(index, query, { row, column }).claims).toHaveLength(numbers.claims);
  }
  const disputed: string[] = [];
  for (const { id: row } of matrix.rows) {
    const statements = at(passing, { row });
    const total = matrix.totals.rows[row];
    expect(total && inPlainForm(total), `${where}: ${row}`).toEqual(plainNumbers(statements));
    expect(total?.read).toEqual(readingAt(content, filters, { [rows]: rowValues.get(row) }));
    for (const measure of measures) {
      const saying = statements.filter((one) => one.measure === measure);
      expect(total?.measures[measure], `${where}: ${row}, ${measure}`).toBe(count(saying).claims);
    }
    expect(explainCell(index, query, { row }).claims).toHaveLength(total?.claims ?? -1);
    if (count(statements).isDisputed) disputed.push(row);
  }
  expect(matrix.disputed, where).toEqual(disputed);
  for (const { id: column } of matrix.columns) {
    const total = matrix.totals.columns[column];
    expect(total && inPlainForm(total), `${where}: ${column}`).toEqual(plainNumbers(at(passing, { column })));
  }
  const everything = at(passing, {});
  expect(inPlainForm(matrix.totals.all), where).toEqual(plainNumbers(everything));
  expectMembers(matrix.rows, rows, everything, { filters, folded }, where);
  expectMembers(matrix.columns, columns, everything, { filters, folded }, where);
  expect(matrix.cells).toHaveLength(matrix.rows.length * matrix.columns.length);
}

/** Whatever is counted has its row; concepts and documents also have one where nothing was found. */
function expectMembers(
  members: readonly { id: string }[],
  axis: Axis,
  statements: readonly Statement[],
  { filters, folded }: Pick<Expectation, 'filters' | 'folded'>,
  where: string,
) {
  const always: Partial<Record<Axis, readonly string[]>> = {
    safeguard: ['voornemen', 'tolk'],
    impact: ['kosten', 'duur', 'none'],
    document: documents.map(({ id }) => id),
  };
  const expected = new Set([...statements.map((one) => memberOf(one, axis)), ...(always[axis] ?? [])]);
  const asked = filters[axis];
  const shown = asked?.length ? [...expected].filter((id) => asked.includes(id)) : [...expected];
  const groupOf = (id: string) =>
    axis === 'safeguard' || axis === 'impact'
      ? codebook.concepts.find((one) => one.id === id)?.group
      : undefined;
  const placed = shown.map((id) => {
    const group = groupOf(id);
    return group !== undefined && folded.includes(group) ? `group:${group}` : id;
  });
  const ids = members.map(({ id }) => id);
  expect(new Set(ids), where).toEqual(new Set(placed));
  expect(new Set(ids).size, where).toBe(ids.length);
}
