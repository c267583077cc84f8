import { defaultCodebook } from '@waarborg/shared/codebook';
import { domainMessages } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ChromiumWithExtension } from './chromium.ts';
import type { PassageUnderTest } from './documents-under-test.ts';
import { readToolbar } from './toolbar.ts';
import { bringIntoView, drawnAt, skeletonOf } from './words-in-page.ts';

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

/** The panel's entry of a passage; waits until there is one. */
export async function passageEntry(panel: Page, words: string): Promise<Locator> {
  const quotes = panel.locator('li.entry .wb-quote');
  const findPlace = async () => (await quotes.allInnerTexts()).map(skeletonOf).indexOf(skeletonOf(words));
  await expect.poll(findPlace, { message: `The panel lists: ${words}` }).toBeGreaterThanOrEqual(0);
  return panel.locator('li.entry').nth(await findPlace());
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

/** Resolves when the toolbar is offered on these words. */
export async function untilOffered(page: Page, words: string): Promise<void> {
  await expect.poll(() => namesAt(page, words), { message: `Offered: ${words}` }).toContain('selected');
}

/** The highlights in which words are drawn. */
async function namesAt(page: Page, words: string): Promise<string[]> {
  return (await drawnAt(page, words)).map(({ name }) => name);
}

/** The passage is drawn as what it says, and what is drawn can be seen. */
export async function expectDrawn(page: Page, passage: PassageUnderTest, root: string): Promise<void> {
  const isKept = ['kept', 'strengthened', 'introduced'].includes(passage.measure);
  const look = isKept === (passage.direction === 'favourable') ? 'helps' : 'hurts';
  await expect.poll(() => namesAt(page, passage.words)).toContain(look);
  await expectPainted(page, passage.words, root, `waarborg-${look}`);
}

/** Without this highlight the words look different. Twice the same with it, so that nothing else has changed. */
async function expectPainted(page: Page, words: string, root: string, highlight: string): Promise<void> {
  const look = async () => {
    const { x, y, width, height } = await bringIntoView(page, words, root);
    return (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
  };
  const toggle = (isDrawn: boolean) =>
    page.evaluate(
      ([name, shown]) => {
        const world = globalThis as typeof globalThis & { taken?: Highlight };
        const { highlights } = CSS as unknown as { highlights: Map<string, Highlight> };
        world.taken ??= highlights.get(name);
        if (shown && world.taken) highlights.set(name, world.taken);
        else highlights.delete(name);
        if (shown) delete world.taken;
      },
      [highlight, isDrawn] as const,
    );
  const compare = async () => {
    const before = await look();
    await toggle(false);
    const without = await look();
    await toggle(true);
    const after = await look();
    return { isSteady: before === after, isPainted: before !== without };
  };
  await expect.poll(compare).toEqual({ isSteady: true, isPainted: true });
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
