import { measures } from '@waarborg/shared/annotation';
import {
  type Axis,
  axes,
  buildMatrix,
  type DossierContent,
  explainCell,
  indexDossier,
  type MatrixFilters,
  type MatrixIndex,
  type Member,
  readCell,
  unpackIndex,
} from '@waarborg/shared/matrix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codebook,
  documents,
  dossierArbitrary,
  filtersArbitrary,
  foldedArbitrary,
  speakers,
} from '../helpers/generated-dossier.ts';
import {
  count,
  foldStatements,
  kindOf,
  memberOf,
  mergedWith,
  passes,
  readAlike,
  readingAt,
  type Statement,
  statementsAt,
  type Values,
  withoutReadings,
} from '../helpers/plain-matrix.ts';

/* Generated dossiers, counted by the product and by the plain reading of domain.md. */

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

type Numbers = Omit<ReturnType<typeof buildMatrix>['totals']['all'], 'read'>;

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

function plainNumbers(statements: readonly Statement[], within: readonly Statement[]) {
  const { isDisputed: _, ...numbers } = count(statements, within);
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

function withoutZeros(counts: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Holds every number of one matrix against the plain count. */
function expectNumbers({ content, index, all, rows, columns, filters, folded }: Expectation) {
  const passing = all.filter((statement) => passes(statement, filters));
  const within = all.filter((statement) => passes(statement, withoutReadings(filters)));
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
    expect(inPlainForm(numbers), `${where}: ${row}, ${column}`).toEqual(plainNumbers(statements, within));
    const covered = readingAt(content, filters, {
      [columns]: columnValues.get(column),
      [rows]: rowValues.get(row),
    });
    expect(read, `${where}: ${row}, ${column}`).toEqual(covered);
    const isFound = statements.length > 0 || at(present, { row, column }).length > 0;
    expect(state).toBe(isFound ? 'evidence' : covered.documents > 0 ? 'nothing-found' : 'not-read');
    expect(explainCell(index, query, { row, column }).claims).toHaveLength(numbers.claims);
    const { sections = [] } = readCell(index, query, { row, column }, { first: 1, cursor: 0, limit: 1 });
    expect(Object.fromEntries(sections.map(({ part, claims }) => [part, claims]))).toEqual(
      withoutZeros({ ...numbers.stances, differ: numbers.disagreements }),
    );
  }
  const disputed: string[] = [];
  for (const { id: row } of matrix.rows) {
    const statements = at(passing, { row });
    const total = matrix.totals.rows[row];
    expect(total && inPlainForm(total), `${where}: ${row}`).toEqual(plainNumbers(statements, within));
    expect(total?.read).toEqual(readingAt(content, filters, { [rows]: rowValues.get(row) }));
    for (const measure of measures) {
      const saying = readAlike(statements, within).filter((one) => one.measure === measure);
      expect(total?.measures[measure], `${where}: ${row}, ${measure}`).toBe(count(saying, within).claims);
    }
    expect(explainCell(index, query, { row }).claims).toHaveLength(total?.claims ?? -1);
    if (count(statements, within).isDisputed) disputed.push(row);
  }
  expect(matrix.disputed, where).toEqual(disputed);
  for (const { id: column } of matrix.columns) {
    const total = matrix.totals.columns[column];
    expect(total && inPlainForm(total), `${where}: ${column}`).toEqual(
      plainNumbers(at(passing, { column }), within),
    );
    expect(total?.read).toEqual(readingAt(content, filters, { [columns]: columnValues.get(column) }));
  }
  const everything = at(passing, {});
  expect(inPlainForm(matrix.totals.all), where).toEqual(plainNumbers(everything, within));
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
