/**
 * Finds the passages of a text that may be about a safeguard.
 *
 * Each paragraph is weighed for each safeguard: a sum of plain numbers (`Features`), of which every one is words
 * that can be shown or a count. What was coded before comes in as words that passages of a safeguard have more than
 * others (`Associations`) and as how often a safeguard is coded. Linear in the text and in what was coded.
 */
import type { TextPosition } from '../anchoring/index.ts';
import { Associations } from './associations.ts';
import { candidatesOf, type Evidence, evidenceFor, type Learnt } from './evidence.ts';
import type { Experience } from './experience.ts';
import { placeInParagraph } from './place-in-paragraph.ts';
import type { ReadText } from './read-text.ts';
import { reliefFor, scoreOf, usualWeights, type Weights } from './weights.ts';

/** Why something is suggested. */
export type Reason =
  /** Terms of the safeguard in it or in the heading above, and words learnt from codings. */
  | { readonly kind: 'terms' | 'heading' | 'learnt'; readonly words: readonly string[] }
  /** How many passages of the dossier are coded to the safeguard. */
  | { readonly kind: 'often'; readonly count: number };

/** A passage that may be about a safeguard; offsets in UTF-16 code units. */
export interface Suggestion extends TextPosition {
  /** Concept id. */
  readonly safeguard: string;
  /** More is likelier; below 0 only a term speaks for it. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * Suggests passages, the likeliest first, a paragraph at a step. Those with a score below 0 are rarely meant; they
 * are given because a term of the codebook stands there.
 */
export function* findSuggestions(
  read: ReadText,
  experience: Experience,
  weights: Weights = usualWeights,
): Generator<undefined, Suggestion[], undefined> {
  const learnt: Learnt = { experience, associations: new Associations(experience, read) };
  const offered = new Set(read.safeguards);
  const relief = reliefFor(experience.passages);
  const found: Suggestion[] = [];
  for (const paragraph of read.paragraphs) {
    const candidates = paragraph.isHeading ? [] : candidatesOf(paragraph, learnt);
    for (const safeguard of candidates) {
      if (!offered.has(safeguard)) continue;
      const evidence = evidenceFor(paragraph, safeguard, learnt);
      const score = scoreOf(evidence.features, weights) + relief;
      if (score < 0 && evidence.terms.length === 0) continue;
      const place = placeInParagraph(read, paragraph.position, evidence);
      const reasons = reasonsOf(read.text, evidence, experience.passagesOf(safeguard));
      found.push({ ...place, safeguard, score, reasons });
    }
    yield;
  }
  return found.sort((one, other) => other.score - one.score);
}

/** Passages of a safeguard from which on their number is a reason. */
const many = 3;

function reasonsOf(text: string, evidence: Evidence, count: number): Reason[] {
  const written = (words: readonly TextPosition[]) => [
    ...new Map(
      words.map(({ start, end }) => {
        const word = text.slice(start, end).replace(/\s+/gu, ' ');
        return [word.toLowerCase(), word] as const;
      }),
    ).values(),
  ];
  const reasons: Reason[] = [
    { kind: 'terms', words: written(evidence.terms) },
    { kind: 'heading', words: written(evidence.heading) },
    { kind: 'learnt', words: written(evidence.learnt) },
  ];
  const told = reasons.filter((reason) => reason.kind !== 'often' && reason.words.length > 0);
  return count >= many ? [...told, { kind: 'often', count }] : told;
}
