/**
 * How well suggestions meet what an experienced reader coded: `node test/bench/suggestions.ts`.
 *
 * Each document of `../shared/corpus/codings.json` is left out in turn: what is learnt, the weights and the density
 * come from the two others. The codebook's terms alone stand beside it: each sentence with a term is suggested,
 * those that follow each other as one. What counts is the passage that the reader coded: a suggestion is right when
 * it and a passage of the same safeguard share more than half of the shorter one. The same is told for sentences and
 * for paragraphs, where each that is suggested or coded counts once. Says too what the weights reach that are
 * shipped, which were fitted to all three.
 */
import { anchorQuotes, type TextPosition } from '@waarborg/shared/anchoring';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { Experience, findSuggestions, type ReadText, readText } from '@waarborg/shared/suggestions';
import { evidenceIn } from '../../shared/src/suggestions/evidence.ts';
import { Likeness } from '../../shared/src/suggestions/likeness.ts';
import { usualWeights, type Weights } from '../../shared/src/suggestions/weights.ts';
import { corpusFolder, readCorpusPassages, sayThatCorpusIsMissing } from '../helpers/corpus.ts';
import { findCorpusFile, textOfHtml } from './corpus-texts.ts';
import { fitSuggestions, type ReadDocument } from './fit-suggestions.ts';

/** Words that are about a safeguard, after somebody or something. */
interface Claim extends TextPosition {
  readonly safeguard: string;
}

/** A document with what the reader coded in it. */
interface CodedText {
  readonly name: string;
  readonly read: ReadText;
  readonly passages: readonly { readonly words: string; readonly safeguards: readonly string[] }[];
  readonly gold: readonly Claim[];
}

const units = ['passage', 'sentence', 'paragraph'] as const;
type Unit = (typeof units)[number];

/** What was suggested, rightly and in vain, and what was coded, found and missed. */
interface Tally {
  right: number;
  vain: number;
  found: number;
  missed: number;
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
    return { name, read: finish(readText(text, false, defaultCodebook)), passages: coded, gold };
  });
}

function learnFrom(documents: readonly CodedText[]): Experience {
  const experience = new Experience();
  for (const { passages } of documents) {
    for (const { words, safeguards } of passages) experience.add(words, safeguards);
  }
  return experience;
}

function isAbout(one: TextPosition, other: TextPosition): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared > Math.min(one.end - one.start, other.end - other.start) / 2;
}

/** Those claims of which a place is about the words. */
function safeguardsAt(place: TextPosition, claims: readonly Claim[]): Set<string> {
  return new Set(claims.filter((claim) => isAbout(place, claim)).map(({ safeguard }) => safeguard));
}

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

/** Claims and what was coded, as they are counted for a unit. */
function countable(document: CodedText, unit: Unit, claims: readonly Claim[]): Claim[] {
  if (unit === 'passage') return [...claims];
  const places = unit === 'sentence' ? document.read.sentences : document.read.paragraphs;
  return places.flatMap(({ position }) =>
    [...safeguardsAt(position, claims)].map((safeguard) => ({ ...position, safeguard })),
  );
}

function count(
  document: CodedText,
  unit: Unit,
  claims: readonly Claim[],
  bySafeguard: Map<string, Tally>,
): void {
  const [suggested, coded] = [claims, document.gold].map((some) => countable(document, unit, some));
  const tallyOf = (safeguard: string) => {
    const tally = bySafeguard.get(safeguard) ?? { right: 0, vain: 0, found: 0, missed: 0 };
    bySafeguard.set(safeguard, tally);
    return tally;
  };
  for (const claim of suggested ?? []) {
    tallyOf(claim.safeguard)[safeguardsAt(claim, coded ?? []).has(claim.safeguard) ? 'right' : 'vain'] += 1;
  }
  for (const claim of coded ?? []) {
    tallyOf(claim.safeguard)[
      safeguardsAt(claim, suggested ?? []).has(claim.safeguard) ? 'found' : 'missed'
    ] += 1;
  }
}

