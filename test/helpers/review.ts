import { defaultCodebook } from '@waarborg/shared/codebook';
import { domainMessages } from '@waarborg/shared/messages';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ChromiumWithExtension } from './chromium.ts';
import type { PassageUnderTest } from './documents-under-test.ts';
import { untilOffered } from './drawn-passages.ts';
import { readToolbar } from './toolbar.ts';
import { skeletonOf } from './words-in-page.ts';

/** The words for a coding, as a reader meets them. */
interface CodingWords {
  readonly safeguard: string;
  readonly measure: string;
  readonly impact: string;
  readonly impactInFull: string;
  readonly direction: string;
}

export function codingWords({ safeguard, measure, impact, direction }: PassageUnderTest): CodingWords {
  const find = (wanted: string) => {
    const concept = defaultCodebook.concepts.find(({ id }) => id === wanted);
    if (!concept) throw new RangeError(`the default codebook has no ${wanted}`);
    return concept;
  };
  return {
    safeguard: find(safeguard).shortLabel.nl,
    measure: domainMessages.nl[`measure.${measure}`],
    impact: find(impact).shortLabel.nl,
    impactInFull: find(impact).label.nl,
    direction: domainMessages.nl[`direction.${direction}`],
  };
}

/** Opens a web page in a new tab, with the panel beside it. */
export async function openPage(browser: ChromiumWithExtension, address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  await browser.clickAction(page);
  return page;
}

/** Opens a PDF as a reviewer does, by the toolbar button; the panel opens beside it. */
export async function openPdf(browser: ChromiumWithExtension, address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  await browser.clickAction(page);
  await page.waitForURL(/\/viewer\.html/u);
  return page;
}

/** Looks words up with the viewer's own search, which brings their page into view. */
export async function searchInPdf(page: Page, words: string): Promise<void> {
  const search = page.locator('input[name="query"]');
  await search.fill(words.split(' ').slice(0, 4).join(' '));
  await page.locator('.textLayer .highlight').first().waitFor();
  await search.fill('');
  await expect.poll(() => page.locator('.textLayer .highlight').count()).toBe(0);
}

/** The panel with the passages of the document in the tab in front. */
export async function panelOf(browser: ChromiumWithExtension): Promise<Page> {
  const panel = await browser.sidePanel();
  await panel.locator('.passages').waitFor();
  return panel;
}

/**
 * Takes hold of the button that has the panel send at once what waits; gives how to press it. It can go at any moment,
 * since the background tries again by itself: whoever pressed it then needed it no more.
 */
export async function holdSendNow(panel: Page): Promise<() => Promise<void>> {
  const button = await panel.getByRole('button', { name: panelMessages.nl.sendNow }).elementHandle();
  return async () => button?.dispatchEvent('click');
}

/** The panel's entry of a passage; waits until there is one. */
export async function passageEntry(panel: Page, words: string): Promise<Locator> {
  const quotes = panel.locator('li.entry .wb-quote');
  // Kept from when it was there: the list is drawn anew while a page is read.
  let found: string | undefined;
  const findQuote = async () => {
    found = (await quotes.allInnerTexts()).find((quote) => skeletonOf(quote) === skeletonOf(words));
    return found;
  };
  await expect.poll(findQuote, { message: `The panel lists: ${words}` }).toBeDefined();
  // By its words, because places change while a page is read.
  const quote = panel.locator('.wb-quote').filter({ hasText: found ?? words });
  return panel.locator('li.entry').filter({ has: quote }).first();
}

/** Makes every choice of a passage with the key that the toolbar shows for it, and saves; gives how many keys. */
export async function codeByKeyboard(page: Page, passage: PassageUnderTest): Promise<number> {
  await untilOffered(page, passage.words);
  const words = codingWords(passage);
  const rows = ['safeguard', 'measure', 'impact', 'direction'] as const;
  for (const row of rows) {
    const { choices } = await readToolbar(page);
    const choice = choices.find((candidate) => candidate.row === row && candidate.label === words[row]);
    if (!choice) throw new Error(`No key chooses ${words[row]}: ${JSON.stringify(choices)}`);
    await page.keyboard.press(choice.key);
  }
  await page.keyboard.press('Enter');
  return rows.length + 1;
}

/** Names the speaker when the toolbar asks, and saves. */
export async function nameSpeaker(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => (await readToolbar(page)).text)
    .toContain(taggingMessages.nl['trouble.choose-speaker']);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** The passage stands in the panel with what was said of it. */
export async function expectListed(panel: Page, passage: PassageUnderTest): Promise<void> {
  const words = codingWords(passage);
  const entry = await passageEntry(panel, passage.words);
  await expect
    .poll(() => entry.locator('.wb-chip').allInnerTexts())
    .toContain(`${words.safeguard} ${words.measure}`);
  const effect = entry.locator('.wb-chip[data-kind="effect"]');
  expect((await effect.textContent())?.toLowerCase()).toContain(words.impactInFull.toLowerCase());
}
