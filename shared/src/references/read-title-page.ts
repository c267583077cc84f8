import type { SourceType } from '../dossier/index.ts';
import { onOneLine } from '../text/index.ts';
import { evenOut } from './even-out.ts';
import type { TextClues } from './text-clues.ts';
import { advisoryDivision } from './to-judge.ts';

/** Lines that a title page or a letterhead has at most, before the text begins. */
const mostLines = 15;
/** And how far a letterhead goes that is read with whom the letter is for. */
const mostLinesOfLetterhead = 30;
/** A longer line is a sentence. */
const longestLine = 120;

/** Here a letter turns to whom it is for and what it is about, and a report to what is in it. */
const end =
  /^(?:> ?)?(?:retouradres|postadres|postbus|aan\b|t\.a\.v\.|geachte|betreft|onderwerp|datum|ons kenmerk|inhoud|colofon|samenvatting|voorwoord|inleiding)/iu;

/** Bodies whose kind of paper follows from who they are, as they name themselves in a line above it. */
const bodies = new Map(
  [
    'Inspectie Justitie en Veiligheid',
    'Inspectie Gezondheidszorg en Jeugd',
    'Inspectie van het Onderwijs',
    'Nederlandse Arbeidsinspectie',
    'Algemene Rekenkamer',
    'Nationale ombudsman',
    'Kinderombudsman',
    'Raad voor de rechtspraak',
    'Nederlandse Orde van Advocaten',
    'Afdeling advisering van de Raad van State',
    'College voor de Rechten van de Mens',
    'Autoriteit Persoonsgegevens',
    'Adviescollege toetsing regeldruk',
    'Adviesraad Migratie',
    'Adviescommissie voor Vreemdelingenzaken',
    'Immigratie- en Naturalisatiedienst',
    'Centraal Orgaan opvang asielzoekers',
    'Dienst Terugkeer en Vertrek',
    'Koninklijke Marechaussee',
    'Openbaar Ministerie',
    'Vereniging van Nederlandse Gemeenten',
    'Interprovinciaal Overleg',
    'VluchtelingenWerk Nederland',
    'Amnesty International',
    'Defence for Children',
    'Nidos',
    'UNHCR',
  ].map((body) => [body.toLowerCase(), body]),
);

/** A ministry, which counts where no body of it speaks for itself. */
const ministry = /^ministerie van \p{Lu}[\p{L}, ]{3,60}$/iu;
/** Whom a letter of a ministry is for that is a paper of the Chamber. */
const toChamber = /^aan de voorzitter van de (?:tweede|eerste) kamer/iu;

/** How papers call themselves, at the beginning of a line. */
const kinds: readonly (readonly [line: RegExp, type: SourceType])[] = [
  [/^(?:(?:concept|ontwerp)[- ])?memorie van toelichting\b/iu, 'parliamentary-paper'],
  [/^(?:voorstel van wet|nota van wijziging|nota naar aanleiding van)\b/iu, 'parliamentary-paper'],
  [/^(?:wetgevings|consultatie)advies\b/iu, 'legislative-advice'],
  [/^brief (?:van de )?inspectie\b/iu, 'inspection-letter'],
  [/^(?:ex[- ]ante[- ])?uitvoeringstoets\b/iu, 'implementation-report'],
  [/^(?:de )?stand van de uitvoering\b/iu, 'implementation-report'],
  [/^position[- ]?paper\b/iu, 'position-paper'],
  [/^(?:arrest van het hof|conclusie van advocaat-generaal)\b/iu, 'court-ruling'],
  [/^case of \S.* v\. \S/iu, 'court-ruling'],
  [/^(?:tweede|eerste) kamer, \d{1,3}e vergadering\b/iu, 'parliamentary-paper'],
  [/^(?:verordening|richtlijn) [^\n]{4,30} van het europees parlement/iu, 'legislation'],
];

/** `Tweede Kamer, vergaderjaar 2022-2023, 36 067, nr. 90`, with the number of the page. */
const footOfPaper =
  /^[ \t]*(?<foot>(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}-\d{4}, [^\n]{4,40}?)(?:[ \t]+\d{1,3})?[ \t]*$/gmu;

/**
 * What a PDF says above its text of who made it and what it is: a letterhead, a title page, the foot of its pages.
 * Only lines of their own count, and where they disagree none does: a letter also names whom it is for. It names no
 * document, so that none is taken for another by it.
 *
 * @param text its first two pages, lines kept.
 */
export function readTitlePage(text: string): Pick<TextClues, 'issuer' | 'sourceType'> {
  const even = evenOut(text);
  if (hasFootOfPaper(even)) return { sourceType: 'parliamentary-paper' };
  const lines = linesAbove(even);
  const letterhead = linesOf(even).slice(0, mostLinesOfLetterhead);
  const isLetter = letterhead.some((line) => toChamber.test(line));
  const heads = runningHeads(even);
  // The letterhead of a ministry stands beside the text: it can be read behind whom the letter is for.
  const issuer = readBody([...lines, ...heads]) ?? (isLetter ? readBody(letterhead) : undefined);
  const isToChamber = issuer && isLetter && ministry.test(issuer);
  const named = kinds.filter(([pattern]) => lines.some((line) => pattern.test(line))).map(([, type]) => type);
  const sourceType = onlyOne(named) ?? (isToChamber ? 'parliamentary-paper' : undefined);
  return { ...(issuer && { issuer }), ...(sourceType && { sourceType }) };
}

/** The one body that names itself. */
function readBody(lines: readonly string[]): string | undefined {
  const small = new Set(lines.map((line) => line.toLowerCase()));
  const isCouncil = small.has('raad van state') && small.has('afdeling advisering');
  const named = [...small].flatMap((line) => bodies.get(line) ?? []);
  const found = [...named, ...(isCouncil ? [advisoryDivision] : [])];
  return found.length > 0 ? onlyOne(found) : onlyOne(lines.filter((line) => ministry.test(line)));
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  const [first, ...others] = new Set(found);
  return others.length === 0 ? first : undefined;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(onOneLine)
    .filter((line) => line !== '');
}

/** What a running header names side by side: `Body | Title`. It stands alike on both pages, and anywhere in their text. */
function runningHeads(text: string): string[] {
  const lines = linesOf(text).filter((line) => line.includes(' | '));
  return lines.filter((line, at) => lines.indexOf(line) < at).flatMap((line) => line.split(' | '));
}

function linesAbove(text: string): string[] {
  const lines = linesOf(text).slice(0, mostLines);
  const last = lines.findIndex((line) => end.test(line) || line.length > longestLine);
  return last < 0 ? lines : lines.slice(0, last);
}

/** It stands on every page. A note may cite a paper in a line of its own, but hardly the same on two pages. */
function hasFootOfPaper(text: string): boolean {
  const feet = [...text.matchAll(footOfPaper)].map(({ groups }) => groups?.foot);
  return feet.length > 1 && onlyOne(feet) !== undefined;
}
