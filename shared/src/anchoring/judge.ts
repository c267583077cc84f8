import { evidenceFor, isInOrder } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import type { Sought } from './seek-quote.ts';

/** Weights for matches of which the order of passages says nothing. */
const ALONE = [
  -4.8, 0.57, 1.46, 0.62, 3.14, 0.78, 1.99, -1.68, 2.86, -0.87, 0.64, 0.29, 0.41, -8.07, -4.63, -6.04, 0.0,
  0.0, 0.0,
];
/** Weights for matches that keep the order of the passages. */
const IN_ORDER = [
  -1.04, 0.99, 2.71, 1.07, 3.24, 1.05, 0.79, -1.66, -0.43, -0.01, 0.13, 0.26, 0.26, -6.18, -5.52, -4.72,
  -5.71, -10.77, -0.34,
];
/** Weights for matches that break it. */
const OUT_OF_ORDER = [
  -3.3, 0.11, -0.11, 1.49, -0.9, -0.97, 1.84, -1.63, 4.31, -1.47, 0.29, 0.46, 0.83, -4.59, -1.66, -4.32, 1.02,
  -5.2, 2.53,
];

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
      const order = isInOrder(match, sought.expectation);
      const weights = order === undefined ? ALONE : order ? IN_ORDER : OUT_OF_ORDER;
      const evidence = evidenceFor(match, sought);
      const odds = evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      return { match, odds };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** The place of a quote; undefined when there is none, or when two are equally good. */
export function findBestMatch(sought: Sought): Match | undefined {
  const [best, next] = judgeMatches(sought);
  if (best === undefined || best.odds < LEAST_ODDS) return undefined;
  if (next !== undefined && best.odds - next.odds < LEAST_LEAD) return undefined;
  return best.match;
}
