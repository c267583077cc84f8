import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorQuotes, describePassage, type QuoteSelector } from '@waarborg/shared/anchoring';
import { fromCodePoints, toCodePoints } from '@waarborg/shared/w3c';
import { describe, expect, it } from 'vitest';

/*
 * The cases of other anchoring engines that strings alone decide; those that need a page stand in
 * test/e2e/anchoring-standards.test.ts.
 */
const STANDARDS = join(import.meta.dirname, '../../../shared/standards/anchoring');
const isThere = existsSync(STANDARDS);
if (!isThere) console.log('Skipped: the cases of other anchoring engines are not beside the project.');

function readCases<T>(name: string): T {
  return JSON.parse(readFileSync(join(STANDARDS, `${name}.json`), 'utf8')) as T;
}

function wordsOf(text: string, quote: QuoteSelector): string | undefined {
  const [anchoring] = anchorQuotes(text, [quote]);
  if (anchoring === undefined || anchoring.state === 'orphan') return undefined;
  return text.slice(anchoring.position.start, anchoring.position.end);
}

/** Whether a quote has more context than is expected; what is expected must be the nearest of it. */
function hasMoreContext(quote: QuoteSelector, { prefix = '', suffix = '' }: Partial<QuoteSelector>): boolean {
  expect(quote.prefix?.slice(quote.prefix.length - prefix.length)).toBe(prefix);
  expect(quote.suffix?.slice(0, suffix.length)).toBe(suffix);
  return quote.prefix !== prefix || quote.suffix !== suffix;
}

interface PdfDescribeCase {
  /** From 0. */
  readonly page: number;
  readonly select: string;
  readonly TextPositionSelector: { start: number; end: number };
  readonly TextQuoteSelector?: { exact: string; prefix: string; suffix: string };
}

interface PdfCase extends QuoteSelector {
  readonly wrongPosition?: { start: number; end: number };
  readonly expectPage?: number;
  readonly expectText?: string;
  readonly expect?: null;
}

describe.skipIf(!isThere)('the cases of Hypothesis for PDF text', () => {
  const {
    pages,
    anchorQuote,
    describe: described,
  } = isThere
    ? readCases<{ pages: string[]; anchorQuote: PdfCase[]; describe: PdfDescribeCase[] }>('hypothesis-pdf')
    : { pages: [], anchorQuote: [], describe: [] };
  const texts = pages.map((page) => page.replaceAll('\n', ''));
  const text = texts.join('');

  it.each(anchorQuote.map((one) => [JSON.stringify(one), one] as const))('%s', (_, one) => {
    const { wrongPosition, expectPage, expectText, expect: nothing, ...quote } = one;
    const [anchoring] = anchorQuotes(text, [{ ...quote, ...wrongPosition }]);
    // Two places are equally good and there is no context: Hypothesis takes the first, we do not guess.
    // "Netherfield Park as" differs by one word from "Netherfield Park is" and from "Netherfield Park, in".
    // One word of which one side of the context contradicts: with fewer than 40 letters in one stretch it could
    // be the other place, from which the context was removed. Hypothesis draws it, we do not guess.
    const isContradicted = [quote.prefix, quote.suffix].includes('DOES NOT MATCH');
    const isAmbiguous =
      isContradicted ||
      (['Netherfield', 'Netherfield Park as'].includes(quote.exact) && !quote.prefix && !quote.suffix);
    if (nothing === null || isAmbiguous || anchoring === undefined || anchoring.state === 'orphan') {
      expect(anchoring).toEqual({ state: 'orphan' });
      expect(nothing === null || isAmbiguous).toBe(true);
      return;
    }
    const { start, end } = anchoring.position;
    if (expectText !== undefined) expect(text.slice(start, end)).toBe(expectText);
    const before = texts.slice(0, expectPage).join('').length;
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeLessThanOrEqual(before + (texts[expectPage ?? -1] ?? '').length);
  });

  /**
   * Why our context of these words is another one: Hypothesis keeps 32 code units and none of the next page, we keep 96
   * (ADR 3) of a text that is one, since a sentence runs on over the end of a page.
   */
  const MORE_CONTEXT = ['Netherfield Park'];

  it.each(described.map((one) => [one.select, one] as const))('describes %s', (_, one) => {
    const { page, select, TextPositionSelector: position, TextQuoteSelector: expected } = one;
    const start = texts.slice(0, page).join('').length + (texts[page] ?? '').indexOf(select);
    const quote = describePassage(text, { start, end: start + select.length });
    expect(quote).toMatchObject({ exact: select, ...position });
    expect(wordsOf(text, quote)).toBe(select);
    expect(hasMoreContext(quote, expected ?? quote)).toBe(MORE_CONTEXT.includes(select));
  });
});

interface ApproximateCase {
  readonly group: string;
  readonly text: string;
  readonly pattern: string;
  readonly bestMatches: readonly { start: number; end: number }[];
}

/**
 * A word by itself that only resembles the quote, without context or place, is no evidence: "fcebook" may
 * be "facebook" misspelt or something else. approx-string-match is asked for the best match, we are asked
 * whether it is one.
 */
const RESEMBLING = ['bliind', 'blnd', 'thrae', 'fccebook', 'fcebook', 'smile'];
/** The same holds for a quote of which a third is gone, the beginning too. */
const CUT = ' well.\n \n2. The First Americans\nThe last global ice age trapped ';

