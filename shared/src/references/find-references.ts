import { findArticles, findCircularParagraphs, findJci } from './articles.ts';
import { findCaseLaw } from './case-law.ts';
import { evenOut } from './even-out.ts';
import { readLawNames } from './law-names.ts';
import { findLegislation, nameOfLaw } from './legislation.ts';
import { findOfficialPublications } from './official-publications.ts';
import { findParliamentaryPapers } from './parliamentary-papers.ts';
import type { Reference } from './reference.ts';

/** Keeps, of references that share words, the one that begins first, and of those the longest. */
function withoutOverlaps(found: readonly Reference[]): Reference[] {
  const ordered = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Reference[] = [];
  for (const reference of ordered) {
    if (reference.start >= (kept.at(-1)?.end ?? 0)) kept.push(reference);
  }
  return kept;
}

/**
 * What a text refers to: Kamerstukken, Handelingen, Aanhangsels, official publications, rulings, laws and
 * their articles, in the order of the text and without overlaps. Linear in the text.
 */
export function findReferences(text: string): Reference[] {
  const even = evenOut(text);
  const names = readLawNames(even);
  return withoutOverlaps([
    ...findParliamentaryPapers(even),
    ...findOfficialPublications(even),
    ...findCaseLaw(even),
    ...findArticles(even, names),
    ...findCircularParagraphs(even),
    ...findJci(even, nameOfLaw),
    ...findLegislation(even, names),
  ]);
}
