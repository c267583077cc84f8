/**
 * The claims behind a number in the order in which they are read: by stance, within it by speaker, who says most first.
 * What reviewers differ on stands apart, last, and is no speaker's. Cost: linear in the codings of the number; only the
 * claims that are wanted are told.
 */
import { type ClaimsBehind, type ExplainedClaim, findClaims, type NumberOfMatrix } from './claims-behind.ts';
import { type CellExplanation, listDisputes, listOpposition } from './explain-cell.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { stances } from './stance.ts';

/** The parts in which a number is read: its stances, and what reviewers differ on. */
export const cellParts = [...stances, 'differ'] as const;
export type CellPart = (typeof cellParts)[number];

/** What one speaker claims in a part. */
interface VoiceOfPart {
  /** Speaker id; absent in what reviewers differ on. */
  readonly speaker?: string;
  /** How many claims. */
  readonly claims: number;
  /** Those that are told first, by their places in the list that is told. */
  readonly first: readonly number[];
}

/** A part that has claims. */
export interface SectionOfCell {
  readonly part: CellPart;
  /** A claim of several speakers counts once. */
  readonly claims: number;
  readonly voices: readonly VoiceOfPart[];
}

/** Which claims are told. */
export interface WantedClaims {
  /** The first claims of each part, so many at most, with how many there are of whom. In the place of a page. */
  readonly first?: number | undefined;
  /** Of these, at most so many of one speaker. */
  readonly each?: number | undefined;
  /** Only those of one part, and of one speaker in it. */
  readonly part?: CellPart | undefined;
  readonly by?: string | undefined;
  /** A page of claims, in the order in which they were made: how many come before it, and how many it has at most. */
  readonly cursor: number;
  readonly limit: number;
}

/** What is told of the claims of a number. */
export interface ToldClaims extends CellExplanation {
  /** How many there are on all pages. */
  readonly total: number;
  /** The cursor of the next page; absent on the last. */
  readonly next?: string;
  /** Where the first of each part are wanted. */
  readonly sections?: readonly SectionOfCell[];
}

/**
 * How many of each speaker's claims are among the first: at most `each` of one, and `most` of all. Of whom there is no
 * room for as many, none are: a claim or two at the end would read like all of theirs.
 */
export function shareOut(sizes: readonly number[], most: number, each = most): number[] {
  let left = most;
  return sizes.map((size) => {
    const wanted = Math.min(size, each);
    const share = wanted <= left ? wanted : 0;
    left = share === wanted ? left - share : 0;
    return share;
  });
}

/** The claims of a part by the code of who makes them, by their places among all. */
interface FoundPart {
  claims: number;
  last: number;
  readonly voices: Map<number, number[]>;
}

const nobody = -1;

function findParts({ facts: { stance, axes } }: MatrixIndex, { claims, differs }: ClaimsBehind): FoundPart[] {
  const parts = cellParts.map((): FoundPart => ({ claims: 0, last: -1, voices: new Map() }));
  for (const [place, claim] of claims.entries()) {
    for (const fact of claim) {
      const isDiffering = differs(fact);
      const part = parts[isDiffering ? stances.length : (stance[fact] ?? 0)];
      const who = isDiffering ? nobody : (axes.speaker.codes[fact] ?? 0);
      if (!part) continue;
      const own = part.voices.get(who) ?? [];
      if (own.length === 0) part.voices.set(who, own);
      if (own.at(-1) !== place) own.push(place);
      if (part.last !== place) part.claims++;
      part.last = place;
    }
  }
  return parts;
}

/** The first claims of each part, and how many there are of whom. */
function readFirst(index: MatrixIndex, behind: ClaimsBehind, most: number, each: number | undefined) {
  const { values } = index.facts.axes.speaker;
  const told = new Map<number, number>();
  const tell = (claim: number) => {
    const place = told.get(claim) ?? told.size;
    told.set(claim, place);
    return place;
  };
  const sections = findParts(index, behind).map(({ claims, voices }, part): SectionOfCell => {
    const ordered = [...voices].toSorted(([, one], [, other]) => other.length - one.length);
    const sizes = ordered.map(([, own]) => own.length);
    const shares = shareOut(sizes, most, each);
    return {
      part: cellParts[part] ?? 'none',
      claims,
      voices: ordered.map(([who, own], voice) => ({
        ...(who === nobody ? {} : { speaker: values[who] ?? '' }),
        claims: own.length,
        first: own.slice(0, shares[voice]).map(tell),
      })),
    };
  });
  return {
    sections: sections.filter(({ claims }) => claims > 0),
    claims: [...told.keys()].map((claim) => behind.tell(behind.claims[claim] ?? new Uint32Array())),
  };
}

/** The claims of one part, or of one speaker in it. */
function selectClaims(
  { facts: { stance, axes } }: MatrixIndex,
  { claims, differs }: ClaimsBehind,
  { part, by }: WantedClaims,
): readonly Uint32Array[] {
  if (part === undefined && by === undefined) return claims;
  const who = by === undefined ? undefined : axes.speaker.values.indexOf(by);
  return claims.filter((claim) =>
    claim.some((fact) => {
      const own = differs(fact) ? 'differ' : stances[stance[fact] ?? 0];
      return (part ?? own) === own && (who ?? axes.speaker.codes[fact]) === axes.speaker.codes[fact];
    }),
  );
}

/**
 * Tells claims behind a number. Who opposes whom, and who disagrees on the fact itself, is told with all claims; with
 * the first of each part only where the number is a cell: in a total nobody opposes another.
 */
export function readCell(
  index: MatrixIndex,
  query: MatrixQuery,
  number: NumberOfMatrix,
  wanted: WantedClaims,
): ToldClaims {
  const behind = findClaims(index, query, number);
  const { first, each, part, by, cursor, limit } = wanted;
  if (first !== undefined) {
    const isCell = number.row !== undefined && number.column !== undefined;
    return {
      ...readFirst(index, behind, first, each),
      opposition: isCell ? listOpposition(index, behind) : [],
      disputes: listDisputes(index, behind),
      total: behind.claims.length,
    };
  }
  const isWhole = part === undefined && by === undefined;
  const claims = selectClaims(index, behind, wanted);
  const page: readonly ExplainedClaim[] = claims.slice(cursor, cursor + limit).map(behind.tell);
  const end = cursor + page.length;
  return {
    claims: page,
    opposition: isWhole ? listOpposition(index, behind) : [],
    disputes: isWhole ? listDisputes(index, behind) : [],
    total: claims.length,
    ...(end < claims.length ? { next: String(end) } : {}),
  };
}
