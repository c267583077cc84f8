import { evidenceFor, isInOrder } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import type { Sought } from './seek-quote.ts';

/** Weights for matches of which the order of passages says nothing. */
const ALONE = [
  -4.7, 0.61, 1.55, 0.68, 2.81, 0.81, 1.98, -1.69, 2.83, -0.85, 0.64, 0.28, 0.41, -8.06, -5.18, -6.04, 0.0,
  0.0, 0.0,
];
/** Weights for matches that keep the order of the passages. */
const IN_ORDER = [
  -0.82, 1.05, 2.81, 1.13, 2.63, 1.05, 0.78, -1.62, -0.46, -0.01, 0.13, 0.3, 0.26, -6.15, -5.89, -4.65, -5.69,
  -10.96, -0.32,
];
/** Weights for matches that break it. */
const OUT_OF_ORDER = [
  -3.3, 0.11, -0.11, 1.5, -0.94, -0.98, 1.84, -1.64, 4.31, -1.47, 0.29, 0.45, 0.84, -4.62, -1.77, -4.33, 1.05,
  -5.18, 2.53,
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
