/* Long: all that a reviewer does with the toolbar is done in one browser, on one hostile page. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { allowSite, askBackground, workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { expectChoiceSeen, expectFocusSeen, inForcedColours } from '../helpers/forced-colours.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';
import { holdStore } from '../helpers/hold-store.ts';
import { drawnWords, tabOf } from '../helpers/large-page.ts';
import { nameSpeaker } from '../helpers/review.ts';
import { watchSpoken } from '../helpers/screen-reader.ts';
import { copyToolbar, readToolbar, untilSaid } from '../helpers/toolbar.ts';

/*
 * The tagging toolbar in a page, without a server: what is coded waits. Its shadow root is closed, so
 * it is driven as a reviewer does, and seen by what it does: highlights, what waits, where the focus is.
 */
const words = taggingMessages.nl;
const extensionPath = builtExtension('chrome');

/** Hostile on purpose: a strict policy, style sheets that hide strangers, scripts that listen to every key. */
const pageHtml = `<!doctype html><html lang="nl"><title>Brief</title>
<meta name="DCTERMS.creator" content="IND">
<style>html > :not(body) { display: none !important } [popover] { display: none !important } * { z-index: 9 }</style>
<script nonce="page">
  globalThis.keys = [];
  for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, (e) => keys.push(e.key), true);
</script>
<p id="passage">De voornemenprocedure wordt afgeschaft, wat de doorlooptijd bekort.</p>
<p id="other">De tolk blijft bij elk gehoor aanwezig.</p>
<p id="marks">— … —</p>
<p id="rtl" dir="rtl">يجب أن يحضر المترجم كل جلسة استماع.</p><div id="written" contenteditable>Een concept.</div>
<input id="field" value="veld"><a href="#elders" id="link">een link</a></html>`;
const policy = "default-src 'none'; script-src 'nonce-page'; style-src 'unsafe-inline'";

let server: Server;
let browser: ChromiumWithExtension;
let panel: Page;
let page: Page;
let visit = 0;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/bijlage') {
      response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment' });
      response.end(generatedPdf(1));
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    const stopped = (types: string) =>
      `for (const type of '${types}'.split('-')) addEventListener(type, (e) => e.stopImmediatePropagation(), true);`;
    const [, types] = /^\/stops-(.+)/u.exec(url ?? '') ?? [];
    if (url === '/van-rechts') {
      response.end(pageHtml.replace('<html lang="nl">', '<html lang="ar" dir="rtl">'));
      return;
    }
    if (url === '/zonder-afzender') {
      response.end(pageHtml.replace(/<meta name="DCTERMS.creator".*>/u, ''));
      return;
    }
    response.end(types ? pageHtml.replace('globalThis.keys', `${stopped(types)} globalThis.keys`) : pageHtml);
  }).listen(0, '127.0.0.1');
  browser = await launchChromium({ extensionPath });
  panel = await workOffline(browser);
  await allowSite(browser, panel, 'http://127.0.0.1');
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.context.newPage();
  visit += 1;
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${visit}`);
  await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
});

/** Drags the mouse over a paragraph. */
async function select(selector: string): Promise<void> {
  const box = await page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, y: top + height / 2 };
  });
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
}

/** Whether our toolbar or a notice lies under a point below the paragraph. */
function isShownBelow(selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { left, bottom } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 40, bottom + 20)?.localName === 'waarborg-toolbar';
  });
}

/** From where to where ours is what one meets just below a paragraph. */
function spanOfToolbar(selector: string): Promise<{ from: number; to: number }> {
  return page.locator(selector).evaluate((element) => {
    const y = element.getBoundingClientRect().bottom + 20;
    const ours = Array.from({ length: innerWidth }, (_, x) => x).filter(
      (x) => document.elementFromPoint(x, y)?.localName === 'waarborg-toolbar',
    );
    return { from: Math.min(...ours), to: Math.max(...ours) };
  });
}

/** Whether what is picked is told at the foot of the window. */
function isShownAtFoot(): Promise<boolean> {
  return page.evaluate(
    () => document.elementFromPoint(innerWidth / 2, innerHeight - 40)?.localName === 'waarborg-toolbar',
  );
}

/** The toolbar is there, and not only what was said of the passage before. */
async function untilOffered(): Promise<void> {
  await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
}

/** Where in the window the element is that has the focus, ours included. */
async function focusedBox(): Promise<{ readonly top: number; readonly bottom: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const focused = nodes.find(
    ({ role, properties }) =>
      role?.value !== 'RootWebArea' &&
      properties?.some(({ name, value }) => name === 'focused' && value.value),
  );
  if (!focused?.backendDOMNodeId) throw new Error('nothing has the focus');
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: focused.backendDOMNodeId });
  await session.detach();
  return { top: model.border[1] ?? 0, bottom: model.border[5] ?? 0 };
}

/** Number of passages drawn in each look. */
function drawn(): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name, highlight]) => highlight.size > 0 && !/selected|target/.test(name))
        .map(([name, highlight]) => [name.replace('waarborg-', ''), highlight.size]),
    ),
  );
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Codes what stands in `#other`, and says by a click on it that it hurts after all. */
async function codeAndChange(): Promise<void> {
  await select('#other');
  await expect.poll(() => isShownBelow('#other')).toBe(true);
  await press('1', 'h', '1', '+', 'Enter');
  await expect.poll(drawn).toEqual({ helps: 1 });
  await page.locator('#other').click({ position: { x: 60, y: 8 } });
  await expect.poll(() => isShownBelow('#other')).toBe(true);
  await press('Enter', 'ArrowDown', 'a', 'Enter');
  await expect.poll(drawn).toEqual({ hurts: 1 });
}

