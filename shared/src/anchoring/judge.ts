import { evidenceFor, type Ground, groundOf } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import type { Sought } from './seek-quote.ts';

/** Weights of the evidence, in its order, by what there is to judge a match by. */
const WEIGHTS: Record<Ground, readonly number[]> = {
  nothing: [
    -5.24, 3.78, -0.97, 1.94, 6.76, -5.07, -5.07, 3.52, 3.52, 0.0, 0.0, 0.0, 0.0, -3.18, -13.43, 0.0, 0.0,
    0.0, 0.0,
  ],
  context: [
    -4.64, 1.58, 1.52, 1.12, 2.68, 1.12, 1.7, -0.88, 2.36, -1.46, -0.85, 0.42, 0.65, -4.05, -13.59, -6.01,
    0.0, 0.0, 0.0,
  ],
  'in order': [
    -0.85, 1.09, 2.78, 1.23, 2.65, 0.98, 0.66, -1.74, -0.57, 0.04, 0.26, 0.34, 0.33, -5.91, -6.12, -4.62,
    -5.81, -11.49, -0.27,
  ],
  'out of order': [
    -3.37, 0.44, -0.05, 1.77, -1.01, -1.01, 1.85, -1.77, 4.22, -1.37, 0.74, 0.45, 0.16, -4.76, -1.62, -4.17,
    0.94, -4.93, 2.75,
  ],
};

/** A match and how sure it is, as log-odds. */
export interface Judged {
  readonly match: Match;
  readonly odds: number;
}

/** A passage is drawn from these odds on: a wrong place is worse than none. */
const LEAST_ODDS = 0.6;
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

/** Unchanged words of this many code units are found wherever they are, if they are there once. */
const ENOUGH_WORDS = 40;

/** The place of a quote; undefined when there is none, or when two are equally good. */
export function findBestMatch(sought: Sought): Match | undefined {
  const [best, next] = judgeMatches(sought);
  if (best === undefined) return undefined;
  if (best.odds < LEAST_ODDS && !areTheWords(best.match, sought)) return undefined;
  if (next !== undefined && best.odds - next.odds < LEAST_LEAD) return undefined;
  return best.match;
}

/** Whether the quote stands there and nowhere else unchanged, and is long enough or has no context to go by. */
function areTheWords(match: Match, { matches, pattern, hasMore }: Sought): boolean {
  if (match.similarity < 1 || hasMore || matches.some((other) => other !== match && other.similarity === 1)) {
    return false;
  }
  const length = pattern.end - pattern.start;
  return length >= ENOUGH_WORDS || length === pattern.codes.length;
}
