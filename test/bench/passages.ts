import { describePassage, type QuoteSelector } from '@waarborg/shared/anchoring';
import type { ChangedText } from './changed-text.ts';
import type { Random } from './random.ts';

/** A passage of the original with the truth about it in the changed text. */
export interface Passage {
  readonly quote: QuoteSelector;
  /** The true range; empty (`start === end`) when nothing of it is left. */
  readonly start: number;
  readonly end: number;
  /** The share of its letters and digits that are left, replaced words included. */
  readonly left: number;
}

/**
 * Picks passages of 40–300 characters, from word to word, each unique in the text, and works out where
 * they are after the changes.
 *
 * @param context characters of prefix and suffix; undefined leaves them to `describePassage`.
 */
export function pickPassages(
  original: string,
  changed: ChangedText,
  count: number,
  random: Random,
  context?: number,
): Passage[] {
  const ranges: [number, number][] = [];
  for (let tries = 0; ranges.length < count && tries < 40 * count; tries += 1) {
    const range = pickRange(original, random);
    if (range && isUnique(original, original.slice(...range))) ranges.push(range);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  return findTruths(original, changed, ranges).map(({ start, end, left }, at) => {
    const [from, to] = ranges[at] as [number, number];
    const described = describePassage(original, { start: from, end: to });
    const quote =
      context === undefined
        ? described
        : {
            ...described,
            prefix: original.slice(Math.max(0, from - context), from),
            suffix: original.slice(to, to + context),
          };
    return { quote, start, end, left };
  });
}

function pickRange(original: string, random: Random): [number, number] | undefined {
  const at = random.between(0, original.length - 300);
  const length = random.between(40, 300);
  const start = /\p{L}/u.test(original[at] as string) ? original.indexOf(' ', at) + 1 : at;
  const end = original.indexOf(' ', start + length - 10);
  if (start <= 0 || end < 0 || end - start > 300 || end - start < 40) return undefined;
  const words = original.slice(start, end);
  const trimmed = words.trim();
  const from = start + words.indexOf(trimmed);
  return trimmed.length >= 40 ? [from, from + trimmed.length] : undefined;
}

function isUnique(text: string, words: string): boolean {
  const first = text.indexOf(words);
  return text.indexOf(words, first + 1) < 0;
}

interface Truth {
  start: number;
  end: number;
  left: number;
}

/** One pass over the changed text, also where blocks have changed places. */
function findTruths(original: string, changed: ChangedText, ranges: readonly [number, number][]): Truth[] {
  const firstAt = new Int32Array(original.length).fill(-1);
  const lastAt = new Int32Array(original.length).fill(-1);
  changed.origins.forEach((origin, offset) => {
    if (origin < 0 || !/[^\s]/.test(changed.text[offset] as string)) return;
    if ((firstAt[origin] as number) < 0) firstAt[origin] = offset;
    lastAt[origin] = offset;
  });
  return ranges.map(([from, to]) => {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let kept = 0;
    let all = 0;
    let isInKeptWord = false;
    for (let offset = from; offset < to; offset += 1) {
      const isWord = /[\p{L}\p{N}]/u.test(original[offset] as string);
      const first = firstAt[offset] as number;
      if (isWord) {
        all += 1;
        if (first >= 0) isInKeptWord = true;
        if (isInKeptWord && (first >= 0 || isReplaced(original, firstAt, offset))) kept += 1;
      } else isInKeptWord = false;
      if (first < 0) continue;
      start = Math.min(start, first);
      end = Math.max(end, (lastAt[offset] as number) + 1);
    }
    return kept === 0 ? { start: 0, end: 0, left: 0 } : { start, end, left: kept / Math.max(1, all) };
  });
}

/** Whether the unit belongs to a word of which only the start is an origin, because it was replaced. */
function isReplaced(original: string, firstAt: Int32Array, offset: number): boolean {
  let start = offset;
  while (start > 0 && /[\p{L}\p{N}]/u.test(original[start - 1] as string)) start -= 1;
  return (firstAt[start] as number) >= 0;
}

/** How much two ranges overlap: intersection over union, 0 to 1. */
export function overlapOf(
  one: { start: number; end: number },
  other: { start: number; end: number },
): number {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  if (common <= 0) return 0;
  return common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}
