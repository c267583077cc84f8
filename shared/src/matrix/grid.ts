import { axisMembers, type Member } from './axis-members.ts';
import { documentFilters, filtersCodings } from './filters.ts';
import { type Layout, layOut, memberPlaces, usedValues } from './layout.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { partition } from './partition.ts';

/** The facts of a dossier sorted into the numbers of a matrix: each is a list of facts. */
export interface Grid {
  readonly rowMembers: readonly Member[];
  readonly columnMembers: readonly Member[];
  /**
   * Cells in which something was found in the documents that the filters leave, whatever else they leave out:
   * some may have no facts.
   */
  readonly cells: readonly Uint32Array[];
  /** Place among `cells` of the cell of two members, by their places; undefined where nothing was found. */
  readonly findCell: (row: number, column: number) => number | undefined;
  readonly rows: readonly Uint32Array[];
  readonly columns: readonly Uint32Array[];
  readonly all: Uint32Array;
  /**
   * Whether each cell is about one subject, and all about it lies there: no claim is in two cells, and nothing in one
   * contradicts anything in another, so that totals can be added up (`add-up.ts`).
   */
  readonly hasSubjectCells: boolean;
}

/** Largest table that has an entry for every possible cell. */
const maxTableSize = 4_000_000;

/** Numbers from 0 for those of very many cells that occur. */
class CellNumbers {
  readonly #table: Int32Array | undefined;
  readonly #numbers = new Map<number, number>();
  size = 0;

  constructor(possible: number) {
    if (possible <= maxTableSize) this.#table = new Int32Array(possible);
  }

  /** The number of a cell; a new one takes the next. */
  add(cell: number): number {
    const known = this.find(cell);
    if (known !== undefined) return known;
    // Kept one higher: 0 says that there is none.
    this.size++;
    if (this.#table) this.#table[cell] = this.size;
    else this.#numbers.set(cell, this.size);
    return this.size - 1;
  }

  find(cell: number): number | undefined {
    const number = this.#table ? this.#table[cell] : this.#numbers.get(cell);
    return number ? number - 1 : undefined;
  }
}

/** Places of the members for which codes stand; -1 where there is none. */
function placesOf(codes: Uint32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(codes.length);
  for (let at = 0; at < found.length; at++) found[at] = places[codes[at] as number] as number;
  return found;
}

/** Numbers of the cells of rows and columns, by their places; -1 where there is none. */
function numberCells(numbers: CellNumbers, rows: Int32Array, columns: Int32Array, width: number): Int32Array {
  const found = new Int32Array(rows.length);
  for (let at = 0; at < found.length; at++) {
    const [row, column] = [rows[at] as number, columns[at] as number];
    found[at] = row < 0 || column < 0 ? -1 : numbers.add(row * width + column);
  }
  return found;
}

/** Sorts the facts of a dossier into the rows, columns and cells that are asked for. Linear. */
export function layOutGrid(index: MatrixIndex, query: MatrixQuery): Grid {
  const layout = layOut(index, query, query.filters);
  const { axes } = index.facts;
  const [rowValues, columnValues] = [axes[query.rows].values, axes[query.columns].values];
  const rowMembers = axisMembers(query.rows, index.frame, query, usedValues(layout.rows, rowValues));
  const columnMembers = axisMembers(
    query.columns,
    index.frame,
    query,
    usedValues(layout.columns, columnValues),
  );
  const [rowPlaces, columnPlaces] = [
    memberPlaces(rowValues, rowMembers),
    memberPlaces(columnValues, columnMembers),
  ];
  const numbers = new CellNumbers(rowMembers.length * columnMembers.length);
  const place = (one: Layout) => {
    const [rows, columns] = [placesOf(one.rows, rowPlaces), placesOf(one.columns, columnPlaces)];
    return { rows, columns, cells: numberCells(numbers, rows, columns, columnMembers.length) };
  };
  const placed = place(layout);
  if (filtersCodings(query.filters)) place(layOut(index, query, documentFilters(query.filters)));
  const sort = (parts: number, partOf: Int32Array) => {
    const sorted = partition(parts, layout.facts, partOf);
    return Array.from({ length: parts }, (_, part) => sorted.of(part));
  };
  return {
    rowMembers,
    columnMembers,
    cells: sort(numbers.size, placed.cells),
    findCell: (row, column) => numbers.find(row * columnMembers.length + column),
    rows: sort(rowMembers.length, placed.rows),
    columns: sort(columnMembers.length, placed.columns),
    all: layout.facts,
    hasSubjectCells:
      [query.rows, query.columns].toSorted().join() === 'impact,safeguard' &&
      ![...rowMembers, ...columnMembers].some(({ values }) => values) &&
      !placed.cells.includes(-1),
  };
}
