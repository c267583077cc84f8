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
import { formatPublicationId, parsePublicationId } from './publication-id.ts';
import type { PaperDetails, Reference } from './reference.ts';

/**
 * Kamerstukken in running text (Aanwijzingen voor de regelgeving 3.43 for the house form, sources.md for what else is
 * written).
 *
 * Method: a head that opens a citation, then its parts one after the other, each anchored where the one before ended.
 * Cost: one pass for the heads, and a bounded look ahead for each.
 */

/** What papers are called, of late, in short, and in the bound volumes of old. */
const papers = String.raw`[Kk]amerst(?:ukken|uk|\.)|Kst\.?|KST\.?|[Kk]amerstuk(?:ken)?(?:nummers?|nrs?\.?|dossiers?):?|[Kk]amerdossiers?|Bijl(?:agen)?\.?(?:\s+(?:bij|van)\s+de)?\s+Hand(?:elingen|\.)`;
const ofChamber = String.raw`(?:\s*,)?(?:\s+(?:van de |der )?(?<chamber>${chamberWords}|1{1,2}(?=\s*,|\s+\d{4}\s*[-/]))(?![A-Za-z\d]))?(?:\s*der Staten-Generaal)?`;
/** A file by its number alone, as far as it is needed to know that it is one. */
const fileAhead = String.raw`\d{2}[ .]?\d{3}(?:[ -]?[IVX]{1,5}|-\d{2})?\s*,?\s*`;
const head = new RegExp(
  [
    // A word that names papers.
    String.raw`(?<![A-Za-z])(?:${papers})${ofChamber}(?:\s*,?\s*${sessionPattern('session')})?`,
    // A chamber with its session: "Tweede Kamer, vergaderjaar 2025–2026, 19 637 nr. 3514".
    String.raw`(?<![A-Za-z])(?<chamber2>Tweede Kamer|Eerste Kamer|TK|EK)(?:\s*der Staten-Generaal)?\s*,?\s*${sessionPattern('session2')}`,
    // A chamber with a file and a number: "TK 36 704, nr. 11".
    String.raw`(?<![A-Za-z])(?<chamber3>TK|EK)(?=\s+${fileAhead}(?:nr\.?\s*\d|[A-Z]{1,2}(?![A-Za-z])))`,
    // "wetsvoorstel 36 704", "dossier 36 704", and as the Handelingen name motions: "de motie-Podt (36704, nr. 23)".
    String.raw`(?<![A-Za-z])(?:[Ww]etsvoorstel(?:len)?(?=\s+\d{2}[ .]?\d{3}(?!\d))|[Dd]ossier(?:nummer)?(?=\s+\d{2} \d{3}(?! ?\d)))|\((?=${fileAhead}nr\.\s?\d{1,4}\))`,
    // "het wetsvoorstel Asielnoodmaatregelenwet (36 704)".
    String.raw`(?<![A-Za-z])[Ww]etsvoorstel[^().;\n]{1,80}\((?=\d{2} \d{3}\)(?!\s+(?:euro|zaken|aanvragen|mensen|personen)))`,
  ].join('|'),
  'g',
);
/** Additions that belong to the number of a file: a chapter of the budget, or a number of two digits. */
const file =
  /\s*,?\s*(?:(?:nr\.?|[Kk]amerstuk(?:nummer|nr\.?)?|dossier(?:nummer)?)\s*)?(?:(?<first>\d{2})[ .]?\s?(?<last>\d{3})(?!\d)(?:\s*\(R ?(?<kingdom>\d{3,4})\))?(?:\s*-\s*(?<part>\d{2})(?!\d)|[\s.-]{0,2}(?:[Hh]oofdstuk\s+)?(?<chapter>[IVX]{1,6}[A-Z]?|[A-Z])(?![A-Za-z]))?|(?<internal>[CLXVI]{2,8})(?=\s*,\s*[A-Z]{1,2}(?![A-Za-z])))/y;
