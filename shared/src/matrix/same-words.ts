import type { Annotation, PassageRange } from '../annotation/index.ts';

/** Letters and digits only: what two copies of a text have in common. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function overlaps(a: PassageRange, b: PassageRange, sameCopy: boolean): boolean {
  if (sameCopy && a.start !== undefined && b.start !== undefined) {
    return a.start < (b.end ?? 0) && b.start < (a.end ?? 0);
  }
  const [shorter, longer] = [essence(a.exact), essence(b.exact)].sort((x, y) => x.length - y.length);
  return shorter !== undefined && shorter !== '' && (longer?.includes(shorter) ?? false);
}

/**
 * Whether two passages of one document share words.
 *
 * In the same copy by position. Positions of different copies cannot be compared, so
 * there the words decide: one quote contains the other.
 */
export function shareWords(a: Annotation, b: Annotation): boolean {
  const sameCopy =
    a.rendition !== undefined && b.rendition !== undefined
      ? a.rendition === b.rendition
      : a.source === b.source;
  return a.ranges.some((rangeA) => b.ranges.some((rangeB) => overlaps(rangeA, rangeB, sameCopy)));
}
