import type { CodingDraft } from '../annotation/index.ts';
import type { CodeMeaning } from './read-codes.ts';

/** What is said of each coding beside its codes. */
type Extra = Partial<Pick<CodingDraft, 'provision' | 'quantity' | 'reportedBy'>>;

/** The different ones among values that may be missing. */
function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}

/** The only value; where there are several, nobody can say which of the codings has which. */
function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/**
 * What the codes at the same words say together: a coding for each safeguard, each impact and each speaker among them.
 * Where they give another part several values it is left open.
 */
export function codingsOfCodes(meanings: readonly CodeMeaning[], extra: Extra = {}): CodingDraft[] {
  const orNone = <T>(values: readonly T[]): readonly (T | undefined)[] =>
    values.length > 0 ? values : [undefined];
  const [measure, stage] = [
    only(distinct(meanings.map(({ measure }) => measure))),
    only(distinct(meanings.map(({ stage }) => stage))),
  ];
  const shared = {
    direction: only(distinct(meanings.map(({ direction }) => direction))) ?? 'unclear',
    basis: only(distinct(meanings.map(({ basis }) => basis))) ?? 'position',
    ...(measure && { measure }),
    ...(stage && { stage }),
    ...extra,
  } as const;
  return distinct(meanings.map(({ safeguard }) => safeguard)).flatMap((safeguard) =>
    orNone(distinct(meanings.map(({ impact }) => impact))).flatMap((impact) =>
      orNone(distinct(meanings.map(({ speaker }) => speaker))).map((speaker) => ({
        ...{ safeguard, ...shared },
        ...(impact && { impact }),
        ...(speaker && { speaker }),
      })),
    ),
  );
}
