import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';
import { type PublicationId, parsePublicationId } from '../references/index.ts';
import { type CitedDocument, identifierOf } from './cited-document.ts';
import type { CitedPlace } from './cited-place.ts';
import { parliamentaryYear, parliamentaryYearOf } from './dates.ts';
import { articlesInWords, placeInWords } from './place-in-words.ts';
import { sessionInTitle } from './session-in-title.ts';

type Parts = (string | undefined)[];

/** `36704`, `36600 VI`, `21501-02`, `35261 (R2131)`: only additions in digits are joined by a hyphen. */
function fileNumber(file: string, addition: string | undefined): string {
  if (!addition) return file;
  return /^\d/u.test(addition) ? `${file}-${addition}` : `${file} ${addition}`;
}

function joinYear(series: string, chamber: string | undefined, year: string | undefined): string {
  return [series, chamber, year].filter(Boolean).join(' ');
}

/** The session since which letters are of the Eerste Kamer: until then it numbered its papers (`188b`). */
const firstLettersOfFirst = 2003;

/** Whether a paper is of the Eerste Kamer. Letters were of the Tweede before: the advice of the Council of State, `A`. */
function isOfFirstChamber(item: string, year: string | undefined): boolean {
  if (/^\d/u.test(item)) return !/^\d+$/u.test(item);
  return year === undefined || Number(year.slice(0, 4)) >= firstLettersOfFirst;
}

/**
 * `kst-36704-11` as `Kamerstukken II 2024/25, 36704, nr. 11`, `kst-31700-VI-D` as
 * `Kamerstukken I 2008/09, 31700 VI, D`: a number is of the Tweede Kamer, letters are of the Eerste. An annex is named
 * before what it belongs to: `Bijlage 2 bij Kamerstukken II …`. Undefined for
 * the old ids that are a mere number.
 */
function citeParliamentaryPaper(
  { parts, suffix }: PublicationId,
  { date, title }: CitedDocument,
  language: Language,
) {
  const messages = citationMessages[language];
  const [session, ...rest] = /^\d{8}$/u.test(parts[0] ?? '') ? parts : [undefined, ...parts];
  const [file = '', ...after] = rest;
  const item = after.at(-1);
  if (item === undefined) return undefined;
  const isNumber = /^\d/u.test(item);
  const year = session
    ? parliamentaryYearOf(session)
    : ((date && parliamentaryYear(date)) ?? sessionInTitle(title, file, item));
  const annex = /^b(\d+)$/u.exec(suffix ?? '')?.[1];
  // What other suffixes stand for is not certain: they are named as they are.
  const number = suffix && !annex ? `${item}-${suffix}` : item;
  const series = joinYear(messages.kamerstukken, isOfFirstChamber(item, year) ? 'I' : 'II', year);
  return [
    annex ? messages.annexOf(annex, series) : series,
    fileNumber(file, after.length > 1 ? after[0] : undefined),
    isNumber ? messages.number(number) : number,
  ];
}

const chambers: Readonly<Record<string, string>> = { tk: 'II', ek: 'I' };

/**
 * `h-tk-20232024-53-12` as `Handelingen II 2023/24, nr. 53, item 12`; those of before 2010 are named by their
 * pages, which are then not those of a PDF.
 */
function citeProceedings({ parts }: PublicationId, place: CitedPlace, language: Language): Parts {
  const messages = citationMessages[language];
  const [chamber = '', session = '', number = '', first, last] = parts;
  const year = parliamentaryYearOf(session);
  // Items are numbered since the session of 2010/11; before, the number behind is a page.
  const isByPage = last !== undefined || Number(session.slice(0, 4)) < 2010;
  return [
    joinYear(messages.handelingen, chambers[chamber], year),
    messages.number(number),
    first && (isByPage ? messages.page([first, last].filter(Boolean).join('-')) : messages.item(first)),
    isByPage && first ? undefined : placeInWords(place, language),
  ];
}

function citeAppendix({ parts }: PublicationId, place: CitedPlace, language: Language): Parts {
  const messages = citationMessages[language];
  const chamber = chambers[parts[0] ?? ''];
  const [session = '', number = ''] = chamber ? parts.slice(1) : parts;
  return [
    joinYear(messages.aanhangsel, chamber, parliamentaryYearOf(session) ?? session),
    messages.number(number),
    placeInWords(place, language),
  ];
}

const gazettes = ['stb', 'stcrt', 'trb', 'gmb', 'prb', 'wsb', 'bgr'] as const;

function citeGazette(
  { kind, parts }: PublicationId,
  place: CitedPlace,
  language: Language,
): Parts | undefined {
  const gazette = gazettes.find((one) => one === kind);
  const [year, number] = parts;
  if (!gazette) return undefined;
  return [
    `${citationMessages[language][gazette]} ${year}`,
    number,
    articlesInWords(place, language) ?? placeInWords(place, language),
  ];
}

/** An official publication by its id; undefined where the id alone names it (`kv-…`, `blg-…`), or there is none. */
export function citePublication(
  document: CitedDocument,
  place: CitedPlace,
  language: Language,
): Parts | undefined {
  const publication = parsePublicationId(identifierOf(document, 'official-publication') ?? '');
  if (!publication) return undefined;
  switch (publication.kind) {
    case 'kst': {
      const paper = citeParliamentaryPaper(publication, document, language);
      return paper && [...paper, placeInWords(place, language)];
    }
    case 'h':
      return citeProceedings(publication, place, language);
    case 'ah':
      return citeAppendix(publication, place, language);
    default:
      return citeGazette(publication, place, language);
  }
}
