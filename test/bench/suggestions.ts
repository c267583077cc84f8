/**
 * How well suggestions meet what an experienced reader coded: `node test/bench/suggestions.ts`.
 *
 * Each document of `../shared/corpus/codings.json` is left out in turn: what is learnt, the weights and the threshold
 * come from the two others. The codebook's terms alone stand beside it. A unit (a paragraph, a sentence) with a
 * safeguard counts as met when the suggestion and the reader's passage both cover more than half of the shorter of
 * unit and passage. Headings are no unit. Says too what the weights reach that are shipped, which were fitted to all three.
 */
import { anchorQuotes, type TextPosition } from '@waarborg/shared/anchoring';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { Experience, findSuggestions, type ReadText, readText } from '@waarborg/shared/suggestions';
import { Associations } from '../../shared/src/suggestions/associations.ts';
import { evidenceFor } from '../../shared/src/suggestions/evidence.ts';
import { usualWeights, type Weights } from '../../shared/src/suggestions/weights.ts';
import { corpusFolder, readCorpusPassages, sayThatCorpusIsMissing } from '../helpers/corpus.ts';
import { findCorpusFile, textOfHtml } from './corpus-texts.ts';
import { type Example, fitSuggestions } from './fit-suggestions.ts';

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

const units = ['paragraph', 'sentence'] as const;
type Unit = (typeof units)[number];

/** Pairs of a unit and a safeguard: met, suggested in vain, and missed. */
interface Tally {
  hits: number;
  vain: number;
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

function unitsOf({ read }: CodedText, unit: Unit): TextPosition[] {
  const paragraphs = read.paragraphs.filter(({ isHeading }) => !isHeading).map(({ position }) => position);
  return unit === 'paragraph'
    ? paragraphs
    : paragraphs.flatMap((position) => [...read.units.sentencesIn(position)]);
}

function isAbout(unit: TextPosition, claim: TextPosition): boolean {
  const shared = Math.min(unit.end, claim.end) - Math.max(unit.start, claim.start);
  return shared > Math.min(unit.end - unit.start, claim.end - claim.start) / 2;
}

/** The safeguards that a unit is about, after some claims. */
function safeguardsAt(unit: TextPosition, claims: readonly Claim[]): Set<string> {
  return new Set(claims.filter((claim) => isAbout(unit, claim)).map(({ safeguard }) => safeguard));
}

/** Every term is a claim on the whole unit in which it stands. */
function claimsOfTerms(document: CodedText, unit: Unit): Claim[] {
  const terms = document.read.paragraphs.flatMap((paragraph) => paragraph.terms);
  return unitsOf(document, unit).flatMap((place) =>
    terms
      .filter(({ start, end }) => start >= place.start && end <= place.end)
      .map(({ concept }) => ({ ...place, safeguard: concept })),
  );
}

function suggestIn({ read }: CodedText, experience: Experience, weights: Weights): Claim[] {
  return finish(findSuggestions(read, experience, weights)).filter(({ score }) => score >= 0);
}

/** A suggestion in a paragraph is about all of it. */
function widen(claims: readonly Claim[], document: CodedText, unit: Unit): Claim[] {
  if (unit === 'sentence') return [...claims];
  return claims.flatMap((claim) =>
    unitsOf(document, unit)
      .filter((place) => isAbout(place, claim))
      .map((place) => ({ ...place, safeguard: claim.safeguard })),
  );
}

function count(
  document: CodedText,
  unit: Unit,
  claims: readonly Claim[],
  bySafeguard: Map<string, Tally>,
): void {
  for (const place of unitsOf(document, unit)) {
    const [coded, suggested] = [safeguardsAt(place, document.gold), safeguardsAt(place, claims)];
    for (const safeguard of new Set([...coded, ...suggested])) {
      const tally = bySafeguard.get(safeguard) ?? { hits: 0, vain: 0, missed: 0 };
      bySafeguard.set(safeguard, tally);
      if (coded.has(safeguard) && suggested.has(safeguard)) tally.hits += 1;
      else if (suggested.has(safeguard)) tally.vain += 1;
      else tally.missed += 1;
    }
  }
}

function scoresOf({ hits, vain, missed }: Tally) {
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    precision: ratio(hits, hits + vain),
    recall: ratio(hits, hits + missed),
    f1: ratio(2 * hits, 2 * hits + vain + missed),
  };
}

