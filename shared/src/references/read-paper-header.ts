/** The header of a paper of the States General: what it is, who wrote it, and the number by which it is published. */
import type { SourceType } from '../dossier/index.ts';
import { capitalise, onOneLine } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import { formatPublicationId, parsePublicationId } from './publication-id.ts';
import { longestTitle, type TextClues } from './text-clues.ts';
import { advisoryDivision } from './to-judge.ts';

const capitals = String.raw`\p{Lu}[\p{Lu} ,'()/.&-]`;
/**
 * Chamber and session, file with its title, number with its kind in capitals, which can go on in the next lines. Papers
 * of the Eerste Kamer have letters, and stand at the beginning of a line. Web pages show them without chamber and session.
 */
const header = new RegExp(
  String.raw`(?:(?<!\p{L})(?<chamber>Tweede|Eerste) Kamer der Staten-Generaal\s*\d?\s+Vergaderjaar\s+\d{4}-\d{4}\s+|^[ \t]*)(?<first>\d{2})\s?(?<last>\d{3})(?:\s+\(R\s?\d+\))?(?:[ -](?<addition>[IVX]{1,6}[A-Z]?|\d{2})(?![A-Za-z\d]))?\s+(?<file>[\s\S]{3,700}?)(?:\s+[Nn]r\.\s?(?<number>\d{1,4}[a-z]?)|\n[ \t]*(?<letter>[A-Z]{1,2})\d?)\s+(?<kind>${capitals}{3,160}(?:\n${capitals}{3,160}(?=\d?\s*\n|\d?\s*$)){0,3})(?=\d?(?:\s|$))`,
  'gmu',
);
/** What papers of the States General are, in the words of their headers. */
const kindOfPaper =
  /(?<!\p{L})(?:(?:SUB)?AMENDEMENT|ADVIES|BRIEF|BESLUITENLIJST|BOODSCHAP|EINDTEKST|INBRENG|LIJST|MEMORIE|MOTIE|(?:INITIATIEF)?NOTA|(?:JAAR|EIND)?VERSLAG|RAPPORT|REACTIE|VOORDRACHT|(?:WETS)?VOORSTEL)(?!\p{L})/u;
/** When it was made, in a line below the header. */
const made =
  /^\d?\s+(?:Vastgesteld|Ontvangen|Voorgesteld|Ingediend|Aangenomen)(?:\s+op)?\s+(?<date>\d{1,2}\s+\p{L}{3,9}\s+\d{4})/u;

const smallWords = new Set(
  'en van voor de het der den ten ter te c.s. minister staatssecretaris president commissie'.split(' '),
);
/** `JBZ`, `VWS`: letters that are no word. */
const initials = /^[bcdfghjklmnpqrstvwxz]{2,4}$/u;

/** `SOCIALE ZAKEN EN WERKGELEGENHEID` as `Sociale Zaken en Werkgelegenheid`, `DE WIT-JANSEN` as `De Wit-Jansen`. */
function toName(written: string): string {
  const words = written
    .trim()
    .toLowerCase()
    .replace(/[\p{L}.']+/gu, (word) => {
      if (smallWords.has(word)) return word;
      return initials.test(word) ? word.toUpperCase() : capitalise(word);
    });
  return capitalise(words);
}

/** `DE WIT EN VAN DEN BERG` as `De Wit en Van den Berg`. */
function toNames(written: string): string {
  return written
    .split(/(,\s*|\s+EN\s+)/u)
    .map((part) => (/^(?:,\s*|\s+EN\s+)$/u.test(part) ? part.toLowerCase() : toName(part)))
    .join('');
}

interface Kind {
  readonly name: string;
  readonly issuer?: string;
  readonly type?: SourceType;
}

/** `GEWIJZIGD AMENDEMENT` as `Gewijzigd amendement`. */
const toSentence = (written: string) => capitalise(written.trim().toLowerCase());

const ofMembers =
  /^(?<name>.*?)\s+VAN\s+(?:HET LID|DE LEDEN)\s+(?<members>.+?)(?=\s+(?:TER|TOT|OVER|INZAKE|TERZAKE)\s|$)/u;
const ofOffice =
  /^(?<name>.*?)\s+VAN\s+(?:DE|HET)\s+(?<office>(?:MINISTER|STAATSSECRETARIS|INFORMATEUR|FORMATEUR|VASTE|ALGEMENE|TIJDELIJKE|PRESIDIUM|NATIONALE|COMMISSIE)(?!\p{L}*\p{Ll}).*)$/u;
