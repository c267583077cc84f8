import { readMeeting } from './read-headings.ts';

/** Who speaks at a place of a debate. */
export interface Speech {
  /** Name as the report prints it, without form of address: `Van Dijk`. */
  readonly speaker: string;
  /** Party in brackets after the name; absent for members of the cabinet and the chair. */
  readonly party?: string;
  /** Function of a member of the cabinet or the chair: `minister`, `staatssecretaris`, `voorzitter`. */
  readonly office?: string;
  /** Offset at which the speech begins. */
  readonly start: number;
}

/**
 * How reports of the Chambers open a speech, at the start of a line or behind a sentence:
 * `De heer Van Dijk (SP):`, `Mevrouw Piri (GroenLinks-PvdA):`, `Minister Faber:`, `De voorzitter:`; a guest of a
 * committee has no party. The Eerste Kamer's site has the sign of a link to the member behind the name.
 */
const opening =
  /(?<=^[ \t]{0,20}|[.!?)]["']?\s{1,3})(?:(?:De heer|Mevrouw|Het lid|Kamerlid)\s+(?<name>[^\s:()][^\n:()]{1,59}?)(?:\s+i)?(?:\s*\((?<party>[^\n()]{1,40})\))?|(?<office>Minister-president|Minister|Staatssecretaris)\s+(?<official>[^\s:()][^\n:()]{1,59}?)|De\s+(?:(?:plaatsvervangend|fungerend)\s+)?(?<chair>voorzitter)):/gmu;

/** With fewer speeches a text only quotes one, unless its heading says what it is: the Eerste Kamer shows one speaker a page. */
const fewestSpeeches = 3;
/** How far a heading goes, in UTF-16 code units. */
const headLength = 2_000;

/** How far around a place is looked, in UTF-16 code units: no speech is longer, and a text of 5 MB takes long. */
const reach = 200_000;

/**
 * The speech of a debate in which an offset of its text stands: the last that was opened before it.
 * Undefined before the first, and in a text that is no debate.
 */
export function findSpeech(text: string, offset: number): Speech | undefined {
  // From the beginning of a line on: within one a speech would seem to open.
  const from = text.lastIndexOf('\n', Math.max(0, offset - reach)) + 1;
  const openings = [...text.slice(from, offset + reach).matchAll(opening)];
  const isReport = openings.length >= fewestSpeeches || readMeeting(text.slice(0, headLength)) !== undefined;
  if (!isReport) return undefined;
  const last = openings.findLast(({ index }) => from + index <= offset);
  if (!last?.groups) return undefined;
  const { name, party, office, official, chair } = last.groups;
  const start = from + last.index;
  if (chair) return { speaker: 'voorzitter', office: chair, start };
  if (office) return { speaker: (official ?? '').trim(), office: office.toLowerCase(), start };
  return { speaker: (name ?? '').trim(), ...(party ? { party: party.trim() } : {}), start };
}
