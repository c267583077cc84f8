import { knownLaws, type Law } from './known-laws.ts';
import type { NamedLaw } from './name-index.ts';

/** An act of the Union as it is named in running text; sticky, on a plain text. */
const act =
  /(?<![A-Za-z])(?<type>[Rr]ichtlijn|(?:[Uu]itvoerings|[Gg]edelegeerde\s+)?[Vv]erordening|(?:[Uu]itvoerings)?[Bb]esluit|[Kk]aderbesluit)\s+(?:\((?<body>EU|EG|EEG)(?:,\s*Euratom)?\)\s*)?(?<mark>nr\.?\s*)?(?<first>\d{2,4})\/(?<second>\d{1,4})(?:\/(?<suffix>EU|EG|EEG|JBZ|GBVB))?(?!\d)/y;

/** First letters of what an act can be: most words need no closer look. */
const initials = new Set('RrVvUuGgBbKk');

/** Since this year every act is numbered after its year; before, regulations were numbered before it. */
const yearFirstSince = 2015;

function toYear(text: string): number | undefined {
  if (text.length === 2) return 1900 + Number(text);
  return /^(?:19[5-9]|20\d)\d$/u.test(text) ? Number(text) : undefined;
}

/** By which of the Union's treaties an act was made, from the year of the act: EEG, EG (November 1993) or EU (December 2009). */
function communityOf(year: number): string {
  if (year >= 2010) return 'EU';
  return year >= 1994 ? 'EG' : 'EEG';
}

interface Numbering {
  readonly year: number;
  readonly number: string;
}

/** Year and number of a regulation, of which the two sides of the stroke changed places. */
function numberRegulation(first: string, second: string, isMarked: boolean): Numbering | undefined {
  const [before, behind] = [toYear(first), toYear(second)];
  const isBefore = before !== undefined && before >= yearFirstSince;
  const isBehind = behind !== undefined && behind < yearFirstSince;
  if (isBehind && (isMarked || !isBefore)) return { year: behind, number: first };
  return isBefore ? { year: before, number: second } : undefined;
}

function numberOther(first: string, second: string): Numbering | undefined {
  const year = toYear(first);
  return year === undefined ? undefined : { year, number: second };
}

const kinds = { R: 'Verordening', L: 'Richtlijn', D: 'Besluit', F: 'Kaderbesluit' } as const;
type Letter = keyof typeof kinds;

function letterOf(type: string): Letter {
  if (/richtlijn/iu.test(type)) return 'L';
  if (/verordening/iu.test(type)) return 'R';
  return /kader/iu.test(type) ? 'F' : 'D';
}

function nameOf(letter: Letter, body: string, { year, number }: Numbering): string {
  if (year >= yearFirstSince) return `${kinds[letter]} (${body}) ${year}/${number}`;
  // Until 1998 years were written with two digits.
  const written = year < 1999 ? String(year).slice(2) : year;
  return letter === 'R'
    ? `${kinds.R} (${body}) nr. ${number}/${written}`
    : `${kinds[letter]} ${written}/${number}/${letter === 'F' ? 'JBZ' : body}`;
}

/** The name of an act of the Union by its CELEX number: `Richtlijn 2003/109/EG`; undefined for what is named otherwise. */
export function nameOfAct(celex: string): string | undefined {
  const [, year = '', letter, number] = /^3(\d{4})([RLDF])(\d{4})$/u.exec(celex) ?? [];
  if (!number) return undefined;
  const numbering = { year: Number(year), number: String(Number(number)) };
  return nameOf(letter as Letter, communityOf(numbering.year), numbering);
}

/** The act that a match of `act` names; undefined where no year tells the Union's from others: "Besluit 12/2015". */
function toAct(groups: Readonly<Record<string, string | undefined>>): Law | undefined {
  const { type = '', body, mark, first = '', second = '', suffix } = groups;
  const letter = letterOf(type);
  const numbering =
    letter === 'R' ? numberRegulation(first, second, mark !== undefined) : numberOther(first, second);
  if (!numbering || ((letter === 'D' || letter === 'F') && !body && !suffix)) return undefined;
  const celex = `3${numbering.year}${letter}${numbering.number.padStart(4, '0')}`;
  const known = knownLaws.find(({ identifier }) => identifier?.value === celex);
  if (known) return known;
  const name = nameOf(letter, body ?? suffix ?? communityOf(numbering.year), numbering);
  return { name, names: [name], identifier: { scheme: 'celex', value: celex } };
}

/**
 * The act of the Union that is named at an offset: `Richtlijn 2013/32/EU`, `Verordening (EU) nr. 604/2013`,
 * `Kaderbesluit 2002/584/JBZ`. Its name is the same however it is written.
 */
export function readUnionAct(text: string, at: number): NamedLaw | undefined {
  if (!initials.has(text.charAt(at))) return undefined;
  act.lastIndex = at;
  const match = act.exec(text);
  const law = match && toAct(match.groups ?? {});
  return law ? { law, end: at + match[0].length } : undefined;
}
