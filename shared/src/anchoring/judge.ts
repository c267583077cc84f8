import { type Expectation, evidenceFor, isInOrder } from './evidence.ts';
import type { Match } from './match-candidate.ts';
import type { QuotePattern } from './quote-pattern.ts';

/** Weights for matches of which the order of passages says nothing. */
const ALONE = [-5.54, 4.12, 1.58, 0.11, 1.74, 1.79, 1.67, -0.86, 0.03, 0.37, -8.14, -4.8, -6.18, 0, 0];
/** Weights for matches that keep the order of the passages. */
const IN_ORDER = [
  -0.17, 0.19, 3.44, 0.7, 2.2, 1.35, 0.84, -1.97, 0.61, 0.56, -8.48, -4.59, -3.99, -9.1, -0.92,
];
/** Weights for matches that break it. */
const OUT_OF_ORDER = [
  -2.33, -0.65, -1.02, 3.89, -1.54, -0.54, 1.61, -1.08, 0.07, 0.98, -2.19, -3.46, -2.67, -1.06, 3.13,
];

/** A match and how sure it is, as log-odds. */
export interface Judged {
  readonly match: Match;
  readonly odds: number;
}

/** Judges all matches of a quote; the best first. */
export function judgeMatches(
  matches: readonly Match[],
  pattern: QuotePattern,
  expectation: Expectation | undefined,
): Judged[] {
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