/** Asks the page as the panel and the background do. */
async function askPage(type: string): Promise<unknown> {
  const tab = await tabOf(panel, page.url());
  return panel.evaluate(
    async ([to, kind]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { sendMessage(tab: number, message: unknown): Promise<{ answer: unknown }> } };
      };
      return (await chrome.tabs.sendMessage(to, { waarborg: 'page', tab: to, type: kind })).answer;
    },
    [tab, type] as const,
  );
}

async function badgeOf(address: string): Promise<string> {
  return badgeOfTab(await tabOf(panel, address));
}

function badgeOfTab(tabId: number): Promise<string> {
  return panel.evaluate((id) => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(tab: { tabId: number }): Promise<string> } };
    };
    return chrome.action.getBadgeText({ tabId: id });
  }, tabId);
}

/** Does what the browser does when a person chooses: no test can open its menus. */
async function choose(
  event: 'contextMenus.onClicked' | 'commands.onCommand',
  first: unknown,
  on = page,
): Promise<void> {
  const tab = { id: await tabOf(panel, on.url()), url: on.url() };
  await (await browser.serviceWorker()).evaluate(dispatchEvent, { event, first, tab });
}

/** Runs in the background. */
function dispatchEvent({ event, first, tab }: { event: string; first: unknown; tab: unknown }): void {
  const [api = '', name = ''] = event.split('.');
  const { chrome } = globalThis as unknown as {
    chrome: Record<string, Record<string, { dispatch(...values: unknown[]): void }>>;
  };
  chrome[api]?.[name]?.dispatch(first, tab);
}

function keysOfPage(): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys);
}

