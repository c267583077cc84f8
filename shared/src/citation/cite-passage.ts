import type { DocumentIdentifier, SourceType } from '../dossier/index.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import { dateInWords, parliamentaryYear } from './dates.ts';

/** What a citation is made of. */
export interface CitedDocument {
  readonly sourceType: SourceType;
  readonly title: string;
  readonly date?: string | undefined;
  readonly identifiers: readonly DocumentIdentifier[];
  /** Name of the body that speaks in it. */
  readonly issuerName?: string | undefined;
}

/** Where in the document the passage stands. */
export interface CitedPlace {
  /** Page of the PDF, from 1. */
  readonly page?: number | undefined;
  /** Number of the consideration of a ruling: `5.2`. */
  readonly consideration?: string | undefined;
}

/** Courts as lawyers shorten them (Leidraad voor juridische auteurs), by the court code of the ECLI. */
const courts: Readonly<Record<string, string>> = {
  'NL:HR': 'HR',
  'NL:PHR': 'PHR',
  'NL:RVS': 'ABRvS',
  'NL:CRVB': 'CRvB',
  'NL:CBB': 'CBb',
  'NL:RBAMS': 'Rb. Amsterdam',
  'NL:RBDHA': 'Rb. Den Haag',
  'NL:RBGEL': 'Rb. Gelderland',
  'NL:RBLIM': 'Rb. Limburg',
  'NL:RBMNE': 'Rb. Midden-Nederland',
  'NL:RBNHO': 'Rb. Noord-Holland',
  'NL:RBNNE': 'Rb. Noord-Nederland',
  'NL:RBOBR': 'Rb. Oost-Brabant',
  'NL:RBOVE': 'Rb. Overijssel',
  'NL:RBROT': 'Rb. Rotterdam',
  'NL:RBSGR': "Rb. 's-Gravenhage",
  'NL:RBZWB': 'Rb. Zeeland-West-Brabant',
  'NL:GHAMS': 'Hof Amsterdam',
  'NL:GHARL': 'Hof Arnhem-Leeuwarden',
  'NL:GHDHA': 'Hof Den Haag',
  'NL:GHSHE': "Hof 's-Hertogenbosch",
  'EU:C': 'HvJ EU',
  'EU:T': 'Gerecht EU',
  'CE:ECHR': 'EHRM',
};

function identifier(document: CitedDocument, scheme: DocumentIdentifier['scheme']): string | undefined {
  return document.identifiers.find((candidate) => candidate.scheme === scheme)?.value;
}

/** Parts that are known, joined by commas and closed with a full stop. */
function sentence(parts: readonly (string | undefined)[]): string {
  const text = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return text.endsWith('.') ? text : `${text}.`;
}

/**
 * `kst-36704-11` as `Kamerstukken II 2024/25, 36704, nr. 11` and `kst-31700-VI-D` as
 * `Kamerstukken I 2008/09, 31700 VI, D`: a number is of the Tweede Kamer, letters of the Eerste.
 */
function citeParliamentaryPaper(id: string, date: string | undefined): string | undefined {
  const match = /^kst-(\d{5})(?:-([a-z]{1,6}|\d{2}))?-(\d+|[a-z]{1,3})(?:-[nbh]\d+)?$/iu.exec(id);
  if (!match) return undefined;
  const [, dossier, addition, item = ''] = match;
  const isNumber = /^\d/u.test(item);
  const year = date && parliamentaryYear(date);
  return [
    `Kamerstukken ${isNumber ? 'II' : 'I'}${year ? ` ${year}` : ''}`,
    addition ? `${dossier} ${addition.toUpperCase()}` : dossier,
    isNumber ? `nr. ${item}` : item.toUpperCase(),
  ].join(', ');
}

function citeRuling(document: CitedDocument, ecli: string, language: Language): string {
  const [, country, court] = ecli.split(':');
  const name = courts[`${country}:${court}`] ?? document.issuerName;
  const date = document.date && dateInWords(document.date, language);
  return [[name, date].filter(Boolean).join(' '), ecli].filter(Boolean).join(', ');
}

function citeOther(document: CitedDocument, language: Language): string {
  const { issuerName, title, sourceType } = document;
  const date = document.date && dateInWords(document.date, language);
  if (sourceType === 'legislation') return title;
  if (sourceType === 'press') return [issuerName, `‘${title}’`, date].filter(Boolean).join(', ');
  const kind = domainMessages[language][`sourceType.${sourceType}`].toLocaleLowerCase(language);
  return [issuerName, `${title} (${kind})`, date].filter(Boolean).join(', ');
}

/**
 * A passage as a clerk accepts it (sources.md, "How a passage is cited"). What is not known is
 * left out; nothing is invented.
 */
export function citePassage(document: CitedDocument, place: CitedPlace, language: Language): string {
  const publication = identifier(document, 'official-publication');
  const ecli = identifier(document, 'ecli');
  const source =
    (publication && citeParliamentaryPaper(publication, document.date)) ??
    (ecli ? citeRuling(document, ecli, language) : citeOther(document, language));
  return sentence([
    source,
    place.consideration && `r.o. ${place.consideration}`,
    place.page === undefined ? undefined : `p. ${place.page}`,
  ]);
}
