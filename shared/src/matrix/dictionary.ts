import { noValue } from './axes.ts';
import { pick } from './growing-numbers.ts';

/** Values by number. Number 0 stands for nothing said, and reads as `none`. */
export class Dictionary {
  readonly values: string[] = [noValue];
  readonly #numbers = new Map<string, number>([[noValue, 0]]);

  /** `known` take the numbers from 1, in their order. */
  constructor(known: readonly string[] = []) {
    for (const value of known) this.numberOf(value);
  }

  /** The number of a value; a new value takes the next one. */
  numberOf(value: string | null | undefined): number {
    if (value === undefined || value === null) return 0;
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** What each fact says of one thing: `values[codes[fact]]`. Code 0 says nothing. */
export interface Column {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** A column whose values are resolved, such as merged speakers: each value is looked at once, not each fact. */
export function mapColumn({ codes, values }: Column, resolve: (value: string) => string | undefined): Column {
  const resolved = new Dictionary();
  const table = Uint32Array.from(values, (value, code) =>
    code === 0 ? 0 : resolved.numberOf(resolve(value)),
  );
  return { codes: pick(table, codes), values: resolved.values };
}

/** Numbers for combinations, from 0: facts with the same code agree in all that was combined. */
export interface Numbering {
  readonly codes: Uint32Array;
  /** How many different codes there are. */
  readonly size: number;
}

/** Largest table that is laid out for every possible combination, in entries. */
const maxTableSize = 4_000_000;

/** Numbers the combinations of two codings of the same facts. Linear. */
export function combine(first: Numbering, second: Numbering): Numbering {
  const codes = new Uint32Array(first.codes.length);
  const possible = first.size * second.size;
  const table = possible <= maxTableSize ? new Uint32Array(possible) : undefined;
  const numbers = new Map<number, number>();
  let size = 0;
  for (let fact = 0; fact < codes.length; fact++) {
    const key = (first.codes[fact] ?? 0) * second.size + (second.codes[fact] ?? 0);
    // Kept one higher, so that 0 says that there is none yet.
    let number = table ? table[key] : numbers.get(key);
    if (!number) {
      number = ++size;
      if (table) table[key] = number;
      else numbers.set(key, number);
    }
    codes[fact] = number - 1;
  }
  return { codes, size };
}

/** A column as a numbering. */
export function numberingOf({ codes, values }: Column): Numbering {
  return { codes, size: values.length };
}
