/**
 * Finds the passages of a text that may be about a safeguard.
 *
 * Each sentence is weighed for each safeguard: a sum of a few plain numbers (`Features`), of which every one is words
 * that can be shown or a count. What was coded before comes in as how like its words are (`Likeness`) and as how
 * often a safeguard is coded. Sentences beside each other that are about the same are one suggestion. Linear in the
 * text and in what was coded.
 */
import type { TextPosition } from '../anchoring/index.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import type { Experience } from './experience.ts';
import { Likeness } from './likeness.ts';
import type { ReadParagraph, ReadText } from './read-text.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { scoreOf, usualWeights, type Weights } from './weights.ts';

/** A passage that may be about a safeguard; offsets in UTF-16 code units. */
export interface Suggestion extends TextPosition {
  /** Concept id. */
  readonly safeguard: string;
  /** Whether enough speaks for it; otherwise it is given because a term of the codebook stands there. */
  readonly isLikely: boolean;
  /** More is likelier. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Most safeguards for which one sentence is suggested: readers rarely code it to more. */
const safeguardsAtOnce = 2;
/** What is less likely is not suggested, also in a text that has nothing better: odds of one to forty. */
const leastScore = -Math.log(40);
/** Longest passage that is suggested, in UTF-16 code units: a text without sentences is cut. */
const maxLength = 2_000;

/** A sentence weighed for a safeguard, by its place in the paragraph. */
interface Candidate {
  readonly index: number;
  readonly safeguard: string;
  readonly score: number;
  /** Whether it is among those of its sentence that may be suggested. */
  readonly isBest: boolean;
  readonly hasTerm: boolean;
}

/** A sentence that is suggested for a safeguard. */
type Choice = Candidate & Pick<Suggestion, 'isLikely'>;

/** Suggests passages, the likeliest first, a paragraph at a step. */
export function* findSuggestions(
  read: ReadText,
  experience: Experience,
  weights: Weights = usualWeights,
): Generator<undefined, Suggestion[], undefined> {
  const likeness = yield* Likeness.learn(experience, read);
  const weighed: { paragraph: ReadParagraph; candidates: readonly Candidate[] }[] = [];
  for (const paragraph of read.paragraphs) {
    const evidence = evidenceIn(paragraph, read, experience, likeness);
    weighed.push({
      paragraph,
      candidates: evidence.flatMap((each, index) => weigh(each, index, experience, weights)),
    });
    yield;
  }
  const least = leastLikely(
    weighed.flatMap(({ candidates }) => candidates),
    weights.density * Math.sqrt(read.sentences.length),
  );
  const found: Suggestion[] = [];
  for (const { paragraph, candidates } of weighed) {
    const choices = candidates
      .map((candidate) => ({ ...candidate, isLikely: candidate.isBest && candidate.score >= least }))
      .filter(({ isLikely, hasTerm }) => isLikely || hasTerm);
    for (const run of runsOf(choices, paragraph)) {
      const [{ safeguard, isLikely }] = run;
      const indexes = run.map(({ index }) => index);
      found.push({
        ...placeOf(indexes, paragraph, read.text),
        safeguard,
        isLikely,
        score: Math.max(...run.map(({ score }) => score)),
        reasons: reasonsFor(safeguard, paragraph, indexes, { read, experience, likeness }),
      });
    }
    yield;
  }
  return found.sort((one, other) => other.score - one.score);
}

/** A sentence weighed for every safeguard for which it may be suggested or has a term. */
function weigh(
  evidence: readonly Evidence[],
  index: number,
  experience: Experience,
  weights: Weights,
): Candidate[] {
  return evidence
    .filter(({ safeguard, features: { term, participle, near, alike } }) => {
      // A heading or the rest of the text says too little alone, and so do words that only begin as a term does.
      const isAlike = alike > 0 && experience.passagesOf(safeguard) > 0;
      return isAlike || term + participle + near > 0;
    })
    .map(({ safeguard, features }) => ({
      ...{ index, safeguard, score: scoreOf(features, weights) },
      hasTerm: features.term + features.participle > 0,
    }))
    .sort((one, other) => other.score - one.score)
    .map((candidate, rank) => ({ ...candidate, isBest: rank < safeguardsAtOnce }))
    .filter(({ isBest, hasTerm }) => isBest || hasTerm);
}

/** The score from which on as many are suggested as are worth it, after what readers usually code. */
function leastLikely(candidates: readonly Candidate[], usual: number): number {
  const scores = candidates.flatMap(({ isBest, score }) => (isBest && score >= leastScore ? [score] : []));
  return scores.sort((one, other) => other - one)[Math.ceil(usual) - 1] ?? leastScore;
}

/** Choices of sentences that follow each other and are about the same, together; as far as a passage may be long. */
function runsOf(choices: readonly Choice[], { sentences }: ReadParagraph): [Choice, ...Choice[]][] {
  const runs: [Choice, ...Choice[]][] = [];
  const open = new Map<string, [Choice, ...Choice[]]>();
  for (const choice of choices) {
    const name = `${choice.safeguard} ${choice.isLikely}`;
    const run = open.get(name);
    const end = sentences[choice.index]?.position.end ?? 0;
    const isNext = run?.at(-1)?.index === choice.index - 1;
    if (run && isNext && end - (sentences[run[0].index]?.position.start ?? 0) <= maxLength) run.push(choice);
    else {
      const begun: [Choice] = [choice];
      open.set(name, begun);
      runs.push(begun);
    }
  }
  return runs;
}

/** From the first of some sentences to the last one. */
function placeOf(indexes: readonly number[], { sentences }: ReadParagraph, text: string): TextPosition {
  const start = sentences[indexes[0] ?? 0]?.position.start ?? 0;
  const end = sentences[indexes.at(-1) ?? 0]?.position.end ?? start;
  return { start, end: end - start <= maxLength ? end : endOfWord(text, start + maxLength) };
}

/** How far back the end of a word is sought, in UTF-16 code units. */
const longestWord = 500;

/** The end of the last word that is whole before an offset. */
function endOfWord(text: string, offset: number): number {
  const gap = text.lastIndexOf(' ', offset);
  const end = gap > offset - longestWord ? gap : offset;
  return /[\udc00-\udfff]/u.test(text[end] ?? '') ? end - 1 : end;
}
