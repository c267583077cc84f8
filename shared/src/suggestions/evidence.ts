import type { Experience } from './experience.ts';
import type { TermHit } from './find-terms.ts';
import type { Likeness } from './likeness.ts';
import type { ReadParagraph, ReadText } from './read-text.ts';

/** What speaks for a safeguard in a sentence, as numbers to be weighed; 0 where there is nothing. */
export interface Features {
  /** 1 where a term of the safeguard stands in it. */
  readonly term: number;
  /** 1 where only a past participle of a term does. */
  readonly participle: number;
  /** Half for a term in the sentence before or behind, in the same paragraph, a quarter one further, and so on. */
  readonly near: number;
  /** 1 where a term stands in the heading above. */
  readonly heading: number;
  /** How like the sentence with those beside it is to what was coded (`Likeness.of`). */
  readonly alike: number;
  /** How often the safeguard is coded, against one that is coded as often as others: a logarithm. */
  readonly often: number;
}

/** What a safeguard has for it in a sentence. */
export interface Evidence {
  readonly safeguard: string;
  readonly features: Features;
}

/** How much of a term's weight is left in the next sentence. */
const fading = 0.5;
/** How many safeguards share the codings, about: one that is coded less often than its share is rare. */
const usualSafeguards = 40;

/** What speaks for each safeguard in the sentences of a paragraph, in their order. */
export function evidenceIn(
  { sentences, heading }: ReadParagraph,
  { safeguards }: Pick<ReadText, 'safeguards'>,
  experience: Experience,
  likeness: Likeness,
): Evidence[][] {
  const terms = sentences.map((sentence) => conceptsOf(sentence.terms.filter((hit) => !hit.isParticiple)));
  const participles = sentences.map((sentence) => conceptsOf(sentence.terms));
  const above = conceptsOf(heading);
  const before = fadingFrom(terms);
  const behind = fadingFrom(terms.toReversed()).toReversed();
  return sentences.map((_, index) => {
    const parts = [-1, 0, 1].flatMap((step) => [...(sentences[index + step]?.parts ?? [])]);
    const alike = likeness.of(new Set(parts));
    return safeguards.map(({ id }): Evidence => {
      const term = Number(terms[index]?.has(id));
      const features: Features = {
        term,
        participle: term === 1 ? 0 : Number(participles[index]?.has(id)),
        near: Math.max(before[index]?.get(id) ?? 0, behind[index]?.get(id) ?? 0),
        heading: Number(above.has(id)),
        alike: alike.get(id) ?? 0,
        often: Math.log((experience.passagesOf(id) + 0.5) / (experience.passages / usualSafeguards + 0.5)),
      };
      return { safeguard: id, features };
    });
  });
}

function conceptsOf(hits: readonly TermHit[]): Set<string> {
  return new Set(hits.map(({ concept }) => concept));
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
