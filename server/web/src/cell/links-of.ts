import { type PassageLink, type PassageTie, tieOf } from '@waarborg/shared/dossier';

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
    .map((link) => tieOf(passage, link))
    .filter(({ kind, other }) => kind !== 'repeats' || !counted.has(other))
    .toSorted((a, b) => Number(a.kind === 'repeats') - Number(b.kind === 'repeats'));
}
