import { formatPublicationId, parsePublicationId } from './publication-id.ts';
import type { PaperDetails, Reference } from './reference.ts';

/**
 * Kamerstukken, Handelingen and their Aanhangsel in running text (Aanwijzingen voor de regelgeving 3.43 for
 * the house form, sources.md for what else is written). Works on a text that was evened out.
 *
 * Method: a head that opens a citation, then its parts one after the other, each anchored where the one
 * before ended. Cost: one pass for the heads, and a bounded look ahead for each.
 */

const chamberWords = 'II|I|TK|EK|Tweede Kamer|Eerste Kamer';
const session = String.raw`(?:(?:vergaderjaar|zitting)\s+)?(?<from>\d{4})\s*[-/]\s*-?\s*(?<to>\d{4}|\d{2})(?!\d)`;

const paperHead = new RegExp(
  String.raw`(?<![A-Za-z])(?:[Kk]amerst(?:ukken|uk|\.)(?:\s*,)?(?:\s+(?:van de |der )?(?<chamber>${chamberWords}|1{1,2}(?=\s*,|\s+\d{4}\s*[-/]))(?![A-Za-z\d]))?(?:\s*der Staten-Generaal)?(?:\s*,?\s*${session})?|(?<chamber2>Tweede Kamer|Eerste Kamer|TK|EK)(?:\s*der Staten-Generaal)?\s*,?\s*${session.replaceAll('?<from>', '?<from2>').replaceAll('?<to>', '?<to2>')})`,
  'g',
);
/** Additions that belong to the number of a file: a chapter of the budget, or a number of two digits. */
const dossier =
  /\s*,?\s*(?<first>\d{2})[ .]?\s?(?<last>\d{3})(?!\d)(?:\s*\(R ?(?<kingdom>\d{3,4})\))?(?:\s*-\s*(?<part>\d{2})(?!\d)|[\s.-]{0,2}(?<chapter>[IVX]{1,6}[A-Z]?|[A-Z])(?![A-Za-z]))?/y;
