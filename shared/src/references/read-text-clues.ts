import type { SourceType } from '../dossier/index.ts';
import { capitalise, onOneLine } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import { evenOut } from './even-out.ts';
import { parsePublicationId, toPublicationId } from './publication-id.ts';
import { readCommitteePaper, readPublishedRuling, readRuling } from './read-headings.ts';
import type { TextClues } from './text-clues.ts';

/** How far a document introduces itself, in UTF-16 code units; an imprint stands at the foot of its first page. */
const headLength = 4_000;
const imprintLength = 12_000;

/** `kst-36067-90 ISSN 0921 - 7371`: every publication of the Chambers prints its own id beside its ISSN. */
const imprint =
  /(?<![\w-])((?:kst|ah|h|blg|kv|stb|stcrt|trb)-[A-Za-z0-9-]+)\s+ISSN\s+\d{4}\s*-\s*\d{3}[\dX]/g;

function readImprint(text: string): string | undefined {
  const ids = new Set(
    [...text.slice(0, imprintLength).matchAll(imprint)].map(([, id = '']) => toPublicationId(id)),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The header of a Kamerstuk: chamber, session, file with its title, number with its kind. */
const paperHeader =
  /(?<![A-Za-z])(?:Tweede|Eerste) Kamer der Staten-Generaal\s*\d?\s+Vergaderjaar\s+(?<session>\d{4}-\d{4})\s+(?<first>\d{2})\s?(?<last>\d{3})(?:\s+\(R\s?\d+\))?(?:[ -](?<addition>[IVX]{1,6}[A-Z]?|\d{2})(?![A-Za-z\d]))?\s+(?<file>[\s\S]{3,400}?)\s+Nr\.\s?(?<number>\d{1,4})\s+(?<kind>[A-Z][A-Z ,'()-]{3,160})(?=\s|$)/gu;
const annexHeader =
  /(?<![A-Za-z])Tweede Kamer der Staten-Generaal\s*\d?\s+Vergaderjaar\s+(?<from>\d{4})-(?<to>\d{4})\s+Aanhangsel van de Handelingen\s+Vragen gesteld[\s\S]{20,200}?antwoorden\s+(?<number>\d{1,5})\s/u;

/** Bodies by how the kind of a paper names them. */
const authors: readonly (readonly [
  pattern: RegExp,
  issuer: (match: RegExpExecArray) => string,
  type: SourceType,
])[] = [
  [
    /ADVIES(?:\s+AFDELING ADVISERING)? RAAD VAN STATE/u,
    () => 'Afdeling advisering van de Raad van State',
    'legislative-advice',
  ],
  [
    /BRIEF VAN DE (MINISTERS?|STAATSSECRETARIS) (VAN|VOOR) ([A-Z ,-]+)/u,
    ([, office = '', of = '', field = '']) => `${toTitle(office)} ${of.toLowerCase()} ${toTitle(field)}`,
    'parliamentary-paper',
  ],
  [
    /(?:AMENDEMENT|MOTIE|INITIATIEFNOTA) VAN (?:HET LID|DE LEDEN) ([A-Z ,'-]+)/u,
    ([, names = '']) => toTitle(names),
    'parliamentary-paper',
  ],
  [
    /MEMORIE VAN TOELICHTING|NOTA NAAR AANLEIDING|NOTA VAN WIJZIGING|VOORSTEL VAN WET|KONINKLIJKE BOODSCHAP/u,
    () => 'Regering',
    'parliamentary-paper',
  ],
];
const smallWords = new Set(['en', 'van', 'voor', 'de', 'het', 'der', 'c.s.']);

/** `SOCIALE ZAKEN EN WERKGELEGENHEID` as `Sociale Zaken en Werkgelegenheid`. */
function toTitle(capitals: string): string {
  return capitals
    .trim()
    .toLowerCase()
    .replace(/[\p{L}.'-]+/gu, (word) => (smallWords.has(word) ? word : capitalise(word)));
}

function readPaper(head: string): TextClues | undefined {
  const headers = [...head.matchAll(paperHeader)];
  const groups = headers[0]?.groups;
  // A page that lists several papers is none of them.
  if (!groups || headers.length > 1) return undefined;
  const { first, last, addition, file = '', number, kind = '' } = groups;
  const id = parsePublicationId(
    ['kst', `${first}${last}`, ...(addition ? [addition] : []), number].join('-'),
  );
  const author = authors
    .map(([pattern, issuer, type]) => ({ match: pattern.exec(kind), issuer, type }))
    .find(({ match }) => match);
  const issuer = author?.match && author.issuer(author.match);
  const name = kind.trim().charAt(0) + kind.trim().slice(1).toLowerCase();
  return {
    ...(id
      ? { identifier: { scheme: 'official-publication', value: [id.kind, ...id.parts].join('-') } }
      : {}),
    title: `${onOneLine(file)}; ${issuer ? (name.split(' van ')[0] ?? name) : name}`.slice(0, 300),
    ...(issuer ? { issuer } : {}),
    sourceType: author?.type ?? 'parliamentary-paper',
  };
}

function readAnnex(head: string): TextClues | undefined {
  const groups = annexHeader.exec(head)?.groups;
  return (
    groups && {
      identifier: {
        scheme: 'official-publication',
        value: `ah-tk-${groups.from}${groups.to}-${groups.number}`,
      },
      sourceType: 'parliamentary-paper',
    }
  );
}

/** The lines of a letterhead that name what it is about and when it was written. */
const subject = /(?:^|\n)[ \t]*(?:Betreft|Onderwerp)[ \t]*:?[ \t]*\n?[ \t]*(?<subject>[^\n]{4,200})/u;
const dated = /(?:^|\n)[ \t]*(?:Datum|Den Haag,|'s-Gravenhage,|Utrecht,)[ \t]*:?\s{0,4}(?<date>[^\n]{4,40})/u;

function readLetter(head: string): TextClues {
  const title = subject.exec(head)?.groups?.subject?.replace(/\s+/gu, ' ').trim();
  const date = readDate(dated.exec(head)?.groups?.date ?? '');
  return { ...(title ? { title } : {}), ...(date ? { date } : {}) };
}

/**
 * What a document's own first words say of it, for a PDF or a page without metadata. An identifier is
 * taken only where the document names itself: others in its text belong to what it cites.
 *
 * @param text its text from the first page on, lines kept.
 */
export function readTextClues(text: string): TextClues {
  const even = evenOut(text.slice(0, imprintLength));
  const head = even.slice(0, headLength);
  const letter = readLetter(head);
  const paper =
    readPaper(head) ??
    readAnnex(head) ??
    readCommitteePaper(head) ??
    readPublishedRuling(head) ??
    readRuling(head) ??
    {};
  const printed = readImprint(even);
  const clues = { ...letter, ...paper };
  if (!printed) return clues;
  // A header and an imprint that differ make neither certain.
  const { identifier, ...rest } = clues;
  if (identifier && identifier.value.toLowerCase() !== printed.toLowerCase()) return rest;
  return { ...rest, identifier: { scheme: 'official-publication', value: printed } };
}
