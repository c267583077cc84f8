import type { CodingDraft } from '../annotation/index.ts';
import { stanceOf } from '../matrix/index.ts';

const codingGaps = ['stance', 'measure', 'direction', 'impact', 'basis'] as const;

/**
 * What a statement can leave out, the heaviest first; `coding`: that there is no statement, only a passage. Only rows
 * of a table leave out the `unit` of an amount, or its number, and the `century` of a year, or have an `identifier` of
 * their document that cannot be read, or say of a `document` that is there already another day, kind or issuer.
 */
export const rowGaps = ['coding', ...codingGaps, 'identifier', 'document', 'unit', 'century'] as const;
export type RowGap = (typeof rowGaps)[number];

/** How many statements leave out what. */
export type GapCounts = Readonly<Record<RowGap, number>>;

/** What was written of a statement before anything was filled in for it. */
type IsSaid = (field: 'direction' | 'basis') => boolean;

/** What a statement leaves out; of `direction` and `basis`, which every coding has, only the source can tell. */
export function gapsOf(coding: CodingDraft | undefined, isSaid: IsSaid = () => true): RowGap[] {
  if (!coding) return ['coding'];
  const left: Readonly<Record<(typeof codingGaps)[number], boolean>> = {
    stance: stanceOf(coding) === 'none',
    measure: coding.measure === undefined,
    direction: !isSaid('direction'),
    impact: coding.impact === undefined,
    basis: !isSaid('basis'),
  };
  return codingGaps.filter((gap) => left[gap]);
}

/** Counts what is left out. */
export function countGaps(gaps: Iterable<RowGap>): GapCounts {
  const all = [...gaps];
  const count = (wanted: RowGap) => all.filter((gap) => gap === wanted).length;
  return Object.fromEntries(rowGaps.map((gap) => [gap, count(gap)])) as GapCounts;
}
