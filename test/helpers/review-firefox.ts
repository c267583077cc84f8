import { directionKeys, measureKeys } from '@waarborg/extension/tagging/measure-keys';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { PassageUnderTest } from './documents-under-test.ts';
import type { FirefoxWithExtension } from './firefox.ts';
import { inPage } from './in-page.ts';
import { codingWords } from './review.ts';
import { skeletonOf } from './words-in-page.ts';

/*
 * What a reviewer does in Firefox. The toolbar's shadow root is closed to a test there, so it is driven blind: by its
 * search fields, in which the words themselves are typed.
 */

export async function openTab(firefox: FirefoxWithExtension, address: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(address);
  return page;
}

/** Opens a PDF of the web as a reviewer does, by the toolbar button; the panel opens beside it. */
export async function openPdf(firefox: FirefoxWithExtension, address: string): Promise<Page> {
  await firefox.clickAction(await openTab(firefox, address));
  return firefox.waitForPage(firefox.extensionUrl('viewer.html?id='));
}

/** Looks words up with the viewer's own search, which brings their page into view. */
export async function searchInPdf(viewer: Page, words: string): Promise<void> {
  const field = 'input[name="query"]';
  const found = '.textLayer .highlight';
  await viewer.waitForSelector(field);
  await viewer.click(field);
  await viewer.keyboard.type(words.split(' ').slice(0, 4).join(' '));
  await viewer.waitForSelector(found);
  await viewer.click(field, { count: 3 });
  await viewer.keyboard.press('Backspace');
  await expect.poll(async () => (await textsOf(viewer, found)).length).toBe(0);
}

/**
 * Loads a page of the extension again, from within: of such a load Firefox tells its driver nothing, which would wait
 * forever for its end.
 */
export async function reloadOwnPage(page: Page): Promise<void> {
  await inPage(page, () => {
    document.documentElement.dataset.before = '';
    location.reload();
  });
  const isAnew = () => inPage(page, () => document.documentElement.dataset.before === undefined);
  await expect.poll(isAnew).toBe(true);
}

/** Finds each concept by its label, as a reviewer does who does not see it among the first, and saves. */
export async function chooseBySearch(page: Page, passage: PassageUnderTest): Promise<void> {
  const words = codingWords(passage);
  await page.keyboard.type(words.safeguard);
  await page.keyboard.press('Enter');
  await page.keyboard.type(measureKeys.nl[passage.measure]);
  await page.keyboard.type(words.impact);
  await page.keyboard.press('Enter');
  await page.keyboard.type(directionKeys[passage.direction]);
  await page.keyboard.press('Enter');
}

/** The passage stands in the panel with what was said of it. */
export async function expectListed(panel: Page, passage: PassageUnderTest): Promise<void> {
  const words = codingWords(passage);
  const entry = async () =>
    (await textsOf(panel, 'li.entry')).find((text) => skeletonOf(text).startsWith(skeletonOf(passage.words)));
  await expect.poll(entry).toContain(`${words.safeguard} ${words.measure}`);
  expect((await entry())?.toLowerCase()).toContain(words.impactInFull.toLowerCase());
}

export async function textOf(page: Page, selector: string): Promise<string | undefined> {
  return (await textsOf(page, selector))[0];
}

export function textsOf(page: Page, selector: string): Promise<string[]> {
  return inPage(
    page,
    (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent),
    selector,
  );
}
