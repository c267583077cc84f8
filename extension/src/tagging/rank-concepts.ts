import type { Codebook, Concept } from '@waarborg/shared/codebook';
import type { Language } from '@waarborg/shared/messages';

const patterns = new Map<string, RegExp>();

/** A term as whole words; `*` stands for any ending. Abbreviations keep their capitals. */
function patternOf(term: string): RegExp {
  const known = patterns.get(term);
  if (known) return known;
  const words = term.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const ending = words.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])';
  const flags = /\p{Lu}{2}/u.test(term) ? 'gu' : 'giu';
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replaceAll('*', '[\\p{L}\\p{N}]*')}${ending}`,
    flags,
  );
  patterns.set(term, pattern);
  return pattern;
}

/** How much of a passage speaks of a concept: the letters that its terms cover. */
function weightOf(concept: Concept, passage: string): number {
  let weight = 0;
  for (const term of concept.terms) {
    for (const match of passage.matchAll(patternOf(term))) weight += match[0].length;
  }
  return weight;
}

/** Concepts of a kind that can be chosen, in the codebook's order. */
function choosable(codebook: Codebook, kind: Concept['kind']): Concept[] {
  return codebook.concepts.filter(
    (concept) => concept.kind === kind && !concept.retired && !concept.mergedInto,
  );
}

/** Words that a concept may be recognised by. */
export interface WordsAtHand {
  readonly passage: string;
  /** The text around it: "Daarmee wordt …" says what it is about in the sentence before. */
  readonly around?: string | undefined;
}

/** What a term around the passage weighs against one in it. */
const weightAround = 0.1;

/**
 * The concepts of a kind, likeliest first: those whose terms stand in the passage or around it (the
 * most letters first), then those used last, then the codebook's order.
 */
export function rankConcepts(
  codebook: Codebook,
  kind: Concept['kind'],
  { passage, around = '' }: WordsAtHand,
  recent: readonly string[],
): Concept[] {
  const recency = new Map(recent.map((id, index) => [id, recent.length - index]));
  return choosable(codebook, kind)
    .map((concept) => ({
      concept,
      weight: weightOf(concept, passage) + weightAround * weightOf(concept, around),
      recency: recency.get(concept.id) ?? 0,
    }))
    .sort((one, other) => other.weight - one.weight || other.recency - one.recency)
    .map(({ concept }) => concept);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The concepts of a ranked list that answer a query, in the list's order but the best matches first:
 * a label that begins with it, a word of a label that does, a term that does, then anywhere.
 */
export function searchConcepts(concepts: readonly Concept[], query: string, language: Language): Concept[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [...concepts];
  const scored = concepts.map((concept) => ({ concept, score: scoreOf(concept, wanted, language) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ concept }) => concept);
}

function scoreOf(concept: Concept, wanted: string, language: Language): number {
  const labels = [concept.shortLabel[language], concept.label[language]].map(fold);
  if (labels.some((label) => label.startsWith(wanted))) return 4;
  if (labels.some((label) => label.includes(` ${wanted}`))) return 3;
  const terms = concept.terms.map((term) => fold(term.replaceAll('*', '')));
  if (terms.some((term) => term.startsWith(wanted) || (wanted.length > 2 && wanted.startsWith(term))))
    return 2;
  return [...labels, ...terms].some((text) => text.includes(wanted)) ? 1 : 0;
}
