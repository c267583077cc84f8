/**
 * How well suggestions meet what an experienced reader coded: `node test/bench/suggestions.ts`.
 *
 * Each document of `../shared/corpus/codings.json` is left out in turn: what is learnt, the weights and the density
 * come from the two others. The codebook's terms alone stand beside it: each sentence with a term is suggested,
 * those that follow each other as one. What counts is the passage that the reader coded: a suggestion is right when
 * it and a passage of the same safeguard share more than half of the shorter one. The same is told for sentences and
 * for paragraphs, where each that is suggested or coded counts once; for the mean of the safeguards, where a rare one
 * counts as much as a frequent one; and for what is suggested at coded words only. Says too how much of it is chance,
 * and what the weights reach that are shipped, which were fitted to all three. Ends with an error when it is less than is asked.
 */
import { anchorQuotes } from '@waarborg/shared/anchoring';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { Experience, findSuggestions, type ReadText, readText } from '@waarborg/shared/suggestions';
import { evidenceIn } from '../../shared/src/suggestions/evidence.ts';
import { Likeness } from '../../shared/src/suggestions/likeness.ts';
import { usualWeights, type Weights } from '../../shared/src/suggestions/weights.ts';
import { corpusFolder, readCorpusPassages, sayThatCorpusIsMissing } from '../helpers/corpus.ts';
import { findCorpusFile, textOfHtml } from './corpus-texts.ts';
import { fitSuggestions, type ReadDocument } from './fit-suggestions.ts';
import {
  type Claim,
  count,
  meanF1,
  nothing,
  type ScoredText,
  safeguardsAt,
  scoresOf,
  sumOf,
  type Tally,
  type Unit,
  units,
} from './score-suggestions.ts';

/** A document with what the reader coded in it. */
interface CodedText extends ScoredText {
  readonly passages: readonly { readonly words: string; readonly safeguards: readonly string[] }[];
}

function finish<T>(work: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function readDocuments(folder: string): CodedText[] {
  const byDocument = Map.groupBy(readCorpusPassages(folder), ({ document }) => document);
  return [...byDocument].map(([name, passages]) => {
    const text = textOfHtml(findCorpusFile(`${name}/page.html`) ?? '');
    const places = anchorQuotes(text, passages);
    const coded = passages.map(({ exact, codings }) => ({
      words: exact,
      safeguards: [...new Set(codings.map(({ safeguard }) => safeguard))],
    }));
    const gold = coded.flatMap(({ safeguards, words }, index) => {
      const place = places[index];
      if (!place || place.state === 'orphan') throw new RangeError(`${name} does not have: ${words}`);
      return safeguards.map((safeguard) => ({ ...place.position, safeguard }));
    });
    return { read: finish(readText(text, false, defaultCodebook)), passages: coded, gold };
  });
}

/** What can be learnt from documents for a text. */
function learnFrom(documents: readonly CodedText[], { read }: CodedText): Experience {
  const experience = new Experience(read.terms);
  for (const { passages } of documents) {
    for (const { words, safeguards } of passages) experience.add(words, safeguards);
  }
  return experience;
}

/** How many times the F1 of the terms alone, passage by passage, terms and codings must reach together. */
const LEAST_TIMES = 1.5;
/** Which terms are met. */
const termKinds = ['as the issue has them', 'with past participles'] as const;
type TermKind = (typeof termKinds)[number];

/** A claim for every sentence with a term; for those that follow each other in a paragraph, one. */
function claimsOfTerms({ read }: CodedText, kind: TermKind): Claim[] {
  return read.paragraphs.flatMap(({ sentences }) => {
    const claims: (Claim & { last: number })[] = [];
    for (const [index, { position, terms }] of sentences.entries()) {
      const met = terms.filter(({ isParticiple }) => kind === 'with past participles' || !isParticiple);
      for (const safeguard of new Set(met.map(({ concept }) => concept))) {
        const at = claims.findIndex((claim) => claim.safeguard === safeguard && claim.last === index - 1);
        const before = claims[at];
        if (before) claims[at] = { ...before, end: position.end, last: index };
        else claims.push({ ...position, safeguard, last: index });
      }
    }
    return claims;
  });
}

function suggestIn({ read }: CodedText, experience: Experience, weights: Weights): Claim[] {
  return finish(findSuggestions(read, experience, weights)).filter(({ isLikely }) => isLikely);
}

function inWords(tally: Tally): string {
  const { precision, recall, f1 } = scoresOf(tally);
  return [precision, recall, f1].map((part) => part.toFixed(2)).join('  ');
}

/** What every sentence and safeguard of a document offers, learnt from other documents. */
function examplesOf(document: CodedText, others: readonly CodedText[]): ReadDocument {
  const experience = learnFrom(others, document);
  const likeness = finish(Likeness.learn(experience, document.read));
  const examples = document.read.paragraphs.flatMap((paragraph) =>
    evidenceIn(paragraph, document.read, experience, likeness).flatMap((evidence, index) => {
      const { position } = paragraph.sentences[index] as ReadText['sentences'][number];
      const coded = safeguardsAt(position, document.gold);
      return evidence.map(({ safeguard, features }) => ({ features, isCoded: coded.has(safeguard) }));
    }),
  );
  return { sentences: document.read.sentences.length, examples };
}

/** Weights for a document that is not among these. */
function fitTo(documents: readonly CodedText[]): Weights {
  return fitSuggestions(
    documents.map((document, index) => examplesOf(document, documents.toSpliced(index, 1))),
  );
}

/** What suggestions reach in each document, by safeguard. */
function measure(documents: readonly CodedText[], unit: Unit, suggest: Suggest): Map<string, Tally> {
  const bySafeguard = new Map<string, Tally>();
  for (const [index, document] of documents.entries()) {
    count(document, unit, suggest(document, documents.toSpliced(index, 1)), bySafeguard);
  }
  return bySafeguard;
}

/** @returns how many times the F1 of the terms alone is reached. */
function print(name: string, terms: Tally, both: Tally): number {
  const times = scoresOf(both).f1 / scoresOf(terms).f1;
  console.log(`${name.padEnd(44)} ${inWords(terms)} | ${inWords(both)}   ${times.toFixed(2)} times the F1`);
  return times;
}

function printBySafeguard(terms: Map<string, Tally>, both: Map<string, Tally>): void {
  for (const { id } of defaultCodebook.concepts) {
    const [alone, together] = [terms.get(id) ?? nothing, both.get(id) ?? nothing];
    const { found, missed, vain } = together;
    if (found + missed + vain + alone.vain === 0) continue;
    console.log(`  ${id.padEnd(42)} ${inWords(alone)} | ${inWords(together)}   ${found + missed} coded`);
  }
}

/** What is suggested at words that were coded, to whatever safeguard. */
function atCodedWords({ gold }: CodedText, claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => safeguardsAt(claim, gold).size > 0);
}

