import type { TextPosition } from '../anchoring/index.ts';
import type { Codebook } from '../codebook/index.ts';
import { type Word, wordsOf } from '../search/index.ts';
import { TextUnits } from '../text/text-units.ts';
import { TermFinder, type TermHit } from './find-terms.ts';

/** A paragraph with what can be said of it without knowing what was coded before. */
export interface ReadParagraph {
  readonly position: TextPosition;
  readonly words: readonly Word[];
  /** Terms of safeguards, in the order of the text. */
  readonly terms: readonly TermHit[];
  /** The terms in the heading above it, by safeguard. */
  readonly heading: readonly TermHit[];
  readonly isHeading: boolean;
}

/** A text made ready for suggestions with one codebook. */
export interface ReadText {
  readonly text: string;
  readonly units: TextUnits;
  readonly paragraphs: readonly ReadParagraph[];
  /** Ids of the safeguards that can be chosen. */
  readonly safeguards: readonly string[];
  /** In how many paragraphs a word stands, by its stem. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** Longest heading, in UTF-16 code units; what is longer is a paragraph. */
const maxHeading = 100;

function looksLikeHeading(paragraph: string): boolean {
  return paragraph.length <= maxHeading && !/[.;:,?!]$/u.test(paragraph);
}

/**
 * Reads a text, a paragraph at a step: its words, the codebook's terms among them and the headings. Linear in the text.
 *
 * @param isWrapped whether its lines end where those of a paper do, and not its paragraphs.
 */
export function* readText(
  text: string,
  isWrapped: boolean,
  codebook: Codebook,
): Generator<undefined, ReadText, undefined> {
  const units = new TextUnits(text, isWrapped);
  yield;
  const frequency = new Map<string, number>();
  const read: { position: TextPosition; words: readonly Word[] }[] = [];
  for (const position of units.paragraphs) {
    const words = wordsIn(text, position);
    for (const stem of new Set(words.map((word) => word.stem))) {
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    }
    read.push({ position, words });
    yield;
  }
  const safeguards = codebook.concepts.filter(
    ({ kind, retired, mergedInto }) => kind === 'safeguard' && !retired && !mergedInto,
  );
  const finder = new TermFinder(safeguards, new Set(frequency.keys()));
  const paragraphs: ReadParagraph[] = [];
  let heading: readonly TermHit[] = [];
  for (const { position, words } of read) {
    const terms = finder.find(text, words);
    const isHeading = looksLikeHeading(text.slice(position.start, position.end));
    paragraphs.push({ position, words, terms, heading: isHeading ? [] : heading, isHeading });
    if (isHeading) heading = terms;
    yield;
  }
  return { text, units, paragraphs, safeguards: safeguards.map(({ id }) => id), frequency };
}

/** The words of a part of a text, with their places in the whole. */
function wordsIn(text: string, { start, end }: TextPosition): Word[] {
  return [...wordsOf(text.slice(start, end))].map((word) => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }));
}
