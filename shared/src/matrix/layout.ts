import type { Member } from './axis-members.ts';
import type { MatrixFilters } from './filters.ts';
import { selectFacts } from './filters.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { partition } from './partition.ts';

/**
 * Facts that pass the filters, each with its row and its column: three lists of the same length. A fact has one
 * place, unless both axes are the same: then it stands with each other value that the same passage names.
 */
export interface Layout {
  readonly facts: Uint32Array;
  /** Codes of the axes. */
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
}

/** Lays facts out on two axes. */
export function layOut(
  index: MatrixIndex,
  { rows, columns }: Pick<MatrixQuery, 'rows' | 'columns'>,
  filters: MatrixFilters,
): Layout {
  const facts = selectFacts(index, filters);
  const rowCodes = index.facts.axes[rows].codes;
  if (rows === columns) return layOutPairs(facts, index, rowCodes);
  const columnCodes = index.facts.axes[columns].codes;
  return { facts, rows: codesOf(facts, rowCodes), columns: codesOf(facts, columnCodes) };
}

function codesOf(facts: Uint32Array, codes: Uint32Array): Uint32Array {
  const own = new Uint32Array(facts.length);
  for (let place = 0; place < own.length; place++) own[place] = codes[facts[place] as number] as number;
  return own;
}

function layOutPairs(
  facts: Uint32Array,
  { facts: { passage }, table }: MatrixIndex,
  codes: Uint32Array,
): Layout {
  const placed: { facts: number[]; rows: number[]; columns: number[] } = { facts: [], rows: [], columns: [] };
  const passages = table.document.length;
  const byPassage = partition(passages, facts, codesOf(facts, passage));
  for (let one = 0; one < passages; one++) {
    const own = byPassage.of(one);
    const values = new Set(Array.from(own, (fact) => codes[fact] ?? 0));
    for (const fact of own) {
      const row = codes[fact] ?? 0;
      for (const column of values) {
        if (column === row) continue;
        placed.facts.push(fact);
        placed.rows.push(row);
        placed.columns.push(column);
      }
    }
  }
  return {
    facts: Uint32Array.from(placed.facts),
    rows: Uint32Array.from(placed.rows),
    columns: Uint32Array.from(placed.columns),
  };
}

/** The values that codes stand for. */
export function usedValues(codes: Uint32Array, values: readonly string[]): ReadonlySet<string> {
  const used = new Uint8Array(values.length);
  for (const code of codes) used[code] = 1;
  return new Set(values.filter((_, code) => used[code] === 1));
}

/** For each code of an axis the place of its member among the members, or -1. */
export function memberPlaces(values: readonly string[], members: readonly Member[]): Int32Array {
  const places = new Map(
    members.flatMap(({ id, values: own = [id] }, place) => own.map((value) => [value, place] as const)),
  );
  return Int32Array.from(values, (value) => places.get(value) ?? -1);
}
