import { evidenceFor, type Ground, groundOf, hasRoom } from './evidence.ts';
import { isRest } from './find-rest.ts';
import { areParts, joinParts } from './join-parts.ts';
import type { Match } from './match-candidate.ts';
import { unchangedAround } from './pieces.ts';
import { isReadAcross } from './read-across.ts';
import type { Sought } from './seek-quote.ts';
import type { Skeleton } from './skeleton.ts';

/** Weights of the evidence, in its order, by what there is to judge a match by. */
const WEIGHTS: Record<Ground, readonly number[]> = {
  nothing: [
    -2.31, 3.34, -2.52, 0.37, 4.05, -2.11, -2.11, 3.08, 3.08, 0.0, 0.0, 0.0, 0.0, 2.56, -12.51, 0.0, 0.0, 0.0,
    0.0, 0.0, -2.94, 3.36, -3.95, 2.06, 0.0,
  ],
  context: [
    -0.93, 3.37, -0.55, -0.23, 2.67, 0.32, 1.91, -0.58, 0.1, -1.19, -0.01, -0.25, 0.04, -0.05, -11.25, -5.47,
    0.0, 0.0, 0.0, 0.0, -3.21, 2.84, -3.83, 0.81, 0.0,
  ],
  'in order': [
    1.03, 0.98, 1.07, -0.34, 1.09, 0.1, 0.11, -0.25, 0.02, 0.18, 0.66, 0.23, 0.36, 0.22, -12.87, -2.72, -1.41,
    -2.36, -5.31, 0.63, -3.26, 2.05, -3.42, -0.39, 0.0,
  ],
  'out of order': [
    -3.52, 1.45, 0.22, 0.96, -1.93, -1.73, 0.64, -1.94, 2.36, 0.4, -0.08, 0.04, 1.44, 2.99, -5.03, -2.6, 2.95,
    -1.32, -6.51, 2.44, -2.54, 3.99, -1.77, 0.02, 1.81,
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
const LEAST_ODDS: Record<Ground, number> = { nothing: 0.6, context: 1, 'in order': 1.7, 'out of order': 3 };
/** Out of order and where nothing was put in, other words stood all along, however much they resemble the quote. */
const LEAST_WITHOUT_ROOM = 5;
/** The evidence knows single blocks, which speak against a place; lines of columns between its own do not. */
const READ_ACROSS = LEAST_WITHOUT_ROOM;
/** Two places whose odds differ by less are equally good. */
const LEAST_LEAD = 0.2;

/** Judges all places where a quote could be; the best first. Once for the same places, which are asked about again and again. */
export function judgeMatches(sought: Sought): readonly Judged[] {
  if (sought.judged?.matches !== sought.matches)
    sought.judged = { matches: sought.matches, inOrder: judgeAll(sought) };
  return sought.judged.inOrder;
}

function judgeAll(sought: Sought): Judged[] {
  return sought.matches
    .filter((match) => match.end > match.start)
    .map((match) => {
      const weights = WEIGHTS[groundOf(match, sought)];
      const evidence = evidenceFor(match, sought);
      const odds = evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      return { match, odds: isReadAcross(match, sought.pattern) ? Math.max(odds, READ_ACROSS) : odds };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** Unchanged words of this many code units, context included, are found wherever they are, if they are there once. */
const ENOUGH_WORDS = 32;

/** The place of a quote; undefined when there is none, or when two are equally good. */
export function findBestMatch(skeleton: Skeleton, sought: Sought): Match | undefined {
  const judged = judgeMatches(sought);
  const [best] = judged;
  if (best === undefined || !isGood(best, sought)) return undefined;
  const others = judged.slice(1);
  const rests = findRests(best.match, sought);
  const part =
    rests.find((rest) => areParts(best.match, rest)) ??
    others.find((other) => areParts(best.match, other.match) && isGood(other, sought))?.match;
  if (part === undefined && rests.length > 0) return undefined;
  const next = others.find((other) => !areParts(best.match, other.match));
  if (next !== undefined && best.odds - next.odds < LEAST_LEAD) return undefined;
  return part === undefined ? best.match : joinParts(skeleton, sought, best.match, part);
}

/** A place of which more is known to be other old words only resembles the rest of a quote, if that is the lesser part. */
const MOST_OCCUPIED = 0.3;

/** The places to which the rest of a quote can have gone of which `match` has a part. */
export function findRests(match: Match, sought: Sought): Match[] {
  const { matches, known } = sought;
  return matches.filter(
    (other) =>
      other !== match &&
      isRest(sought, match, other) &&
      (other.share > match.share ||
        (known.occupied(other.start, other.end) < MOST_OCCUPIED && hasRoom(other, sought))),
  );
}

function isGood({ match, odds }: Judged, sought: Sought): boolean {
  return odds >= leastOdds(match, sought) || areTheWords(match, sought);
}

function leastOdds(match: Match, sought: Sought): number {
  const ground = groundOf(match, sought);
  return ground === 'out of order' && !hasRoom(match, sought) ? LEAST_WITHOUT_ROOM : LEAST_ODDS[ground];
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
