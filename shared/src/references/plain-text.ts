import { evenOut } from './even-out.ts';

/** A text in which words are whole, space is narrow and signs have one shape, and the way back to the text that it was made of. */
export interface PlainText {
  readonly text: string;
  /** Offsets of a piece of `text` as offsets of the original: signs that were left out at its edges are outside. */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number };
}

/**
 * Signs without width, a hyphen that a line was broken at, letters that are printed as one, and more space than one: no
 * pattern then takes long over a mile of it.
 */
const broken =
  /\s{2,}|[\u200b-\u200d\u2060\ufeff\ufb00-\ufb06]|\u00ad(?:[ \t]*\r?\n[ \t]*)?|[-\u2010\u2011][ \t]*\r?\n[ \t]*/g;
const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};
const smallLetter = /\p{Ll}/u;
/** "Asiel- en migratiebeheer": the hyphen stands for a part of a word, and the line ended by chance. */
const standsForMore = /^(?:en|of|tot|noch|dan)(?!\p{L})/u;

/** What stands in the place of a sign or of a broken line; undefined where it stays. */
function mend(text: string, { index, 0: sign }: RegExpExecArray): string | undefined {
  const first = sign.charAt(0);
  if (/\s/u.test(first)) return ' ';
  if (!/[-\u00ad\u2010\u2011]/u.test(first)) return ligatures[first] ?? '';
  const after = text.slice(index + sign.length, index + sign.length + 5);
  const isInWord = smallLetter.test(text.charAt(index - 1)) && smallLetter.test(after.charAt(0));
  const isOfWord = first !== '\u00ad' && standsForMore.test(after);
  return isInWord && !isOfWord ? '' : undefined;
}

/** Makes the words of a text whole again, as they are where no line was broken, and evens out its signs. */
export function toPlainText(original: string): PlainText {
  const parts: string[] = [];
  /** Where pieces of the original begin in the plain text, and where there. */
  const pieces: { plain: number; original: number }[] = [{ plain: 0, original: 0 }];
  let [from, length] = [0, 0];
  for (const match of original.matchAll(broken)) {
    const mended = mend(original, match);
    if (mended === undefined) continue;
    const kept = original.slice(from, match.index) + mended;
    parts.push(kept);
    length += kept.length;
    from = match.index + match[0].length;
    pieces.push({ plain: length, original: from });
  }
  parts.push(original.slice(from));
  const at = (offset: number) => {
    let [low, high] = [0, pieces.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.plain ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const piece = pieces[low] ?? { plain: 0, original: 0 };
    return Math.min(piece.original + offset - piece.plain, (pieces[low + 1]?.original ?? Infinity) - 1);
  };
  return {
    text: evenOut(parts.join('')),
    toOriginal: (start, end) => ({ start: at(start), end: end > start ? at(end - 1) + 1 : at(end) }),
  };
}
