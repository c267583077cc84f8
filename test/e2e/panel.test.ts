/*
 * A panel in which 2,000 passages are read, while a colleague goes on coding. Long, since they are drawn and counted
 * once for all that is done with them.
 */
import { domainMessages } from '@waarborg/shared/messages';
import { historyMessages } from '@waarborg/shared/messages/history';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { passageMessages } from '@waarborg/shared/messages/passage';
import type { Locator, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { type FaultyProxy, startFaultyProxy } from '../helpers/faulty-proxy.ts';
import { watchFocusWithWords } from '../helpers/focus-with-words.ts';
import { holdSendNow, openPage, panelOf, passageEntry } from '../helpers/review.ts';
import { expectRoomForText } from '../helpers/room-for-text.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { readToolbar } from '../helpers/toolbar.ts';

const words = panelMessages.nl;
const passageWords = passageMessages.nl;
const count = 2_000;
const opening = 'Deze brief gaat over de zaken die op een besluit wachten.';
const sentences = Array.from({ length: count }, (_, index) => `Zaak ${index + 1} wacht nog op een besluit.`);
const document = { id: uuidv7(), sourceType: 'other', title: 'Brief over zaken', identifiers: [] };

let server: RunningServer;
let proxy: FaultyProxy;
let paper: ChangingPaper;
let browser: ChromiumWithExtension;
let page: Page;
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
async function write(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${colleague}`,
      'Content-Type': 'application/json',
      ...(method === 'PUT' && { 'If-Match': '*' }),
    },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** What the server has, as a colleague reads it. */
async function read<T>(path: string): Promise<T> {
  const headers = { Authorization: `Bearer ${colleague}` };
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, { headers });
  return (await answer.json()) as T;
}

/** The passages of the sentences, in their order. */
let passages: ReturnType<typeof passage>[];

beforeAll(async () => {
  [server, paper] = await Promise.all([
    startServer(),
    startChangingPaper(document.title, [opening, ...sentences]),
  ]);
  passages = sentences.map(passage);
  proxy = await startFaultyProxy(server.address);
  ({ token: colleague } = await server.createToken('collega@example.org', dossier.slug));
  await write('/documents', {
    ...document,
    addresses: [{ address: paper.address, mediaType: 'text/html' }],
  });
  await write('/imports', passages);
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connect();
  page = await openPage(browser, paper.address);
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
  await askBackground(page, 'save-account', account);
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

/** Scrolls to the end of the list, and on where rows that were drawn on the way turned out to be higher. */
const scrollToEnd = (last: number) =>
  expect
    .poll(async () => {
      await scrollTo(10_000_000);
      return panel.locator('li.entry').last().getAttribute('aria-posinset');
    })
    .toBe(String(last));

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

/** The same once it is the same twice: rows that are drawn get their heights. */
async function restingPlace() {
  let place: Awaited<ReturnType<typeof readingPlace>>;
  const isAtRest = async () => {
    const before = place;
    place = await readingPlace();
    return place !== undefined && place.key === before?.key && place.distance === before?.distance;
  };
  await expect.poll(isAtRest).toBe(true);
  return place;
}

describe('2,000 passages in the panel', () => {
  it('are drawn as far as they can be seen, and counted for a screen reader', async () => {
    await expect.poll(heading).toBe(words.passages(count));
    await expect.poll(firstShown).toContain(sentences[0]);
    expect(await panel.locator('li.entry').count()).toBeLessThan(40);
    const first = panel.locator('li.entry').first();
    expect(await first.getAttribute('aria-setsize')).toBe(String(count));
    expect(await first.getAttribute('aria-posinset')).toBe('1');
    await scrollToEnd(count);
  });

  it('keep the focus when one scrolls away, and lead on to the next one by Tab or arrow', async () => {
    await scrollTo(0);
    await panel.locator('li.entry').first().getByRole('button').last().focus();
    await scrollTo(50_000);
    const focused = () =>
      panel.evaluate(() => globalThis.document.activeElement?.closest('li')?.getAttribute('aria-posinset'));
    expect(await focused()).toBe('1');
    await panel.keyboard.press('Tab');
    await expect.poll(focused).toBe('2');
    await panel.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('3');
    await panel.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('2');
  });

  it('lead to the last and the first one by End and Home, in the list and in the panel around it', async () => {
    await scrollTo(0);
    await panel.locator('li.entry').first().getByRole('button').first().focus();
    const focused = () =>
      panel.evaluate(() => {
        const { activeElement } = globalThis.document;
        const { top = -1, bottom = -1 } = activeElement?.getBoundingClientRect() ?? {};
        const isInView = top >= 0 && bottom <= innerHeight;
        return isInView && activeElement?.closest('li')?.getAttribute('aria-posinset');
      });
    await panel.keyboard.press('End');
    await expect.poll(focused).toBe(String(count));
    await panel.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe(String(count - 1));
    await panel.keyboard.press('Home');
    await expect.poll(focused).toBe('1');
    await panel.evaluate(() => (globalThis.document.activeElement as HTMLElement | null)?.blur());
    const top = () => panel.evaluate(() => globalThis.document.querySelector('main')?.scrollTop);
    await panel.keyboard.press('End');
    await expect
      .poll(() => panel.locator('li.entry').last().getAttribute('aria-posinset'))
      .toBe(String(count));
    await panel.keyboard.press('Home');
    await expect.poll(top).toBe(0);
  });

  it('are accessible in both themes, and stand still for a reader who wants no motion', async () => {
    await expectAccessibleInBothThemes(panel);
  });

  it('stay where they are while a colleague codes above them', async () => {
    await panel.locator('h1').click();
    await scrollTo(60_000);
    const before = await restingPlace();
    await write('/annotations', passage(opening));
    await expect.poll(heading).toBe(words.passages(count + 1));
    await expect.poll(readingPlace).toEqual(before);
    await scrollTo(0);
    await expect.poll(firstShown).toContain(opening);
  });

  it('of a colleague are offered in the page to be coded by oneself, with what the colleague said', async () => {
    await page.bringToFront();
    await page.getByText(opening).click({ position: { x: 60, y: 8 } });
    await expect
      .poll(async () => (await readToolbar(page)).text)
      .toMatch(/^collega.*Beslistermijn.*Waarborg/u);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readToolbar(page)).text).toBe('');
  });

  it('of a colleague can be coded from the panel too, by who has no mouse', async () => {
    const entry = await passageEntry(panel, opening);
    await entry.getByRole('button', { name: words.codeTooOf('') }).press('Enter');
    await expect.poll(async () => (await readToolbar(page)).choices.length).toBeGreaterThan(9);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('waarborg-selected')?.size)).toBe(1);
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readToolbar(page)).text).toBe('');
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
    // The longer the server was away, the longer it is left alone.
    await expect.poll(heading, { timeout: 80_000 }).toBe(words.passages(count + 2));
  });

  it('have the room of their filters until somebody filters, and say how many filters there are', async () => {
    const exact = `${sentences[8]} ${sentences[9]}`;
    const [coding] = passage(exact).codings;
    await write('/annotations', {
      ...passage(exact),
      codings: [{ ...coding, safeguard: 'personal-interview' }],
    });
    await expect.poll(heading).toBe(words.passages(count + 3));
    const fold = panel.getByRole('button', { name: words.filter(0) });
    const choice = panel.getByRole('combobox', { name: words.filterSafeguard });
    expect(await choice.count()).toBe(0);
    await fold.press('Enter');
    await choice.selectOption({ label: 'Persoonlijk gehoor' });
    await expect.poll(heading).toBe(words.passagesOf(1, count + 3));
    await expect.poll(firstShown).toContain(exact);
    await expectAccessible(panel);
    await expectRoomForText(panel);
    await fold.press('Enter');
    await expect.poll(() => choice.count()).toBe(0);
    expect(await fold.innerText()).toBe(words.filter(1));
    expect(await heading()).toBe(words.passagesOf(1, count + 3));
    await fold.press('Enter');
    await choice.selectOption({ label: words.everySafeguard });
    await expect.poll(heading).toBe(words.passages(count + 3));
    await fold.press('Enter');
    await expect.poll(() => choice.count()).toBe(0);
  });

  it('have most of a low window, where what is to be sent is folded below them', async () => {
    const status = panel.locator('.status');
    const heightOf = async (selector: string) => (await panel.locator(selector).boundingBox())?.height ?? 0;
    const size = panel.viewportSize() ?? { width: 400, height: 800 };
    await server.stop();
    await expect.poll(() => status.innerText()).toContain('Geen verbinding');
    // A side panel at 200 %.
    await panel.setViewportSize({ width: 180, height: 382 });
    await status.locator('summary').waitFor();
    await expect.poll(async () => (await heightOf('main')) / (await heightOf('.status'))).toBeGreaterThan(2);
    expect(await status.innerText()).toContain('Geen verbinding');
    expect(await status.getByRole('button').count()).toBe(0);
    await status.locator('summary').press('Enter');
    await status.getByRole('button', { name: words.sendNow }).waitFor();
    await expectAccessible(panel);
    await expect
      .poll(async () => (await heightOf('main')) / (await heightOf('.status')))
      .toBeGreaterThan(0.8);
    await panel.setViewportSize(size);
    await expect.poll(() => status.locator('summary').count()).toBe(0);
    await server.restart();
    // As when the network comes back: by itself it would wait the longer, the longer the server was away.
    await panel.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => status.innerText()).toContain(words.allSent);
  });
});

describe('a link between passages', () => {
  const relations = domainMessages.nl;
  const [own = '', far = '', third = ''] = [sentences[0], sentences[1_998], sentences[1]];
  const ties = async (words: string) => (await passageEntry(panel, words)).locator('.ties li');
  /** Those of the passages of this document: the example dossier has links of its own. */
  const links = async () => {
    const own = new Set(passages.map(({ id }) => id));
    const all = await read<{ links: { from: string; to: string; kind: string }[] }>('/links');
    return all.links.filter(({ from }) => own.has(from));
  };
  const status = () => panel.locator('.status').innerText();
  /** From now on, how often the panel said that all is sent, and beside it of a passage that it is not. */
  const countContradictions = async () => {
    const counted = await panel.evaluateHandle(
      ([allSent = '', notSent = '']) => {
        const seen = { count: 0 };
        const text = (selector: string) =>
          [...globalThis.document.querySelectorAll(selector)].map((one) => one.textContent).join(' ');
        new MutationObserver(() => {
          if (text('.status').includes(allSent) && text('.sync').includes(notSent)) seen.count += 1;
        }).observe(globalThis.document.body, { childList: true, characterData: true, subtree: true });
        return seen;
      },
      [words.allSent, words.waitingMark],
    );
    return () => counted.evaluate(({ count }) => count);
  };
  /** What a screen reader was told last of what is to be sent. */
  const spoken = () => panel.locator('#app > [role="status"].wb-visually-hidden').innerText();

  /** Opens the form of a passage, says how and looks for the other passage, all by keyboard. */
  async function searchFor(entry: Locator, relation: string, query: string): Promise<void> {
    const expectFocus = await watchFocusWithWords(panel, '.entry-section', passageWords.linkSearch);
    await entry.getByRole('button', { name: passageWords.linkPassage('') }).press('Enter');
    const form = entry.getByRole('region', { name: passageWords['section.link'] });
    await expectFocus('[type="search"]');
    await form.getByRole('combobox').selectOption({ label: relation });
    await form.getByRole('searchbox').focus();
    await panel.keyboard.type(query);
    await expect.poll(() => form.getByRole('status').innerText()).toBe(passageWords.passagesFound(1));
  }

  it('is made by keyboard: how, with which, and Enter', async () => {
    await scrollTo(0);
    const entry = await passageEntry(panel, own);
    await searchFor(entry, relations['link.contradicts'], 'zaak 1999');
    await expectAccessible(panel);
    await expectRoomForText(panel);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    const tie = await ties(own);
    await expect.poll(() => tie.allInnerTexts()).toEqual([expect.stringContaining(far)]);
    expect(await tie.innerText()).toContain(relations['link.contradicts']);
    await expect
      .poll(links)
      .toMatchObject([{ from: passages[0]?.id, to: passages[1_998]?.id, kind: 'contradicts' }]);
    await expect.poll(status).toContain(words.allSent);
  });

  it('is shown at its other end in words of that direction', async () => {
    await scrollToEnd(count + 3);
    const tie = await ties(far);
    await expect.poll(() => tie.innerText()).toContain(relations['linkedBy.contradicts']);
    await tie.getByRole('button', { name: words.show }).click();
    await scrollTo(0);
  });

  it('of a colleague comes in while one reads', async () => {
    const link = { id: uuidv7(), from: passages[1]?.id, to: passages[0]?.id, kind: 'supports' };
    await write('/links', link);
    await expect
      .poll(async () => (await ties(own)).allInnerTexts())
      .toContainEqual(expect.stringContaining(relations['linkedBy.supports']));
    await expect.poll(async () => (await ties(third)).count()).toBe(1);
  });

  it('is removed and put back without network, and one that was made then is sent when it is there', async () => {
    proxy.fault = 'down';
    const tie = (await ties(own)).filter({ hasText: far });
    await tie.getByRole('button', { name: passageWords.unlink }).click();
    await expect.poll(() => tie.count()).toBe(0);
    await panel.keyboard.press('Control+z');
    await expect.poll(() => tie.count()).toBe(1);
    await searchFor(await passageEntry(panel, own), relations['linkedBy.follows-up'], 'zaak 1234');
    await panel
      .getByRole('region', { name: passageWords['section.link'] })
      .locator('.found-passages button')
      .click();
    await expect.poll(spoken).toContain(words['news.trouble']);
    const made = (await ties(own)).filter({ hasText: sentences[1_233] ?? '' });
    await expect.poll(() => made.innerText()).toContain(words.waitingMark);
    const contradictions = await countContradictions();
    const sendNow = await holdSendNow(panel);
    proxy.fault = 'pass';
    await sendNow();
    await expect.poll(status).toContain(words.allSent);
    await expect.poll(spoken).toContain(words['news.sent']);
    const kept = (await links()).map(({ from, to, kind }) => [from, to, kind]);
    expect(kept).toHaveLength(3);
    expect(kept).toContainEqual([passages[1_233]?.id, passages[0]?.id, 'follows-up']);
    await expect.poll(() => made.innerText()).not.toContain(words.waitingMark);
    expect(await contradictions()).toBe(0);
  });
});

describe('the history of a passage', () => {
  const text = sentences[2] ?? '';
  const history = historyMessages.nl;
  const change = async (note: string) => {
    const { ranges, codings } = await read<Record<string, unknown>>(`/annotations/${passages[2]?.id}`);
    await write(`/annotations/${passages[2]?.id}`, { ranges, codings, note }, 'PUT');
  };
  const section = async () =>
    (await passageEntry(panel, text)).getByRole('region', { name: passageWords['section.history'] });

  it('tells who changed what, before and after, the latest first', async () => {
    await change('eerste aantekening');
    await change('tweede aantekening');
    const entry = await passageEntry(panel, text);
    await expect.poll(() => entry.innerText()).toContain('tweede aantekening');
    await entry.getByRole('button', { name: passageWords.historyOf('') }).press('Enter');
    await expect.poll(async () => (await section()).locator('.history > li').count()).toBe(3);
    const versions = (await section()).locator('.history > li').first().locator('.versions dd');
    await expect
      .poll(() => versions.allInnerTexts())
      .toEqual([expect.stringContaining('eerste'), expect.stringContaining('tweede')]);
    await expectAccessible(panel);
    await expectRoomForText(panel);
  });

  it('says what stands in the way of taking a change back', async () => {
    const earlier = (await section()).locator('.history > li').nth(1);
    await earlier.getByRole('button', { name: history.undo }).press('Enter');
    await panel.keyboard.press('Enter');
    await expect.poll(() => earlier.locator('.obstacles').innerText()).toContain('tweede aantekening');
  });

  it('leads back, by the second press', async () => {
    const latest = (await section()).locator('.history > li').first();
    await latest.getByRole('button', { name: history.undo }).press('Enter');
    await panel.keyboard.press('Enter');
    const entry = await passageEntry(panel, text);
    await expect.poll(() => entry.locator('.wb-passage-note').innerText()).toBe('eerste aantekening');
    await expect.poll(async () => (await section()).locator('.history > li').count()).toBe(4);
  });

  it('is closed by Esc, and says without network that it is kept at the server', async () => {
    const entry = await passageEntry(panel, text);
    await (await section()).getByRole('button', { name: words.close }).press('Escape');
    await expect.poll(async () => (await section()).count()).toBe(0);
    proxy.fault = 'down';
    const opener = entry.getByRole('button', { name: passageWords.historyOf('') });
    await opener.press('Enter');
    await expect
      .poll(async () => (await section()).getByRole('alert').innerText())
      .toBe(passageWords['serverTrouble.server-unreachable']);
    proxy.fault = 'pass';
    await (await section()).getByRole('button', { name: words.retry }).press('Enter');
    await expect.poll(async () => (await section()).locator('.history > li').count()).toBe(4);
  });
});