const item = String.raw`(?<number>\d{1,5}(?:[a-z](?![a-z]))?|[A-Z]{1,3}(?![A-Za-z]))(?:\s*-\s*(?<through>\d{1,5}))?(?![\d])`;
const number = new RegExp(String.raw`(?:\s*,?\s*(?<mark>[Nn]rs?|[Nn]ummers?|no)\.?\s*|\s*,\s*)${item}`, 'y');
const pages =
  /(?:\s*\([^()]{1,40}\))?(?:\s*,\s*[A-Z][A-Za-z ]{3,40})?\s*,?\s*(?:pp?|pag|blz|bladz|[Pp]agina(?:'s)?|[Bb]ladzijden?)\.?\s*(?<page>\d{1,6})(?:\s*(?:-|\/|en)\s*(?<last>\d{1,6}))?/y;
const another = new RegExp(String.raw`\s*(?:[,;]\s*(?:en\s+)?|en\s+)nrs?\.?\s*${item}`, 'y');
const anotherOfSeveral = new RegExp(String.raw`\s*(?:,|en\s)\s*${item}`, 'y');

const debateHead = new RegExp(
  String.raw`(?<![A-Za-z])(?<annex>Aanhangsel(?:\s+(?:van de|der|bij de))?\s+)?Handelingen(?:\s*,)?(?:\s+(?<chamber>${chamberWords})(?![A-Za-z\d]))?\s*,?\s*${session}`,
  'g',
);
const annexHead = new RegExp(
  String.raw`(?<![A-Za-z])Aanhangsel(?:\s+(?<chamber>${chamberWords})(?![A-Za-z\d]))?\s*,?\s*${session}`,
  'g',
);
const debateFile = /\s*,\s*(?<first>\d{2})[ .]?(?<last>\d{3})(?!\d)(?=\s*,)/y;
const debateNumber =
  /\s*,?\s*(?:nr|nummer)\.?\s*(?<number>\d{1,4})(?:-(?<through>\d{1,5}))?(?:\s*,?\s*item\s*(?<item>\d{1,3}))?/y;

const publications = 'https://zoek.officielebekendmakingen.nl';
/** First year of which papers stand there under ids of this form. */
const firstYear = 1995;

type Groups = Readonly<Record<string, string | undefined>>;

function matchAt(pattern: RegExp, text: string, at: number): { groups: Groups; end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { groups: match.groups ?? {}, end: pattern.lastIndex } : undefined;
}

function toChamber(word: string | undefined): 'I' | 'II' | undefined {
  if (word === undefined) return undefined;
  return /^(?:II|11|TK|Tweede)/u.test(word) ? 'II' : 'I';
}

/** `2008` and `09` as `2008-2009`. */
function toSession(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (to.length === 4) return `${from}-${to}`;
  const century = Number(from.slice(0, 2)) + (Number(to) < Number(from.slice(2)) ? 1 : 0);
  return `${from}-${century}${to}`;
}

function pagesOf(groups: Groups): string | undefined {
  return groups.page === undefined ? undefined : groups.last ? `${groups.page}-${groups.last}` : groups.page;
}

/** Whether the ids of the time in which the paper appeared have this form. */
function isOnline(details: PaperDetails): boolean {
  return details.session === undefined || Number(details.session.slice(0, 4)) >= firstYear - 1;
}

function toPaper(place: { start: number; end: number }, details: PaperDetails, named?: string): Reference {
  const text = ['kst', details.dossier, ...(details.number ? [details.number] : [])].join('-');
  const isOne = details.number !== undefined && !details.number.includes('-');
  const isKnown = details.kingdomNumber === undefined && isOnline(details);
  const id = isOne && isKnown ? parsePublicationId(text) : undefined;
  const canonical = id ? formatPublicationId(id) : text;
  const file = details.dossier?.replace(/-.*$/u, '');
  const link = id
    ? `${publications}/${canonical}.html`
    : isKnown
      ? `${publications}/dossier/${file}`
      : undefined;
  return {
    kind: 'kamerstuk',
    ...place,
    canonical,
    ...(id ? { identifier: { scheme: 'official-publication' as const, value: canonical } } : {}),
    ...(link ? { link } : {}),
    ...(named ? { pages: named } : {}),
    paper: details,
  };
}

function numberOf({ number: first, through }: Groups): string {
  return through ? `${first}-${through}` : (first ?? '');
}

/** The papers that one head opens: several when it names several numbers of one file. */
function readPapers(text: string, head: RegExpExecArray): Reference[] {
  const groups = head.groups ?? {};
  const file = matchAt(dossier, text, head.index + head[0].length);
  if (!file) return [];
  const { first = '', last = '', kingdom, part, chapter } = file.groups;
  const addition = part ?? chapter;
  const chamber = toChamber(groups.chamber ?? groups.chamber2);
  const year = toSession(groups.from ?? groups.from2, groups.to ?? groups.to2);
  const details: PaperDetails = {
    ...(chamber ? { chamber } : {}),
    ...(year ? { session: year } : {}),
    dossier: `${first}${last}${addition ? `-${addition}` : ''}`,
    ...(kingdom ? { kingdomNumber: `R${kingdom}` } : {}),
  };
  const found: Reference[] = [];
  let start = head.index;
  let end = file.end;
  let next = matchAt(number, text, end);
  const isPlural = /s$/u.test(next?.groups.mark ?? '');
  while (next) {
    const named = matchAt(pages, text, next.end);
    end = named?.end ?? next.end;
    found.push(
      toPaper({ start, end }, { ...details, number: numberOf(next.groups) }, named && pagesOf(named.groups)),
    );
    next =
      matchAt(another, text, end) ?? (isPlural && !named ? matchAt(anotherOfSeveral, text, end) : undefined);
    start = end + (/^[\s,;]*(?:en\s+)?/u.exec(text.slice(end, end + 12))?.[0].length ?? 0);
  }
  return found.length > 0 ? found : [toPaper({ start, end }, details)];
}

function readDebate(text: string, head: RegExpExecArray, isAnnex: boolean): Reference[] {
  const groups = head.groups ?? {};
  const headEnd = head.index + head[0].length;
  const file = matchAt(debateFile, text, headEnd);
  const place = matchAt(debateNumber, text, file?.end ?? headEnd);
  const year = toSession(groups.from, groups.to);
  if (!place || year === undefined) return [];
  const { number: which = '', item: part } = place.groups;
  const named = matchAt(pages, text, place.end);
  const chamber = toChamber(groups.chamber);
  const letters = chamber === 'I' ? 'ek' : 'tk';
  const parts = [letters, year.replace('-', ''), which, ...(part ? [part] : [])];
  const canonical = [isAnnex ? 'ah' : 'h', ...parts].join('-');
  // A debate is published by item; with only a number and pages, no id is certain.
  const isCertain =
    chamber !== undefined && Number(year.slice(0, 4)) >= firstYear && (isAnnex || part !== undefined);
  const namedPages = named && pagesOf(named.groups);
  return [
    {
      kind: isAnnex ? 'aanhangsel' : 'handelingen',
      start: head.index,
      end: named?.end ?? place.end,
      canonical,
      ...(isCertain
        ? {
            identifier: { scheme: 'official-publication' as const, value: canonical },
            link: `${publications}/${canonical}.html`,
          }
        : {}),
      ...(namedPages ? { pages: namedPages } : {}),
      paper: {
        ...(chamber ? { chamber } : {}),
        session: year,
        number: which,
        ...(part ? { item: part } : {}),
      },
    },
  ];
}

/** Kamerstukken, Handelingen and Aanhangsels in an evened-out text, in its order. */
export function findParliamentaryPapers(text: string): Reference[] {
  return [
    ...[...text.matchAll(debateHead)].flatMap((head) =>
      readDebate(text, head, head.groups?.annex !== undefined),
    ),
    ...[...text.matchAll(annexHead)].flatMap((head) => readDebate(text, head, true)),
    ...[...text.matchAll(paperHead)].flatMap((head) => readPapers(text, head)),
  ];
}
