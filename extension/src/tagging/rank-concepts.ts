import { type Codebook, type Concept, offeredConcepts } from '@waarborg/shared/codebook';
import type { Language } from '@waarborg/shared/messages';
import { foldText } from '@waarborg/shared/text';

/** A passage made ready for looking up terms, which takes no time to speak of for hundreds of them. */
interface Words {
  /** Runs of white space are one space. */
  readonly text: string;
  readonly lowerCase: string;
}

const isAbbreviation = (term: string) => /\p{Lu}{2}/u.test(term);
const lowerUnlessAbbreviation = (term: string) => (isAbbreviation(term) ? term : term.toLowerCase());

const isLetter = /[\p{L}\p{N}]/u;

/**
 * How many letters of the words a term covers. It stands for whole words; `*` stands for any ending.
 * Abbreviations keep their capitals.
 */
function coveredBy(term: string, { text, lowerCase }: Words): number {
  const within = isAbbreviation(term) ? text : lowerCase;
  const [first = '', ...others] = lowerUnlessAbbreviation(term).split('*');
  if (first === '') return 0;
  let covered = 0;
  for (let at = within.indexOf(first); at >= 0; at = within.indexOf(first, at + 1)) {
    if (isLetter.test(within[at - 1] ?? '')) continue;
    const end = endOfTerm(within, at + first.length, others);
    if (end !== undefined && !isLetter.test(within[end] ?? '')) covered += end - at;
  }
  return covered;
}

/** Where a term ends of which the first part has been found; undefined when the others do not follow. */
function endOfTerm(text: string, from: number, others: readonly string[]): number | undefined {
  let end = from;
  for (const part of others) {
    while (isLetter.test(text[end] ?? '')) end += 1;
    if (!text.startsWith(part, end)) return undefined;
    end += part.length;
  }
  return end;
}

/** How much of a passage speaks of a concept: the letters that its names and terms cover. */
function weightOf({ terms, label, shortLabel }: Concept, words: Words): number {
  const names = new Set(
    [label.nl, shortLabel.nl, label.en, shortLabel.en, ...terms].map(lowerUnlessAbbreviation),
  );
  return [...names].reduce((weight, term) => weight + coveredBy(term, words), 0);
}

function toWords(passage: string): Words {
  const text = passage.replace(/\s+/gu, ' ');
  return { text, lowerCase: text.toLowerCase() };
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
  const [inside, outside] = [toWords(passage), toWords(around)];
  const recency = new Map(recent.map((id, index) => [id, recent.length - index]));
  return offeredConcepts(codebook.concepts, kind)
    .map((concept) => ({
      concept,
      weight: weightOf(concept, inside) + weightAround * weightOf(concept, outside),
      recency: recency.get(concept.id) ?? 0,
    }))
    .sort((one, other) => other.weight - one.weight || other.recency - one.recency)
    .map(({ concept }) => concept);
}

/**
 * The concepts of a ranked list that answer a query, in the list's order but the best matches first:
 * a label that begins with it, a word of a label that does, a term that does, then anywhere.
 */
export function searchConcepts(concepts: readonly Concept[], query: string, language: Language): Concept[] {
  const wanted = foldText(query.trim());
  if (wanted === '') return [...concepts];
  const scored = concepts.map((concept) => ({ concept, score: scoreOf(concept, wanted, language) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ concept }) => concept);
}

function scoreOf(concept: Concept, wanted: string, language: Language): number {
  const labels = [concept.shortLabel[language], concept.label[language]].map(foldText);
  if (labels.some((label) => label.startsWith(wanted))) return 4;
  if (labels.some((label) => label.includes(` ${wanted}`))) return 3;
  const terms = concept.terms.map((term) => foldText(term.replaceAll('*', '')));
  if (terms.some((term) => term.startsWith(wanted) || (wanted.length > 2 && wanted.startsWith(term))))
    return 2;
  return [...labels, ...terms].some((text) => text.includes(wanted)) ? 1 : 0;
}
