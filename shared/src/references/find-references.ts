import { findArticles } from './articles.ts';
import { findCaseLaw } from './case-law.ts';
import { findCaseNumbers } from './case-numbers.ts';
import { findCircularParagraphs } from './circular-paragraphs.ts';
import { findCommissionDocuments } from './commission-documents.ts';
import { findDebates } from './debates.ts';
import { findJci } from './jci.ts';
import { findKamerstukken } from './kamerstukken.ts';
import { readLawNames } from './law-names.ts';
import { findLegislation } from './legislation.ts';
import { findOfficialPublications } from './official-publications.ts';
import { toPlainText } from './plain-text.ts';
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

const digit = /\d/;

/**
 * What a text refers to: Kamerstukken, Handelingen, Aanhangsels, official publications, rulings, documents of the
 * European Commission, laws and their articles, in the order of the text and without overlaps. Linear in the text.
 */
export function findReferences(text: string): Reference[] {
  const { text: plain, toOriginal } = toPlainText(text);
  const names = readLawNames(plain);
  // Without a digit, which many a passage does not have, these name nothing.
  const hasDigit = digit.test(plain);
  const findNumbered = (find: (text: string) => Reference[]) => (hasDigit ? find(plain) : []);
  const found = withoutOverlaps([
    ...findKamerstukken(plain),
    ...findNumbered(findDebates),
    ...findOfficialPublications(plain),
    ...findNumbered(findCaseLaw),
    ...findNumbered(findCaseNumbers),
    ...findArticles(plain, names),
    ...findNumbered(findCircularParagraphs),
    ...findNumbered(findCommissionDocuments),
    ...findNumbered(findJci),
    ...findLegislation(plain, names),
  ]);
  return found.map((reference) => ({ ...reference, ...toOriginal(reference.start, reference.end) }));
}