function scoresOf({ right, vain, found, missed }: Tally) {
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const [precision, recall] = [ratio(right, right + vain), ratio(found, found + missed)];
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

const nothing: Tally = { right: 0, vain: 0, found: 0, missed: 0 };

function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { ...nothing };
  for (const tally of tallies) {
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name];
  }
  return sum;
}

function inWords(tally: Tally): string {
  const { precision, recall, f1 } = scoresOf(tally);
  return [precision, recall, f1].map((part) => part.toFixed(2)).join('  ');
}

/** What every sentence and safeguard of a document offers, learnt from other documents. */
function examplesOf(document: CodedText, others: readonly CodedText[]): ReadDocument {
  const experience = learnFrom(others);
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
function measure(
  documents: readonly CodedText[],
  unit: Unit,
  suggest: (document: CodedText, others: readonly CodedText[]) => readonly Claim[],
): Map<string, Tally> {
  const bySafeguard = new Map<string, Tally>();
  for (const [index, document] of documents.entries()) {
    count(document, unit, suggest(document, documents.toSpliced(index, 1)), bySafeguard);
  }
  return bySafeguard;
}

function print(name: string, terms: Tally, both: Tally): void {
  const times = (scoresOf(both).f1 / scoresOf(terms).f1).toFixed(2);
  console.log(`${name.padEnd(44)} ${inWords(terms)} | ${inWords(both)}   ${times} times the F1`);
}

function printBySafeguard(terms: Map<string, Tally>, both: Map<string, Tally>): void {
  for (const { id } of defaultCodebook.concepts) {
    const [alone, together] = [terms.get(id) ?? nothing, both.get(id) ?? nothing];
    const { found, missed, vain } = together;
    if (found + missed + vain === 0) continue;
    console.log(`  ${id.padEnd(42)} ${inWords(alone)} | ${inWords(together)}   ${found + missed} coded`);
  }
}

function describeWeights({ features, even, density }: Weights): string {
  const parts = Object.entries(features).map(([name, weight]) => `${name} ${weight.toFixed(2)}`);
  return `${parts.join(', ')}; even at ${even.toFixed(2)}; density ${density.toFixed(2)}`;
}

if (!corpusFolder) sayThatCorpusIsMissing('suggestions');
else {
  const documents = readDocuments(corpusFolder);
  const fitted = new Map(documents.map((one) => [one, fitTo(documents.filter((other) => other !== one))]));
  const weightsFor = (document: CodedText) => fitted.get(document) ?? usualWeights;
  console.log(
    'Precision, recall, F1 of the terms alone | of terms and what was coded before, left out in turn.',
  );
  for (const unit of units) {
    const both = measure(documents, unit, (one, others) =>
      suggestIn(one, learnFrom(others), weightsFor(one)),
    );
    for (const kind of termKinds) {
      const terms = measure(documents, unit, (one) => claimsOfTerms(one, kind));
      print(`${unit}, terms ${kind}`, sumOf(terms.values()), sumOf(both.values()));
      if (unit === 'passage' && kind === termKinds[0]) printBySafeguard(terms, both);
    }
  }
  console.log(
    '\nWith the weights that are shipped, which were fitted to all three documents; and before any coding:',
  );
  for (const unit of units) {
    const terms = sumOf(measure(documents, unit, (one) => claimsOfTerms(one, termKinds[0])).values());
    const both = measure(documents, unit, (one, others) => suggestIn(one, learnFrom(others), usualWeights));
    const first = measure(documents, unit, (one) => suggestIn(one, new Experience(), usualWeights));
    print(unit, terms, sumOf(both.values()));
    print(`${unit}, before any coding`, terms, sumOf(first.values()));
  }
  console.log(`\nWeights fitted to all three documents: ${describeWeights(fitTo(documents))}`);
  console.log(`Weights that are shipped: ${describeWeights(usualWeights)}`);
}
