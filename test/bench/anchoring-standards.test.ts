import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorQuotes, describePassage, type QuoteSelector } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';

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

interface PdfCase extends QuoteSelector {
  readonly wrongPosition?: { start: number; end: number };
  readonly expectPage?: number;
  readonly expectText?: string;
  readonly expect?: null;
}

describe.skipIf(!isThere)('the cases of Hypothesis for PDF text', () => {
  const { pages, anchorQuote } = isThere
    ? readCases<{ pages: string[]; anchorQuote: PdfCase[] }>('hypothesis-pdf')
    : { pages: [], anchorQuote: [] };
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

interface DescribeCase {
  readonly name: string;
  readonly html: string;
  readonly range: {
    startOffset: number;
    endOffset: number;
    startContainerXPath: string;
    endContainerXPath: string;
  };
  readonly expected: { exact: string };
}

describe.skipIf(!isThere)('the cases of Apache Annotator for describing a quote', () => {
  const groups = isThere ? readCases<Record<string, DescribeCase[]>>('apache-text-quote-describe') : {};
  const cases = Object.values(groups)
    .filter((group) => Array.isArray(group))
    .flat()
    // Ranges over several nodes are a matter of the page, not of strings.
    .filter(
      ({ range }) =>
        /^\/\/b\/text\(\)$/.test(range.startContainerXPath) &&
        range.startContainerXPath === range.endContainerXPath,
    );

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { html, range, expected }) => {
    const text = html.replace(/<[^>]*>/g, '');
    const start = range.startOffset;
    const end = range.endOffset;
    const quote = describePassage(text, { start, end });
    expect(quote.exact).toBe(expected.exact);
    expect(wordsOf(text, quote)).toBe(expected.exact === '' ? undefined : expected.exact);
  });
});

describe.skipIf(!isThere)('the cases of Hypothesis for a line break', () => {
  it('finds a quote with a space where the text has none', () => {
    expect(wordsOf('foobar', { exact: 'foo bar' })).toBe('foobar');
    expect(wordsOf('foobar', { exact: 'bar' })).toBe('bar');
  });
});
