import { panelMessages } from '@waarborg/shared/messages/panel';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { type FaultyProxy, startFaultyProxy } from '../helpers/faulty-proxy.ts';
import { openPage, panelOf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';

/* A panel in which 2,000 passages are read, while a colleague goes on coding. */

const dossier = { slug: 'voorbeeld', title: 'Wet stroomlijning toelatingsprocedure (voorbeeld)' };
const words = panelMessages.nl;
const count = 2_000;
const opening = 'Deze brief gaat over de zaken die op een besluit wachten.';
const sentences = Array.from({ length: count }, (_, index) => `Zaak ${index + 1} wacht nog op een besluit.`);
const document = { id: uuidv7(), sourceType: 'other', title: 'Brief over zaken', identifiers: [] };

let server: RunningServer;
let proxy: FaultyProxy;
let paper: ChangingPaper;
let browser: ChromiumWithExtension;
let panel: Page;
let colleague: string;

/** An annotation of a colleague. */
const passage = (exact: string) => ({
  id: uuidv7(),
  document: document.id,
  source: paper.address,
  ranges: [{ exact }],
  codings: [{ safeguard: 'decision-period', direction: 'unclear', basis: 'finding', speaker: 'IND' }],
});

/** Writes to the dossier as a colleague does in another browser. */
async function write(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${colleague}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

beforeAll(async () => {
  [server, paper] = await Promise.all([
    startServer(),
    startChangingPaper(document.title, [opening, ...sentences]),
  ]);
  proxy = await startFaultyProxy(server.address);
  ({ token: colleague } = await server.createToken('collega@example.org', dossier.slug));
  await write('/documents', {
    ...document,
    addresses: [{ address: paper.address, mediaType: 'text/html' }],
  });
  await write('/imports', sentences.map(passage));
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connect();
  await openPage(browser, paper.address);
  panel = await panelOf(browser);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await proxy?.close();
  await server?.close();
});

/** Signs in as the welcome page does once the server has approved it. */
async function connect(): Promise<void> {
  const { token } = await server.createToken('lezer@example.org', dossier.slug);
  const page = await browser.openExtensionPage('welcome.html');
  const account = {
    server: proxy.address,
    user: { id: 'lezer', name: 'Lezer' },
    dossiers: [{ ...dossier, token }],
  };
  await page.evaluate(async (input) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<void> } };
    };
    await chrome.runtime.sendMessage({ waarborg: 'background', type: 'save-account', input });
  }, account);
  await page.close();
}

const heading = () => panel.locator('#passages-title').innerText();
const firstShown = () => panel.locator('li.entry').first().innerText();

/** Scrolls what the panel shows, as a wheel does; resolves when it has been drawn. */
const scrollTo = (top: number) =>
  panel.evaluate(async (wanted) => {
    globalThis.document.querySelector('main')?.scrollTo(0, wanted);
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  }, top);

/** The first passage below the top edge of what is seen: which one, and how far below. */
const readingPlace = () =>
  panel.evaluate(() => {
    const top = globalThis.document.querySelector('main')?.getBoundingClientRect().top ?? 0;
    for (const entry of globalThis.document.querySelectorAll<HTMLElement>('li.entry')) {
      const distance = Math.round(entry.getBoundingClientRect().top - top);
      if (distance >= 0) return { key: entry.dataset.key, distance };
    }
    return undefined;
  });

describe('2,000 passages in the panel', () => {
  it('are drawn as far as they can be seen, and counted for a screen reader', async () => {
    await expect.poll(heading).toBe(words.passages(count));
    await expect.poll(firstShown).toContain(sentences[0]);
    expect(await panel.locator('li.entry').count()).toBeLessThan(40);
    const first = panel.locator('li.entry').first();
    expect(await first.getAttribute('aria-setsize')).toBe(String(count));
    expect(await first.getAttribute('aria-posinset')).toBe('1');
    await scrollTo(10_000_000);
    await expect
      .poll(() => panel.locator('li.entry').last().getAttribute('aria-posinset'))
      .toBe(String(count));
  });

  it('keep the focus when one scrolls away, and lead on to the next one by Tab', async () => {
    await scrollTo(0);
    await panel.locator('li.entry').first().getByRole('button').last().focus();
    await scrollTo(50_000);
    const focused = () =>
      panel.evaluate(() => globalThis.document.activeElement?.closest('li')?.getAttribute('aria-posinset'));
    expect(await focused()).toBe('1');
    await panel.keyboard.press('Tab');
    expect(await focused()).toBe('2');
  });

  it.each(['light', 'dark'] as const)('are accessible in the %s theme', async (colorScheme) => {
    await panel.emulateMedia({ colorScheme });
    await expectAccessible(panel);
  });

  it('stay where they are while a colleague codes above them', async () => {
    await panel.locator('h1').click();
    await scrollTo(60_000);
    const before = await readingPlace();
    await write('/annotations', passage(opening));
    await expect.poll(heading).toBe(words.passages(count + 1));
    await expect.poll(readingPlace).toEqual(before);
    await scrollTo(0);
    await expect.poll(firstShown).toContain(opening);
  });

  it('come by one stream for all panels, and again after it broke', async () => {
    const streams = () => proxy.reads.filter((path) => path.endsWith('/events')).length;
    const other = await browser.openExtensionPage('sidepanel.html');
    await other.locator('.status').waitFor();
    expect(streams()).toBe(1);
    await other.close();
    await server.stop();
    await expect.poll(() => panel.locator('.status').innerText()).toContain('Geen verbinding');
    await server.restart();
    await expect.poll(streams).toBeGreaterThan(1);
    await write('/annotations', passage(`${sentences[6]} ${sentences[7]}`));
    await expect.poll(heading).toBe(words.passages(count + 2));
  });
});
