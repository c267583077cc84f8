import type { QuotePattern } from './quote-pattern.ts';
import { isSentenceStart } from './sentences.ts';
import { findWordStarts } from './word-starts.ts';

const WORD = 1;
const SENTENCE = 2;

interface Breaks {
  /** For each place whether a word or a sentence starts there. */
  readonly at: Uint8Array;
  /** Where sentences start, its own start and end included. */
  readonly sentences: readonly number[];
}

const known = new WeakMap<QuotePattern, Breaks>();

/** For each place of a pattern whether a word starts there, and not 0 then: see `findWordStarts`. */
export function wordMarks(pattern: QuotePattern): Uint8Array {
  return breaksOf(pattern).at;
}

/** Whether a sentence starts at the place `at` of a pattern: see `isSentenceStart`. */
export function startsSentence(pattern: QuotePattern, at: number): boolean {
  return breaksOf(pattern).at[at] === SENTENCE;
}

/** Where sentences start in a pattern, in order, with its own start and end. */
export function sentenceCuts(pattern: QuotePattern): readonly number[] {
  return breaksOf(pattern).sentences;
}

/** Looked up once for a pattern, because every place where a quote could be asks for it. */
function breaksOf(pattern: QuotePattern): Breaks {
  let breaks = known.get(pattern);
  if (breaks === undefined) {
    const { codes, source, from } = pattern;
    const marks = new Uint8Array(codes.length);
    const sentences = [0];
    for (const start of findWordStarts(source, from, from + codes.length)) {
      const at = start - from;
      marks[at] = isSentenceStart(source, start) ? SENTENCE : WORD;
      if (at > 0 && marks[at] === SENTENCE) sentences.push(at);
    }
    sentences.push(codes.length);
    breaks = { at: marks, sentences };
    known.set(pattern, breaks);
  }
  return breaks;
}
