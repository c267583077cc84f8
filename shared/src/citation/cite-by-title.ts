import { domainMessages, type Language } from '../messages/index.ts';
import { isNameOfMedium, mediumOfSite } from '../references/index.ts';
import { considerationsInWords } from './cite-ruling.ts';
import { type CitedDocument, identifierOf } from './cited-document.ts';
import type { CitedPlace } from './cited-place.ts';
import { courtName, courtNamed } from './courts.ts';
import { dateInWords, withDay } from './dates.ts';
import { placeInWords } from './place-in-words.ts';
import { betweenMarks } from './quotation-marks.ts';

/** Whether one text says the other, whatever its capitals. */
function says(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** A title inside a citation: a full stop that closes it as a sentence would close the citation; one of `e.a.` stays. */
function titleOf({ title }: CitedDocument): string {
  return title.replace(/(?<=\p{L}{3}|\d)\.$/u, '');
}

/** Where a document stands on the web. */
function addressOf({ addresses = [] }: CitedDocument): string | undefined {
  return addresses.find(({ address }) => /^https?:/u.test(address) && URL.canParse(address))?.address;
}

/** What a site is called: the medium that publishes there, or else its host. */
function siteOf(address: string): string {
  return mediumOfSite(address)?.name ?? new URL(address).hostname.replace(/^www\./u, '');
}

/** Whether a press article is by its issuer and not in it. */
function isByIssuer({ issuerName = '', issuerKind }: CitedDocument, address: string | undefined): boolean {
  if (address && mediumOfSite(address)) return !isNameOfMedium(issuerName, address);
  return issuerKind !== undefined && issuerKind !== 'press' && issuerKind !== 'other';
}

/**
 * Author, ‘title’, medium, date. On the site of a medium that is known, whoever is not that medium is the author. On any
 * other, a body that is known to be no medium is the author, and of a body of which nothing is known the press is where
 * it spoke.
 */
function citePress(document: CitedDocument, date: string | undefined): (string | undefined)[] {
  const { issuerName } = document;
  const address = addressOf(document);
  const site = address && siteOf(address);
  const title = betweenMarks(titleOf(document));
  return issuerName && isByIssuer(document, address)
    ? [issuerName, title, site, date]
    : [title, issuerName ?? site, date];
}

/** `2025D04328`, `kv-tk-2017Z06952`: numbers that find a paper again which is not cited by number. */
function numberOf(document: CitedDocument): string | undefined {
  return identifierOf(document, 'official-publication') ?? identifierOf(document, 'tweede-kamer');
}

/**
 * `Rb. Den Haag 2 november 2025, NL25.12345, r.o. 4`: a ruling that has no ECLI, by its court, day and title. What
 * the title says already is not said again.
 */
function citeUnpublished(
  document: CitedDocument,
  place: CitedPlace,
  language: Language,
): (string | undefined)[] {
  const { issuerName = '' } = document;
  const title = titleOf(document);
  const code = courtNamed(issuerName) ?? courtNamed(title);
  const court = (issuerName && code && courtName(code, language, document.date)) || issuerName;
  const date = document.date && dateInWords(document.date, language);
  const isNamed = [court, issuerName].some((name) => name !== '' && says(title, name));
  const isDated = date !== undefined && says(title, date);
  const where = considerationsInWords(code ? `ECLI:${code}` : '', place, language);
  const opening = withDay(court, isDated ? undefined : document.date, language);
  return [
    ...(isNamed ? [title, isDated ? undefined : date] : [opening, title]),
    numberOf(document),
    where ?? placeInWords(place, language),
  ];
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
  if (sourceType === 'court-ruling') return citeUnpublished(document, place, language);
  const where = considerationsInWords('', place, language) ?? placeInWords(place, language);
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