describe('the tagging toolbar', () => {
  it('saves a coding in five keys, which the page never hears, says so aloud, and shows it after a reload', async () => {
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    const expectSpoken = await watchSpoken(page);
    await press('1', 'a', '1', '+', 'Enter');
    await expectSpoken(words.saved);
    await expect.poll(drawn).toEqual({ hurts: 1 });
    expect(await keysOfPage()).toEqual([]);
    await page.reload();
    await expect.poll(drawn).toEqual({ hurts: 1 });
    const outbox = await askBackground<{ change: string; subject: string }[]>(panel, 'list-outbox');
    expect(outbox.at(-1)).toMatchObject({
      change: 'annotation',
      subject: expect.stringContaining('voornemen'),
    });
  });

  it('breaks no rule of accessibility: offered, at the impacts and when it can be saved, in both themes', async () => {
    await select('#passage');
    await untilOffered();
    for (const keys of [[], ['1'], ['a', '1']]) {
      await press(...keys);
      const copy = await copyToolbar(page);
      await expectAccessibleInBothThemes(copy);
      await copy.close();
    }
  });

  it('shows in the colours of a reader what has the focus and what is chosen', async () => {
    await select('#passage');
    await untilOffered();
    await press('1', 'a', '1', '+');
    const copy = await copyToolbar(page);
    await inForcedColours(copy, async () => {
      const row = copy.locator('[data-step="direction"]');
      const [chosen, other] = ['true', 'false'].map((is) =>
        row.locator(`.option[aria-checked="${is}"]`).first(),
      );
      if (!chosen || !other) throw new RangeError('there are two');
      await expectChoiceSeen(chosen, other);
      for (const stop of [chosen, other, copy.locator('.primary'), copy.locator('.plain').first()])
        await expectFocusSeen(copy, stop);
    });
    await copy.close();
  });

  it('stands where it stood when it is opened, and hides no more than what one sees of it', async () => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await page.locator('#other').evaluate((element) => {
      element.style.marginInlineStart = '300px';
    });
    await select('#other');
    await untilOffered();
    const small = await spanOfToolbar('#other');
    await press('1');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Bewaar');
    expect(small).toEqual(await spanOfToolbar('#other'));
  });

  it('leaves the page its focus, its keys and its fields until it is used', async () => {
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await press('Control+C', 'ArrowDown');
    expect(await keysOfPage()).toContain('ArrowDown');
    await page.locator('#field').focus();
    await press('End', '1', 'a');
    expect(await page.locator('#field').inputValue()).toBe('veld1a');
  });

  it('closes with Esc and gives the focus back', async () => {
    await page.locator('#link').focus();
    await select('#other');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
    await press('1');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waarborg-toolbar');
    await press('Escape');
    await expect.poll(() => isShownBelow('#other')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('waarborg-toolbar');
    expect(await drawn()).toEqual({});
  });

  it('keeps several codings of one passage, and repeats the last one on the next', async () => {
    await select('#other');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
    await press('1', 'h', '1', '+', '&', '2', 'a', '2', '+', 'Enter');
    await expect.poll(drawn).toEqual({ mixed: 1 });
    // What is said of it does not stand on the text below, with which a reader goes on.
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words.saved);
    expect(await isShownBelow('#other')).toBe(false);
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    await press('r', 'Enter');
    await expect.poll(drawn).toEqual({ mixed: 1, hurts: 1 });
  });

  it('says that these words were coded so already, and saves that again only for who insists', async () => {
    const waiting = async () => (await askBackground<unknown[]>(panel, 'list-outbox')).length;
    const code = async () => {
      await select('#passage');
      await untilOffered();
      await press('1', 'a', '1', '+', 'Enter');
    };
    await code();
    await expect.poll(drawn).toEqual({ hurts: 1 });
    const before = await waiting();
    await page.mouse.click(5, 500);
    await code();
    const told = words['trouble.coded-already'];
    await expect.poll(async () => (await readToolbar(page)).text).toContain(told);
    expect(await waiting()).toBe(before);
    await press('Enter');
    await expect.poll(waiting).toBe(before + 1);
  });

  it('proposes who spoke in a passage for the next one, also before all is read again', async () => {
    await page.goto(new URL('/zonder-afzender', page.url()).href);
    await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
    await select('#other');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
    // Whatever reads the document anew needs these, and what saves a passage does not.
    const letGo = await holdStore(panel, 'speakers');
    await press('1', 'h', '1', '+', 'Enter');
    await nameSpeaker(page, 'Vereniging van advocaten');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words.saved);
    await select('#passage');
    await untilOffered();
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ helps: 1, hurts: 1 });
    await letGo();
    await page.reload();
    await expect.poll(drawn).toEqual({ helps: 1, hurts: 1 });
  });

  it('opens on a click on what is coded, and changes it', async () => {
    await codeAndChange();
  });

  it('goes through the text by arrow keys, and codes what is chosen in several pieces, without the mouse', async () => {
    const [first, second] = [
      'De voornemenprocedure wordt afgeschaft, wat de doorlooptijd bekort.',
      'De tolk',
    ];
    await askPage('pick-passages');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`Gekozen: ‘${first}’`);
    await press('.', 'ArrowDown');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`${first} […] ${second}`);
    await press('Enter', '1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 2 });
    expect(await keysOfPage()).toEqual([]);
    // It goes on from where it was; Esc ends it.
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`Gekozen: ‘${second}`);
    await press('Escape');
    await page.reload();
    await expect.poll(drawn).toEqual({ hurts: 2 });
  });

  it('takes another piece with Ctrl, or by its button, and keeps what was chosen', async () => {
    await select('#other');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
    await press('1', 'a');
    await page.keyboard.down('Control');
    await select('#passage');
    await page.keyboard.up('Control');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('waarborg-selected')?.size)).toBe(2);
    await press('.');
    await press('Escape', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 2 });
    expect((await drawnWords(page)).length).toBe(2);
  });

  it('takes another piece that is selected with the mouse, and keeps what was chosen', async () => {
    await select('#other');
    await untilOffered();
    await press('1', 'a', '.');
    await select('#passage');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Gekozen: ‘De voornemen');
    expect(await isShownAtFoot()).toBe(true);
    await press('Enter');
    await untilOffered();
    await press('1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 2 });
  });

  it('takes back with Ctrl+Z what was saved, changed or removed', async () => {
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Ctrl+Z');
    await press('Control+z');
    await expect.poll(drawn).toEqual({});
    await codeAndChange();
    await press('Control+z');
    await expect.poll(drawn).toEqual({ helps: 1 });
  });

  it('is opened by the context menu and by a command, and the button counts what is coded', async () => {
    await select('#passage');
    await choose('contextMenus.onClicked', { menuItemId: 'code-selection' });
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Bewaar');
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(() => badgeOf(page.url())).toBe('1');
    await choose('commands.onCommand', 'pick-passages');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Gekozen');
    await press('Escape');
    const opening = browser.context.waitForEvent('page');
    await choose('contextMenus.onClicked', {
      menuItemId: 'open-pdf',
      linkUrl: new URL('/bijlage', page.url()).href,
    });
    const viewer = await opening;
    await viewer.locator('.textLayer span').first().waitFor();
    await viewer.close();
  });

  it('is opened by who asks for it before it is known what the dossier has of the page', async () => {
    const letGo = await holdStore(panel, 'speakers');
    await page.reload();
    await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
    // What says why nothing can be marked is there, and waits for nothing more.
    await select('#marks');
    await expect.poll(() => isShownBelow('#marks')).toBe(true);
    await select('#passage');
    const opening = askPage('code-selection');
    await askPage('describe-page');
    await letGo();
    await opening;
    expect((await readToolbar(page)).text).toContain('Bewaar');
    await press('Escape');
  });

  it('answers whoever asks by menu or key where nothing can be coded', async () => {
    const ask = () => choose('contextMenus.onClicked', { menuItemId: 'code-selection' });
    await untilSaid(page, words['trouble.empty'], ask);
    for (const field of ['#written', '#field']) {
      await page.locator(field).selectText();
      await untilSaid(page, words['trouble.editable'], ask);
      await page.locator('#link').focus();
    }
    await page.evaluate(() => document.body.replaceChildren());
    await expect
      .poll(async () => {
        await choose('commands.onCommand', 'pick-passages');
        return (await readToolbar(page)).text;
      })
      .toContain(words['trouble.no-text']);
    // A page of the browser or of an extension lets nobody in: only the button is left to say so.
    const forbidden = await browser.openExtensionPage('welcome.html?elders');
    await choose('commands.onCommand', 'pick-passages', forbidden);
    await expect.poll(() => badgeOf(forbidden.url())).toBe('!');
    await forbidden.close();
  });

  it.each(['keydown', 'keydown-keyup-keypress'])(
    'says so where a page keeps the keys for itself, and works by the mouse: %s',
    async (types) => {
      await page.goto(new URL(`/stops-${types}`, page.url()).href);
      await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
      await select('#passage');
      await expect.poll(() => isShownBelow('#passage')).toBe(true);
      const { left, bottom } = await page.locator('#passage').evaluate((element) => {
        const box = element.getBoundingClientRect();
        return { left: box.left, bottom: box.bottom };
      });
      await press('1', 'b');
      await expect
        .poll(async () => (await readToolbar(page)).text)
        .toContain('Deze pagina houdt toetsen tegen');
      await page.mouse.click(left + 140, bottom + 30);
      await press('a', 'b');
      await expect
        .poll(async () => (await readToolbar(page)).text)
        .toContain('Deze pagina houdt toetsen tegen');
      await press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waarborg-toolbar');
    },
  );

  it('goes to the number that cannot be read', async () => {
    await select('#other');
    await untilOffered();
    await press('1', 'a', '1', '+', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter', 'Tab', 'Tab', 'Tab');
    await page.keyboard.type('veel');
    await press('Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words['trouble.quantity']);
    await press('Control+a', '3', 'Tab', 'Tab');
    await page.keyboard.type('zaken');
    await press('Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
  });

  it('keeps a passage with the document in which it was selected, when the page goes on to another', async () => {
    const address = page.url();
    await select('#passage');
    await untilOffered();
    await press('1', 'a');
    await page.evaluate(() => {
      history.pushState({}, '', '/elders');
      document.title = 'Een ander stuk';
      document.querySelector('#passage')?.replaceWith('Hier staat een heel ander stuk.');
    });
    await expect
      .poll(() => askPage('describe-page'))
      .toMatchObject({ candidate: { title: 'Een ander stuk' } });
    await press('1', '+', 'Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words.saved);
    await page.goto(address);
    await expect.poll(drawn).toEqual({ hurts: 1 });
  });

  it('works in a modal dialog, which makes all else of the page inert', async () => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      const words = document.createElement('p');
      words.id = 'in-dialog';
      words.textContent = 'De hoorplicht vervalt.';
      dialog.append(words);
      document.body.append(dialog);
      dialog.showModal();
    });
    await select('#in-dialog');
    await untilOffered();
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
  });

  it('works in a modal dialog of a shadow root, which hears none of its keys', async () => {
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      const dialog = document.createElement('dialog');
      const words = document.createElement('p');
      words.id = 'in-component';
      words.textContent = 'De hoorplicht vervalt.';
      dialog.append(words);
      root.append(dialog);
      dialog.showModal();
    });
    await select('#in-component');
    await page.locator('dialog > waarborg-toolbar').waitFor({ state: 'attached' });
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([]);
  });

  it('stands beside its passage in a page that enlarges itself', async () => {
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
    await select('#other');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
  });

  it('leaves text alone that is being written, and marks text from right to left', async () => {
    await select('#written');
    await press('1', 'a');
    expect(await page.locator('#written').innerText()).toContain('1a');
    expect((await readToolbar(page)).text).toBe('');
    await select('#rtl');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('waarborg-selected')?.size)).toBe(1);
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
  });

  it('stays within a window of 1280 pixels at 200 %, and clear of its scroll bar', async () => {
    await page.setViewportSize({ width: 640, height: 400 });
    await page.evaluate(() => document.body.style.setProperty('height', '3000px'));
    await select('#passage');
    await untilOffered();
    await press('1');
    const isOurs = (fromRight: number) =>
      page.evaluate((distance) => {
        const { clientWidth, clientHeight } = document.documentElement;
        const found = document.elementFromPoint(clientWidth - distance, clientHeight / 2);
        return found?.localName === 'waarborg-toolbar';
      }, fromRight);
    await expect.poll(() => isOurs(12)).toBe(true);
    expect(await isOurs(4)).toBe(false);
    await press('Escape');
  });

  it('brings what has the focus into view in a window of 1280 pixels at 400 %', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await select('#other');
    await untilOffered();
    for (const key of ['1', 'a', '1', '+']) {
      await press(key);
      const { top, bottom } = await focusedBox();
      expect(top, key).toBeGreaterThanOrEqual(0);
      expect(bottom, key).toBeLessThanOrEqual(256);
    }
    await press('Escape');
  });

  it('scrolls a page in the middle of which its passage stands, rather than lie over it', async () => {
    await page.setViewportSize({ width: 1200, height: 620 });
    await page.evaluate(() => {
      document.body.style.setProperty('padding-block', '1000px');
      document.querySelector('#other')?.scrollIntoView({ block: 'center' });
    });
    await select('#other');
    await untilOffered();
    await press('1');
    await expect.poll(() => isShownBelow('#other')).toBe(true);
    const isCovered = await page.locator('#other').evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + 40, top + height / 2) !== element;
    });
    expect(isCovered).toBe(false);
    await press('Escape');
  });

  it('leaves its passage in sight in a low window', async () => {
    await page.setViewportSize({ width: 480, height: 400 });
    await page.evaluate(() => {
      document.body.style.setProperty('padding-block', '1000px');
      document.querySelector('#other')?.scrollIntoView({ block: 'center' });
    });
    await select('#other');
    await untilOffered();
    await press('1', 'a', '1', '+');
    const isCovered = () =>
      page.locator('#other').evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        return document.elementFromPoint(left + 40, top + height / 2) !== element;
      });
    await expect.poll(isCovered).toBe(false);
    await press('Escape');
  });

  it('leaves its passage in sight in a low window where nothing scrolls', async () => {
    await page.setViewportSize({ width: 507, height: 402 });
    await page.evaluate(() => {
      const other = document.querySelector<HTMLElement>('#other');
      other?.style.setProperty('position', 'fixed');
      other?.style.setProperty('inset', '220px auto auto 8px');
    });
    await select('#other');
    await untilOffered();
    for (const key of ['1', 'a', '1', '+']) {
      await press(key);
      const isCovered = () =>
        page.locator('#other').evaluate((element) => {
          const { left, top, height } = element.getBoundingClientRect();
          return document.elementFromPoint(left + 40, top + height / 2) !== element;
        });
      await expect.poll(isCovered, { message: key }).toBe(false);
      const { top, bottom } = await focusedBox();
      expect(top, key).toBeGreaterThanOrEqual(0);
      expect(bottom, key).toBeLessThanOrEqual(402);
    }
    await press('Escape');
  });

  it('says in one sentence why nothing can be marked', async () => {
    await select('#marks');
    await expect.poll(() => isShownBelow('#marks')).toBe(true);
  });

  it('keeps what is coded while the page changes under it, and says that it is not there any more', async () => {
    await select('#passage');
    await untilOffered();
    await press('1', 'a');
    await page.evaluate(() => {
      const gone = document.querySelector('#passage');
      if (gone) gone.textContent = 'Hier staat nu iets heel anders.';
    });
    await press('1', '+', 'Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(words.savedAndLost);
    expect(await drawn()).toEqual({});
  });

  it('is there once, whoever injects it again, and loses nothing by it', async () => {
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    await press('1', 'a');
    await browser.clickAction(page);
    await press('1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
    expect(await page.locator('waarborg-toolbar').count()).toBe(1);
  });

  it('leaves the page as it was, our own element aside', async () => {
    const body = await page.evaluate(() => document.body.innerHTML);
    await select('#passage');
    await expect.poll(() => isShownBelow('#passage')).toBe(true);
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(drawn).toEqual({ hurts: 1 });
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(body);
  });
});

