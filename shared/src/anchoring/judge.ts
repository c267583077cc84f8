import { evidenceFor, type Ground, groundOf } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import { unchangedAround } from './pieces.ts';
import type { Sought } from './seek-quote.ts';

/** Weights of the evidence, in its order, by what there is to judge a match by. */
const WEIGHTS: Record<Ground, readonly number[]> = {
  nothing: [
    -2.44, 3.24, -2.31, 0.55, 4.2, -2.25, -2.25, 2.99, 2.99, 0.0, 0.0, 0.0, 0.0, 2.98, -10.7, 0.0, 0.0, 0.0,
    0.0, -2.51, 3.36, -5.32, 2.2,
  ],
  context: [
    -1.26, 2.62, 0.49, -0.08, 2.63, 0.1, 1.55, -0.82, 0.47, -1.3, 0.38, -0.19, 0.09, 0.08, -9.45, -5.53, 0.0,
    0.0, 0.0, -3.0, 2.69, -4.52, 1.12,
  ],
  'in order': [
    1.13, 0.82, 1.22, -0.22, 1.55, -0.2, 0.34, -0.06, -0.08, 0.07, 0.57, 0.12, 0.3, 0.26, -10.93, -2.83,
    -3.45, -5.01, 0.49, -2.6, 2.08, -3.62, -0.67,
  ],
  'out of order': [
    -2.04, 2.0, -0.55, 0.69, 0.02, -1.35, 0.81, -1.92, 1.58, -0.6, 1.42, -0.19, 0.34, 0.51, -4.31, -3.36,
    0.79, -6.31, 2.78, -1.72, 3.61, -3.94, 1.65,
  ],
};

/** A match and how sure it is, as log-odds. */
export interface Judged {
  readonly match: Match;
  readonly odds: number;
}

/**
 * A passage is drawn from these odds on: a wrong place is worse than none. Where the order of many passages
 * speaks too, few right places have so low odds.
 */
const LEAST_ODDS: Record<Ground, number> = { nothing: 0.6, context: 1, 'in order': 2.5, 'out of order': 3 };
/** Two places whose odds differ by less are equally good. */
const LEAST_LEAD = 0.2;

/** Judges all places where a quote could be; the best first. */
export function judgeMatches(sought: Sought): Judged[] {
  return sought.matches
    .filter((match) => match.end > match.start)
    .map((match) => {
      const weights = WEIGHTS[groundOf(match, sought)];
      const evidence = evidenceFor(match, sought);
      const odds = evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      return { match, odds };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** Unchanged words of this many code units, context included, are found wherever they are, if they are there once. */
const ENOUGH_WORDS = 40;

/** The place of a quote; undefined when there is none, or when two are equally good. */
export function findBestMatch(sought: Sought): Match | undefined {
  const [best, next] = judgeMatches(sought);
  if (best === undefined) return undefined;
  if (best.odds < LEAST_ODDS[groundOf(best.match, sought)] && !areTheWords(best.match, sought))
    return undefined;
  if (next !== undefined && best.odds - next.odds < LEAST_LEAD) return undefined;
  return best.match;
}

/**
 * Whether the quote stands there unchanged and nowhere else as long: with the context that joins it there, it is
 * long enough; or it has no context to go by.
 */
function areTheWords(match: Match, { matches, pattern, hasMore }: Sought): boolean {
  const { start, end, codes } = pattern;
  if (match.similarity < 1 || hasMore) return false;
  const unchanged = ({ pieces }: Match) => unchangedAround(pieces, start, end);
  const others = matches.filter((other) => other !== match && other.similarity === 1);
  if (end - start === codes.length) return others.length === 0;
  const length = Math.max(end - start, unchanged(match));
  return length >= ENOUGH_WORDS && others.every((other) => unchanged(other) < ENOUGH_WORDS);
}
