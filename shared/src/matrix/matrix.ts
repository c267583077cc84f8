import type { Measure } from '../annotation/index.ts';
import type { Language } from '../messages/index.ts';
import { addUp } from './add-up.ts';
import type { Axis } from './axes.ts';
import type { Member } from './axis-members.ts';
import type { Fold } from './claims.ts';
import { type CountedPart, type Counts, PartCounter } from './counts.ts';
import { type Considered, type Coverage, createCoverage } from './coverage.ts';
import { findDiffering } from './disagreements.ts';
import type { Facts } from './facts.ts';
import { documentFilters, includesRejected, type MatrixFilters, passesDocument } from './filters.ts';
import { type Grid, layOutGrid } from './grid.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { documentResolver } from './merges.ts';
import { readingsWithin } from './readings-within.ts';
import type { Opposition } from './voices.ts';

/** What is asked of a dossier. */
export interface MatrixQuery {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly filters: MatrixFilters;
  readonly language: Language;
  /** Names of the reviewers by user id; they are not part of a dossier. */
  readonly reviewerNames?: ReadonlyMap<string, string> | undefined;
  /** Ids of groups of the codebook that are one row or column each: counted as one, never summed. Absent: none. */
  readonly folded?: readonly string[] | undefined;
}

/**
 * Why a cell looks as it does: something was found, nobody has read a document for it, or
 * somebody has read and nothing came of it. The last two must never look alike. A cell
 * whose claims the filters leave out is `evidence` with no claims: something was found.
 */
export type CellState = 'evidence' | 'not-read' | 'nothing-found';

/** A number of the matrix with whoever opposes each other in it. */
export interface Numbers extends Counts {
  /** Empty where the matrix does not list oppositions. */
  readonly opposition: readonly Opposition[];
}

export interface Cell extends Numbers {
  /** Member ids. */
  readonly row: string;
  readonly column: string;
  readonly state: CellState;
  readonly read: Coverage;
}

/** The numbers of a whole row. */
export interface RowTotal extends Numbers {
  readonly read: Coverage;
  /** Claims by what they say happens to a safeguard. */
  readonly measures: Readonly<Record<Measure, number>>;
}

export interface Matrix {
  readonly rows: readonly Member[];
  readonly columns: readonly Member[];
  /**
   * Every combination of row and column, row by row. Of more than `maxCells` combinations only those that have
   * claims.
   */
  readonly cells: readonly Cell[];
  readonly totals: {
    readonly rows: Readonly<Record<string, RowTotal>>;
    readonly columns: Readonly<Record<string, Numbers & { read: Coverage }>>;
    readonly all: Numbers & { read: Coverage };
  };
  /** Row ids in which speakers disagree on the fact itself. */
  readonly disputed: readonly string[];
  /**
   * Whether `opposition` lists who opposes whom. A matrix with more than `maxOpposition` pairs
   * says only how many there are on either side; each cell by itself names them.
   */
  readonly listsOpposition: boolean;
}

/** Most cells of which also those without claims are listed. */
const maxCells = 5_000;
/** Most pairs of opposing speakers that a whole matrix lists. */
const maxOpposition = 5_000;

/** By index, how far the reading got, as it was asked for last: most filters do not change it. */
const lastReading = new WeakMap<MatrixIndex, { asked: string; read: ReturnType<typeof createCoverage> }>();

/** How far the reading got for members of axes, of the reviewers and the documents that the filters leave. */
function createReading(index: MatrixIndex, { filters }: MatrixQuery) {
  const asked = JSON.stringify([filters.reviewer, documentFilters(filters)]);
  const known = lastReading.get(index);
  if (known?.asked === asked) return known.read;
  const { frame } = index;
  const readings = readingsWithin(frame, filters);
  const documents = frame.documents.filter((document) => passesDocument(document, filters));
  const read = createCoverage(documents, readings, documentResolver(frame.documents));
  lastReading.set(index, { asked, read });
  return read;
}

/** Which documents a member is about, and for what they are to be read. */
function consideredFor(axis: Axis, { id, values }: Member): Considered {
  return axis === 'safeguard' ? { safeguards: values ?? [id] } : { [axis]: id };
}

function stateOf(isFound: boolean, read: Coverage): CellState {
  if (isFound) return 'evidence';
  return read.documents > 0 ? 'nothing-found' : 'not-read';
}

