import type { TextPosition } from '../anchoring/index.ts';
import { type Codebook, offeredConcepts } from '../codebook/index.ts';
import { type Word, wordsOf } from '../search/index.ts';
import { TextUnits } from '../text/index.ts';
import { conceptsOf, TermFinder, type TermHit } from './find-terms.ts';
import { beginningOf, partsOf } from './word-parts.ts';

/** A sentence with what can be said of it without knowing what was coded before. */
export interface ReadSentence {
  readonly position: TextPosition;
  readonly words: readonly Word[];
  /** The parts of its words (`partsOf`), each once. */
  readonly parts: ReadonlySet<string>;
  /** Terms of safeguards, in the order of the text. */
  readonly terms: readonly TermHit[];
}

/** A paragraph that is no heading. */
export interface ReadParagraph {
  readonly position: TextPosition;
  readonly sentences: readonly ReadSentence[];
  /** The terms in the heading above it. */
  readonly heading: readonly TermHit[];
}

/** A safeguard that can be chosen. */
export interface OfferedSafeguard {
  /** Concept id. */
  readonly id: string;
  /** How the words of its terms begin (`beginningOf`). */
  readonly beginnings: ReadonlySet<string>;
}

/** A text made ready for suggestions with one codebook. */
export interface ReadText {
  readonly text: string;
  readonly paragraphs: readonly ReadParagraph[];
  /** Those of all paragraphs. */
  readonly sentences: readonly ReadSentence[];
  readonly safeguards: readonly OfferedSafeguard[];
  /** In how many sentences a part of a word stands. */
  readonly frequency: ReadonlyMap<string, number>;
  /** In how many sentences a term of a safeguard stands, by its concept id. */
  readonly sentencesWith: ReadonlyMap<string, number>;
  /** Finds terms in other words as in these. */
  readonly terms: TermFinder;
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
  const vocabulary = new Set<string>();
  const read: { position: TextPosition; words: readonly Word[] }[] = [];
  for (const position of units.paragraphs) {
    const words = wordsIn(text, position);
    for (const { stem } of words) vocabulary.add(stem);
    read.push({ position, words });
    yield;
  }
  const safeguards = offeredConcepts(codebook.concepts, 'safeguard');
  const finder = new TermFinder(safeguards, vocabulary);
  const paragraphs: ReadParagraph[] = [];
  const [frequency, sentencesWith] = [new Map<string, number>(), new Map<string, number>()];
  let heading: readonly TermHit[] = [];
  for (const { position, words } of read) {
    const terms = finder.find(text, words);
    if (looksLikeHeading(text.slice(position.start, position.end))) heading = terms;
    else {
      const sentences = readSentences(units.sentencesIn(position), words, terms);
      for (const sentence of sentences) {
        count(sentence.parts, frequency);
        count(conceptsOf(sentence.terms), sentencesWith);
      }
      paragraphs.push({ position, sentences, heading });
    }
    yield;
  }
  return {
    text,
    paragraphs,
    sentences: paragraphs.flatMap(({ sentences }) => sentences),
    safeguards: safeguards.map(({ id, terms }) => ({ id, beginnings: beginningsOf(terms) })),
    frequency,
    sentencesWith,
    terms: finder,
  };
}

function count(names: ReadonlySet<string>, counts: Map<string, number>): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function readSentences(
  positions: readonly TextPosition[],
  words: readonly Word[],
  terms: readonly TermHit[],
): ReadSentence[] {
  const [wordsOfEach, termsOfEach] = [divide(words, positions), divide(terms, positions)];
  return positions.map((position, index) => {
    const own = wordsOfEach[index] ?? [];
    return { position, words: own, parts: new Set(own.flatMap(partsOf)), terms: termsOfEach[index] ?? [] };
  });
}

/** What stands within each of some places; all in the order of the text. What stands in no single one is left out. */
function divide<T extends TextPosition>(all: readonly T[], places: readonly TextPosition[]): T[][] {
  let next = 0;
  return places.map(({ start, end }) => {
    const inside: T[] = [];
    for (let one = all[next]; one && one.start < end; one = all[++next]) {
      if (one.start >= start && one.end <= end) inside.push(one);
    }
    return inside;
  });
}

function beginningsOf(terms: readonly string[]): Set<string> {
  const words = terms.flatMap((term) => [...wordsOf(term)]);
  return new Set(words.filter((word) => partsOf(word).length > 0).map(({ folded }) => beginningOf(folded)));
}

/** The words of a part of a text, with their places in the whole. */
function wordsIn(text: string, { start, end }: TextPosition): Word[] {
  return [...wordsOf(text.slice(start, end))].map((word) => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }));
}