describe.skipIf(!isThere)('the cases of approx-string-match', () => {
  const { cases } = isThere ? readCases<{ cases: ApproximateCase[] }>('approx-string-match') : { cases: [] };

  it.each(cases.map((one) => [`${one.group}: ${one.pattern}`, one] as const))('%s', (_, one) => {
    const { text, pattern, bestMatches } = one;
    const [anchoring] = anchorQuotes(text, [{ exact: pattern }]);
    if (bestMatches.length === 0 || RESEMBLING.includes(pattern) || pattern === CUT) {
      expect(anchoring).toEqual({ state: 'orphan' });
      return;
    }
    if (anchoring === undefined || anchoring.state === 'orphan') throw new Error('It is an orphan.');
    const { start, end } = anchoring.position;
    // Where something was changed the ends may lie a few characters elsewhere: most must be covered.
    const overlaps = bestMatches.map(
      (match) =>
        (Math.min(end, match.end) - Math.max(start, match.start)) /
        (Math.max(end, match.end) - Math.min(start, match.start)),
    );
    expect(Math.max(...overlaps)).toBeGreaterThan(anchoring.similarity === 1 ? 0.99 : 0.6);
  });
});

interface TextNodePlaces {
  readonly startContainerXPath: string;
  readonly startOffset: number;
  readonly endContainerXPath: string;
  readonly endOffset: number;
}

/** The text of a piece of HTML without entities, and where in it the text nodes begin that an XPath names. */
function readTextNodes(html: string): { text: string; offsetOf(path: string): number } {
  const starts = new Map<string, number>();
  const opened: { name: string; texts: number }[] = [];
  let text = '';
  for (const [token, close, name] of html.matchAll(/<(\/?)(\w+)>|[^<]+/g)) {
    if (close) opened.pop();
    else if (name) opened.push({ name, texts: 0 });
    else {
      const parent = opened.at(-1);
      if (parent) {
        parent.texts += 1;
        starts.set(`//${parent.name}/text()[${parent.texts}]`, text.length);
      }
      text += token;
    }
  }
  return {
    text,
    offsetOf: (path) => starts.get(path.endsWith(']') ? path : `${path}[1]`) ?? Number.NaN,
  };
}

/** The text of a case, and which passage of it the case's range is. */
function readRange(html: string, range: TextNodePlaces): { text: string; start: number; end: number } {
  const { text, offsetOf } = readTextNodes(html);
  return {
    text,
    start: offsetOf(range.startContainerXPath) + range.startOffset,
    end: offsetOf(range.endContainerXPath) + range.endOffset,
  };
}

interface PositionCase {
  readonly name: string;
  readonly html: string;
  readonly selector: { start: number; end: number };
  readonly expected: readonly [TextNodePlaces];
}

describe.skipIf(!isThere)('the cases of Apache Annotator for a position in code points', () => {
  const { cases } = isThere
    ? readCases<{ cases: PositionCase[] }>('apache-text-position-match')
    : { cases: [] };

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { html, selector, expected }) => {
    const { text, start, end } = readRange(html, expected[0]);
    const exact = text.slice(start, end);
    // We know no position without its words: these are those of the range that is expected.
    const position = fromCodePoints(selector.start, exact, text);
    expect(position).toMatchObject({ start, end });
    expect(toCodePoints({ exact, ...position })).toEqual({ start: selector.start, end: selector.end });
  });
});

interface DescribeCase {
  readonly name: string;
  readonly html: string;
  readonly range: TextNodePlaces;
  readonly expected: { exact: string; prefix: string; suffix: string };
}

/**
 * Why we keep more context than Apache Annotator, by kind of case: it writes down the least that tells a quote
 * from its other places in the text as it is, we keep 96 code units on each side (ADR 3). What is around a passage
 * tells us later, in a text that was changed, whether it was removed or edited.
 */
const MORE_CONTEXT: Readonly<Record<string, string>> = {
  testCasesWithMaxWordLength:
    'Apache cuts a word that is too long: we cut at 96 code units, within a word too.',
  testCasesWithMinimalContext:
    'Apache stops inside a word as soon as the quote is unique: we do not stop there.',
  testCasesWithMinimumQuoteLength:
    'Apache fills a short quote up to a length: we do not look at that of the quote.',
  testCasesWithoutOptions: 'Apache completes words until the quote is unique: we do not stop there.',
};
/** In a text of equal letters or words Apache needs all of it as context, as we keep it. */
const SAME_CONTEXT = 'multiple, overlapping false matches';

describe.skipIf(!isThere)('the cases of Apache Annotator for describing a quote', () => {
  const groups = isThere
    ? readCases<Record<string, readonly DescribeCase[] | string>>('apache-text-quote-describe')
    : {};
  const cases = Object.entries(groups).flatMap(([group, ones]) =>
    typeof ones === 'string' ? [] : ones.map((one) => [`${group}: ${one.name}`, group, one] as const),
  );

  it.each(cases)('%s', (_, group, { name, html, range, expected }) => {
    const { text, start, end } = readRange(html, range);
    const quote = describePassage(text, { start, end });
    expect(quote.exact).toBe(expected.exact);
    expect(wordsOf(text, quote)).toBe(expected.exact === '' ? undefined : expected.exact);
    const reason = name === SAME_CONTEXT ? undefined : MORE_CONTEXT[group];
    expect(hasMoreContext(quote, expected)).toBe(reason !== undefined);
  });
});

interface LineBreakCase {
  readonly exact: string;
  readonly anchoredToString: string;
}

describe.skipIf(!isThere)('the cases of Hypothesis for a line break', () => {
  const { html, cases } = isThere
    ? readCases<{ html: string; cases: LineBreakCase[] }>('hypothesis-br-boundary')
    : { html: '', cases: [] };

  it.each(cases.map((one) => [one.exact, one] as const))(
    'finds "%s" where the text has nothing for the break',
    (_, { exact, anchoredToString }) => {
      expect(wordsOf(html.replace(/<[^>]*>/g, ''), { exact })).toBe(anchoredToString);
    },
  );
});
