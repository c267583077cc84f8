import type { MatrixResponse } from '@waarborg/shared/api';
import { noValue } from '@waarborg/shared/matrix';
import type { Cell, Member } from '../matrix-view/cell-words.ts';

/** What prevails of what a speaker says about a safeguard; `differing` where reviewers do not agree what that is. */
export type Leaning = 'helps' | 'hurts' | 'both' | 'noEffect' | 'none' | 'differing';

/** What one speaker says about one safeguard. */
export interface SpeakerPoint {
  readonly speaker: Member;
  readonly safeguard: Member;
  readonly cell: Cell;
  readonly leaning: Leaning;
}

/** Who speaks about what. */
export interface SpeakerGrid {
  /** Those with most claims first. */
  readonly speakers: readonly Member[];
  /** Safeguards about which somebody speaks, in the order of the codebook. */
  readonly safeguards: readonly Member[];
  readonly points: readonly SpeakerPoint[];
}

/**
 * The stance that most claims take; helping and hurting equally often is `both`, and neither of them decides. Claims
 * on which reviewers differ take none, not even that of saying nothing about the safeguard.
 */
export function leaningOf({ helps, hurts, noEffect, none }: Cell['stances']): Leaning {
  if (helps + hurts > 0) {
    if (helps === hurts) return 'both';
    return helps > hurts ? 'helps' : 'hurts';
  }
  if (noEffect > 0) return 'noEffect';
  return none > 0 ? 'none' : 'differing';
}

/** Speakers and safeguards, from a matrix whose rows are speakers and whose columns are safeguards. */
export function shapeSpeakers({ rows, columns, cells, totals }: MatrixResponse): SpeakerGrid {
  const [speakers, safeguards] = [rows, columns].map(
    (members) => new Map(members.filter(({ id }) => id !== noValue).map((member) => [member.id, member])),
  );
  const points = cells.flatMap((cell) => {
    const [speaker, safeguard] = [speakers?.get(cell.row), safeguards?.get(cell.column)];
    if (!speaker || !safeguard || cell.claims === 0) return [];
    return [{ speaker, safeguard, cell, leaning: leaningOf(cell.stances) }];
  });
  const claimsOf = ({ id }: Member) => totals.rows[id]?.claims ?? 0;
  const [speaking, spokenOf] = [
    new Set(points.map(({ speaker }) => speaker)),
    new Set(points.map(({ safeguard }) => safeguard)),
  ];
  return {
    speakers: [...speaking].toSorted((a, b) => claimsOf(b) - claimsOf(a)),
    safeguards: columns.filter((safeguard) => spokenOf.has(safeguard)),
    points,
  };
}
