import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Anchoring, anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import { CORPUS, findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { overlapOf, pickPassages } from './passages.ts';
import { textOfPdf } from './pdf-text.ts';
import { createRandom } from './random.ts';

const PASSAGES = 200;

/** The texts of one document. */
export interface Copies {
  readonly html: string;
  readonly pdf: string;
  readonly extracted: string | undefined;
}

/** Prints how passages of one copy of a document are found in the others, and the quotes of real codings. */
export async function printCopies(seed: number): Promise<void> {
  console.log('\nPassages of one copy found in another: right, not found, wrong');
  for (const [name, path] of PAGES.slice(0, 5)) {
    const copies = await readCopies(name, path);
    if (copies === undefined) {
      console.log(`  ${name}: skipped, the corpus is not there`);
      continue;
    }
    const { html, pdf, extracted } = copies;
    printPair(`${name}: HTML → PDF`, html, pdf, seed);
    printPair(`${name}: PDF → HTML`, pdf, html, seed);
    if (extracted === undefined) continue;
    printPair(`${name}: HTML → extracted`, html, extracted, seed);
    printPair(`${name}: extracted → HTML`, extracted, html, seed);
    printCodings(name, copies);
  }
}

/** Reads the copies of a document of the corpus; undefined when they are not there. */
export async function readCopies(name: string, path: string): Promise<Copies | undefined> {
  const html = findCorpusFile(path);
  const pdf = join(CORPUS, name, 'document.pdf');
  if (html === undefined || !existsSync(pdf)) return undefined;
  return {
    html: textOfHtml(html),
    pdf: await textOfPdf(pdf),
    extracted: findCorpusFile(`${name}/extracted.txt`),
  };
}

/** Picks passages of a copy that a reader could mark: none runs into a header or a footer. */
export function pickQuotes(from: string, seed: number): QuoteSelector[] {
  const unchanged = { text: from, origins: Int32Array.from({ length: from.length }, (_, at) => at) };
  const furniture = repeatedLines(from);
  return pickPassages(from, unchanged, 2 * PASSAGES, createRandom(seed), 32)
    .map(({ quote }) => quote)
    .filter(({ exact }) => !exact.split('\n').some((line) => furniture.has(lineShape(line))))
    .filter((_, at, all) => at % Math.max(1, Math.floor(all.length / PASSAGES)) === 0)
    .slice(0, PASSAGES);
}

function printPair(name: string, from: string, to: string, seed: number): void {
  const quotes = pickQuotes(from, seed);
  const ways: [string, Anchoring[]][] = [
    ['together', anchorQuotes(to, quotes)],
    ['with original', quotes.flatMap((quote) => anchorQuotes(to, [quote], { original: from }))],
    [
      'words only',
      quotes.flatMap(({ exact, prefix = '', suffix = '' }) => anchorQuotes(to, [{ exact, prefix, suffix }])),
    ],
  ];
  const cells = ways.map(([way, anchorings]) => {
    const outcomes = quotes.map((quote, at) => outcomeOf(to, quote, anchorings[at]));
    const counts = ['right', 'lost', 'wrong'].map(
      (one) => outcomes.filter((outcome) => outcome === one).length,
    );
    return `${way} ${counts.join(' / ')}`;
  });
  console.log(`  ${name.padEnd(58)}${cells.join('   ')}`);
}

/** Running headers and footers: what a copy has on every page and a reader does not mark. */
function repeatedLines(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) counts.set(lineShape(line), (counts.get(lineShape(line)) ?? 0) + 1);
  return new Set([...counts].flatMap(([shape, count]) => (count >= 3 ? [shape] : [])));
}

/** A line without what differs from page to page. */
function lineShape(line: string): string {
  return line.replace(/[\d\s]+/g, '');
}

/**
 * Compares letters and digits only, apart from the engine's own normalising: where they stand once in the
 * target, that is the true place; else the passage must have nearly all of them in order, or, where the
 * quote holds a page's header and footer, be nearly all of it.
 */
export function outcomeOf(
  text: string,
  quote: QuoteSelector,
  anchoring: Anchoring | undefined,
): 'right' | 'lost' | 'wrong' {
  if (anchoring === undefined || anchoring.state === 'orphan') return 'lost';
  const words = lettersOf(quote.exact);
  const all = lettersOf(text);
  const at = all.letters.indexOf(words.letters);
  if (at >= 0 && all.letters.indexOf(words.letters, at + 1) < 0) {
    const start = all.offsets[at] as number;
    const end = (all.offsets[at + words.letters.length - 1] as number) + 1;
    return overlapOf(anchoring.position, { start, end }) > 0.8 ? 'right' : 'wrong';
  }
  const passage = lettersOf(text.slice(anchoring.position.start, anchoring.position.end)).letters;
  const common = inOrder(words.letters, passage);
  const isMost =
    common >= 0.9 * words.letters.length ||
    (common >= 0.9 * passage.length && 2 * common >= words.letters.length);
  return isMost ? 'right' : 'wrong';
}

function lettersOf(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = '';
  for (let offset = 0; offset < text.length; offset += 1) {
    for (const character of (text[offset] as string).normalize('NFKC')) {
      if (!/[\p{L}\p{N}]/u.test(character)) continue;
      letters += character.toLowerCase();
      offsets.push(offset);
    }
  }
  return { letters, offsets };
}

/** The length of the longest common subsequence. */
function inOrder(one: string, other: string): number {
  let previous = new Uint16Array(other.length + 1);
  for (const character of one) {
    const row = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) {
      row[at + 1] =
        other[at] === character
          ? (previous[at] as number) + 1
          : Math.max(row[at] as number, previous[at + 1] as number);
    }
    previous = row;
  }
  return previous[other.length] as number;
}

function printCodings(name: string, copies: Copies): void {
  const json = findCorpusFile('codings.json') ?? '[]';
  const codings = (JSON.parse(json) as (QuoteSelector & { document: string })[]).filter(
    (one) => one.document === name,
  );
  const quotes = codings.map(({ exact, prefix = '', suffix = '' }) => ({ exact, prefix, suffix }));
  for (const [copy, text] of [
    ['PDF', copies.pdf],
    ['extracted', copies.extracted],
  ] as const) {
    if (text === undefined) continue;
    const anchorings = anchorQuotes(text, quotes);
    const same = anchorings.filter((one) => one.state === 'exact' || one.state === 'moved').length;
    const changed = anchorings.filter((one) => one.state === 'changed').length;
    console.log(
      `    codings in ${copy}: ${same} with the same words, ${changed} changed, of ${quotes.length}`,
    );
    anchorings.forEach((anchoring, at) => {
      const quote = quotes[at] as QuoteSelector;
      if (anchoring.state === 'orphan') console.log(`      not found: ${JSON.stringify(quote.exact)}`);
      else if (outcomeOf(text, quote, anchoring) === 'wrong') {
        const { start, end } = anchoring.position;
        console.log(
          `      doubtful: ${JSON.stringify(quote.exact)}\n        ${JSON.stringify(text.slice(start, end))}`,
        );
      }
    });
  }
}
