import type { Axis } from './axes.ts';
import type { Member } from './axis-members.ts';
import { type Column, combine, type Numbering, numberingOf } from './dictionary.ts';
import { valuesOf } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { selectFacts } from './filters.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { partition } from './partition.ts';

/** Combinations of a row and a column, numbered from 0. */
export interface Pairs {
  /** By combination: the codes of its row and its column. */
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
}

/**
 * Facts that pass the filters, each with its row and its column. A fact has one place, unless both axes are the same:
 * then it stands with each other value that the same passage names.
 */
export interface Layout extends Pairs {
  readonly facts: Uint32Array;
  /** By place in `facts`: the number of its combination. Facts that do not pass may have others. */
  readonly pairs: Uint32Array;
}

/** Lays facts out on two axes. */
export function layOut(
  index: MatrixIndex,
  { rows, columns }: Pick<MatrixQuery, 'rows' | 'columns'>,
  filters: MatrixFilters,
): Layout {
  const facts = selectFacts(index, filters);
  if (rows === columns) return layOutPairs(facts, index, index.facts.axes[rows]);
  const { numbering, ...pairs } = pairsOf(index, rows, columns);
  return { facts, pairs: codesOf(facts, numbering.codes), ...pairs };
}

function codesOf(facts: Uint32Array, codes: Uint32Array): Uint32Array {
  const own = new Uint32Array(facts.length);
  for (let place = 0; place < own.length; place++) own[place] = codes[facts[place] as number] as number;
  return own;
}

interface NumberedPairs extends Pairs {
  readonly numbering: Numbering;
}

/** By index, the pairs of the two axes that were asked for last: no filter changes them. */
const lastPairs = new WeakMap<MatrixIndex, NumberedPairs & { readonly axes: string }>();

/** What all facts say on two different axes. */
function pairsOf(index: MatrixIndex, rows: Axis, columns: Axis): NumberedPairs {
  const names = `${rows} ${columns}`;
  const known = lastPairs.get(index);
  if (known?.axes === names) return known;
  const { axes, subject } = index.facts;
  const [row, column] = [axes[rows], axes[columns]];
  const isSubject = rows === 'safeguard' && columns === 'impact';
  const numbering = isSubject ? subject : combine(numberingOf(row), numberingOf(column));
  const codes = { rows: valuesOf(numbering, row.codes), columns: valuesOf(numbering, column.codes) };
  lastPairs.set(index, { axes: names, numbering, ...codes });
  return { numbering, ...codes };
}

function layOutPairs(
  facts: Uint32Array,
  { facts: { passage }, table }: MatrixIndex,
  { codes, values: { length: size } }: Column,
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
  const [rows, columns] = [Uint32Array.from(placed.rows), Uint32Array.from(placed.columns)];
  const numbering = combine({ codes: rows, size }, { codes: columns, size });
  return {
    facts: Uint32Array.from(placed.facts),
    pairs: numbering.codes,
    rows: valuesOf(numbering, rows),
    columns: valuesOf(numbering, columns),
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
