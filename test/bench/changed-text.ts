import type { Random } from './random.ts';

/**
 * A text after known changes: for every code unit where it comes from, so that the true place of every
 * passage is known.
 */
export interface ChangedText {
  readonly text: string;
  /** For each code unit of `text` the offset in the original from which it comes, or -1 for what is new. */
  readonly origins: Int32Array;
}

/** What is done to a text, each with its probability; what is left out is not done. */
export interface Changes {
  /** Per word: replaced, left out, or preceded by a new word; one in eight only misspelt. */
  readonly words?: number;
  /** Per sentence: removed. */
  readonly sentences?: number;
  /** How much of the layout is different: 0 nothing, 1 as another setting of the same paper. */
  readonly layout?: number;
  /** How many blocks of paragraphs change places. */
  readonly swaps?: number;
  /** By how much the number of each article, chapter and question is another, where they stand and where they are cited. */
  readonly renumbered?: number;
}

interface Piece {
  readonly text: string;
  /** Offset in the original; -1 for what is new. The units of a replaced word all come from its start. */
  readonly origin: number;
  readonly isReplacement?: boolean;
}

/** Changes a text, with the truth of where everything went. The same random numbers give the same text. */
export function changeText(original: string, changes: Changes, random: Random): ChangedText {
  const vocabulary = original.match(/\p{L}{3,}/gu) ?? ['woord'];
  let pieces = splitSentences(original);
  if (changes.swaps) pieces = swapBlocks(pieces, changes.swaps, random);
  if (changes.sentences) {
    const share = changes.sentences;
    pieces = pieces.filter((piece) => piece.text.length < 12 || !random.chance(share));
  }
  pieces = pieces.flatMap(splitWords);
  if (changes.renumbered) pieces = renumber(pieces, changes.renumbered);
  if (changes.words) {
    const share = changes.words;
    pieces = pieces.flatMap((piece) => editWord(piece, share, vocabulary, random));
  }
  if (changes.layout) pieces = setAnew(pieces, changes.layout, random);
  return join(pieces);
}

function splitSentences(original: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of original.matchAll(/[^.!?\n]*(?:[.!?](?![\s\n])[^.!?\n]*)*(?:[.!?]+|\n|$)\s*/g)) {
    if (match[0] !== '') pieces.push({ text: match[0], origin: match.index });
  }
  return pieces;
}

function swapBlocks(pieces: readonly Piece[], swaps: number, random: Random): Piece[] {
  const result = [...pieces];
  for (let swap = 0; swap < swaps; swap += 1) {
    const size = random.between(3, 15);
    const from = random.between(0, Math.max(0, result.length - size));
    const block = result.splice(from, size);
    result.splice(random.between(0, result.length), 0, ...block);
  }
  return result;
}

function splitWords(piece: Piece): Piece[] {
  return Array.from(piece.text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu), (match) => ({
    text: match[0],
    origin: piece.origin < 0 ? -1 : piece.origin + match.index,
  }));
}

const NUMBERED = /^(?:artikel|article|hoofdstuk|chapter|section|vraag)$/i;

function renumber(pieces: readonly Piece[], by: number): Piece[] {
  return pieces.map((piece, at) =>
    /^\d+$/.test(piece.text) && NUMBERED.test(pieces[at - 2]?.text ?? '')
      ? { text: String(Number(piece.text) + by), origin: piece.origin, isReplacement: true }
      : piece,
  );
}

function editWord(piece: Piece, share: number, vocabulary: readonly string[], random: Random): Piece[] {
  if (!/^\p{L}/u.test(piece.text) || !random.chance(share)) return [piece];
  const kind = random.next();
  if (kind < 0.5) return [{ text: random.pick(vocabulary), origin: piece.origin, isReplacement: true }];
  if (kind < 0.675) return [];
  if (kind < 0.875) return [{ text: `${random.pick(vocabulary)} `, origin: -1 }, piece];
  const at = random.between(0, piece.text.length - 1);
  const misspelt = piece.text.slice(0, at) + random.pick(['e', 'n', 'a', '']) + piece.text.slice(at + 1);
  return [{ text: misspelt, origin: piece.origin, isReplacement: true }];
}

