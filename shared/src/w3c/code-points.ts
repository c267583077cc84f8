import type { PassageRange } from '../annotation/index.ts';

/** Number of Unicode code points; a lone surrogate counts as one. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A range's position in code points, as W3C selectors count; undefined where it has none. */
export function toCodePoints(range: PassageRange): { start: number; end: number } | undefined {
  if (range.start === undefined) return undefined;
  const start = range.start - (range.astralBefore ?? 0);
  return { start, end: start + countCodePoints(range.exact) };
}

/**
 * A position in code points as a range's position in code units. With the text it is exact;
 * without it, it is right as long as no character before it takes two units, and otherwise a hint
 * from which the quote is found. Undefined where the text has no such position.
 */
export function fromCodePoints(
  start: number,
  exact: string,
  text?: string,
): Pick<PassageRange, 'start' | 'end' | 'astralBefore'> | undefined {
  if (text === undefined) return { start, end: start + exact.length };
  let units = 0;
  let points = 0;
  for (const character of text) {
    if (points === start) break;
    points++;
    units += character.length;
  }
  if (points !== start) return undefined;
  const astralBefore = units - points;
  return { start: units, end: units + exact.length, ...(astralBefore > 0 ? { astralBefore } : {}) };
}