/** A part of the facts with what it amounts to. */
interface Part extends CountedPart {
  readonly facts: Uint32Array;
}

/** Every number of a grid, counted; totals are added up where that comes to the same, which is four times as fast. */
function countGrid(grid: Grid, counter: PartCounter, facts: Facts) {
  const count = (own: Uint32Array): Part => ({ facts: own, ...counter.count(own) });
  const cells = grid.cells.map(count);
  const nothing = count(new Uint32Array());
  if (!grid.hasSubjectCells) {
    return {
      cells,
      rows: grid.rows.map(count),
      columns: grid.columns.map(count),
      all: count(grid.all),
      nothing,
    };
  }
  const cellAt = (row: number, column: number) => cells[grid.findCell(row, column) ?? -1] ?? nothing;
  const rows = grid.rows.map((own, row): Part => {
    const parts = grid.columns.map((_, column) => cellAt(row, column));
    return { facts: own, ...addUp(parts, facts) };
  });
  const columns = grid.columns.map((own, column): Part => {
    const parts = grid.rows.map((_, row) => cellAt(row, column));
    return { facts: own, ...addUp(parts, facts) };
  });
  return { cells, rows, columns, all: { facts: grid.all, ...addUp(rows, facts) }, nothing };
}

/** Counters by what they count, since the room that one needs is as large as the dossier. Nothing waits while it counts. */
const counters = new WeakMap<Fold, PartCounter>();

function counterOf(index: MatrixIndex, fold: Fold): PartCounter {
  const counter = counters.get(fold) ?? new PartCounter(index, fold);
  counters.set(fold, counter);
  return counter;
}

/** The matrix of a dossier. Pure: the same index and query give the same matrix. */
export function buildMatrix(index: MatrixIndex, query: MatrixQuery): Matrix {
  const grid = layOutGrid(index, query);
  const { filters } = query;
  const counter = counterOf(index, index.fold(includesRejected(filters))).apartFrom(
    findDiffering(index, filters),
  );
  const parts = countGrid(grid, counter, index.facts);
  const read = createReading(index, query);
  const pairs = [...parts.cells, ...parts.rows, ...parts.columns, parts.all];
  const listsOpposition = pairs.reduce((sum, part) => sum + part.voices.pairs, 0) <= maxOpposition;
  const toNumbers = (part: Part): Numbers => ({
    ...part.counts,
    opposition: listsOpposition && part.voices.pairs > 0 ? counter.listOpposition(part.facts) : [],
  });

  const { rowMembers, columnMembers } = grid;
  const listsAll = rowMembers.length * columnMembers.length <= maxCells;
  const cells = rowMembers.flatMap((rowMember, rowPlace) =>
    columnMembers.flatMap((columnMember, columnPlace) => {
      const found = grid.findCell(rowPlace, columnPlace);
      const part = (found === undefined ? undefined : parts.cells[found]) ?? parts.nothing;
      if (part.counts.claims === 0 && !listsAll) return [];
      const covered = read({
        ...consideredFor(query.columns, columnMember),
        ...consideredFor(query.rows, rowMember),
      });
      const state = stateOf(found !== undefined, covered);
      return [{ row: rowMember.id, column: columnMember.id, ...toNumbers(part), state, read: covered }];
    }),
  );
  return {
    rows: rowMembers,
    columns: columnMembers,
    cells,
    totals: {
      rows: Object.fromEntries(
        rowMembers.map((member, place) => [
          member.id,
          {
            ...toNumbers(parts.rows[place] ?? parts.nothing),
            read: read(consideredFor(query.rows, member)),
            measures: counter.countMeasures(grid.rows[place] ?? parts.nothing.facts),
          },
        ]),
      ),
      columns: Object.fromEntries(
        columnMembers.map((member, place) => [
          member.id,
          {
            ...toNumbers(parts.columns[place] ?? parts.nothing),
            read: read(consideredFor(query.columns, member)),
          },
        ]),
      ),
      all: { ...toNumbers(parts.all), read: read({}) },
    },
    disputed: rowMembers.flatMap(({ id }, place) =>
      counter.isDisputed(grid.rows[place] ?? grid.all) ? [id] : [],
    ),
    listsOpposition,
  };
}
