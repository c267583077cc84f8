import type { Associations } from './associations.ts';
import type { Experience } from './experience.ts';
import type { TermHit } from './find-terms.ts';
import type { ReadParagraph } from './read-text.ts';

/** A word of a paragraph that speaks for a safeguard, and how much. */
export interface TellingWord {
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
  readonly weight: number;
}

/** What speaks for a safeguard in a paragraph, as numbers to be weighed; 0 where there is nothing. */
export interface Features {
  /** 1 where a term of the safeguard stands in it. */
  readonly term: number;
  /** Further terms, 3 at most. */
  readonly moreTerms: number;
  /** 1 where a term stands in the heading above. */
  readonly heading: number;
  /** What its most telling words weigh (`Associations.of`). */
  readonly learnt: number;
  /** How often the safeguard is coded, against a rare one. */
  readonly often: number;
  /** How long it is, against 25 words. */
  readonly length: number;
}

/** What speaks for a safeguard in a paragraph, and the words that do. */
export interface Evidence {
  readonly features: Features;
  readonly terms: readonly TermHit[];
  readonly heading: readonly TermHit[];
  /** Most telling first. */
  readonly learnt: readonly TellingWord[];
}

/** Words of a paragraph of which the weights count: more would make every long paragraph tell something. */
const maxTelling = 4;
/** Further terms beyond which more say nothing. */
const maxMore = 3;
/** Words of a short paragraph, and those beyond which more says nothing. */
const [usualLength, maxLength] = [25, 80];
/** How many safeguards share the codings, about: one that is coded less often than its share is rare. */
const usualSafeguards = 40;

/** What was coded before, as it is asked for a paragraph. */
export interface Learnt {
  readonly experience: Experience;
  readonly associations: Associations;
}

/** The safeguards for which anything in a paragraph speaks. */
export function candidatesOf(
  { terms, heading, words }: ReadParagraph,
  { associations }: Learnt,
): Set<string> {
  return new Set([
    ...[...terms, ...heading].map(({ concept }) => concept),
    ...words.flatMap(({ stem }) => associations.of(stem).map(({ safeguard }) => safeguard)),
  ]);
}

/** Weighs a paragraph for a safeguard. */
export function evidenceFor(paragraph: ReadParagraph, safeguard: string, learnt: Learnt): Evidence {
  const { experience } = learnt;
  const terms = paragraph.terms.filter(({ concept }) => concept === safeguard);
  const heading = paragraph.heading.filter(({ concept }) => concept === safeguard);
  const telling = tellingWords(paragraph, safeguard, learnt);
  const often = experience.passagesOf(safeguard) + 0.5;
  const features: Features = {
    term: Math.min(1, terms.length),
    moreTerms: Math.min(maxMore, Math.max(0, terms.length - 1)),
    heading: Math.min(1, heading.length),
    learnt: telling.reduce((sum, { weight }) => sum + weight, 0) / maxTelling,
    often: Math.log(often / (experience.passages / usualSafeguards + 0.5)),
    length: Math.log((Math.min(paragraph.words.length, maxLength) + 1) / usualLength),
  };
  return { features, terms, heading, learnt: telling };
}

function tellingWords({ words }: ReadParagraph, safeguard: string, { associations }: Learnt): TellingWord[] {
  const byStem = new Map<string, TellingWord>();
  for (const { stem, start, end } of words) {
    const found = associations.of(stem).find((one) => one.safeguard === safeguard);
    if (found && !byStem.has(stem)) byStem.set(stem, { start, end, weight: found.weight });
  }
  return [...byStem.values()].sort((one, other) => other.weight - one.weight).slice(0, maxTelling);
}