function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { hits: 0, vain: 0, missed: 0 };
  for (const { hits, vain, missed } of tallies) {
    sum.hits += hits;
    sum.vain += vain;
    sum.missed += missed;
  }
  return sum;
}

function inWords(tally: Tally | undefined): string {
  const { precision, recall, f1 } = scoresOf(tally ?? { hits: 0, vain: 0, missed: 0 });
  return [precision, recall, f1].map((part) => part.toFixed(2)).join('  ');
}

/** What every paragraph and safeguard of a document offers, learnt from other documents. */
function examplesOf(document: CodedText, others: readonly CodedText[]): Example[] {
  const experience = learnFrom(others);
  const learnt = { experience, associations: new Associations(experience, document.read) };
  return document.read.paragraphs
    .filter(({ isHeading }) => !isHeading)
    .flatMap((paragraph) => {
      const coded = safeguardsAt(paragraph.position, document.gold);
      return document.read.safeguards.map((safeguard) => ({
        features: evidenceFor(paragraph, safeguard, learnt).features,
        isCoded: coded.has(safeguard),
      }));
    });
}

/** Weights for a document that is not among these. */
function fitTo(documents: readonly CodedText[]): Weights {
  return fitSuggestions(
    documents.map((document, index) => examplesOf(document, documents.toSpliced(index, 1))),
  );
}

/** What the terms alone and both together reach in documents that are left out one at a time, by safeguard. */
function measure(
  documents: readonly CodedText[],
  unit: Unit,
  weightsFor: (others: readonly CodedText[]) => Weights,
) {
  const [terms, both] = [new Map<string, Tally>(), new Map<string, Tally>()];
  for (const [index, document] of documents.entries()) {
    const others = documents.toSpliced(index, 1);
    const found = suggestIn(document, learnFrom(others), weightsFor(others));
    count(document, unit, claimsOfTerms(document, unit), terms);
    count(document, unit, widen(found, document, unit), both);
  }
  return { terms, both };
}

function printTable({ terms, both }: ReturnType<typeof measure>, unit: Unit): void {
  console.log(`\nUnit: ${unit}. Precision, recall, F1 of the terms alone | of both.`);
  for (const { id } of defaultCodebook.concepts) {
    const tally = both.get(id) ?? terms.get(id);
    if (!tally || tally.hits + tally.missed + (terms.get(id)?.hits ?? 0) === 0) continue;
    console.log(`${id.padEnd(24)} ${inWords(terms.get(id))} | ${inWords(both.get(id))}`);
  }
  const [alone, together] = [sumOf(terms.values()), sumOf(both.values())];
  const ratio = scoresOf(together).f1 / scoresOf(alone).f1;
  console.log(
    `${'together'.padEnd(24)} ${inWords(alone)} | ${inWords(together)}   ${ratio.toFixed(2)} times the F1`,
  );
}

function describeWeights({ features, threshold }: Weights): string {
  const parts = Object.entries(features).map(([name, weight]) => `${name} ${weight.toFixed(2)}`);
  return `${parts.join(', ')}; threshold ${threshold.toFixed(2)}`;
}

if (!corpusFolder) sayThatCorpusIsMissing('suggestions');
else {
  const documents = readDocuments(corpusFolder);
  for (const unit of units) printTable(measure(documents, unit, fitTo), unit);
  console.log('\nThe same with the weights that are shipped, which were fitted to all three documents:');
  for (const unit of units)
    printTable(
      measure(documents, unit, () => usualWeights),
      unit,
    );
  console.log(`\nWeights fitted to all three documents: ${describeWeights(fitTo(documents))}`);
  console.log(`Weights that are shipped: ${describeWeights(usualWeights)}`);
}
