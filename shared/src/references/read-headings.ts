/** What papers of committees and rulings say of themselves in their first lines, each in a form of its own. */
import { capitalise } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import { findEcli } from './ecli.ts';
import type { TextClues } from './text-clues.ts';
import { advisoryDivision, judicialDivision, toJudge } from './to-judge.ts';

/** How far the heading of a ruling goes, in UTF-16 code units: court, number of the case, date. */
const rulingHeading = 800;

/**
 * A list of decisions or an agenda of a committee of the Tweede Kamer: who it is of and what it is. The number of the
 * meeting at its end is also that of the meeting's other papers, so it identifies none.
 */
const committeePaper =
  /(?:^|\n)[ \t]*Voortouwcommissie:\s*(?<committee>[^\n]{4,200})(?=\n)[\s\S]*?\n[ \t]*Document:\s*(?<title>(?:Besluitenlijst|Agenda|Brievenlijst|Convocatie)\b[\s\S]{4,300}?(?:19|20)\d{2})(?!\d)/u;

/** Reads the heading of a paper of a committee; undefined for anything else. */
export function readCommitteePaper(head: string): TextClues | undefined {
  const { committee, title } = committeePaper.exec(head)?.groups ?? {};
  if (committee === undefined || title === undefined) return undefined;
  const issuer = committee.trim();
  return {
    title: title.replace(/\s+/gu, ' '),
    issuer: capitalise(issuer),
    sourceType: 'parliamentary-paper',
  };
}

const weekday = String.raw`(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?`;
const day = String.raw`(?<date>\d{1,2}\s+\p{L}{3,9}\s+\d{4})`;
/** How the Chambers head the report of a meeting that is not published in their Handelingen yet. */
const meeting = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?:Verslag\s+van\s+de\s+vergadering\s+van\s+|(?:Tweede|Eerste)\s+Kamer,\s+\d{1,3}e\s+vergadering,?\s+)${weekday}${day}`,
  'iu',
);

/** Reads the heading of the report of a meeting of a Chamber; undefined for anything else. */
export function readMeeting(head: string): TextClues | undefined {
  const date = readDate(meeting.exec(head)?.groups?.date ?? '');
  return date ? { date, sourceType: 'parliamentary-paper' } : undefined;
}

/** The number that the Council of State gives its advice. */
const advice = /(?:^|\n)[ \t]*(?:Ons\s+)?Kenmerk[ \t]*:?\s{0,4}W\d{2}\.\d{2}\.\d{4,5}\/[IVX]+/iu;

/** Reads the labels above an advice on legislation of the Council of State; undefined for anything else. */
export function readAdvice(head: string): TextClues | undefined {
  if (!advice.test(head)) return undefined;
  return { issuer: advisoryDivision, sourceType: 'legislative-advice' };
}

/** A court in a line of its own. */
const court =
  /(?:^|\n)[ \t]*(?<court>(?:RECHTBANK|GERECHTSHOF)[ \t][A-Z' -]{3,40}|(?:Rechtbank|Gerechtshof) [A-Z'][\p{L}' -]{2,40}|HOGE RAAD DER NEDERLANDEN|CENTRALE RAAD VAN BEROEP|AFDELING\s+BESTUURSRECHTSPRAAK)[ \t]*(?=\n)/u;
const decided =
  /(?:Datum uitspraak:|uitspraak van (?:de|het) [^\n]{0,80}?kamer[^\n]{0,60}? van)\s*(?<date>\d{1,2}\s+\p{L}+\s+\d{4})/iu;
const caseNumber =
  /(?:zaaknummers?|zaaknrs?\.?|zaak-\/rolnummer)[ \t]*:?[ \t]*(?<named>[^\n]{4,40})|(?:^|\n)(?<bare>20\d{7}\/\d+\/[A-Z]\d)/iu;
const smallWords = new Set(['van', 'der']);

/** `RECHTBANK DEN HAAG` as `Rechtbank Den Haag`. */
function nameOfCourt(written: string): string {
  const words = written.trim().split(/\s+/u);
  if (words[0] === 'AFDELING') return judicialDivision;
  const isInCapitals = written === written.toUpperCase();
  if (!isInCapitals) return words.join(' ');
  return words
    .map((word, place) => {
      const small = word.toLowerCase();
      if (place > 0 && smallWords.has(small)) return small;
      return small.replace(/(?:^|[-'])\p{L}/gu, (start) => (start === "'s" ? start : start.toUpperCase()));
    })
    .join(' ');
}

/** Reads the heading of a ruling, which says of itself that it is one; undefined for anything else. */
export function readRuling(head: string): TextClues | undefined {
  const heading = head.slice(0, rulingHeading);
  const named = court.exec(heading)?.groups?.court;
  const day = decided.exec(heading)?.groups?.date;
  if (named === undefined || day === undefined) return undefined;
  const issuer = nameOfCourt(named);
  const { named: labelled, bare } = caseNumber.exec(heading)?.groups ?? {};
  const number = (labelled ?? bare)?.trim();
  const date = readDate(day);
  return {
    title: [`Uitspraak ${issuer} ${day.replace(/\s+/gu, ' ')}`, number].filter(Boolean).join(', '),
    issuer,
    ...(date ? { date } : {}),
    sourceType: 'court-ruling',
  };
}

/** How the courts' site heads the PDF of a ruling: its ECLI alone, then labels. */
const published =
  /^\s*(?<ecli>ECLI:NL:\S{8,40})\s+Instantie[ \t:]*\n?[ \t]*(?<court>[^\n]{3,80})\n\s*Datum uitspraak[\s:]+(?<day>\d{2})-(?<month>\d{2})-(?<year>\d{4})(?!\d)/iu;

/** Reads the labels above a ruling that was published with them; undefined for anything else. */
export function readPublishedRuling(head: string): TextClues | undefined {
  const { ecli, court, day, month, year } = published.exec(head)?.groups ?? {};
  const value = ecli && findEcli(ecli);
  if (!value || court === undefined) return undefined;
  const issuer = toJudge(court);
  return {
    identifier: { scheme: 'ecli', value },
    title: `${value}, ${issuer}`,
    issuer,
    date: `${year}-${month}-${day}`,
    sourceType: 'court-ruling',
  };
}
