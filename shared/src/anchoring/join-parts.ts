import { type Match, matchOf } from './match-candidate.ts';
import type { Sought } from './seek-quote.ts';
import type { Skeleton } from './skeleton.ts';

/** How long a block may be that was put into a passage and parts it: footnotes, a table, a page's footer and header. */
const MOST_BETWEEN = 1600;

/** Whether two places have one part each of what was one passage, in the order in which they stood. */
export function areParts(one: Match, other: Match): boolean {
  return goesBefore(one, other) || goesBefore(other, one);
}

function goesBefore(one: Match, other: Match): boolean {
  const last = one.pieces.at(-1);
  const [first] = other.pieces;
  if (last === undefined || first === undefined) return false;
  return last.old + last.length <= first.old && last.new + last.length <= first.new && one.end <= other.start;
}

/**
 * The passage of which `match` and `other` are parts, with what was put between them; the greater part when that is
 * more than fits into a passage.
 */
export function joinParts(skeleton: Skeleton, { pattern, known }: Sought, match: Match, other: Match): Match {
  const [first, last] = goesBefore(match, other) ? [match, other] : [other, match];
  if (last.start - first.end > MOST_BETWEEN) return match.share < other.share ? other : match;
  const pieces = [...first.pieces, ...last.pieces];
  return matchOf(skeleton, pattern, { pieces, isCertain: true }, known);
}
