import type { PageRuns } from './join-pages.ts';

/** Why nothing can be marked on a page: it has no text, or text that is not what it shows, or cannot be read at all. */
export type PageTrouble = 'no-text' | 'garbage' | 'damaged';

/** Characters that no text is made of: controls, private use, replacement. */
const impossible = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu;
/** A page of which more than this share cannot be text has a text layer that is no use. */
const mostImpossible = 0.1;
/** In a text of at least this many characters … */
const enoughCharacters = 40;
/** … at least this share are letters and digits. */
const fewestLetters = 0.4;

/** Recognises a page without text, and one of which the font says nothing about the characters. */
export function findPageTrouble(runs: PageRuns): PageTrouble | undefined {
  if (!runs) return 'damaged';
  const text = runs
    .map(({ str }) => str)
    .join('')
    .replace(/\s/gu, '');
  const characters = text.length;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (characters === 0) return 'no-text';
  if (count(impossible) > characters * mostImpossible) return 'garbage';
  const letters = count(/[\p{L}\p{N}]/gu);
  if (letters === 0) return 'no-text';
  return characters >= enoughCharacters && letters < characters * fewestLetters ? 'garbage' : undefined;
}
