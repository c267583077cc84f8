/**
 * Recognises footnote marks that extraction glued to a word: "Staten-Generaal2", "asielaanvraag.12".
 *
 * A number that belongs to the text must never be taken for a mark, so only these count: one to three
 * digits, directly after a word that ends in four lower-case letters, or after the punctuation that
 * closes such a word. "C2", "Vw2000", "artikel3" and "3.109" are no marks.
 * Cost: constant per call.
 */

const MAX_DIGITS = 3;
const LETTERS_BEFORE = 4;
const LONGEST_NOUN = 12;

/** Nouns that are followed by a number of the text; glued to it they have only lost their space. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:artikel|artikelen|bijlage|paragraaf|hoofdstuk|nummer|onderdeel|deel|punt|noot|voetnoot|figuur|tabel|grafiek|pagina|bladzijde|fase|stap|spoor|kamerstuk|kamerstukken|dossier|versie|week|juncto|lid|leden|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|ruim|circa|article|annex|chapter|section|page|table|figure|rule|part)$/iu;

const LOWER = /\p{Ll}/u;
const CLOSING = /[.,;)\]"'\u2018-\u201f»]/;

/**
 * The offset after the footnote mark that starts at `offset`, where a digit stands that no digit
 * precedes; `undefined` when that digit belongs to the text.
 */
export function findFootnoteMarkEnd(text: string, offset: number): number | undefined {
  let wordEnd = offset;
  while (offset - wordEnd < 2 && wordEnd > 0 && CLOSING.test(text[wordEnd - 1] as string)) wordEnd -= 1;
  if (!endsWithWord(text, wordEnd)) return undefined;

  let end = offset;
  while (end - offset <= MAX_DIGITS && isDigit(text[end])) end += 1;
  if (end - offset > MAX_DIGITS) return undefined;

  const next = text[end] ?? ' ';
  const closesSentence = /[.,]/.test(next) && !isDigit(text[end + 1]);
  const isGluedToWord = wordEnd === offset;
  const endsThere =
    /\s/.test(next) || (isGluedToWord && (closesSentence || /[;:!?)\]"'\u2018-\u201f»]/.test(next)));
  return endsThere ? end : undefined;
}

function endsWithWord(text: string, end: number): boolean {
  for (let back = 1; back <= LETTERS_BEFORE; back += 1) {
    const character = text[end - back];
    if (character === undefined || !LOWER.test(character)) return false;
  }
  return !NUMBERED.test(text.slice(Math.max(0, end - LONGEST_NOUN), end));
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[0-9¹²³\u2070-\u2079]/.test(character);
}
