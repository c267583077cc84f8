import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Anchoring, anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import { CORPUS, findCorpusFile, PAGES, textOfHtml } from './corpus-texts.ts';
import { overlapOf, pickPassages } from './passages.ts';
import { textOfPdf } from './pdf-text.ts';
import { createRandom } from './random.ts';

const PASSAGES = 200;
/** So many tell something. */
const LEAST_PICKED = 50;

/** The texts of one document. */
export interface Copies {
  readonly html: string;
  readonly pdf: string;
  readonly extracted: string | undefined;
}

/** Of 200 passages that stand in the other copy, so many are found at least when placed together; none is wrong. */
const LEAST_RIGHT = 0.99;
/** A passage of which the other copy has less in one place cannot be found there: right is an overlap above this. */
const LEAST_PRESENT = 0.8;
/** Letters of a footnote or a page's header that may stand within it there, between words that followed each other … */
const MAX_INSERTED = 600;
/** … but for so many letters. */
const MAX_EDITED = 6;
/** Letters in a row that do not stand in both copies by chance. */
const STRETCH = 10;

/**
 * Prints how passages of one copy of a document are found in the others, and the quotes of real codings;
 * whether all pairs reach what is asked.
 */
export async function printCopies(seed: number): Promise<boolean> {
  console.log(`\nPassages of one copy found in another: right / not found / wrong, seed ${seed}`);
  let isReached = true;
  for (const [name, path] of PAGES.slice(0, 5)) {
    const copies = await readCopies(name, path);
    if (copies === undefined) {
      console.log(`  ${name}: skipped, the corpus is not there`);
      continue;
    }
    const { html, pdf, extracted } = copies;
    const pairs: [string, string, string][] = [
      ['HTML → PDF', html, pdf],
      ['PDF → HTML', pdf, html],
    ];
    if (extracted !== undefined) {
      pairs.push(['HTML → extracted', html, extracted], ['extracted → HTML', extracted, html]);
      pairs.push(['PDF → extracted', pdf, extracted], ['extracted → PDF', extracted, pdf]);
    }
    for (const [pair, from, to] of pairs) {
      if (!printPair(`${name}: ${pair}`, from, to, seed)) isReached = false;
    }
    if (extracted !== undefined && !printCodings(name, copies)) isReached = false;
  }
  return isReached;
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

/** Passages of a copy, apart by whether the other copy has them. */
export interface PickedQuotes {
  readonly present: readonly QuoteSelector[];
  /** The other copy lacks more than a fifth of them: it has no such paragraph, or has it in pieces. */
  readonly absent: readonly QuoteSelector[];
}

/** Picks passages of a copy that a reader could mark: none runs into a header or a footer. */
export function pickQuotes(from: string, to: string, seed: number): PickedQuotes {
  const unchanged = { text: from, origins: Int32Array.from({ length: from.length }, (_, at) => at) };
  const furniture = repeatedLines(from);
  const { letters } = lettersOf(to);
  const stretches = stretchesOf(letters);
  const quotes = pickPassages(from, unchanged, 2 * PASSAGES, createRandom(seed), 32)
    .map(({ quote }) => quote)
    .filter((quote) => !linesAround(from, quote).some((line) => furniture.has(lineShape(line))));
  const isPresent = ({ exact }: QuoteSelector) =>
    letters.includes(lettersOf(exact).letters) || presentShare(exact, stretches) >= LEAST_PRESENT;
  const present = quotes.filter(isPresent);
  return {
    present: present
      .filter((_, at) => at % Math.max(1, Math.floor(present.length / PASSAGES)) === 0)
      .slice(0, PASSAGES),
    absent: quotes.filter((quote) => !isPresent(quote)),
  };
}

/** The lines of which a passage has any part, whole. */
function linesAround(text: string, { exact, start = text.indexOf(exact) }: QuoteSelector): string[] {
  const end = text.indexOf('\n', start + exact.length);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(from, end < 0 ? text.length : end).split(/[\n\f]/);
}

/** Where each stretch of letters stands. */
function stretchesOf(letters: string): ReadonlyMap<string, readonly number[]> {
  const stretches = new Map<string, number[]>();
  for (let at = 0; at + STRETCH <= letters.length; at += 1) {
    const stretch = letters.slice(at, at + STRETCH);
    const places = stretches.get(stretch);
    if (places === undefined) stretches.set(stretch, [at]);
    else places.push(at);
  }
  return stretches;
}

/** The largest share of the letters of a passage that the other copy has in order in one place. */
function presentShare(words: string, stretches: ReadonlyMap<string, readonly number[]>): number {
  const { letters } = lettersOf(words);
  const hits: { old: number; at: number; present: number }[] = [];
  let best = 0;
  for (let old = 0; old + STRETCH <= letters.length; old += 1) {
    for (const at of stretches.get(letters.slice(old, old + STRETCH)) ?? []) {
      let present = STRETCH;
      for (const before of hits) {
        const step = old - before.old;
        const inserted = at - before.at - step;
        if (step === 0 || at <= before.at || inserted > MAX_INSERTED) continue;
        if (inserted > MAX_EDITED && step > STRETCH + MAX_EDITED) continue;
        const overlap = Math.max(0, STRETCH - Math.min(step, at - before.at));
        present = Math.max(present, before.present + STRETCH - overlap);
      }
      hits.push({ old, at, present });
      best = Math.max(best, present);
    }
  }
  return best / Math.max(1, letters.length);
}

/**
 * Prints how passages of one copy are found in another; whether that is as good as is asked.
 *
 * @param exception why less is asked of this pair, and how much, if anything is.
 */
export function printPair(
  name: string,
  from: string,
  to: string,
  seed: number,
  exception?: { readonly least?: number; readonly why: string },
): boolean {
  const { present, absent } = pickQuotes(from, to, seed);
  const together = anchorQuotes(to, [...present, ...absent]);
  const ways: [string, Anchoring[]][] = [
    ['together', together],
    ['with original', present.flatMap((quote) => anchorQuotes(to, [quote], { original: from }))],
    [
      'words only',
      present.flatMap(({ exact, prefix = '', suffix = '' }) => anchorQuotes(to, [{ exact, prefix, suffix }])),
    ],
  ];
  const counts = ways.map(([, anchorings]) => {
    const outcomes = present.map((quote, at) => outcomeOf(to, quote, anchorings[at]));
    const count = (one: string) => outcomes.filter((outcome) => outcome === one).length;
    return { right: count('right'), lost: count('lost'), wrong: count('wrong') };
  });
  const [first] = counts;
  const absentDrawn = absent.filter((quote, at) => {
    const anchoring = together[present.length + at];
    return anchoring !== undefined && isElsewhere(to, quote, anchoring);
  });
  const isReached =
    first !== undefined &&
    first.right >= (exception?.least ?? LEAST_RIGHT) * present.length &&
    first.wrong === 0 &&
    absentDrawn.length === 0;
  const cells = counts.map(({ right, lost, wrong }, at) =>
    `${ways[at]?.[0]} ${right} / ${lost} / ${wrong}`.padEnd(30),
  );
  // Where a program writes each word on a line of its own, hardly any passage is told from a page's header.
  const few = present.length < LEAST_PICKED ? 'too few passages were picked to tell' : undefined;
  const isAsked = few === undefined && (exception === undefined || exception.least !== undefined);
  const why = few ?? exception?.why;
  const verdict = `${isAsked ? (isReached ? 'pass' : 'FAIL') : 'nothing asked'}${why === undefined ? '' : `: ${why}`}`;
  console.log(`  ${name.padEnd(66)}${cells.join('')}${verdict}`);
  for (const [at, quote] of present.entries()) {
    const anchoring = together[at];
    if (anchoring === undefined || anchoring.state === 'orphan') continue;
    if (outcomeOf(to, quote, anchoring) !== 'wrong') continue;
    const { start, end } = anchoring.position;
    console.log(`    wrong: ${JSON.stringify(quote.exact)} at ${JSON.stringify(to.slice(start, end))}`);
  }
  for (const quote of absent) {
    const isDrawn = absentDrawn.includes(quote);
    if (!isAsked && !isDrawn) continue;
    console.log(`    not in the other copy${isDrawn ? ', but drawn' : ''}: ${JSON.stringify(quote.exact)}`);
  }
  return isReached || !isAsked;
}

/** Whether a passage that the other copy lacks is drawn on words that are not its own. */
function isElsewhere(text: string, quote: QuoteSelector, anchoring: Anchoring): boolean {
  if (anchoring.state === 'orphan') return false;
  const { start, end } = anchoring.position;
  const passage = lettersOf(text.slice(start, end)).letters;
  const words = lettersOf(quote.exact).letters;
  return inOrder(words, passage) < Math.min(0.9 * passage.length, LEAST_PRESENT * words.length);
}

/** Running headers and footers: what a copy has on every page and a reader does not mark. */
function repeatedLines(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of text.split(/[\n\f]/))
    counts.set(lineShape(line), (counts.get(lineShape(line)) ?? 0) + 1);
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
  if (latest?.text !== text) latest = { text, ...lettersOf(text) };
  const all = latest;
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

/** The letters of the text that was asked about last: hundreds of passages are compared with each. */
let latest: ({ readonly text: string } & ReturnType<typeof lettersOf>) | undefined;

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

/** Prints which quotes of the codings are found in each copy; whether all are, and where they stand. */
function printCodings(name: string, copies: Copies): boolean {
  let isReached = true;
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
      if (anchoring.state === 'orphan') {
        isReached = false;
        console.log(`      not found: ${JSON.stringify(quote.exact)}`);
      } else if (outcomeOf(text, quote, anchoring) === 'wrong') {
        isReached = false;
        const { start, end } = anchoring.position;
        console.log(
          `      doubtful: ${JSON.stringify(quote.exact)}\n        ${JSON.stringify(text.slice(start, end))}`,
        );
      }
    });
  }
  return isReached;
}
