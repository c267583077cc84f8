import type { Law } from './known-laws.ts';
import { knownNames, readName } from './name-index.ts';
import { readUnionAct } from './union-acts.ts';

/**
 * Short names that a text itself declares for laws: "(hierna: Vw)", "(hierna te noemen: de Spreidingswet)", and a bare
 * abbreviation in brackets behind a law's whole name, "Wet op de rechtsbijstand (Wrb)".
 */
const declaration =
  /\((?<announced>(?:hierna|verder)(?:\s+(?:te noemen|ook wel|ook|genoemd|aangeduid als|afgekort als))?\s*:?\s+)?(?:(?:de|het)\s+)?["']?(?<name>[A-Z][A-Za-z0-9.]*(?:[ -][A-Za-z0-9.]+){0,5}?)["']?\)/g;
/** The name before a declaration, of a law of which nothing else is known. */
const nameBefore =
  /(?:^|[\s("'])((?:Wet|Besluit|Regeling|Verdrag|Verordening|Richtlijn|Wetboek|Rijkswet|\p{Lu}[\p{Ll}-]*(?:wet|wetboek|besluit|regeling|verdrag|verordening|richtlijn))(?:\s+(?:[\p{L}-]+|\d{4})){0,12})\s*$/u;
/** What may stand in brackets by itself. */
const abbreviation = /^[A-Z][A-Za-z]{1,9}(?: (?:19|20)\d{2})?$/u;
const mayNameLaw = /[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]er(?:drag|ordening)|[Rr]ichtlijn|[Hh]andvest/u;
/** What a law is by itself is no name for one: "de Wet op de rechtsbijstand" is another one than "de Wet". */
const generic = /^(?:Wet|Besluit|Regeling|Verdrag|Verordening|Richtlijn|Wetboek|Rijkswet|Protocol|Statuut)$/u;
/** A sentence and no name. */
const predicate = /(?<!\p{L})(?:is|zijn|was|wordt|worden|werd|heeft|hebben|kan|moet|door)(?!\p{L})/u;
/** What stands between an act of the Union and the declaration of its short name: its title and where it was published. */
const title = /^\s+(?:van (?:het Europees Parlement|de Raad|de Commissie)|betreffende|inzake|tot|over|\()/u;
const endOfSentence = /[.!?;]\s+\p{Lu}/u;
/** An act that is only named in the title of another. */
const objectOfTitle =
  /(?:tot (?:wijziging|intrekking|vervanging|aanvulling|uitvoering)|ter (?:vervanging|uitvoering)|intrekking) van\s+$/u;
/** Longest name, and longest title of an act, that is looked back for. */
const longestName = 160;
const longestTitle = 500;
/** More names than any paper declares: with more a text is made to take time. */
const mostNames = 500;
const letter = /[\p{L}\p{N}]/u;

/** A law that is named right before the end of a text, by a name that begins with this letter where it must. */
function readLast(text: string, initial: string | undefined): { law: Law; start: number } | undefined {
  for (let start = Math.max(0, text.length - longestName); start < text.length; start += 1) {
    if (initial !== undefined && text.charAt(start) !== initial) continue;
    if (start > 0 && letter.test(text.charAt(start - 1))) continue;
    const found = readName(text, start, knownNames()) ?? readUnionAct(text, start);
    if (found?.end === text.length) return { law: found.law, start };
  }
  return undefined;
}

/** The act of the Union whose whole title ends a text. */
function readTitled(text: string): Law | undefined {
  for (const { index } of text.matchAll(/(?<![A-Za-z])(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)(?=\s)/g)) {
    const found = readUnionAct(text, index);
    const rest = found && text.slice(found.end);
    if (rest !== undefined && title.test(rest) && !endOfSentence.test(rest)) return found?.law;
  }
  return undefined;
}

/** Whether an abbreviation can be made of a name: its letters stand in the name in their order, from the first on. */
function canAbbreviate(short: string, name: string): boolean {
  const letters = name.toLowerCase();
  let place = -1;
  const isWithin = [...short.toLowerCase().replace(/[^\p{L}]/gu, '')].every((one) => {
    place = letters.indexOf(one, place + 1);
    return place >= 0;
  });
  return isWithin && short.charAt(0) === name.charAt(0) && !predicate.test(name);
}

/** Whether an abbreviation can be that of a law that is named in a text, as far as that is soon seen. */
function mayAbbreviate(short: string, text: string): boolean {
  const initial = short.charAt(0);
  const isThere = text.startsWith(initial) || [' ', '\n', '('].some((sign) => text.includes(sign + initial));
  return isThere && mayNameLaw.test(text);
}

/** The law that a declaration names, from the text before it. */
function lawBefore(before: string, short: string, isAnnounced: boolean): Law | undefined {
  const last = readLast(before, isAnnounced ? undefined : short.charAt(0));
  if (last && !objectOfTitle.test(before.slice(0, last.start))) return last.law;
  const titled = isAnnounced ? readTitled(before) : undefined;
  if (titled ?? last) return titled ?? last?.law;
  const name = nameBefore.exec(before.slice(-longestName))?.[1]?.trim();
  if (!name || !(isAnnounced || canAbbreviate(short, name))) return undefined;
  return { name, names: [name] };
}

/** Short names that a plain text declares for laws. A later declaration of the same name counts. */
export function findDeclaredNames(text: string): Map<string, Law> {
  const declared = new Map<string, Law>();
  let last = 0;
  for (const { index, 0: whole, groups } of text.matchAll(declaration)) {
    const { name = '', announced } = groups ?? {};
    if (generic.test(name) || declared.size >= mostNames) continue;
    if (announced === undefined && !abbreviation.test(name)) continue;
    const reach = announced === undefined ? longestName : longestTitle;
    const written = text.slice(Math.max(last, index - reach), index).trimEnd();
    // Nothing in brackets stands in a name that is abbreviated, and most abbreviations are of parties and bodies.
    const before = announced === undefined ? written.slice(written.lastIndexOf(')') + 1) : written;
    if (announced === undefined && !mayAbbreviate(name, before)) continue;
    const law = lawBefore(before, name, announced !== undefined);
    if (announced) last = index + whole.length;
    // A law without identifier goes by its short name from here on.
    if (law) declared.set(name, law.identifier ? law : { ...law, name });
  }
  return declared;
}
