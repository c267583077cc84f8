import { wordsOf } from './words.ts';

/** A place in a text, in UTF-16 code units; `end` is the first offset after it. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** A part of a text in which words were found. */
export interface Excerpt {
  readonly text: string;
  /** Where the part begins in the whole text. */
  readonly start: number;
  /** Whether the whole text goes on behind the part. */
  readonly goesOn: boolean;
  /** The words that were found, as places in `text`. */
  readonly hits: Hit[];
}

/** Longest part that is shown, and what of it stands before the first hit, in code units. */
const maxLength = 400;
const lead = 80;

/** The first offset from `place` on that cuts neither a word nor a character. */
function atWord(text: string, place: number): number {
  if (place <= 0) return 0;
  const gap = /\s/u.exec(text.slice(place, place + lead));
  const found = gap ? place + gap.index + 1 : place;
  return /[\udc00-\udfff]/u.test(text[found] ?? '') ? found + 1 : found;
}

/** The last offset up to `place` and from `least` on that cuts no word; where there is none, one that cuts no character. */
function beforeWord(text: string, least: number, place: number): number {
  if (place >= text.length) return text.length;
  const gap = text.slice(least, place + 1).search(/\s\S*$/u);
  if (gap >= 0) return least + gap;
  return /[\udc00-\udfff]/u.test(text[place] ?? '') ? place - 1 : place;
}

/** The part of a text around the first word with one of the stems; undefined where none has. */
export function excerptOf(text: string, stems: ReadonlySet<string>): Excerpt | undefined {
  const found: Hit[] = [];
  for (const { stem, start, end } of wordsOf(text)) {
    const [first] = found;
    if (first && start > first.start + maxLength) break;
    if (stems.has(stem)) found.push({ start, end });
  }
  const [first] = found;
  if (!first) return undefined;
  const start = text.length <= maxLength ? 0 : Math.min(first.start, atWord(text, first.start - lead));
  const end = beforeWord(text, first.end, Math.max(first.end, start + maxLength));
  const hits = found.filter((hit) => hit.end <= end);
  return {
    text: text.slice(start, end),
    start,
    goesOn: text.slice(end).trim() !== '',
    hits: hits.map((hit) => ({ start: hit.start - start, end: hit.end - start })),
  };
}
