import type { Language } from '../messages/index.ts';
import { type Axis, noValue, valueOnAxis } from './axes.ts';
import { axisMembers, type Member } from './axis-members.ts';
import { agreedFacts, type Claim, claimsOf } from './claims.ts';
import { type Counts, countClaims } from './counts.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import { type DossierContent, type Fact, factsOf } from './facts.ts';
import { createFilter, type MatrixFilters, passesDocument } from './filters.ts';

/** What is asked of a dossier. */
export interface MatrixQuery {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly filters: MatrixFilters;
  readonly language: Language;
}

/**
 * Why a cell looks as it does: something was found, nobody has read a document for it, or
 * somebody has read and nothing came of it. The last two must never look alike. A cell
 * whose claims the filters leave out is `evidence` with no claims: something was found.
 */
export type CellState = 'evidence' | 'not-read' | 'nothing-found';

export interface Cell extends Counts {
  /** Member ids. */
  readonly row: string;
  readonly column: string;
  readonly state: CellState;
  readonly read: Coverage;
}

export interface Matrix {
  readonly rows: readonly Member[];
  readonly columns: readonly Member[];
  /** Every combination of row and column, row by row. */
  readonly cells: readonly Cell[];
  readonly totals: {
    readonly rows: Readonly<Record<string, Counts & { read: Coverage }>>;
    readonly columns: Readonly<Record<string, Counts>>;
    readonly all: Counts & { read: Coverage };
  };
  /** Row ids in which speakers disagree on the fact itself. */
  readonly disputed: readonly string[];
}

/** Facts of a dossier that pass the filters, sorted into rows and columns. */
export interface Layout {
  readonly facts: readonly Fact[];
  /** Members of both axes to which the fact belongs. */
  readonly placesOf: (fact: Fact) => readonly { row: string; column: string }[];
}

/**
 * Lays facts out on two axes. A fact has one place, unless both axes are the same: then it
 * stands with the other values that the same passage names.
 */
export function layOut(all: readonly Fact[], query: MatrixQuery): Layout {
  const facts = all.filter(createFilter(query.filters));
  const { rows, columns } = query;
  if (rows !== columns) {
    return {
      facts,
      placesOf: (fact) => [{ row: valueOnAxis(rows, fact), column: valueOnAxis(columns, fact) }],
    };
  }
  const valuesOfPassage = new Map<string, Set<string>>();
  for (const fact of facts) {
    const values = valuesOfPassage.get(fact.annotation.id) ?? new Set();
    valuesOfPassage.set(fact.annotation.id, values.add(valueOnAxis(rows, fact)));
  }
  return {
    facts,
    placesOf: (fact) => {
      const row = valueOnAxis(rows, fact);
      const others = [...(valuesOfPassage.get(fact.annotation.id) ?? [])].filter((value) => value !== row);
      return others.map((column) => ({ row, column }));
    },
  };
}

function cellKey({ row, column }: { row: string; column: string }): string {
  return JSON.stringify([row, column]);
}

/** Cells in which something was found in the documents that the filters leave, whatever else they leave out. */
function foundCells(all: readonly Fact[], query: MatrixQuery): ReadonlySet<string> {
  const { document, sourceType, month, from, to } = query.filters;
  const layout = layOut(all, { ...query, filters: { document, sourceType, month, from, to } });
  return new Set(layout.facts.flatMap((fact) => layout.placesOf(fact).map(cellKey)));
}

/** Counts claims of a part of the facts. */
function claimsOfPart(part: readonly Fact[] | undefined, content: DossierContent): Claim[] {
  return part ? claimsOf(part, content.links) : [];
}

/** A claim of fact that the other denies, at the same stage. */
const factualOpposites = [['kept', 'not-observed']] as const;

/**
 * Whether speakers disagree on the fact itself: of one safeguard one says `kept`, another
 * `not-observed`, at the same stage. What reviewers read differently says nothing of the speakers.
 */
function isDisputed(claims: readonly Claim[]): boolean {
  const facts = claims.flatMap(agreedFacts);
  const opposes = (a: Fact, b: Fact) =>
    a.safeguard === b.safeguard && a.coding.stage === b.coding.stage && a.speaker !== b.speaker;
  return factualOpposites.some(([one, other]) => {
    const others = facts.filter(({ coding }) => coding.measure === other);
    return facts.some((fact) => fact.coding.measure === one && others.some((found) => opposes(fact, found)));
  });
}

function stateOf(isFound: boolean, read: Coverage): CellState {
  if (isFound) return 'evidence';
  return read.documents > 0 ? 'nothing-found' : 'not-read';
}

/** The matrix of a dossier. Pure: the same content and query give the same matrix. */
export function buildMatrix(content: DossierContent, query: MatrixQuery): Matrix {
  const facts = factsOf(content);
  const layout = layOut(facts, query);
  const names = new Map(content.speakers.map(({ id, name }) => [id, name]));
  const count = (part: readonly Fact[] | undefined) =>
    countClaims(claimsOfPart(part, content), (speaker) => names.get(speaker) ?? speaker);

  const placed = layout.facts.flatMap((fact) => layout.placesOf(fact).map((place) => ({ fact, ...place })));
  const partsBy = (key: (place: { row: string; column: string }) => string) =>
    new Map(
      [...Map.groupBy(placed, key)].map(([id, part]) => [id, [...new Set(part.map(({ fact }) => fact))]]),
    );
  const byCell = partsBy(cellKey);
  const byRow = partsBy(({ row }) => row);
  const byColumn = partsBy(({ column }) => column);

  const rows = axisMembers(query.rows, content, query, new Set(byRow.keys()));
  const columns = axisMembers(query.columns, content, query, new Set(byColumn.keys()));
  const found = foundCells(facts, query);
  const { reviewer } = query.filters;
  const readings = content.readings.filter(
    (reading) => !reviewer?.length || reviewer.includes(reading.reviewer),
  );
  const coverageOf = createCoverage(content.documents, readings);
  const read = (places: Partial<Record<Axis, string>>) =>
    coverageOf(
      places.safeguard === noValue ? undefined : places.safeguard,
      (document) =>
        passesDocument(document, query.filters) &&
        (places.document === undefined || places.document === document.id) &&
        (places.sourceType === undefined || places.sourceType === document.sourceType) &&
        (places.month === undefined || places.month === (document.date?.slice(0, 7) ?? noValue)),
    );

  return {
    rows,
    columns,
    cells: rows.flatMap(({ id: row }) =>
      columns.map(({ id: column }) => {
        const key = cellKey({ row, column });
        const covered = read({ [query.columns]: column, [query.rows]: row });
        return {
          row,
          column,
          ...count(byCell.get(key)),
          state: stateOf(found.has(key), covered),
          read: covered,
        };
      }),
    ),
    totals: {
      rows: Object.fromEntries(
        rows.map(({ id }) => [id, { ...count(byRow.get(id)), read: read({ [query.rows]: id }) }]),
      ),
      columns: Object.fromEntries(columns.map(({ id }) => [id, count(byColumn.get(id))])),
      all: { ...count([...new Set(placed.map(({ fact }) => fact))]), read: read({}) },
    },
    disputed: rows.flatMap(({ id }) => (isDisputed(claimsOfPart(byRow.get(id), content)) ? [id] : [])),
  };
}