const LIGATURES: readonly (readonly [string, string])[] = [
  ['ffi', '\ufb03'],
  ['ff', '\ufb00'],
  ['fi', '\ufb01'],
  ['fl', '\ufb02'],
];

/** Sets the words anew: lines, hyphens, ligatures, footnote marks, and a header and footnotes per page. */
function setAnew(pieces: readonly Piece[], amount: number, random: Random): Piece[] {
  const width = random.between(55, 95);
  const pageLength = random.between(1800, 3200);
  const result: Piece[] = [];
  let column = 0;
  let inPage = 0;
  let page = 1;
  let note = 1;
  const add = (text: string, origin: number, isReplacement = false) => {
    result.push({ text, origin, isReplacement });
  };
  for (const piece of pieces) {
    column += piece.text.length;
    inPage += piece.text.length;
    if (/^[\p{L}\p{N}]/u.test(piece.text)) {
      setWord(piece, amount, random, result);
      if (/\p{Ll}{4}$/u.test(piece.text) && random.chance(0.01 * amount)) {
        add(String(note % 100), -1);
        note += 1;
      }
      continue;
    }
    const isPlain = piece.text === ' ';
    if (isPlain && random.chance(0.004 * amount)) continue;
    if (isPlain && column >= width) {
      add('\n', piece.origin);
      column = 0;
      if (inPage >= pageLength && amount >= 1) {
        add(furniture(page, note, random), -1);
        inPage = 0;
        page += 1;
      }
      continue;
    }
    if (piece.text === '-' && random.chance(0.3 * amount)) continue;
    const shaped = piece.text.replace(/["']/g, (mark) => (random.chance(amount / 2) ? '\u2019' : mark));
    add(shaped, piece.origin, shaped.length !== piece.text.length);
  }
  return result;
}

/** What stands between two pages: footer, perhaps a footnote, header. */
function furniture(page: number, note: number, random: Random): string {
  const footer = `Tweede Kamer, vergaderjaar 2024–2025, 36 704, nr. 11 ${page}\n`;
  const footnote = `${note} Kamerstukken II 2023/24, ${random.between(20000, 36999)}, nr. ${random.between(3, 99)}, p. ${page}.\n`;
  return `${random.chance(0.4) ? footnote : ''}${footer}${random.chance(0.3) ? 'Memorie van toelichting\n' : ''}`;
}

function setWord(piece: Piece, amount: number, random: Random, result: Piece[]): void {
  const { text, origin } = piece;
  const at = (offset: number) => (origin < 0 || piece.isReplacement ? origin : origin + offset);
  const add = (part: string, offset: number, isReplacement = false) => {
    if (part)
      result.push({
        text: part,
        origin: at(offset),
        isReplacement: isReplacement || piece.isReplacement === true,
      });
  };
  const ligature = LIGATURES.find(([letters]) => text.includes(letters));
  if (ligature && random.chance(0.5 * amount)) {
    const offset = text.indexOf(ligature[0]);
    add(text.slice(0, offset), 0);
    add(ligature[1], offset, true);
    add(text.slice(offset + ligature[0].length), offset + ligature[0].length);
    return;
  }
  if (text.length >= 7 && /^\p{L}+$/u.test(text) && random.chance(0.06 * amount)) {
    const offset = random.between(3, text.length - 3);
    add(text.slice(0, offset), 0);
    result.push({ text: random.pick(['-\n', '-\n', '\u00ad', '- ', ' ']), origin: -1 });
    add(text.slice(offset), offset);
    return;
  }
  add(text, 0);
}

function join(pieces: readonly Piece[]): ChangedText {
  const text = pieces.map((piece) => piece.text).join('');
  const origins = new Int32Array(text.length);
  let offset = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.text.length; index += 1) {
      origins[offset] = piece.origin < 0 ? -1 : piece.origin + (piece.isReplacement ? 0 : index);
      offset += 1;
    }
  }
  return { text, origins };
}
