import type { TextPosition } from '../anchoring/index.ts';
import type { Experience, TermTally } from './experience.ts';
import type { TermHit } from './find-terms.ts';
import type { Likeness } from './likeness.ts';
import type { ReadParagraph, ReadSentence, ReadText } from './read-text.ts';
import { partsOf } from './word-parts.ts';

/** Why something is suggested. */
export type Reason =
  /** Terms of the safeguard in it, nearby or in the heading above, and words as what was coded has them. */
  | { readonly kind: 'terms' | 'near' | 'heading' | 'learnt'; readonly words: readonly string[] }
  /** How many coded passages with a term of the safeguard are coded to it. */
  | ({ readonly kind: 'trust' } & TermTally)
  /** How many other sentences of the text have a term, and how many passages of the dossier are coded so. */
  | { readonly kind: 'elsewhere' | 'often'; readonly count: number };

/** What suggestions are made of. */
interface Basis {
  readonly read: Pick<ReadText, 'text' | 'sentencesWith'>;
  readonly experience: Experience;
  readonly likeness: Likeness;
}

/** Most words that are shown of those that are like what was coded. */
const maxWords = 4;
/** What a word must say of what the most telling one does, to be shown. */
const leastShare = 0.25;
/** How many sentences further on a term still says why. */
const nearby = 3;
/** Passages or sentences from which on their number is a reason. */
const many = 3;

/**
 * Why sentences are suggested for a safeguard, the weightiest reason first.
 *
 * @param indexes of sentences of the paragraph that follow each other.
 */
export function reasonsFor(
  safeguard: string,
  { sentences: all, heading }: ReadParagraph,
  indexes: readonly number[],
  { read: { text, sentencesWith }, experience, likeness }: Basis,
): Reason[] {
  const isOwn = ({ concept }: TermHit) => concept === safeguard;
  const termsAt = (index: number) => all[index]?.terms.filter(isOwn) ?? [];
  const terms = indexes.flatMap(termsAt);
  const [first = 0, last = first] = [indexes[0], indexes.at(-1)];
  const beside = Array.from({ length: nearby }, (_, step) => [first - step - 1, last + step + 1])
    .map((places) => places.flatMap(termsAt))
    .find((hits) => hits.length > 0);
  const ofTerms = [
    { kind: 'terms' as const, words: written(terms, text) },
    { kind: 'near' as const, words: terms.length > 0 ? [] : written(beside ?? [], text) },
    { kind: 'heading' as const, words: written(heading.filter(isOwn), text) },
  ].filter(({ words }) => words.length > 0);
  const [count, trust] = [experience.passagesOf(safeguard), experience.termsOf(safeguard)];
  const elsewhere =
    (sentencesWith.get(safeguard) ?? 0) - indexes.filter((index) => termsAt(index).length > 0).length;
  // Before anything is coded so, words are like the terms: they say less than a term that is met.
  const alike =
    count > 0 || ofTerms.length === 0
      ? likestWords(safeguard, all.slice(first, last + 1), terms, likeness)
      : [];
  const isTrusted = ofTerms.length > 0 && trust.passages >= many;
  return [
    ...ofTerms,
    ...(isTrusted ? [{ kind: 'trust' as const, ...trust }] : []),
    ...(alike.length > 0 ? [{ kind: 'learnt' as const, words: written(alike, text) }] : []),
    ...(elsewhere >= many && ofTerms.length === 0 ? [{ kind: 'elsewhere' as const, count: elsewhere }] : []),
    ...(count >= many && !isTrusted ? [{ kind: 'often' as const, count }] : []),
  ];
}

/** The words that are most like what was coded, the likest first; a term is told of by itself. */
function likestWords(
  safeguard: string,
  sentences: readonly ReadSentence[],
  terms: readonly TermHit[],
  likeness: Likeness,
): TextPosition[] {
  const isOfTerm = ({ start }: TextPosition) => terms.some((term) => start >= term.start && start < term.end);
  const byStem = new Map(
    sentences
      .flatMap(({ words }) => words.filter((word) => !isOfTerm(word)))
      .map((word) => [word.stem, { word, weight: likeness.weightFor(safeguard, partsOf(word)) }]),
  );
  const ordered = [...byStem.values()].sort((one, other) => other.weight - one.weight);
  const least = leastShare * (ordered[0]?.weight ?? 0);
  return ordered
    .filter(({ weight }) => weight > 0 && weight >= least)
    .slice(0, maxWords)
    .map(({ word }) => word);
}

/** Words as they are written, each once. */
function written(words: readonly TextPosition[], text: string): string[] {
  const each = words.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' '));
  return [...new Map(each.map((word) => [word.toLowerCase(), word])).values()];
}
