import type { Experience } from './experience.ts';
import { conceptsOf } from './find-terms.ts';
import type { Likeness } from './likeness.ts';
import type { ReadParagraph, ReadSentence, ReadText } from './read-text.ts';

/** What speaks for a safeguard in a sentence, as numbers to be weighed; 0 where there is nothing. */
export interface Features {
  /** Where a term of the safeguard stands in it, what such a term tells (`Experience.trustIn`: 1 is usual). */
  readonly term: number;
  /** The same where only a past participle of a term does. */
  readonly participle: number;
  /** Half of it for a term in the sentence before or behind, in the same paragraph, a quarter one further, and so on. */
  readonly near: number;
  /** The same where a term stands in the heading above. */
  readonly heading: number;
  /** In how many other sentences of the text a term stands, for what it tells: a logarithm. */
  readonly elsewhere: number;
  /** How like the sentence is to what was coded, those beside it counted half (`Likeness.of`). */
  readonly alike: number;
  /** How often the safeguard is coded, against one that is coded as often as others: a logarithm. */
  readonly often: number;
}

/** What a safeguard has for it in a sentence. */
export interface Evidence {
  readonly safeguard: string;
  readonly features: Features;
}

/** How much of the weight of a term, or of any word, is left in the next sentence. */
const fading = 0.5;
/** How many safeguards share the codings, about: one that is coded less often than its share is rare. */
const usualSafeguards = 40;

/** What speaks for each safeguard in the sentences of a paragraph, in their order. */
export function evidenceIn(
  { sentences, heading }: ReadParagraph,
  { safeguards, sentencesWith }: Pick<ReadText, 'safeguards' | 'sentencesWith'>,
  experience: Experience,
  likeness: Likeness,
): Evidence[][] {
  const terms = sentences.map((sentence) => conceptsOf(sentence.terms.filter((hit) => !hit.isParticiple)));
  const anyTerms = sentences.map((sentence) => conceptsOf(sentence.terms));
  const above = conceptsOf(heading);
  const before = fadingFrom(terms);
  const behind = fadingFrom(terms.toReversed()).toReversed();
  return sentences.map((_, index) => {
    const alike = likeness.of(partsAround(sentences, index));
    return safeguards.map(({ id }): Evidence => {
      const trust = experience.trustIn(id);
      const [hasTerm, hasAny] = [terms[index]?.has(id) ?? false, anyTerms[index]?.has(id) ?? false];
      const others = (sentencesWith.get(id) ?? 0) - Number(hasAny);
      const features: Features = {
        term: hasTerm ? trust : 0,
        participle: hasAny && !hasTerm ? trust : 0,
        near: trust * Math.max(before[index]?.get(id) ?? 0, behind[index]?.get(id) ?? 0),
        heading: above.has(id) ? trust : 0,
        elsewhere: Math.log1p(trust * others),
        alike: alike.get(id) ?? 0,
        often: Math.log((experience.passagesOf(id) + 0.5) / (experience.passages / usualSafeguards + 0.5)),
      };
      return { safeguard: id, features };
    });
  });
}

/** The parts of the words of a sentence, and with less weight of those beside it. */
function partsAround(sentences: readonly ReadSentence[], index: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const step of [-1, 1]) {
    for (const part of sentences[index + step]?.parts ?? []) weights.set(part, fading);
  }
  for (const part of sentences[index]?.parts ?? []) weights.set(part, 1);
  return weights;
}

/** What is left in each sentence of the terms in those before it. */
function fadingFrom(terms: readonly ReadonlySet<string>[]): ReadonlyMap<string, number>[] {
  let left = new Map<string, number>();
  return terms.map((own) => {
    const found = left;
    left = new Map([...found].map(([id, weight]) => [id, weight * fading]));
    for (const id of own) left.set(id, fading);
    return found;
  });
}
