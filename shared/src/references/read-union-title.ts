/** The titles of acts and rulings of the European Union: as EUR-Lex declares them, and as the Official Journal prints them. */
import type { DocumentIdentifier } from '../dossier/index.ts';
import { capitalise, onOneLine } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import { longestTitle, type TextClues } from './text-clues.ts';
import { readUnionAct } from './union-acts.ts';

/** How far above an act its journal's own lines go, in UTF-16 code units. */
const longestMasthead = 500;

const types =
  'uitvoeringsverordening|gedelegeerde verordening|verordening|richtlijn|uitvoeringsbesluit|besluit|kaderbesluit|implementing regulation|delegated regulation|regulation|directive|implementing decision|decision|framework decision';
const makers =
  'van het europees parlement en de raad|van het europees parlement en van de raad|van de raad|van de commissie|of the european parliament and of the council|of the council|of the commission';
const number = String.raw`(?<number>(?:\((?:EU|EG|EEG|EC|EEC)(?:, ?Euratom)?\) )?(?:[Nn][ro]\.? )?\d{2,4}\/\d{1,4}(?:\/[A-Z]{2,4})?)`;
const day = String.raw`(?:van|of) (?<date>\d{1,2} \p{L}{3,9} \d{4})`;

const declared = [
  `^(?<type>${types}) ${number} (?<maker>${makers}) ${day}`,
  `^(?<maker>council|commission) (?<type>${types}) ${number} ${day}`,
].map((form) => new RegExp(form, 'iu'));
const printed = [
  `(?<type>${types.toUpperCase()}) ${number} (?<maker>${makers.toUpperCase()}) ${day}`,
  `(?<maker>COUNCIL|COMMISSION) (?<type>${types.toUpperCase()}) ${number} ${day}`,
].map((form) => new RegExp(form, 'u'));

const journal = /Publicatieblad|Official Journal/u;
/** What a consolidated version has above the name of the act: its own number, a warning, the sign of what is whose. */
const consolidated = /\b0?\d{4}[RLDF]\d{4}\b|documentati|►/u;

/** Here the title of an act ends: at a note on its reach, or where its makers begin to speak. */
const titleEnd = / \((?:Voor de EER|Text with EEA)| (?:DE|HET|THE) (?:EUROPE|RAAD|COUNCIL|COMMISSI)/u;

/** Who ruled, as the title of a ruling begins. */
const courts: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /^(?:arrest|beschikking|advies) van het hof\b|^(?:judgment|order|opinion) of the court\b/iu,
    'Hof van Justitie van de Europese Unie',
  ],
  [
    /^(?:arrest|beschikking) van het gerecht\b|^(?:judgment|order) of the general court\b/iu,
    'Gerecht van de Europese Unie',
  ],
];

function makerOf(written: string): string {
  if (/parl/iu.test(written)) return 'Europees Parlement en Raad';
  return /commissi/iu.test(written) ? 'Europese Commissie' : 'Raad van de Europese Unie';
}

/**
 * Who made an act or a ruling of the Union, and when, from its title as EUR-Lex declares it: `Verordening (EU)
 * 2024/1348 van het Europees Parlement en de Raad van 14 mei 2024 tot …`. `#` parts what such a title consists of.
 */
export function readUnionTitle(text: string): Pick<TextClues, 'title' | 'issuer' | 'date'> {
  const parts = text.split('#').map(onOneLine);
  // A ruling has its questions between its parties and its number.
  const title = onOneLine([...parts.slice(0, 2), ...parts.slice(2).slice(-1)].join(' '));
  const act = declared.map((form) => form.exec(title)?.groups).find((groups) => groups !== undefined);
  const issuer = act ? makerOf(act.maker ?? '') : courts.find(([pattern]) => pattern.test(title))?.[1];
  const date = issuer && readDate(act?.date ?? title);
  return {
    ...(title && { title: title.slice(0, longestTitle) }),
    ...(issuer && { issuer }),
    ...(date && { date }),
  };
}

/** Which act it is, by its type and number, in either language. */
function identify(type: string, written: string): DocumentIdentifier | undefined {
  const dutch = [
    [/regulation|verordening/iu, 'Verordening'],
    [/directive|richtlijn/iu, 'Richtlijn'],
    [/framework|kader/iu, 'Kaderbesluit'],
  ] as const;
  const name = dutch.find(([pattern]) => pattern.test(type))?.[1] ?? 'Besluit';
  const inDutch = written
    .replace(/\bEC\b/u, 'EG')
    .replace(/\bEEC\b/u, 'EEG')
    .replace(/\bNo\b/u, 'nr.');
  return readUnionAct(`${name} ${inDutch}`, 0)?.law.identifier;
}

/**
 * Reads the heading of an act in the Official Journal, whose name is in capitals below that of the journal. A
 * consolidated version is another text; undefined for it and for anything else.
 */
export function readActHeading(head: string): TextClues | undefined {
  const text = onOneLine(head);
  const found = printed.map((form) => form.exec(text)).find((match) => match !== null);
  const masthead = text.slice(0, found?.index);
  const isOfJournal = journal.test(masthead) && !consolidated.test(masthead);
  if (!found || !isOfJournal || masthead.length > longestMasthead) return undefined;
  const { type = '', number: written = '', maker = '', date: day = '' } = found.groups ?? {};
  const rest = text.slice(found.index + found[0].length);
  const length = rest.search(titleEnd);
  const title =
    inSentenceCase(found[0].slice(0, -day.length), written) + day + (length < 0 ? '' : rest.slice(0, length));
  const identifier = identify(type, written);
  const date = readDate(day);
  return {
    ...(identifier && { identifier }),
    title: title.slice(0, longestTitle),
    issuer: makerOf(maker),
    ...(date && { date }),
    sourceType: 'legislation',
  };
}

const names =
  /\b(?:europees parlement|european parliament|raad|commissie|council|commission|(?:implementing |delegated )?regulation|directive|(?:implementing |framework )?decision)\b/gu;

/** What a title has in capitals as it is written in running text; its number stays what it is. */
function inSentenceCase(name: string, written: string): string {
  const small = name.toLowerCase().replace(written.toLowerCase(), written);
  return capitalise(small.replace(names, (body) => body.split(' ').map(capitalise).join(' ')));
}
