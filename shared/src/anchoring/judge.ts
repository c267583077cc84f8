import { evidenceFor, isInOrder } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import type { Sought } from './seek-quote.ts';

/** Weights for matches of which the order of passages says nothing. */
const ALONE = [-6.1, 3.14, 1.17, 0.66, 3.35, 1.58, 2.26, -1.03, 0.14, 0.47, -7.84, -4.73, -5.83, 0.0, 0.0];
/** Weights for matches that keep the order of the passages. */
const IN_ORDER = [
  -1.53, 1.02, 2.63, 1.35, 3.33, 1.26, 1.08, -2.07, 0.05, 0.57, -6.19, -6.34, -3.9, -5.56, -0.47,
];
/** Weights for matches that break it. */
const OUT_OF_ORDER = [
  -3.9, 2.63, 0.56, 2.49, -0.99, -0.5, 1.19, 0.35, 0.22, 0.4, -5.53, -0.93, -4.58, -0.13, 2.51,
];

/** A match and how sure it is, as log-odds. */
export interface Judged {
  readonly match: Match;
  readonly odds: number;
}

/** A passage is drawn from these odds on: a wrong place is worse than none. */
const LEAST_ODDS = 0.5;
/** Two places whose odds differ by less are equally good. */
const LEAST_LEAD = 0.2;

/** Judges all places where a quote could be; the best first. */
export function judgeMatches({ matches, pattern, expectation }: Sought): Judged[] {
  return matches
    .filter((match) => match.end > match.start)
    .map((match) => {
      const order = isInOrder(match, expectation);
      const weights = order === undefined ? ALONE : order ? IN_ORDER : OUT_OF_ORDER;
      const evidence = evidenceFor(match, matches, pattern, expectation);
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
