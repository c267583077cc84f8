import type { PassageRange } from '../annotation/index.ts';
import type { CountedPassage } from './passage-table.ts';

/** Begins the name of a text that was not kept, before its address. */
const unkept = 'at ';

/** A name for the text in which a passage was marked: its hash, or its address where it was not kept. */
export function nameText({ rendition, source }: Pick<CountedPassage, 'rendition' | 'source'>): string {
  return rendition ?? `${unkept}${source}`;
}

/** Stands before and after a number, and for a point or comma within it: signs that no text has. */
const [bound, point] = ['\uE000', '\uE001'];
/** A number with its points and commas, thousands perhaps set apart. */
const number = /\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[.,]\d+)*/g;
/** Whatever is neither letter nor number. */
const gaps = new RegExp(`[^\\p{L}\\p{N}${bound}${point}]+`, 'gu');

function boundNumber(digits: string): string {
  const plain = digits.length < 3 ? digits : digits.replace(/\s/g, '').replace(/[.,]/g, point);
  return `${bound}${plain}${bound}`;
}

/**
 * Letters and numbers only: what two copies of a text have in common. A number is whole: 1 is no part of 10, and 3
 * none of 3.109, while 36 704 is 36704.
 */
function essence(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replace(number, boundNumber).replace(gaps, '');
}

/** One piece of a passage as it is compared with others. Its letters are read when they are first asked for. */
export class RangeWords {
  readonly start: number | undefined;
  /** First offset after the piece. */
  readonly end: number | undefined;
  readonly #range: PassageRange;
  #letters: string | undefined;

  constructor(range: PassageRange) {
    this.#range = range;
    this.start = range.start;
    this.end = range.end;
  }

  get hasPosition(): boolean {
    return this.start !== undefined && this.end !== undefined;
  }

  get letters(): string {
    this.#letters ??= essence(this.#range.exact);
    return this.#letters;
  }

  get lettersBefore(): string {
    return essence(this.#range.prefix);
  }

  get lettersAfter(): string {
    return essence(this.#range.suffix);
  }
}

/** The words of a passage and the text in which they stand. */
export interface PassageWords {
  readonly text: string;
  /** Whether the text was kept: then the same name is certainly the same text. */
  readonly isKept: boolean;
  readonly ranges: readonly RangeWords[];
}

/** Reads the words of a passage; `text` is the name of its text. */
export function readWords(ranges: readonly PassageRange[], text: string): PassageWords {
  return { text, isKept: !text.startsWith(unkept), ranges: ranges.map((range) => new RangeWords(range)) };
}
