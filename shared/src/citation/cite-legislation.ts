import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';
import { findKnownLaw, nameOfCommissionDocument } from '../references/index.ts';
import { considerationsInWords } from './cite-ruling.ts';
import { type CitedDocument, identifierOf } from './cited-document.ts';
import type { CitedPlace } from './cited-place.ts';
import { courtName } from './courts.ts';
import { dateInWords, withDay } from './dates.ts';
import { articlesInWords, placeInWords } from './place-in-words.ts';
import { readUnionRuling } from './union-ruling.ts';

/** A law's title as it stands, without what wetten.overheid.nl puts around it. */
function plainTitle(title: string): string {
  return title
    .replace(/^wetten\.nl - (?:Regeling|Verdrag|Circulaire) - /u, '')
    .replace(/ - BWB[RV]\d{7}$/u, '');
}

/** By which of the Union's treaties an act was made, from the year of the act: EEG, EG (November 1993) or EU (December 2009). */
function community(year: number, language: Language): string {
  const messages = citationMessages[language];
  if (year >= 2010) return messages.union;
  return year >= 1994 ? messages.community : messages.economicCommunity;
}

const treaties: Readonly<Record<string, 'treaty' | 'treatyOnFunctioning' | 'charter'>> = {
  M: 'treaty',
  E: 'treatyOnFunctioning',
  P: 'charter',
};

/** `32024R1348` as `Verordening (EU) 2024/1348`: since 2015 all acts are numbered after their year. */
function nameOfAct(type: string, year: string, digits: string, language: Language): string {
  const messages = citationMessages[language];
  const number = String(Number(digits));
  const body = community(Number(year), language);
  const kind = { R: messages.regulation, L: messages.directive, D: messages.decision }[type] ?? '';
  if (Number(year) >= 2015) return `${kind} (${body}) ${year}/${number}`;
  // Until 1998 years were written with two digits.
  const short = Number(year) < 1999 ? year.slice(2) : year;
  if (type === 'R') return `${kind} (${body}) ${messages.numberOfRegulation} ${number}/${short}`;
  return `${kind} ${short}/${number}/${body}`;
}

/** An act of the Union by its CELEX number; undefined for a kind that is cited otherwise. */
function nameOfCelex(celex: string, language: Language): string | undefined {
  const treaty = /^1\d{4}([MEP])/u.exec(celex)?.[1];
  if (treaty) return citationMessages[language][treaties[treaty] ?? 'treaty'];
  const [, year = '', type = '', number = ''] = /^[30](\d{4})([RLD])(\d{4})/u.exec(celex) ?? [];
  if (number) return nameOfAct(type, year, number, language);
  return nameOfCommissionDocument(celex);
}

/** `62019CJ0808` as `HvJ EU 25 juni 2020, C-808/19`, for a ruling of which no ECLI is known. */
function citeUnionRuling(celex: string, document: CitedDocument, language: Language) {
  const ruling = readUnionRuling(celex);
  if (!ruling) return undefined;
  const messages = citationMessages[language];
  const court = courtName(ruling.court, language, document.date) ?? '';
  return [
    withDay(ruling.isConclusion ? messages.conclusionAt(court) : court, document.date, language),
    messages.case(ruling.number),
  ];
}

/** A law's name as it is cited, with the one under which it is known in brackets. */
function nameOfLaw(document: CitedDocument, language: Language): string {
  const celex = identifierOf(document, 'celex');
  const value = celex ?? identifierOf(document, 'bwb');
  const known = value === undefined ? undefined : findKnownLaw(value)?.name;
  const official = celex && nameOfCelex(celex, language);
  if (!official) return known ?? plainTitle(document.title);
  const isAct = /^3/u.test(celex) && known !== undefined && language === 'nl';
  return isAct ? `${official} (${known})` : official;
}

/**
 * `art. 39 Vw 2000`, with the day of the version where the passage was read in one; undefined for what is
 * neither a law nor named by a number that only laws have.
 */
export function citeLegislation(document: CitedDocument, place: CitedPlace, language: Language) {
  const celex = identifierOf(document, 'celex');
  const ruling = celex && citeUnionRuling(celex, document, language);
  if (ruling) {
    const points = considerationsInWords('ECLI:EU:', place, language);
    return [...ruling, points ?? placeInWords(place, language)];
  }
  const isLaw = document.sourceType === 'legislation' || celex || identifierOf(document, 'bwb');
  if (!isLaw) return undefined;
  const version = place.version && citationMessages[language].inForceOn(dateInWords(place.version, language));
  const articles = articlesInWords(place, language);
  return [
    [articles, nameOfLaw(document, language), version && `(${version})`].filter(Boolean).join(' '),
    articles ? undefined : placeInWords(place, language),
  ];
}
