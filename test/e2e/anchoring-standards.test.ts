import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorQuotes, describePassage, type TextPosition } from '@waarborg/shared/anchoring';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlainChromium, type PlainChromium } from '../helpers/plain-chromium.ts';
import { serveSources } from '../helpers/serve-sources.ts';

/*
 * The cases of another anchoring engine that need a page: from a range to our text, and from there back to the page.
 * Those of strings alone stand in test/bench/anchoring-standards.test.ts. We keep no XPaths (RangeSelector): a
 * passage is its words, those around it and its place in the text, and each of these must lead back by itself.
 */
const STANDARDS = join(import.meta.dirname, '../../../shared/standards/anchoring');
const isThere = existsSync(STANDARDS);
if (!isThere) console.log('Skipped: the cases of another anchoring engine are not beside the project.');

function readCases<T>(name: string, nothing: T): T {
  return isThere ? (JSON.parse(readFileSync(join(STANDARDS, `${name}.json`), 'utf8')) as T) : nothing;
}

/** A range below `#case`: a container is an XPath below it, or an index among its text nodes. */
interface CaseRange {
  readonly startContainer: string | number;
  readonly startOffset: number;
  readonly endContainer: string | number;
  readonly endOffset: number;
}

/** What becomes of a range. */
interface Reading {
  /** Why it is no passage. */
  readonly reason?: string;
  readonly position?: TextPosition;
  /** Page of a PDF, from 1. */
  readonly page?: number;
}

/** The way back: what the ranges on the page hold, and where they begin and end. */
interface WayBack {
  readonly words: string[];
  readonly startOffset?: number;
  readonly endOffset?: number;
}

interface World {
  showPage(html: string): Promise<string>;
  showPdf(pages: readonly (readonly string[])[]): string;
  read(range: CaseRange): Reading;
  lead(position: TextPosition): WayBack;
}

const script = `
  import { PageView } from '/extension/src/page/page-view.ts';
  import { joinPages } from '/extension/src/viewer/join-pages.ts';
  import { PdfText } from '/extension/src/viewer/pdf-text.ts';
  let text;
  const section = document.createElement('section');
  section.id = 'case';
  document.body.append(section);
  globalThis.showPage = async (html) => {
    section.setHTMLUnsafe(html);
    const host = document.createElement('own-host');
    document.body.append(host);
    ({ text } = await PageView.open(host, () => {}));
    return text.text;
  };
  globalThis.showPdf = (pages) => {
    const elements = pages.map((lines, index) => {
      const page = document.createElement('div');
      page.dataset.pageNumber = String(index + 1);
      page.append(...lines.map((line) => Object.assign(document.createElement('span'), { textContent: line })));
      // As pdf.js ends a text layer.
      page.append(document.createElement('br'));
      return page;
    });
    section.replaceChildren(...elements, document.createElement('p'));
    section.lastChild.textContent = 'Next to the pages';
    const runs = pages.map((lines) =>
      lines.map((str, line) => ({ str, hasEOL: true, height: 10, x: 50, y: 700 - 12 * line })));
    text = new PdfText(joinPages(runs), (page) => [...elements[page].querySelectorAll('span')]);
    return text.text;
  };
  const nodeAt = (container) => {
    if (typeof container === 'string')
      return document.evaluate('.' + container, section, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let index = 0; index <= container; index += 1) walker.nextNode();
    return walker.currentNode;
  };
  globalThis.read = (ends) => {
    const range = document.createRange();
    range.setStart(nodeAt(ends.startContainer), ends.startOffset);
    range.setEnd(nodeAt(ends.endContainer), ends.endOffset);
    const { reason, position } = text.toPosition(range);
    return { reason, position, page: position && text.pageOf?.(position.start) };
  };
  globalThis.lead = (position) => {
    const ranges = text.toRanges(position);
    const words = ranges.map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return { words, startOffset: ranges[0]?.startOffset, endOffset: ranges.at(-1)?.endOffset };
  };
`;

