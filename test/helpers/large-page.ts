import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { askBackground } from './ask-background.ts';
import { documentAt } from './document-at.ts';
import { type EvaluatingPage, inPage } from './in-page.ts';

/** A passage that stands in one text node of a page, and nowhere else in it. */
export interface KnownPassage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** As they were counted by whoever gives it; our reading has its own. */
  readonly start: number;
  readonly end: number;
}

/**
 * Picks passages evenly over a page, from the page's own nodes and not by our reading of it: they start where they would
 * stand if only words counted.
 */
export function pickKnownPassages(page: EvaluatingPage, count: number): Promise<KnownPassage[]> {
  return inPage(page, findKnownPassages, count);
}

function findKnownPassages(count: number): KnownPassage[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  const places: { start: number; length: number }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    // Links among them: with a mouse their words are dragged and not selected.
    if (node.parentElement?.closest('script, style, noscript, button, select, a, [hidden]')) continue;
    if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const words = node.data.replace(/\s+/gu, ' ').trim();
    if (words.length >= 40) places.push({ start: text.length, length: words.length });
    text += `${words} `;
  }
  const known: KnownPassage[] = [];
  const isUnique = (exact: string) => text.indexOf(exact) === text.lastIndexOf(exact);
  for (let shift = 0; known.length < count && shift < 400; shift += 40) {
    for (const place of places) {
      const start = place.start + shift;
      const end = Math.min(place.start + place.length, start + 40 + ((start * 7) % 160));
      const exact = text.slice(start, end).trim();
      if (known.length >= count || exact.length < 40 || !isUnique(exact)) continue;
      const from = text.indexOf(exact);
      known.push({
        exact,
        prefix: text.slice(Math.max(0, from - 32), from),
        suffix: text.slice(from + exact.length, from + exact.length + 32),
        start: from,
        end: from + exact.length,
      });
    }
  }
  return known;
}

/** How many passages are saved side by side. */
const sideBySide = 50;

/** Saves passages of a page as a page agent does, several as the pieces of one where that is asked. */
export async function savePassages(
  own: Page,
  address: string,
  passages: readonly KnownPassage[],
  piecesEach = 1,
): Promise<void> {
  const document = documentAt(address, 'Stuk');
  const save = (ranges: readonly KnownPassage[]) => {
    const annotation = { id: uuidv7(), document: document.id, source: address, ranges, codings: [] };
    return askBackground(own, 'save-annotation', { annotation, document });
  };
  for (let first = 0; first < passages.length; first += sideBySide * piecesEach) {
    const group = passages.slice(first, first + sideBySide * piecesEach);
    const starts = [...group.keys()].filter((at) => at % piecesEach === 0);
    await Promise.all(starts.map((start) => save(group.slice(start, start + piecesEach))));
  }
}

/** Number of the tab that shows an address. */
export async function tabOf(own: EvaluatingPage, address: string): Promise<number> {
  return await inPage(own, findTab, address);
}

/** Runs in a page of the extension. */
async function findTab(address: string): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(query: object): Promise<{ id: number; url?: string }[]> } };
  };
  return (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? -1;
}

interface ExtensionTabs {
  readonly tabs: {
    sendMessage(tab: number, message: unknown): Promise<{ answer: { text: string; isCut: boolean } }>;
  };
}

/**
 * Runs in a page of the extension: reads the text of a page as the panel does, piece by piece; with the length of the
 * longest piece.
 */
export async function readText(tab: number): Promise<{ text: string; longest: number }> {
  const { tabs } = (globalThis as unknown as { chrome: ExtensionTabs }).chrome;
  let text = '';
  let longest = 0;
  for (;;) {
    const input = { from: text.length };
    const { answer } = await tabs.sendMessage(tab, { waarborg: 'page', type: 'read-text', input, tab });
    text += answer.text;
    longest = Math.max(longest, answer.text.length);
    if (!answer.isCut) return { text, longest };
  }
}

/** Has every passage drawn, as for a printer, and not only those near the window. */
export function drawAll(page: EvaluatingPage): Promise<void> {
  return inPage(page, () => {
    dispatchEvent(new Event('beforeprint'));
  });
}

/** What is drawn of passages: the words of each range, white space collapsed, in the order of the page. */
export async function drawnWords(page: EvaluatingPage): Promise<string[]> {
  await drawAll(page);
  const words = await readDrawn(page);
  await inPage(page, () => dispatchEvent(new Event('afterprint')));
  return words;
}

/** The same of those that are drawn now: of many only those near the window. */
export function readDrawn(page: EvaluatingPage): Promise<string[]> {
  return inPage(page, () =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('waarborg-') && !/selected|target|emphasised/.test(name))
      .flatMap(([, highlight]) => [...highlight])
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString().replace(/\s+/gu, ' ');
      }),
  );
}

/** The markup of a page, our own element aside. */
export function markupOf(page: EvaluatingPage): Promise<string> {
  return inPage(page, () => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const own of copy.querySelectorAll('waarborg-toolbar')) own.remove();
    return copy.outerHTML;
  });
}
