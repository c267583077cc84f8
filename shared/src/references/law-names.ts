import { findDeclaredNames } from './declared-names.ts';
import { knownLaws } from './known-laws.ts';
import { indexNames, knownNames, type NamedLaw, readName } from './name-index.ts';
import { readUnionAct } from './union-acts.ts';

/** Finds which law is named where in one text. */
export interface LawNames {
  /** The law whose name begins at an offset. */
  readAt(at: number): NamedLaw | undefined;
  /** Every law that is named by a name that cannot mean anything else, in the order of the text. */
  readonly named: readonly (NamedLaw & { readonly start: number })[];
}

/** Names of two letters, such as `VV` and `Gw`, mean a law only beside an article. */
const shortestAlone = 3;
/** Longer ones that do so too: they could begin a name or a word. */
const onlyBesideArticles = new Set(['Pri', 'Kri']);
/** A shorter name in small letters is a word: "een handvest voor gemeenten". */
const shortestInSmallLetters = 9;
/** Names that are written without a capital as well, by their beginnings. */
const smallBeginnings = [
  ...new Set(
    knownLaws
      .flatMap(({ names }) => names)
      .filter((name) => /^\p{Lu}?\p{Ll}{8,}/u.test(name))
      .map((name) => name.slice(0, 6).toLowerCase()),
  ),
];
/** Where a name can begin. */
const beginning = new RegExp(
  String.raw`(?<![A-Za-z0-9\u00c0-\u024f])(?:[A-Z]|herziene|richtlijn|verordening|uitvoeringsve|gedelegeerde|kaderbesluit|besluit \(|${smallBeginnings.join('|')})`,
  'g',
);

/** The constitution of another country, the charter of another organisation. */
const foreign = /(?<!\p{L})(?!Nederlands)\p{Lu}\p{Ll}+se\s$/u;
const otherCharter = /(?:Sociaal|Europees|VN-)\s?$/u;
const ofOthers = /^\s+(?:van|voor)\s+(?:de\s+)?(?:Verenigde\s+Naties|VN|regionale)/u;

/** Whether a name means the law of another, as the words around it say. */
function isOfOthers(text: string, start: number, { law, end }: NamedLaw): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (law.name === 'Handvest') return otherCharter.test(before) || ofOthers.test(text.slice(end, end + 40));
  return law.identifier?.value.startsWith('BWBR') === true && foreign.test(before);
}

/** A law that is named by what it is about in one word, of which nothing else is known: `Huisvestingswet 2014`. */
const oneWord =
  /\p{Lu}[\p{Ll}-]{3,40}(?:wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag)(?:\s+(?:19|20)\d{2})?(?![\p{L}\d])/uy;

function readOneWord(text: string, at: number): NamedLaw | undefined {
  oneWord.lastIndex = at;
  const written = oneWord.exec(text)?.[0];
  if (written === undefined) return undefined;
  const name = written.replace(/\s+/gu, ' ');
  return { law: { name, names: [name] }, end: at + written.length };
}

/** Reads the names of laws in a plain text. */
export function readLawNames(text: string): LawNames {
  const declared = indexNames(findDeclaredNames(text));
  const readKnown = (at: number) => {
    const found = readName(text, at, declared) ?? readUnionAct(text, at) ?? readName(text, at, knownNames());
    return found && !isOfOthers(text, at, found) ? found : undefined;
  };
  const named: (NamedLaw & { start: number })[] = [];
  for (const { index } of text.matchAll(beginning)) {
    if (index < (named.at(-1)?.end ?? 0)) continue;
    const found = readKnown(index);
    const length = (found?.end ?? index) - index;
    const isSmall = length < shortestInSmallLetters && /^\p{Ll}/u.test(text.slice(index, index + 1));
    const isAlone = length >= shortestAlone && !onlyBesideArticles.has(text.slice(index, found?.end));
    if (found && isAlone && !isSmall) named.push({ ...found, start: index });
  }
  return { readAt: (at) => readKnown(at) ?? readOneWord(text, at), named };
}