/** Files of which each addition of two digits is a file of its own. */
const filesWithParts = new Set(['21501']);
const item = String.raw`(?<number>\d{1,5}(?:[a-z](?![a-z]))?|[A-Z]{1,3}(?![A-Za-z]))(?:\s*(?:-|t\/m|tot en met)\s*(?<through>\d{1,5}))?(?![\d]| \d{3})`;
const number = new RegExp(
  String.raw`(?:\s*,?\s*(?<mark>[Nn]rs?|[Nn]ummers?|no)\.?\s*|\s*,\s*|-(?=\d))${item}`,
  'y',
);
const another = new RegExp(String.raw`\s*(?:[,;]\s*(?:en\s+)?|en\s+)nrs?\.?\s*${item}`, 'y');
const anotherOfSeveral = new RegExp(String.raw`\s*(?:,(?:\s*en\s)?|en\s)\s*${item}`, 'y');
/** Behind the pages of one only what has pages of its own: "nrs. 3, p. 5 en 4, p. 2". */
const anotherWithPages = new RegExp(String.raw`${anotherOfSeveral.source}(?=\s*,\s*(?:pp?|blz)\.)`, 'y');
/** Papers of the Eerste Kamer have letters: "E, p. 7 en F, p. 3". */
const anotherLetter = /\s*(?:,\s*)?en\s+(?<number>[A-Z]{1,2})(?=\s*,\s*(?:pp?|blz)\.)/y;
const separator = String.raw`\s*(?:[,;]\s*(?:en\s+)?|en\s+|\/\s?)`;
const anotherFile = String.raw`\d{2}[ .]?\d{3}(?!\d)(?:\s*\(R ?\d{3,4}\))?(?:[ -]?[IVX]{1,5}(?![A-Za-z])|-\d{2}(?!\d))?`;
/** "36 703, nr. 3 en 36 704, nr. 3", and of files without numbers: "36 703 en 36 704". */
const nextNumbered = new RegExp(
  String.raw`${separator}(?=${anotherFile}\s*,?\s*(?:nrs?\.?\s*\d|[A-Z]{1,2}(?![A-Za-z])))`,
  'y',
);
const nextUnnumbered = new RegExp(
  String.raw`${separator}(?=${anotherFile}(?:\s*(?:$|[).,;:\]])|\s+en\s+${anotherFile}))`,
  'y',
);

type Groups = Readonly<Record<string, string | undefined>>;

/** Whether the ids of the time in which the paper appeared have this form. */
function isOnline({ session }: PaperDetails): boolean {
  return session === undefined || Number(session.slice(0, 4)) >= firstYearOnline - 1;
}

/** Until this session the ids of papers of the Eerste Kamer begin with theirs: `kst-20092010-31994-C`. */
const lastNamedSession = 2009;

/** What stands in an id between its kind and the number of the file. */
function sessionInId({ chamber, session }: PaperDetails): string[] {
  const isNamed = chamber === 'I' && session !== undefined && Number(session.slice(0, 4)) <= lastNamedSession;
  return isNamed ? [session.replace('-', '')] : [];
}

function toReference(place: { start: number; end: number }, paper: PaperDetails, pages?: string): Reference {
  const text = ['kst', ...sessionInId(paper), paper.dossier, ...(paper.number ? [paper.number] : [])].join(
    '-',
  );
  const isOne = paper.number !== undefined && !paper.number.includes('-');
  const isKnown = paper.kingdomNumber === undefined && isOnline(paper);
  const id = isOne && isKnown ? parsePublicationId(text) : undefined;
  const canonical = id ? formatPublicationId(id) : text;
  const dossier = paper.dossier?.replace(/-.*$/u, '');
  const address = id ? `${canonical}.html` : isKnown ? `dossier/${dossier}` : undefined;
  return {
    kind: 'kamerstuk',
    ...place,
    canonical,
    ...(id ? { identifier: { scheme: 'official-publication' as const, value: canonical } } : {}),
    ...(address ? { link: `${publications}/${address}` } : {}),
    ...(pages ? { pages } : {}),
    paper,
  };
}

function numberOf({ number: first, through }: Groups): string {
  return through ? `${first}-${through}` : (first ?? '');
}

