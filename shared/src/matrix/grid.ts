import { axisMembers, type Member } from './axis-members.ts';
import { documentFilters, filtersCodings } from './filters.ts';
import { type Layout, layOut, memberPlaces, type Pairs, usedValues } from './layout.ts';
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

/** Puts lists of facts together, by the part to which each belongs; -1 is none. */
function join(parts: number, lists: readonly Uint32Array[], partOf: readonly number[]): Uint32Array[] {
  const own = Array.from({ length: parts }, (): Uint32Array[] => []);
  for (const [place, list] of lists.entries()) own[partOf[place] ?? -1]?.push(list);
  return own.map((some) => {
    if (some.length === 1 && some[0]) return some[0];
    const joined = new Uint32Array(some.reduce((size, { length }) => size + length, 0));
    let end = 0;
    for (const list of some) {
      joined.set(list, end);
      end += list.length;
    }
    return joined;
  });
}

/** The combinations of a row and a column of which a fact passes, by their codes. */
function occurringPairs({ pairs, rows, columns }: Layout): Pairs & { readonly pairs: number[] } {
  const occurs = new Uint8Array(rows.length);
  for (let place = 0; place < pairs.length; place++) occurs[pairs[place] as number] = 1;
  const found = [...occurs.keys()].filter((pair) => occurs[pair] === 1);
  const codesOf = (codes: Uint32Array) => Uint32Array.from(found, (pair) => codes[pair] as number);
  return { pairs: found, rows: codesOf(rows), columns: codesOf(columns) };
}

/** By index, in which combinations something was found, as it was asked for last. */
const lastFound = new WeakMap<MatrixIndex, { readonly asked: string; readonly found: Pairs }>();

/** The combinations in which something was found in the documents that filters leave, whatever else they leave out. */
function findPairs(index: MatrixIndex, query: MatrixQuery): Pairs {
  const filters = documentFilters(query.filters);
  const asked = JSON.stringify([query.rows, query.columns, filters]);
  const known = lastFound.get(index);
  if (known?.asked === asked) return known.found;
  const found = occurringPairs(layOut(index, query, filters));
  lastFound.set(index, { asked, found });
  return found;
}

/** Sorts the facts of a dossier into the rows, columns and cells that are asked for. Linear. */
export function layOutGrid(index: MatrixIndex, query: MatrixQuery): Grid {
  const layout = layOut(index, query, query.filters);
  const { pairs, rows, columns } = occurringPairs(layout);
  const { axes } = index.facts;
  const [rowValues, columnValues] = [axes[query.rows].values, axes[query.columns].values];
  const rowMembers = axisMembers(query.rows, index.frame, query, usedValues(rows, rowValues));
  const columnMembers = axisMembers(query.columns, index.frame, query, usedValues(columns, columnValues));
  const rowPlaces = memberPlaces(rowValues, rowMembers);
  const columnPlaces = memberPlaces(columnValues, columnMembers);

  const numbers = new CellNumbers(rowMembers.length * columnMembers.length);
  const placesOf = (codes: Uint32Array, places: Int32Array) =>
    Array.from(codes, (code) => places[code] ?? -1);
  const place = (some: Pairs) => {
    const [ofRows, ofColumns] = [placesOf(some.rows, rowPlaces), placesOf(some.columns, columnPlaces)];
    const cells = ofRows.map((row, pair) => {
      const column = ofColumns[pair] ?? -1;
      return row < 0 || column < 0 ? -1 : numbers.add(row * columnMembers.length + column);
    });
    return { rows: ofRows, columns: ofColumns, cells };
  };
  const placed = place({ rows, columns });
  if (filtersCodings(query.filters)) place(findPairs(index, query));

  const sorted = partition(layout.rows.length, layout.facts, layout.pairs);
  const lists = pairs.map((pair) => sorted.of(pair));
  return {
    rowMembers,
    columnMembers,
    cells: join(numbers.size, lists, placed.cells),
    findCell: (row, column) => numbers.find(row * columnMembers.length + column),
    rows: join(rowMembers.length, lists, placed.rows),
    columns: join(columnMembers.length, lists, placed.columns),
    all: layout.facts,
    hasSubjectCells:
      [query.rows, query.columns].toSorted().join() === 'impact,safeguard' &&
      ![...rowMembers, ...columnMembers].some(({ values }) => values) &&
      !placed.cells.includes(-1),
  };
}
