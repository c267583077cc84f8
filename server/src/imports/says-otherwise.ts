import type { Bilingual, Concept, ConceptGroup } from '@waarborg/shared/codebook';

/** Whether a text is given that is none of the kept ones. A file may have the same words in both languages. */
function isOtherText(given: Bilingual, kept: Bilingual): boolean {
  return [given.nl, given.en].some((text) => text !== '' && text !== kept.nl && text !== kept.en);
}

/** Whether a group is called otherwise than the one that is there. */
export function groupSaysOtherwise(given: ConceptGroup, kept: ConceptGroup): boolean {
  return isOtherText(given.label, kept.label);
}

/**
 * Whether a concept of a file says otherwise than the one that is there. What the file leaves out says nothing: many
 * have only names.
 *
 * @param isGroup whether the dossier has a group of that id.
 */
export function conceptSaysOtherwise(
  given: Concept,
  kept: Concept,
  isGroup: (id: string) => boolean,
): boolean {
  const terms = new Set(kept.terms);
  const hasOtherTerms =
    given.terms.length > 0 &&
    (given.terms.length !== terms.size || given.terms.some((term) => !terms.has(term)));
  return (
    isOtherText(given.label, kept.label) ||
    isOtherText(given.definition, kept.definition) ||
    (given.legalBasis !== undefined && given.legalBasis !== kept.legalBasis) ||
    hasOtherTerms ||
    (given.group !== kept.group && isGroup(given.group)) ||
    (given.retired === true && kept.retired !== true) ||
    (given.mergedInto !== undefined && given.mergedInto !== kept.mergedInto)
  );
}