describe.skipIf(!isThere)('the cases of Hypothesis that need a page', () => {
  let sources: Awaited<ReturnType<typeof serveSources>>;
  let browser: PlainChromium;
  let page: Page;

  beforeAll(async () => {
    sources = await serveSources(script);
    browser = await openPlainChromium();
    page = await browser.newPage();
    await page.goto(sources.origin);
    await page.waitForFunction(() => 'lead' in globalThis);
  });

  afterAll(async () => {
    await browser?.close();
    sources?.close();
  });

  const showPage = (html: string) =>
    page.evaluate((shown) => (globalThis as unknown as World).showPage(shown), html);
  const read = (range: CaseRange) =>
    page.evaluate((ends) => (globalThis as unknown as World).read(ends), range);
  const lead = (position: TextPosition) =>
    page.evaluate((passage) => (globalThis as unknown as World).lead(passage), position);

  /** The passage of a range, of which the words and those around them lead back to it without its place. */
  async function readPassage(text: string, range: CaseRange): Promise<{ exact: string; at: TextPosition }> {
    const { position, reason } = await read(range);
    if (!position) throw new Error(`It is no passage: ${reason}`);
    const { exact, prefix, suffix } = describePassage(text, position);
    expect(anchorQuotes(text, [{ exact, prefix, suffix }])).toMatchObject([{ position }]);
    return { exact, at: position };
  }

  describe('for ranges', () => {
    interface RangeCase extends CaseRange {
      readonly description: string;
      readonly quote: string;
    }
    const { fixtureHtml, cases } = readCases<{ fixtureHtml: string; cases: RangeCase[] }>(
      'hypothesis-range-specs',
      { fixtureHtml: '', cases: [] },
    );
    /** Why the words of a passage are not those of the nodes, character by character. */
    const otherWhiteSpace: Readonly<Record<string, string>> = {
      'Spanning multiple nodes, textNode refs.':
        'The text has one line break between blocks, as they are shown.',
      'No text node at the end and offset 0': 'So has it here; and no passage ends with white space.',
    };
    /** Why the range that is found again is a smaller one. */
    const withoutOuterSpace: Readonly<Record<string, string>> = {
      'No text node at the end and offset 0': 'No passage ends with white space.',
    };
    let text: string;
    beforeAll(async () => {
      text = await showPage(fixtureHtml);
    });

    it.each(cases.map((one) => [`${one.description} ${one.endContainer}`, one] as const))(
      '%s',
      async (_, { description, quote, ...range }) => {
        const { exact, at } = await readPassage(text, range);
        const words = (await lead(at)).words.join('');
        const onOneLine = (some: string) => some.replace(/\s+/g, ' ').trim();
        expect(onOneLine(exact)).toBe(onOneLine(quote));
        expect(exact !== quote).toBe(description in otherWhiteSpace);
        expect(words.trim()).toBe(quote.trim());
        expect(words !== quote).toBe(description in withoutOuterSpace);
      },
    );
  });

  describe('for white space at the ends of a range', () => {
    type TrimCase = readonly [html: string, offset: number, trimmed: number];
    const { trimStart, trimEnd } = readCases<{ trimStart: TrimCase[]; trimEnd: TrimCase[] }>(
      'hypothesis-trim-range',
      { trimStart: [], trimEnd: [] },
    );

    it.each(trimStart)('begins "%s" at %i behind it: %i', async (html, offset, trimmed) => {
      const text = await showPage(html);
      const length = await page.evaluate(() => document.querySelector('#case')?.textContent?.length ?? 0);
      const range = { startContainer: 0, startOffset: offset, endContainer: 0, endOffset: length };
      const { at } = await readPassage(text, range);
      expect(await lead(at)).toMatchObject({ startOffset: trimmed, endOffset: length });
    });

    it.each(trimEnd)('ends "%s" at %i before it: %i', async (html, offset, trimmed) => {
      const text = await showPage(html);
      const range = { startContainer: 0, startOffset: 0, endContainer: 0, endOffset: offset };
      const { at } = await readPassage(text, range);
      expect(await lead(at)).toMatchObject({ startOffset: 0, endOffset: trimmed });
    });
  });

  describe('for a line break', () => {
    interface LineBreakCase {
      readonly select: string;
      readonly exact: string;
      readonly anchoredToString: string;
    }
    const { html, cases } = readCases<{ html: string; cases: LineBreakCase[] }>('hypothesis-br-boundary', {
      html: '',
      cases: [],
    });
    const ranges: Readonly<Record<string, CaseRange>> = {
      bar: { startContainer: '/p/text()[2]', startOffset: 0, endContainer: '/p/text()[2]', endOffset: 3 },
      'p contents': { startContainer: '/p', startOffset: 0, endContainer: '/p', endOffset: 3 },
    };
    /** Where Hypothesis puts a space for a break, we put the line break that a reader sees. */
    const shownBreak: Readonly<Record<string, string>> = { 'foo bar': 'foo\nbar' };

    it.each(cases)('selects $select', async ({ select, exact, anchoredToString }) => {
      const text = await showPage(html);
      const passage = await readPassage(text, ranges[select] as CaseRange);
      expect(passage.exact).toBe(shownBreak[exact] ?? exact);
      expect((await lead(passage.at)).words).toEqual([anchoredToString]);
      // As Hypothesis stored it, too.
      expect(anchorQuotes(text, [{ exact }])).toMatchObject([{ position: passage.at }]);
    });
  });

  describe('for a PDF', () => {
    interface PdfCases {
      readonly pages: string[];
      readonly describe: { page: number; select: string; note?: string }[];
      readonly describeThrows: string[];
    }
    const cases = readCases<PdfCases>('hypothesis-pdf', { pages: [], describe: [], describeThrows: [] });
    const pages = cases.pages.map((lines) => lines.split('\n'));
    const lines = pages.flat();
    /** Index among the text nodes of the line that has words, and where in it they begin. */
    const placeOf = (words: string) => {
      const line = lines.findLastIndex((one) => one.includes(words));
      return { line, offset: lines[line]?.indexOf(words) ?? 0 };
    };
    let text: string;
    beforeAll(async () => {
      text = await page.evaluate((shown) => (globalThis as unknown as World).showPdf(shown), pages);
    });

    it.each(cases.describe)('describes $select', async ({ page: index, select, note }) => {
      const { line, offset } = placeOf(select);
      const isFromLineBefore = note?.includes('END of text node') ?? false;
      const range = {
        startContainer: isFromLineBefore ? line - 1 : line,
        startOffset: isFromLineBefore ? (lines[line - 1]?.length ?? 0) : offset,
        endContainer: line,
        endOffset: offset + select.length,
      };
      const { exact, at } = await readPassage(text, range);
      expect(exact).toBe(select);
      expect((await read(range)).page).toBe(index + 1);
      expect((await lead(at)).words).toEqual([select]);
    });

    const last = (pages[1]?.length ?? 0) + (pages[0]?.length ?? 0) - 1;
    /** Where Hypothesis throws: the range, and what we make of it. */
    const refused: Readonly<Record<string, { range: CaseRange; becomes: string | readonly string[] }>> = {
      // A sentence runs on over the end of a page: we take it, with a range on each.
      'range over two pages': {
        range: { startContainer: last, startOffset: 0, endContainer: last + 1, endOffset: 8 },
        becomes: [lines[last] ?? '', lines[last + 1]?.slice(0, 8) ?? ''],
      },
      'range outside text layer': {
        range: { startContainer: '/p', startOffset: 0, endContainer: '/p', endOffset: 1 },
        becomes: 'outside',
      },
      'range without text node': {
        range: {
          startContainer: '/div[1]',
          startOffset: pages[0]?.length ?? 0,
          endContainer: '/div[1]',
          endOffset: (pages[0]?.length ?? 0) + 1,
        },
        becomes: 'outside',
      },
    };

    it.each(cases.describeThrows)('takes or refuses a %s', async (name) => {
      const { range, becomes } = refused[name] ?? {};
      if (!range) throw new Error('We do not say what becomes of it.');
      const { reason, position } = await read(range);
      expect(position ? (await lead(position)).words : reason).toEqual(becomes);
    });
  });
});
