import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowSite, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import {
  drawnInAll,
  framedPage,
  placeInWindow,
  type ServedFramedPage,
  selectInPage,
  serveFramedPage,
} from '../helpers/framed-page.ts';
import { inPage } from '../helpers/in-page.ts';
import { tabOf } from '../helpers/large-page.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/* A page that consists of several documents and trees, without a server: what is coded waits. */
let served: ServedFramedPage;
let browser: ChromiumWithExtension;
let own: Page;
let page: Page;

beforeAll(async () => {
  served = await serveFramedPage();
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  own = await workOffline(browser);
  await allowSite(browser, own, 'http://127.0.0.1');
  page = await browser.context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const { backgroundColor } = getComputedStyle(document.documentElement, '::highlight(waarborg-helps)');
      document.documentElement.dataset.colour = backgroundColor;
    });
  });
  await page.goto(served.address);
  await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('a page of several documents', () => {
  it('has the styles of passages before it is styled itself, and once', async () => {
    const styles = await inPage(page, () => [
      document.documentElement.dataset.colour,
      document.adoptedStyleSheets.length,
    ]);
    expect(styles).toEqual(['rgba(0, 150, 140, 0.2)', 0]);
  });

  it.each(['shadow', 'frame', 'inner'] as const)(
    'is coded in five keys in its %s, with the toolbar at the words, and shows it after a reload',
    async (part) => {
      const words = framedPage[part];
      const before = await drawnInAll(page, 'hurts');
      await selectInPage(page, words);
      await expect.poll(() => drawnInAll(page, 'selected')).toEqual([words]);
      const { left, y } = await placeInWindow(page, words);
      const beside = await inPage(
        page,
        ([x, middle]) =>
          [-30, 30].map(
            (by) => document.elementFromPoint(x + 60, middle + by)?.localName === 'waarborg-toolbar',
          ),
        [left, y] as [number, number],
      );
      expect(beside).toContain(true);
      await press('1', 'a', '1', '+', 'Enter');
      await expect
        .poll(async () => (await drawnInAll(page, 'hurts')).toSorted())
        .toEqual([...before, words].toSorted());
      await page.reload();
      await expect
        .poll(async () => (await drawnInAll(page, 'hurts')).toSorted())
        .toEqual([...before, words].toSorted());
    },
  );

  it('opens a passage in a frame on a click, and scrolls to one that its frame does not show', async () => {
    const { left, y } = await placeInWindow(page, framedPage.frame);
    await page.mouse.click(left + 40, y);
    await expect.poll(async () => (await readToolbar(page)).text).toContain('wijzig');
    await press('Escape');
    const tab = await tabOf(own, served.address);
    const report = (await ask(tab, 'describe-page')) as { passages: { id: string; state: string }[] };
    expect(report.passages.map(({ state }) => state)).toEqual(['exact', 'exact', 'exact']);
    await inPage(page, () => {
      const frame = document.querySelector('iframe')?.contentDocument?.documentElement;
      frame?.style.setProperty('scroll-behavior', 'smooth');
    });
    expect(await ask(tab, 'show-passage', { id: report.passages[2]?.id })).toBe(true);
    expect(await drawnInAll(page, 'target')).toEqual([framedPage.inner]);
    // At once, though the frame's own style would take its time.
    const scrolled = () => inPage(page, () => document.querySelector('iframe')?.contentWindow?.scrollY);
    expect(await scrolled()).toBeGreaterThan(500);
  });

  it('is gone through by arrow keys, into its shadow root and its frames and out again', async () => {
    const tab = await tabOf(own, served.address);
    await ask(tab, 'pick-passages');
    // It begins where the page was scrolled to: back to the beginning first.
    await press(...new Array(6).fill('ArrowLeft'));
    const seen: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      seen.push(...(await drawnInAll(page, 'selected')));
      await press('ArrowRight');
    }
    const { shadow, frame, inner } = framedPage;
    expect(seen).toEqual(['Voor de kaders.', shadow, frame, inner, 'Na de kaders.']);
    await press('Escape');
    expect(await drawnInAll(page, 'selected')).toEqual([]);
  });

  it('leaves a frame from elsewhere alone, and says so to who goes into it', async () => {
    const box = await page.locator('#elsewhere').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 30, { clickCount: 3 });
    await expect.poll(async () => (await readToolbar(page)).text).toContain('komt van een andere site');
    expect((await readToolbar(page)).choices).toEqual([]);
  });
});

/** Asks the page as the panel does. */
function ask(tab: number, type: string, input?: unknown): Promise<unknown> {
  return own.evaluate(
    async ([to, kind, value]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { sendMessage(tab: number, message: unknown): Promise<{ answer: unknown }> } };
      };
      return (await chrome.tabs.sendMessage(to, { waarborg: 'page', tab: to, type: kind, input: value }))
        .answer;
    },
    [tab, type, input] as const,
  );
}
