import type { MatrixResponse } from '@waarborg/shared/api';
import { compareText } from '@waarborg/shared/text';
import type { Member } from '../matrix-view/cell-words.ts';

/** A safeguard and an impact on which two speakers oppose each other. */
export interface OpposedPoint {
  readonly safeguard: Member;
  readonly impact: Member;
}

/** One speaker who says that something helps, against another who says that it hurts. */
export interface OpposedPair {
  readonly helper: Opponent;
  readonly hurter: Opponent;
  /** In every point one side states a norm and the other an expectation. */
  readonly normMeetsExpectation: boolean;
  /** Undefined where the matrix is too large to say on what. */
  readonly points?: readonly OpposedPoint[];
}

/** One side of a pair of speakers who oppose each other. */
export interface Opponent {
  /** Speaker id. */
  readonly id: string;
  readonly name: string;
}

type Opposition = MatrixResponse['cells'][number]['opposition'];

/** How much a pair weighs: its points, or one where they are not known. */
export function weightOf({ points }: OpposedPair): number {
  return points?.length ?? 1;
}

function toPair({ helps, hurts, helpsId, hurtsId, normMeetsExpectation }: Opposition[number]): OpposedPair {
  return {
    helper: { id: helpsId, name: helps },
    hurter: { id: hurtsId, name: hurts },
    normMeetsExpectation,
  };
}

function byWeight(a: OpposedPair, b: OpposedPair): number {
  return (
    weightOf(b) - weightOf(a) ||
    compareText(a.helper.name, b.helper.name) ||
    compareText(a.hurter.name, b.hurter.name)
  );
}

/**
 * Who opposes whom, and on what, from a matrix whose rows are safeguards and whose columns are impacts; those with
 * most points first. A matrix too large to say it names only the pairs of `all`, the opposition of everything.
 */
export function shapeOpposition(
  { rows, columns, cells, listsOpposition }: MatrixResponse,
  all: Opposition = [],
): OpposedPair[] {
  if (!listsOpposition) return all.map(toPair).toSorted(byWeight);
  const [safeguards, impacts] = [rows, columns].map(
    (members) => new Map(members.map((member) => [member.id, member])),
  );
  const found = cells.flatMap((cell) => {
    const [safeguard, impact] = [safeguards?.get(cell.row), impacts?.get(cell.column)];
    if (!safeguard || !impact) return [];
    return cell.opposition.map((opposition) => ({ opposition, point: { safeguard, impact } }));
  });
  const pairs = Map.groupBy(found, ({ opposition }) => `${opposition.helpsId} ${opposition.hurtsId}`);
  return [...pairs.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const normMeetsExpectation = own.every(({ opposition }) => opposition.normMeetsExpectation);
      const points = own.map(({ point }) => point);
      return [{ ...toPair(first.opposition), normMeetsExpectation, points }];
    })
    .toSorted(byWeight);
}

/** The speakers of pairs, those with most points first. */
export function opponentsOf(pairs: readonly OpposedPair[]): (Opponent & { helps: number; hurts: number })[] {
  const opponents = new Map<string, Opponent & { helps: number; hurts: number }>();
  for (const pair of pairs) {
    for (const side of ['helper', 'hurter'] as const) {
      const speaker = opponents.get(pair[side].id) ?? { ...pair[side], helps: 0, hurts: 0 };
      speaker[side === 'helper' ? 'helps' : 'hurts'] += weightOf(pair);
      opponents.set(speaker.id, speaker);
    }
  }
  return [...opponents.values()].toSorted(
    (a, b) => b.helps + b.hurts - a.helps - a.hurts || compareText(a.name, b.name),
  );
}