describe('a page that reads from right to left', () => {
  /** The words that are marked as selected. */
  const selected = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('waarborg-selected') ?? [])].map((piece) => piece.startContainer.textContent),
    );

  beforeEach(async () => {
    await page.goto(new URL('/van-rechts', page.url()).href);
    await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
  });

  it('is coded in a toolbar within the window, drawn in its place, and quoted in the panel as it reads', async () => {
    await select('#rtl');
    await untilOffered();
    const { from, to } = await spanOfToolbar('#rtl');
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThan(await page.evaluate(() => document.documentElement.clientWidth));
    await press('1', 'a', '1', '+', 'Enter');
    await expect.poll(() => drawnWords(page)).toEqual([await page.locator('#rtl').innerText()]);
    await browser.clickAction(page);
    const quote = (await browser.sidePanel()).locator('li.entry .wb-quote');
    await expect.poll(() => quote.allInnerTexts()).toEqual([await page.locator('#rtl').innerText()]);
    expect(await quote.evaluate(isFullStopLeft)).toBe(true);
  });

  it('is gone through by the arrow keys as it reads: what follows stands to the left', async () => {
    await choose('commands.onCommand', 'pick-passages');
    await expect.poll(selected).toEqual([await page.locator('#passage').innerText()]);
    await press('ArrowLeft');
    await expect.poll(selected).toEqual([await page.locator('#other').innerText()]);
    await press('ArrowRight');
    await expect.poll(selected).toEqual([await page.locator('#passage').innerText()]);
    await press('Escape');
  });
});

/** Whether the last character of a text stands left of the one before it. */
function isFullStopLeft(quote: Element): boolean {
  const text = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT).nextNode() as Text;
  const leftOf = (end: number) => {
    const range = document.createRange();
    range.setStart(text, end - 1);
    range.setEnd(text, end);
    return range.getBoundingClientRect().left;
  };
  return leftOf(text.length) < leftOf(text.length - 1);
}

/* The last: afterwards Waarborg does not start by itself any more. */
describe('a site that is withdrawn while its page is read', () => {
  it('has its passages coded after a click on the toolbar button, which says so', async () => {
    // Afterwards nobody is told at which address a tab is.
    const tab = await tabOf(panel, page.url());
    await panel.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { permissions: { remove(wanted: { origins: string[] }): Promise<boolean> } };
      };
      return chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] });
    });
    await select('#passage');
    await expect.poll(() => badgeOfTab(tab)).toBe('!');
    await browser.clickAction(page);
    await expect.poll(() => badgeOfTab(tab)).toBe('');
    await page.mouse.click(1, 1);
    await select('#passage');
    await untilOffered();
  });
});
