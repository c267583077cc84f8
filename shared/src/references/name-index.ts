import { knownLaws, type Law } from './known-laws.ts';

/** A law that is named at a place of a text. */
export interface NamedLaw {
  readonly law: Law;
  /** First offset after the name. */
  readonly end: number;
}

interface Name {
  /** Made when a text first has its first word: all at once take longer than a text. */
  readonly pattern: RegExp;
  /** Small first letter of its second word, which tells most texts from it without its pattern. */
  readonly second: string | undefined;
  readonly law: Law;
}

/** Names of laws by their first word in small letters, longest first, so that `Vw 2000` is not read as `Vw`. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

/** First word of a name. */
const word = /[A-Za-z0-9\u00c0-\u024f]+/y;
/** Abbreviations are written as they are; a longer name also without its capitals: `procedurerichtlijn`. */
const isWrittenOut = (name: string) => name.length >= 8 && /\p{Ll}{4}/u.test(name);

/** A name as it may stand in a text: over the end of a line, and with the mark of a footnote glued to it. */
function toPattern(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const loose = isWrittenOut(name)
    ? escaped.replace(/(?<!\p{L})\p{L}/gu, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)
    : escaped;
  const end = name.length > 2 && /\p{L}$/u.test(name) ? '(?=\\d{0,2}(?![\\p{L}\\d]))' : '(?![\\p{L}\\d])';
  return new RegExp(loose.replace(/ /gu, '\\s+').replace(/-/gu, '-\\s?') + end, 'uy');
}

function firstWord(text: string, at = 0): string {
  word.lastIndex = at;
  return word.exec(text)?.[0].toLowerCase() ?? '';
}

/** Makes names findable. */
export function indexNames(names: Iterable<readonly [name: string, law: Law]>): NameIndex {
  const ordered = [...names].toSorted(([one], [other]) => other.length - one.length);
  const groups = Map.groupBy(ordered, ([name]) => firstWord(name));
  return new Map(
    [...groups].map(([first, group]) => [
      first,
      group.map(([name, law]) => {
        let pattern: RegExp | undefined;
        return {
          get pattern() {
            pattern ??= toPattern(name);
            return pattern;
          },
          second: / (.)/u.exec(name.slice(first.length, first.length + 2))?.[1]?.toLowerCase(),
          law,
        };
      }),
    ]),
  );
}

let known: NameIndex | undefined;

/** The names of all laws that are known; made when a text is first read. */
export function knownNames(): NameIndex {
  known ??= indexNames(knownLaws.flatMap((law) => law.names.map((name) => [name, law] as const)));
  return known;
}

/** The law whose name begins at an offset. */
export function readName(text: string, at: number, names: NameIndex): NamedLaw | undefined {
  if (names.size === 0) return undefined;
  const first = firstWord(text, at);
  const second = text.charAt(at + first.length + 1).toLowerCase();
  // The mark of a footnote may be glued to it.
  for (const { pattern, second: wanted, law } of names.get(first) ??
    names.get(first.replace(/\d{1,2}$/u, '')) ??
    []) {
    if (wanted !== undefined && wanted !== second) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { law, end: at + match[0].length };
  }
  return undefined;
}
