/**
 * What a skeleton does with a character: the one table behind `toSkeleton`.
 *
 * Code units below 0x300 are looked up; the rest of Unicode is judged by property and, where a
 * compatibility form may be folded, normalised as a cluster and remembered.
 */

/** The character is copied, a capital as its small letter. */
export const KEEP = 0;
/** The character is left out: white space, control, format and other invisible characters. */
export const DROP = 1;
/** A hyphen, dash or minus: left out unless it belongs to a number. */
export const HYPHEN = 2;
/** A quotation mark, of whatever shape. */
export const QUOTE = 3;
/** A decimal digit of ASCII: copied unless it is a footnote mark. */
export const DIGIT = 4;
/** A superscript digit of Latin-1: folded to a digit unless it is a footnote mark. */
export const SUPERSCRIPT = 5;
/** The character must be normalised with the combining marks after it. */
export const CLUSTER = 6;

/** Code units from here on may combine with the one before, and are not in the table. */
export const FIRST_COMBINING = 0x300;

/** Every quotation mark becomes this one. */
export const QUOTE_CODE = 0x22;
/** A hyphen that belongs to a number becomes this one. */
export const HYPHEN_CODE = 0x2d;

/** Marks after which a cluster is cut (UAX #15, stream-safe text format). */
const MAX_MARKS = 30;

const QUOTES = /["'`´\u2018-\u201f\u2032-\u2037\u2039\u203a«»\u301d-\u301f\uff02\uff07]/;
const HYPHENS = /[\u002d\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const INVISIBLE = /[\s\p{Cc}\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const MARK = /\p{M}/u;

function kindOf(character: string): number {
  if (HYPHENS.test(character)) return HYPHEN;
  if (QUOTES.test(character)) return QUOTE;
  if (INVISIBLE.test(character)) return DROP;
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[¹²³]/.test(character)) return SUPERSCRIPT;
  if (character.normalize('NFKC') !== character) return CLUSTER;
  const small = toSmall(character);
  const isInTable = character.charCodeAt(0) < FIRST_COMBINING && small.length === 1;
  return small === character || isInTable ? KEEP : CLUSTER;
}

/** What a capital and its small letter have in common, those that are two letters or more in the other case included. */
function toSmall(characters: string): string {
  return characters.toUpperCase().toLowerCase().normalize('NFKC');
}

const table = new Uint8Array(FIRST_COMBINING);
const smallLetters = new Uint16Array(FIRST_COMBINING);
for (let code = 0; code < FIRST_COMBINING; code += 1) {
  const character = String.fromCharCode(code);
  table[code] = kindOf(character);
  if (table[code] === KEEP) smallLetters[code] = toSmall(character).charCodeAt(0);
}

/** What is left of a character of the table that is kept: a capital becomes its small letter. 0 of any other. */
export function keptLetter(code: number): number {
  return code < FIRST_COMBINING ? (smallLetters[code] as number) : 0;
}

/** What becomes of the character that starts with the code unit `code`. */
export function characterKind(code: number): number {
  return code < FIRST_COMBINING ? (table[code] as number) : rareKind(code);
}

/** Kinds of code units above the table, as they were asked for; 0 is not asked yet, else the kind + 1. */
const rareKinds = new Uint8Array(0x10000);

function rareKind(code: number): number {
  const known = rareKinds[code] as number;
  if (known > 0) return known - 1;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const found = isSurrogate ? CLUSTER : kindOf(String.fromCharCode(code));
  rareKinds[code] = found + 1;
  return found;
}

/** Whether a character combines with the one before it. */
export function isMark(codePoint: number): boolean {
  return codePoint >= FIRST_COMBINING && MARK.test(String.fromCodePoint(codePoint));
}

/** The offset after the cluster at `offset`: one character with at most 30 combining marks. */
export function clusterEnd(text: string, offset: number): number {
  let end = offset + characterLength(text, offset);
  for (let marks = 0; marks < MAX_MARKS && isMark(text.codePointAt(end) ?? 0); marks += 1) {
    end += characterLength(text, end);
  }
  return end;
}

function characterLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

const foldedClusters = new Map<string, string>();

/** What a cluster becomes: NFKC, in small letters, without what is invisible, a hyphen or a shape of quotation mark. */
export function foldCluster(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  let folded = '';
  for (const character of toSmall(cluster.normalize('NFKC'))) {
    if (QUOTES.test(character)) folded += '"';
    else if (!INVISIBLE.test(character) && !HYPHENS.test(character)) folded += character;
  }
  if (foldedClusters.size >= 4096) foldedClusters.clear();
  foldedClusters.set(cluster, folded);
  return folded;
}
