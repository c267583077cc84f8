/**
 * How fast references are found, and that none is lost on the way: `node test/bench/references.ts`.
 * Beside each time stands that of splitting the same text into words, in the same run. Last what one change of a
 * dossier costs in the list of what it cites, beside making that list anew.
 */
import { CitationIndex, type Citer, citedInPassage, findReferences } from '@waarborg/shared/references';
import { findCorpusFile, hasCorpus, PAGES, textOfHtml } from './corpus-texts.ts';
import { generateText } from './generated-text.ts';
import { createRandom } from './random.ts';

/** Citations of every kind, with what each is found as. */
const citations = [
  ['Kamerstukken II 2024/25, 36 999, nr. 11, p. 3', 'kst-36999-11'],
  ['Handelingen II 2024/25, nr. 41, item 8, p. 2-5', 'h-tk-20242025-41-8'],
  ['ECLI:NL:RVS:2021:1939', 'ECLI:NL:RVS:2021:1939'],
  ['artikel 31, tweede lid, aanhef en onder k, van de Vw 2000', 'art. 31 lid 2 onder k Vw 2000'],
  ['Verordening (EU) 2019/1157', 'Verordening (EU) 2019/1157'],
] as const;
const runs = 5;

/** Text of a length in which a citation stands after every so many characters; and how many there are. */
function citingText(length: number, every: number): { text: string; count: number } {
  const prose = generateText(length, createRandom(7));
  const parts: string[] = [];
  for (let at = 0; at < length; at += every) {
    const [written] = citations[(at / every) % citations.length] ?? citations[0];
    parts.push(prose.slice(at, at + every), ` (zie ${written}). `);
  }
  return { text: parts.join(''), count: Math.ceil(length / every) };
}

/** Milliseconds of the fastest of several runs. */
function time(work: () => void): number {
  const durations = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...durations);
}

function print(name: string, text: string, expected?: number): void {
  const known = new Set<string>(citations.map(([, canonical]) => canonical));
  const found = findReferences(text).filter(({ canonical }) => known.has(canonical)).length;
  if (expected !== undefined && found !== expected)
    throw new RangeError(`${name}: ${found} references found, ${expected} written`);
  const referencesMs = time(() => findReferences(text));
  const wordsMs = time(() => text.match(/\p{L}+/gu));
  const megabytes = text.length / 1_000_000;
  console.log(
    `${name}: ${referencesMs.toFixed(0)} ms for ${megabytes.toFixed(1)} MB, ${(referencesMs / megabytes).toFixed(0)} ms per MB, ` +
      `${(referencesMs / wordsMs).toFixed(1)} times splitting it into words; ${found} of ${expected ?? 'its own'} references`,
  );
}

for (const length of [100_000, 1_000_000, 10_000_000]) {
  const { text, count } = citingText(length, 500);
  print(`a citation every 500 characters`, text, count);
}
print('nothing but citations', `${citations.map(([written]) => written).join('; ')}; `.repeat(5_000));
print('articles without end', 'artikel 1 en '.repeat(80_000));
print('abbreviations in brackets without end', 'Wet (Abc) '.repeat(100_000));
print('a mile of space behind a head', `Kamerstukken II${' '.repeat(1_000_000)}`);
print('short names declared without end', 'de Wet zus en zo (hierna: Wzz) '.repeat(33_000));
if (hasCorpus()) {
  for (const [name, file] of PAGES) print(name, textOfHtml(findCorpusFile(file) ?? ''));
} else console.log('The corpus is not there: only generated text is measured.');

/** Passages that cite a law, a paper and a ruling, of which many are cited more than once. */
function citingPassages(count: number): Citer[] {
  return Array.from({ length: count }, (_, number) => {
    const paper = `Kamerstukken II 2024/25, ${36_000 + (number % 700)}, nr. ${number % 40}`;
    const exact = `artikel ${number % 400} Vw 2000, ${paper} en ECLI:NL:RVS:2024:${1 + (number % 1_500)}`;
    const citations = citedInPassage({ ranges: [{ exact }], codings: [] });
    return { id: `${number}`, kind: 'passage', document: `${number % 100}`, citations };
  });
}

for (const count of [1_000, 10_000]) {
  const citers = citingPassages(count);
  const make = () => {
    const index = new CitationIndex();
    for (const citer of citers) index.put(citer);
    index.listSources();
    return index;
  };
  const index = make();
  const [citer] = citers;
  const makeMs = time(make);
  const changeMs = time(() => {
    if (citer) index.put(citer);
    index.listSources();
  });
  console.log(
    `a change among ${count} passages: ${changeMs.toFixed(2)} ms until what is cited is listed, ` +
      `1/${(makeMs / changeMs).toFixed(0)} of making it anew; ${index.listSources().length} sources`,
  );
}