/** What is suggested in a document of which nothing is known, after others. */
type Suggest = (document: CodedText, others: readonly CodedText[]) => readonly Claim[];

const byTermsAlone: Suggest = (document) => claimsOfTerms(document, termKinds[0]);

/** Suggests with weights that are fitted to the others, once for each document. */
function byBoth(documents: readonly CodedText[]): Suggest {
  const found = new Map(
    documents.map((one, index) => {
      const others = documents.toSpliced(index, 1);
      return [one, suggestIn(one, learnFrom(others, one), fitTo(others))];
    }),
  );
  return (document) => found.get(document) ?? [];
}

/** In how many ways a part of the passages is forgotten, of which each is one of so many. */
const ways = 10;

/** Times the F1 of the terms alone per passage, when every tenth passage is not learnt from. */
function timesWithLess(documents: readonly CodedText[]): number[] {
  const terms = scoresOf(sumOf(measure(documents, 'passage', byTermsAlone).values())).f1;
  return Array.from({ length: ways }, (_, way) => {
    const some = documents.map((document) => ({
      ...document,
      passages: document.passages.filter((__, index) => index % ways !== way),
    }));
    return scoresOf(sumOf(measure(some, 'passage', byBoth(some)).values())).f1 / terms;
  });
}

function printOtherReadings(documents: readonly CodedText[], both: Suggest): void {
  const [meanAlone = 0, mean = 0] = [byTermsAlone, both].map((suggest) =>
    meanF1(measure(documents, 'passage', suggest)),
  );
  const means = `${meanAlone.toFixed(2)} | ${mean.toFixed(2)}   ${(mean / meanAlone).toFixed(2)} times`;
  console.log(`mean F1 of the safeguards that were coded     ${means}`);
  const [alone = nothing, together = nothing] = [byTermsAlone, both].map((suggest) => {
    const atCoded: Suggest = (one, others) => atCodedWords(one, suggest(one, others));
    return sumOf(measure(documents, 'passage', atCoded).values());
  });
  print('passage, only what is at coded words', alone, together);
  const times = timesWithLess(documents).sort((one, other) => one - other);
  const average = times.reduce((sum, one) => sum + one, 0) / times.length;
  const [least, most] = [times[0], times.at(-1)].map((one) => one?.toFixed(2));
  console.log(
    `passage, each tenth not learnt from in turn: ${average.toFixed(2)} times the F1 (${least} to ${most})`,
  );
}

function describeWeights({ features, even, density }: Weights): string {
  const parts = Object.entries(features).map(([name, weight]) => `${name} ${weight.toFixed(2)}`);
  return `${parts.join(', ')}; even at ${even.toFixed(2)}; density ${density.toFixed(2)}`;
}

if (!corpusFolder) sayThatCorpusIsMissing('suggestions');
else {
  const documents = readDocuments(corpusFolder);
  const suggestBoth = byBoth(documents);
  console.log(
    'Precision, recall, F1 of the terms alone | of terms and what was coded before, left out in turn.',
  );
  for (const unit of units) {
    const both = measure(documents, unit, suggestBoth);
    for (const kind of termKinds) {
      const terms = measure(documents, unit, (one) => claimsOfTerms(one, kind));
      const times = print(`${unit}, terms ${kind}`, sumOf(terms.values()), sumOf(both.values()));
      if (unit !== 'passage' || kind !== termKinds[0]) continue;
      printBySafeguard(terms, both);
      console.log(`asked: ${LEAST_TIMES} times: ${times >= LEAST_TIMES ? 'pass' : 'FAIL'}`);
      if (times < LEAST_TIMES) process.exitCode = 1;
    }
  }
  printOtherReadings(documents, suggestBoth);
  console.log(
    '\nWith the weights that are shipped, which were fitted to all three documents; and before any coding:',
  );
  for (const unit of units) {
    const terms = sumOf(measure(documents, unit, byTermsAlone).values());
    const both = measure(documents, unit, (one, others) =>
      suggestIn(one, learnFrom(others, one), usualWeights),
    );
    const first = measure(documents, unit, (one) => suggestIn(one, learnFrom([], one), usualWeights));
    print(unit, terms, sumOf(both.values()));
    print(`${unit}, before any coding`, terms, sumOf(first.values()));
  }
  console.log(`\nWeights fitted to all three documents: ${describeWeights(fitTo(documents))}`);
  console.log(`Weights that are shipped: ${describeWeights(usualWeights)}`);
}