/** What the head and the file say of every paper that is named after them. */
function readDetails(head: Groups, file: Groups, isNumbered: boolean): PaperDetails {
  const { first = '', last = '', kingdom, part, chapter, internal } = file;
  const chamber = toChamber(head.chamber ?? head.chamber2 ?? head.chamber3);
  const session = toSession(head.session ?? head.session2);
  const isPart = isNumbered || filesWithParts.has(`${first}${last}`);
  // "36 704-11", "36 704 B": with nothing behind it is the number of a paper.
  const asNumber = isPart ? undefined : (part ?? (chamber === 'I' ? chapter : undefined));
  const addition = asNumber ? undefined : (part ?? chapter);
  return {
    ...(chamber ? { chamber } : {}),
    ...(session ? { session } : {}),
    dossier: internal ?? `${first}${last}${addition ? `-${addition}` : ''}`,
    ...(kingdom ? { kingdomNumber: `R${kingdom}` } : {}),
    ...(asNumber ? { number: asNumber } : {}),
  };
}

/** The papers of one file, whose number stands before `end`: several when several numbers are named. */
function readNumbers(text: string, place: { start: number; end: number }, named: Groups, head: Groups) {
  const found: Reference[] = [];
  let { start, end } = place;
  let next = matchAt(number, text, end);
  const details = readDetails(head, named, next !== undefined);
  const isPlural = /s$/u.test(next?.groups.mark ?? '');
  while (next) {
    const pages = readPages(text, next.end);
    end = pages?.end ?? next.end;
    found.push(toReference({ start, end }, { ...details, number: numberOf(next.groups) }, pages?.pages));
    const other = pages ? anotherWithPages : anotherOfSeveral;
    next = matchAt(another, text, end) ?? matchAt(isPlural ? other : anotherLetter, text, end);
    start = startOfNext(text, end);
  }
  return found.length > 0 ? found : [toReference({ start, end }, details)];
}

/** Where what is named behind a citation begins, past the signs and the word between them. */
function startOfNext(text: string, end: number): number {
  return end + (/^[\s,;/]*(?:en\s+)?/u.exec(text.slice(end, end + 12))?.[0].length ?? 0);
}

/** The papers that one head opens, of one file or several. */
function readPapers(text: string, match: RegExpExecArray): Reference[] {
  const groups = match.groups ?? {};
  // Years that do not follow each other open no citation: "Tweede Kamer 2021-2025, 12 345 stemmen".
  if (groups.session2 && !toSession(groups.session2)) return [];
  const found: Reference[] = [];
  const behind = match.index + match[0].length;
  // The bracket before the number of a motion or a bill, and what stands before it, are no part of it.
  let start = match[0].endsWith('(') ? behind : match.index;
  let named = matchAt(file, text, behind);
  while (named) {
    const papers = readNumbers(text, { start, end: named.end }, named.groups, groups);
    for (const paper of papers) found.push(paper);
    const last = found.at(-1);
    const end = last?.end ?? named.end;
    const isNumbered = last?.paper?.number !== undefined;
    const goesOn =
      matchAt(nextNumbered, text, end) ?? (isNumbered ? undefined : matchAt(nextUnnumbered, text, end));
    named = goesOn && matchAt(file, text, startOfNext(text, end));
    start = startOfNext(text, end);
  }
  return found;
}

/** How members name a motion or an amendment: "de motie op stuk nr. 68 (35 483)". */
const onPaper =
  /(?<=[Oo]p stuk )nr\.\s?(?<number>\d{1,4})\s\((?<first>\d{2}) ?(?<last>\d{3})(?:-(?<chapter>[IVX]{1,6}|\d{2}))?\)/g;

function readOnPaper({ index, 0: { length }, groups = {} }: RegExpExecArray): Reference {
  const { first, last, chapter, number: named = '' } = groups;
  const dossier = [`${first}${last}`, ...(chapter ? [chapter] : [])].join('-');
  return toReference({ start: index, end: index + length }, { dossier, number: named });
}

/** Kamerstukken in a plain text, in its order. */
export function findKamerstukken(text: string): Reference[] {
  const found = [...text.matchAll(head)].flatMap((match) => readPapers(text, match));
  return [...found, ...[...text.matchAll(onPaper)].map(readOnPaper)].sort((a, b) => a.start - b.start);
}
