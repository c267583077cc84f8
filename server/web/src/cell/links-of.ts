import type { LinkKind, PassageLink } from '@waarborg/shared/dossier';

/** A link as one of its passages has it. */
export interface PassageTie {
  /** Id of the link. */
  readonly id: string;
  /** Annotation id of the passage at the other end. */
  readonly other: string;
  readonly kind: LinkKind;
  /** Whether the passage does it to the other, or the other to the passage. */
  readonly direction: 'to' | 'from';
}

/**
 * The links of a passage, those to other claims first. Repeats among the passages that a number counts are left out:
 * they are folded into one claim already.
 */
export function linksOf(
  passage: string,
  links: readonly PassageLink[],
  counted: ReadonlyMap<string, unknown>,
): PassageTie[] {
  return links
    .filter(({ from, to }) => from === passage || to === passage)
    .map(({ id, from, to, kind }): PassageTie => {
      const isFrom = from === passage;
      return { id, kind, other: isFrom ? to : from, direction: isFrom ? 'to' : 'from' };
    })
    .filter(({ kind, other }) => kind !== 'repeats' || !counted.has(other))
    .toSorted((a, b) => Number(a.kind === 'repeats') - Number(b.kind === 'repeats'));
}
