import { domainMessages, type Language } from '../messages/index.ts';
import { type CitedDocument, identifierOf } from './cited-document.ts';
import type { CitedPlace } from './cited-place.ts';
import { dateInWords } from './dates.ts';
import { placeInWords } from './place-in-words.ts';

/** Whether one text says the other, whatever its capitals. */
function says(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** A title inside a citation: a full stop that closes it as a sentence would close the citation; one of `e.a.` stays. */
function titleOf({ title }: CitedDocument): string {
  return title.replace(/(?<=\p{L}{3}|\d)\.$/u, '');
}

function siteOf({ addresses = [] }: CitedDocument): string | undefined {
  const address = addresses.find((one) => /^https?:/u.test(one.address))?.address;
  return address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : undefined;
}

/**
 * Author, ‘title’, medium, date. A body that is known to be no medium is the author; the site then names the medium.
 * Of a body of which nothing is known the press is where it spoke.
 */
function citePress(document: CitedDocument, date: string | undefined): (string | undefined)[] {
  const { issuerName, issuerKind } = document;
  const title = titleOf(document);
  const isAuthor = issuerKind !== undefined && issuerKind !== 'press' && issuerKind !== 'other';
  return isAuthor
    ? [issuerName, `‘${title}’`, siteOf(document), date]
    : [`‘${title}’`, issuerName ?? siteOf(document), date];
}

/** `2025D04328`, `kv-tk-2017Z06952`: numbers that find a paper again which is not cited by number. */
function numberOf(document: CitedDocument): string | undefined {
  return identifierOf(document, 'official-publication') ?? identifierOf(document, 'tweede-kamer');
}

/** Body, title (kind), date, number, page or heading. What the title says already is not said again. */
export function citeByTitle(
  document: CitedDocument,
  place: CitedPlace,
  language: Language,
): (string | undefined)[] {
  const { issuerName, sourceType } = document;
  const title = titleOf(document);
  const date = document.date && dateInWords(document.date, language);
  const where = placeInWords(place, language);
  if (sourceType === 'press') return [...citePress(document, date), where];
  const kind = domainMessages[language][`sourceType.${sourceType}`].toLocaleLowerCase(language);
  const saysKind = sourceType === 'other' || says(title, kind);
  return [
    issuerName && says(title, issuerName) ? undefined : issuerName,
    saysKind ? title : `${title} (${kind})`,
    date && says(title, date) ? undefined : date,
    numberOf(document),
    where,
  ];
}