const ofGovernment =
  /MEMORIE VAN (?:TOELICHTING|ANTWOORD)|NOTA NAAR AANLEIDING|NOTA VAN (?:WIJZIGING|VERBETERING)|VOORSTEL VAN (?:RIJKS)?WET|KONINKLIJKE BOODSCHAP|^NADER RAPPORT/u;

/** What the kind of a paper says of it. */
function readKind(written: string): Kind {
  const kind = onOneLine(written);
  if (/^ADVIES\b.*RAAD VAN STATE/u.test(kind)) {
    const name = toSentence(kind).replace('afdeling', 'Afdeling').replace('raad van state', 'Raad van State');
    return { name, issuer: advisoryDivision, type: 'legislative-advice' };
  }
  const members = ofMembers.exec(kind)?.groups;
  if (members) return { name: toSentence(members.name ?? ''), issuer: toNames(members.members ?? '') };
  const office = ofOffice.exec(kind)?.groups;
  if (office) return { name: toSentence(office.name ?? ''), issuer: toName(office.office ?? '') };
  return { name: toSentence(kind), ...(ofGovernment.test(kind) ? { issuer: 'Regering' } : {}) };
}

/** The number by which a paper is published; undefined where the header leaves open which it is. */
function identify(groups: Readonly<Record<string, string | undefined>>): TextClues['identifier'] {
  const { first, last, addition, number, letter, chamber } = groups;
  // Both Chambers had letters, and papers with a letter behind their number are named after their session too.
  if ((letter && chamber !== 'Eerste') || /[a-z]$/u.test(number ?? '')) return undefined;
  const id = parsePublicationId(
    ['kst', `${first}${last}`, ...(addition ? [addition] : []), number ?? letter].join('-'),
  );
  return id && { scheme: 'official-publication', value: formatPublicationId(id) };
}

/** Reads the header of a Kamerstuk; undefined for anything else. */
export function readPaperHeader(head: string): TextClues | undefined {
  const headers = [...head.matchAll(header)].filter(
    ({ groups }) => groups?.chamber || kindOfPaper.test(groups?.kind ?? ''),
  );
  const [found] = headers;
  // A page that lists several papers is none of them.
  if (!found?.groups || headers.length > 1) return undefined;
  const { file = '', kind = '', letter, chamber } = found.groups;
  if (letter && chamber === 'Tweede') return undefined;
  const identifier = identify(found.groups);
  const { name, issuer, type = 'parliamentary-paper' } = readKind(kind);
  const date = readDate(made.exec(head.slice(found.index + found[0].length))?.groups?.date ?? '');
  return {
    ...(identifier && { identifier }),
    title: `${onOneLine(file)}; ${name}`.slice(0, longestTitle),
    ...(issuer ? { issuer } : {}),
    ...(date && { date }),
    sourceType: type,
  };
}

/** Questions of members with the answers of the government, which are published by themselves. */
const annexHeader =
  /(?<!\p{L})(?<chamber>Tweede|Eerste) Kamer der Staten-Generaal\s*\d?\s+Vergaderjaar\s+(?<from>\d{4})-(?<to>\d{4})\s+Aanhangsel van de Handelingen\s+Vragen gesteld[\s\S]{20,200}?antwoorden\s+(?<number>\d{1,5})\s/u;
const questions =
  /\s(?<title>Vragen\s+van\s+(?:het\s+lid|de\s+leden)\s[\s\S]{10,600}?)\s*\((?:ingezonden|Ingezonden)/u;
const answered =
  /\sAntwoord\s+van\s+(?<issuer>(?:Minister|Staatssecretaris)\s[^()]{2,60}(?:\([^()]{2,60}\))?)(?:[\s\S]{0,200}?\(ontvangen\s+(?<date>[^()]{6,30})\))?/u;

/** Reads the header of an Aanhangsel, or of the answers as the Tweede Kamer shows them before they have a number. */
export function readAnnexHeader(head: string): TextClues | undefined {
  const match = annexHeader.exec(head);
  const { chamber, from, to, number } = match?.groups ?? {};
  const rest = match ? head.slice(match.index + match[0].length - 1) : `\n${head}`;
  const title = questions.exec(rest)?.groups?.title;
  const { issuer, date } = answered.exec(rest)?.groups ?? {};
  if (!match && !(title && issuer)) return undefined;
  const day = readDate(date ?? '');
  return {
    ...(match && {
      identifier: {
        scheme: 'official-publication',
        value: `ah-${chamber === 'Eerste' ? 'ek' : 'tk'}-${from}${to}-${number}`,
      },
    }),
    ...(title ? { title: onOneLine(title).slice(0, longestTitle) } : {}),
    ...(issuer ? { issuer: onOneLine(issuer) } : {}),
    ...(day ? { date: day } : {}),
    sourceType: 'parliamentary-paper',
  };
}
