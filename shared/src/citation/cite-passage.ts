import type { Language } from '../messages/index.ts';
import { citeByTitle } from './cite-by-title.ts';
import { citeLegislation } from './cite-legislation.ts';
import { citePublication } from './cite-publication.ts';
import { citeRuling } from './cite-ruling.ts';
import type { CitedDocument } from './cited-document.ts';
import type { CitedPlace } from './cited-place.ts';

/** Parts that are known, joined by commas and closed with a full stop. */
function sentence(parts: readonly (string | undefined)[]): string {
  const text = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/**
 * A passage as a clerk accepts it (sources.md, "How a passage is cited"). What is not known is
 * left out; nothing is invented.
 */
export function citePassage(document: CitedDocument, place: CitedPlace, language: Language): string {
  return sentence(
    citePublication(document, place, language) ??
      citeRuling(document, place, language) ??
      citeLegislation(document, place, language) ??
      citeByTitle(document, place, language),
  );
}

/** A citation as it stands before other words: without the full stop that closes it. */
export function withoutFullStop(citation: string): string {
  return citation.replace(/\.$/u, '');
}
