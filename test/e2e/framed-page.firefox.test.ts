import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowSite, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type FirefoxWithExtension, launchFirefox } from '../helpers/firefox.ts';
import {
  drawnInAll,
  framedPage,
  placeInWindow,
  type ServedFramedPage,
  serveFramedPage,
} from '../helpers/framed-page.ts';
import { inPage } from '../helpers/in-page.ts';

/* The page of `framed-page.test.ts` in Firefox, without a server. */
let served: ServedFramedPage;
let firefox: FirefoxWithExtension;
let page: Page;

beforeAll(async () => {
  served = await serveFramedPage();
  firefox = await launchFirefox({ extensionPath: builtExtension('firefox') });
  await allowSite(firefox, await workOffline(firefox), 'http://127.0.0.1');
  page = await firefox.browser.newPage();
});

afterAll(async () => {
  await firefox?.close();
  await served?.close();
});

/** Whether the window looks different without what is drawn in a look. */
async function isPainted(look: string): Promise<boolean> {
  const before = await page.screenshot();
  await inPage(page, setHighlights, { look, isShown: false });
  const without = await page.screenshot();
  await inPage(page, setHighlights, { look, isShown: true });
  return Buffer.compare(before, without) !== 0;
}

interface World {
  taken?: Map<string, Highlight>;
}

function setHighlights({ look, isShown }: { look: string; isShown: boolean }): void {
  const world = globalThis as unknown as World;
  world.taken ??= new Map();
  const name = `waarborg-${look}`;
  const registries = [
    window,
    ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow),
  ];
  for (const [at, shown] of registries.entries()) {
    if (at > 0 && !document.querySelectorAll('iframe')[at - 1]?.contentDocument) continue;
    const { highlights } = (shown as Window & typeof globalThis).CSS as unknown as {
      highlights: Map<string, Highlight>;
    };
    const kept = world.taken.get(`${at} ${name}`);
    const found = highlights.get(name);
    if (!isShown && found) world.taken.set(`${at} ${name}`, found);
    if (isShown && kept) highlights.set(name, kept);
    else highlights.delete(name);
  }
}

function whereTheFocusIs() {
  const frame = document.querySelector('iframe')?.contentDocument;
  return [document.activeElement?.localName, frame?.hasFocus()];
}

describe('a page of several documents in Firefox', () => {
  it.each(['shadow', 'frame'] as const)(
    'is coded in its %s after a triple click, and painted there',
    async (part) => {
      const words = framedPage[part];
      await page.goto(`${served.address}?${part}`);
      await page.waitForSelector('waarborg-toolbar');
      const { left, y } = await placeInWindow(page, words);
      await page.mouse.click(left + 20, y, { count: 3 });
      await expect.poll(() => drawnInAll(page, 'selected')).toEqual([words]);
      await page.keyboard.press('1');
      // The focus comes from another document, on which Firefox' driver does not wait.
      await expect.poll(() => inPage(page, whereTheFocusIs)).toEqual(['waarborg-toolbar', false]);
      // As fast as a person types.
      for (const key of ['a', '1', '+', 'Enter'] as const) await page.keyboard.press(key, { delay: 80 });
      await expect.poll(() => drawnInAll(page, 'hurts')).toEqual([words]);
      await expect.poll(() => isPainted('hurts')).toBe(true);
    },
  );

  // Our own source in the page: Firefox takes the document away from an extension soon, so that it meets this by chance.
  it('has no window for the blank document of a frame that shows one from elsewhere since', async () => {
    const source = await readFile(resolve(import.meta.dirname, '../../extension/src/page/frames.ts'), 'utf8');
    const module = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}`;
    await page.goto(served.address);
    const found = await page.evaluate(`(async () => {
      const { frameAround, windowOf } = await import(${JSON.stringify(module)});
      const frame = document.body.appendChild(document.createElement('iframe'));
      const blank = frame.contentDocument;
      const before = [windowOf(blank) === frame.contentWindow, frameAround(blank) === frame];
      await new Promise((resolve) => {
        frame.onload = resolve;
        frame.src = document.querySelector('#elsewhere').src;
      });
      return [...before, windowOf(blank) === undefined, frameAround(blank) === null];
    })()`);
    expect(found).toEqual([true, true, true, true]);
  });
});
