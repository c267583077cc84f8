import {
  chamberWords,
  firstYearOnline,
  matchAt,
  publications,
  readPages,
  sessionPattern,
  toChamber,
  toSession,
} from './parliamentary-parts.ts';
import type { Reference } from './reference.ts';

/**
 * Handelingen and their Aanhangsel in running text: a head that names them with a session, then file, number, item and
 * pages one after the other. Cost: one pass for the heads, and a bounded look ahead for each.
 */

const annexWord = String.raw`[Aa]anh(?:angsel|\.)`;
const ofChamber = String.raw`(?:\s*,)?(?:\s+(?:van\s+de\s+|der\s+)?(?<chamber>${chamberWords})(?![A-Za-z\d]))?(?:\s+der\s+Staten-Generaal)?`;
const head = new RegExp(
  [
    String.raw`(?<![A-Za-z])(?<!Bijl\. |Bijlagen )(?<annex>${annexWord}(?:\s+(?:van de|der|bij de))?\s+)?Hand(?:elingen|\.)${ofChamber}\s*,?\s*${sessionPattern('session')}(?<annex2>\s*,?\s*\(?${annexWord}\)?)?`,
    String.raw`(?<![A-Za-z])(?<annex3>${annexWord})(?:\s+(?<chamber3>${chamberWords})(?![A-Za-z\d]))?\s*,?\s*${sessionPattern('session3')}`,
    String.raw`(?<![A-Za-z])(?<chamber4>Tweede Kamer|Eerste Kamer|TK|EK)\s*,?\s*${sessionPattern('session4')}\s*,\s*(?<annex4>${annexWord}(?:\s+(?:van\s+de\s+|der\s+)?Handelingen)?)`,
  ].join('|'),
  'g',
);
const file = /\s*,\s*\d{2}[ .]?\d{3}(?!\d)(?=\s*,)/y;
const number =
  /(?:\s*,?\s*(?:nrs?|nummers?)\.?\s*|\s*,\s*|(?<=Aanhangsel|Handelingen)\s+)(?<number>\d{1,4})(?![\d]| \d{3})(?:\s*[,-]?\s*items?\s*(?<item>\d{1,3})|-(?<second>\d{1,5})(?:-\d{1,5})?|\s*,\s*(?<third>\d{1,3})(?=\s*,\s*(?:pp?|blz)\.))?/y;
/** More of a plural: `nrs. 1201 en 1202`. */
const another = /\s*(?:,(?:\s*en\s)?|en\s)\s*(?<number>\d{1,4})(?!\d|[./-]\d| \d{3})/y;
/** Since this session a meeting is published item by item; before, the number behind that of the meeting is a page. */
const itemsSince = 2010;

/** Handelingen and Aanhangsels in a plain text, in its order. */
export function findDebates(text: string): Reference[] {
  return [...text.matchAll(head)].flatMap((match) => {
    const groups = match.groups ?? {};
    const { annex, annex2, annex3, annex4, chamber, chamber3, chamber4 } = groups;
    const session = toSession(groups.session ?? groups.session3 ?? groups.session4);
    const end = match.index + match[0].length;
    const place = matchAt(number, text, matchAt(file, text, end)?.end ?? end);
    if (!place || session === undefined) return [];
    const isAnnex = (annex ?? annex2 ?? annex3 ?? annex4) !== undefined;
    const { number: which = '', second, third } = place.groups;
    const isItem = !isAnnex && Number(session.slice(0, 4)) >= itemsSince;
    const item = place.groups.item ?? (isItem ? (second ?? third) : undefined);
    const details = { chamber: toChamber(chamber ?? chamber3 ?? chamber4), session, number: which, item };
    const pages = readPages(text, place.end);
    const first = { start: match.index, end: pages?.end ?? place.end, pages: pages?.pages };
    const found = [toReference(details, isAnnex, first)];
    const isPlural = /(?:nrs|nummers)\.?\s*\d+$/u.test(text.slice(end, place.end));
    for (let last = place.end; isPlural; ) {
      const next = matchAt(another, text, last);
      if (!next) break;
      const { number = '' } = next.groups;
      const start = next.end - number.length;
      found.push(toReference({ ...details, number }, isAnnex, { start, end: next.end, pages: undefined }));
      last = next.end;
    }
    return found;
  });
}

function toReference(
  {
    chamber,
    session,
    number: which,
    item,
  }: { chamber: 'I' | 'II' | undefined; session: string; number: string; item: string | undefined },
  isAnnex: boolean,
  { start, end, pages }: { start: number; end: number; pages: string | undefined },
): Reference {
  const letters = chamber === 'I' ? 'ek' : 'tk';
  const parts = [letters, session.replace('-', ''), which, ...(item ? [item] : [])];
  const canonical = [isAnnex ? 'ah' : 'h', ...parts].join('-');
  // A debate is published by item; with only a number and pages, no id is certain.
  const isCertain =
    chamber !== undefined &&
    Number(session.slice(0, 4)) >= firstYearOnline &&
    (isAnnex || item !== undefined);
  return {
    kind: isAnnex ? 'aanhangsel' : 'handelingen',
    start,
    end,
    canonical,
    ...(isCertain
      ? {
          identifier: { scheme: 'official-publication' as const, value: canonical },
          link: `${publications}/${canonical}.html`,
        }
      : {}),
    ...(pages ? { pages } : {}),
    paper: { ...(chamber ? { chamber } : {}), session, number: which, ...(item ? { item } : {}) },
  };
}
