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
  const rough = Math.max(first.end, start + maxLength);
  const end = rough >= text.length || !/[\udc00-\udfff]/u.test(text[rough] ?? '') ? rough : rough - 1;
  const hits = found.filter((hit) => hit.end <= end);
  return {
    text: text.slice(start, end),
    start,
    hits: hits.map((hit) => ({ start: hit.start - start, end: hit.end - start })),
  };
}
