import {
  CLUSTER,
  characterKind,
  clusterEnd,
  DIGIT,
  DROP,
  FIRST_COMBINING,
  foldCluster,
  HYPHEN,
  HYPHEN_CODE,
  KEEP,
  keptLetter,
  QUOTE,
  QUOTE_CODE,
  SUPERSCRIPT,
} from './character-kinds.ts';
import { findFootnoteMarkEnd } from './footnote-marks.ts';

/**
 * The skeleton of a text: what is left of it when everything is dropped that differs between two copies
 * of one document (HTML and PDF, a file and what somebody extracted from it).
 *
 * Dropped: white space, control and format characters; hyphens and dashes, unless they belong to a
 * number; footnote marks glued to a word. Folded: NFKC (ligatures, full-width forms), quotation marks to
 * one shape, capitals to small letters (headings are set in either; `letter-case.ts` tells who wrote them).
 * Kept: letters, punctuation, numbers ("36 704" equals "36704", but "3.109" is not "3109", nor "10-12"
 * "1012").
 *
 * Method: one pass. A code unit that stands for itself is copied; the others are normalised as clusters
 * (a character with its combining marks), which have a largest length, so that no input makes normalising
 * quadratic.
 * Cost: linear in time; six bytes per code unit left.
 */
export interface Skeleton {
  /** The text of which this is the skeleton. */
  readonly text: string;
  /** The code units that are left. */
  readonly codes: Uint16Array;
  /** For each code unit left, the offset in `text` of the cluster from which it comes. Never falls. */
  readonly offsets: Int32Array;
}

/**
 * Makes the skeleton of a text; see `Skeleton`.
 *
 * @param spent a skeleton that nobody reads any more: its memory is written over where it is enough, for it takes
 *   longer to get new memory from an operating system than to fill it.
 */
export function toSkeleton(text: string, spent?: Skeleton): Skeleton {
  const isEnough = spent !== undefined && isAbout(spent.offsets.buffer.byteLength / 4, text.length);
  const most = text.length + (text.length >> 4) + 16;
  let codes = isEnough ? new Uint16Array(spent.codes.buffer) : new Uint16Array(most);
  let offsets = isEnough ? new Int32Array(spent.offsets.buffer) : new Int32Array(most);
  let length = 0;
  let afterDigit = false;

  for (let offset = 0; offset < text.length; ) {
    let code = text.charCodeAt(offset);
    let next = text.charCodeAt(offset + 1);
    // Most of a text, and read without asking more of it.
    while (next < FIRST_COMBINING) {
      const letter = keptLetter(code);
      if (letter === 0) break;
      codes[length] = letter;
      offsets[length] = offset;
      length += 1;
      offset += 1;
      afterDigit = false;
      code = next;
      next = text.charCodeAt(offset + 1);
    }
    let kind = characterKind(code);
    // An accent on nothing that is left stands by itself: it may belong to other words than the hyphen.
    if (next >= FIRST_COMBINING && kind !== DROP && kind !== HYPHEN) {
      if (clusterEnd(text, offset) > offset + 1) kind = CLUSTER;
    }

    if (kind === KEEP) {
      codes[length] = keptLetter(code) || code;
      offsets[length] = offset;
      length += 1;
      offset += 1;
      afterDigit = false;
    } else if (kind === DROP) {
      offset += 1;
    } else if (kind === QUOTE) {
      // Two single marks are one double mark: ,,so'' and "so".
      const repeats = length > 0 && codes[length - 1] === QUOTE_CODE && offsets[length - 1] === offset - 1;
      if (!repeats) {
        codes[length] = QUOTE_CODE;
        offsets[length] = offset;
        length += 1;
      }
      offset += 1;
      afterDigit = false;
    } else if (kind === HYPHEN) {
      if (belongsToNumber(text, offset, afterDigit)) {
        codes[length] = HYPHEN_CODE;
        offsets[length] = offset;
        length += 1;
        afterDigit = false;
      }
      offset += 1;
    } else if (kind === DIGIT || kind === SUPERSCRIPT) {
      const end = afterDigit && isDigitAt(text, offset - 1) ? undefined : findFootnoteMarkEnd(text, offset);
      if (end === undefined) {
        codes[length] = kind === DIGIT ? code : foldCluster(text[offset] as string).charCodeAt(0);
        offsets[length] = offset;
        length += 1;
        offset += 1;
        afterDigit = true;
      } else {
        offset = end;
      }
    } else {
      const end = clusterEnd(text, offset);
      const folded = foldCluster(text.slice(offset, end));
      if (length + folded.length + text.length - end > codes.length) {
        codes = grown(codes, new Uint16Array(2 * codes.length + folded.length));
        offsets = grown(offsets, new Int32Array(codes.length));
      }
      for (let index = 0; index < folded.length; index += 1) {
        codes[length] = folded.charCodeAt(index);
        offsets[length] = offset;
        length += 1;
      }
      if (folded.length > 0) afterDigit = isDigitAt(folded, folded.length - 1);
      offset = end;
    }
  }
  return { text, codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}

/** Whether there is room for so many code units, and not for much more. */
function isAbout(room: number, length: number): boolean {
  return room >= length + 16 && room <= length + (length >> 2) + 16;
}

/** The first code unit of the skeleton that comes from `offset` of the text or from after it. */
export function skeletonIndex(skeleton: Skeleton, offset: number): number {
  let low = 0;
  let high = skeleton.offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((skeleton.offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the code units `start` up to `end` (exclusive, more than `start`) of the skeleton stand in its text. */
export function positionInText(skeleton: Skeleton, start: number, end: number) {
  return {
    start: skeleton.offsets[start] as number,
    end: clusterEnd(skeleton.text, skeleton.offsets[end - 1] as number),
  };
}

/** Whether two stretches of `length` code units, from `a` in one skeleton and `b` in another, are equal. */
export function areEqual(
  one: Uint16Array,
  a: number,
  other: Uint16Array,
  b: number,
  length: number,
): boolean {
  if (a < 0 || b < 0 || a + length > one.length || b + length > other.length) return false;
  for (let index = 0; index < length; index += 1) {
    if (one[a + index] !== other[b + index]) return false;
  }
  return true;
}

/** Whether the code unit is a decimal digit. */
export function isDigitCode(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

/** Whether a decimal digit stands from `from` up to `to` (exclusive). */
export function hasDigit(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isDigitCode(codes[at])) return true;
  return false;
}

/** Whether the code unit is a hyphen or a dash, soft ones included. */
export function isHyphenCode(code: number): boolean {
  return characterKind(code) === HYPHEN;
}

/**
 * A hyphen belongs to a number between two digits ("10-12", also over a line break), and before a digit
 * where no word precedes it ("-5").
 */
function belongsToNumber(text: string, offset: number, afterDigit: boolean): boolean {
  if (text.charCodeAt(offset) === 0xad) return false;
  if (isDigitAt(text, offset + 1)) {
    return afterDigit || offset === 0 || /[\s(]/.test(text[offset - 1] as string);
  }
  if (!afterDigit) return false;
  let next = offset + 1;
  while (next - offset < 4 && characterKind(text.charCodeAt(next)) === DROP) next += 1;
  return isDigitAt(text, next);
}

function isDigitAt(text: string, offset: number): boolean {
  return isDigitCode(text.charCodeAt(offset));
}

function grown<T extends Uint16Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
