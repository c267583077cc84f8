/**
 * What the papers that were read leave unsaid, as far as it can be asked: of a safeguard that changes, the impacts of
 * which nothing is said; and safeguards of which nothing is said at all. What nobody read is no part of it.
 */
import type { Measure } from '@waarborg/shared/annotation';
import { type CellState, type Coverage, type Member, noValue } from '@waarborg/shared/matrix';
import type { BriefingSource } from './briefing-source.ts';
import { happeningsOf } from './safeguard-chapter.ts';

/** A safeguard that changes, with impacts of which the papers say nothing. */
export interface UnansweredChange {
  readonly safeguard: Member;
  /** What happens to it, the heaviest first, with who says so by name; at least one. */
  readonly happenings: readonly { readonly measure: Measure; readonly speakers: readonly string[] }[];
  /** Impacts of which nothing is said, those first that are spoken of most elsewhere; at least one. */
  readonly missing: readonly Member[];
  /** Impacts of which something is said, in the order of the codebook. */
  readonly named: readonly Member[];
  readonly read: Coverage;
}

/** A safeguard of which nothing is said. */
export interface UnmentionedSafeguard {
  readonly safeguard: Member;
  readonly read: Coverage;
}

/** What changes a safeguard, the heaviest first; that one is kept raises no question about its effects. */
const changes: readonly Measure[] = [
  'abolished',
  'restricted',
  'absent',
  'not-observed',
  'strengthened',
  'introduced',
  'moved',
];

function impactsThatAre(state: CellState, { id }: Member, { matrix }: BriefingSource): Member[] {
  const found = new Set(
    matrix.cells
      .filter((cell) => cell.row === id && cell.column !== noValue && cell.state === state)
      .map(({ column }) => column),
  );
  return matrix.columns.filter((column) => found.has(column.id));
}

/** The changes of which something is left unsaid: the heaviest first, then those of which most is said. */
export function unansweredChanges(source: BriefingSource): UnansweredChange[] {
  const { matrix, claims } = source;
  const spokenOf = ({ id }: Member) => matrix.totals.columns[id]?.claims ?? 0;
  const weightOf = ({ happenings: [heaviest] }: UnansweredChange) =>
    heaviest === undefined ? changes.length : changes.indexOf(heaviest.measure);
  return matrix.rows
    .flatMap((safeguard): UnansweredChange[] => {
      const read = matrix.totals.rows[safeguard.id]?.read;
      const said = happeningsOf(claims.get(safeguard.id) ?? [], source);
      const happenings = changes.flatMap((measure) => {
        const speakers = said.filter((one) => one.measure === measure).flatMap((one) => one.speakers);
        return speakers.length > 0 ? [{ measure, speakers: [...new Set(speakers)] }] : [];
      });
      const missing = impactsThatAre('nothing-found', safeguard, source);
      if (!read || read.documents === 0 || happenings.length === 0 || missing.length === 0) return [];
      return [
        {
          ...{ safeguard, happenings, read },
          missing: missing.toSorted((a, b) => spokenOf(b) - spokenOf(a)),
          named: impactsThatAre('evidence', safeguard, source),
        },
      ];
    })
    .toSorted(
      (a, b) =>
        weightOf(a) - weightOf(b) ||
        (matrix.totals.rows[b.safeguard.id]?.claims ?? 0) - (matrix.totals.rows[a.safeguard.id]?.claims ?? 0),
    );
}

/** The safeguards that were read for and of which nothing is said, by group of the codebook. */
export function unmentionedSafeguards(
  nothingFound: readonly Member[],
  { matrix }: BriefingSource,
): UnmentionedSafeguard[][] {
  const own = nothingFound.flatMap((safeguard) => {
    const read = matrix.totals.rows[safeguard.id]?.read;
    return read && read.documents > 0 ? [{ safeguard, read }] : [];
  });
  return [...Map.groupBy(own, ({ safeguard }) => safeguard.groupId).values()];
}
