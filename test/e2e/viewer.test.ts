import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { corpusFolder, sayThatCorpusIsMissing } from '../helpers/corpus.ts';
import { encryptedPdf } from '../helpers/encrypted-pdf.ts';
import { expectChoiceSeen, expectFocusSeen, inForcedColours } from '../helpers/forced-colours.ts';
import { generatedPdf } from '../helpers/generated-pdf.ts';
import { openPlainChromium } from '../helpers/plain-chromium.ts';
import { expectRoomForText } from '../helpers/room-for-text.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/*
 * Our PDF viewer with files from disk, without a server: what is coded waits. The file is long because one browser
 * shows all of them.
 */
const firstPage = 'De voornemenprocedure wordt afgeschaft, wat de doorlooptijd bekort.';
const secondPage = 'De tolk blijft bij elk gehoor aanwezig en dat kost geen tijd.';
/** Its second page is a picture. */
const halfScanned = `<!doctype html><p>${firstPage}</p>
  <svg style="display: block; break-before: page" width="200" height="200"><circle cx="90" cy="90" r="50"/></svg>`;
const letter = `<!doctype html><h1>Brief over de asielprocedure</h1><p>${firstPage}</p>
  <p style="break-before: page">${secondPage}</p>`;

const words = viewerMessages.nl;
const password = 'geheim wachtwoord';

let browser: ChromiumWithExtension;
let panel: Page;
let page: Page;
const files = new Map<string, Buffer>();

beforeAll(async () => {
  const printer = await openPlainChromium();
  for (const [name, html] of [
    ['brief', letter],
    ['half', halfScanned],
    ['afgebroken', '<!doctype html><p>De medewer\u2010<br>ker neemt de tijd die nodig is.</p>'],
    ['scan', '<svg width="200" height="200"><circle cx="90" cy="90" r="50"/></svg>'],
  ] as const) {
    const sheet = await printer.newPage();
    await sheet.setContent(html);
    files.set(name, await sheet.pdf({ outline: true, tagged: true }));
  }
  await printer.close();
  if (corpusFolder) {
    const unusable = await readFile(path.join(corpusFolder, 'pdf', 'unusable-text-layer.pdf'));
    files.set('onbruikbaar', unusable);
  } else sayThatCorpusIsMissing('No PDF with a garbage text layer is opened');
  files.set('stuk', Buffer.from(`%PDF-1.7\n${'geen pdf '.repeat(50)}`));
  // Its two pages are called i and ii, and its outline leads to the second.
  files.set(
    'romeins',
    Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/r>>]>>/Outlines 5 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>endobj
4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>endobj
5 0 obj<</First 6 0 R/Last 6 0 R/Count 1>>endobj
6 0 obj<</Title(Bijlage)/Parent 5 0 R/Dest[4 0 R/Fit]>>endobj
trailer<</Root 1 0 R/Size 7>>
%%EOF`),
  );
  files.set('lang', generatedPdf(30));
  files.set('tekst', Buffer.from('Alleen tekst.'));
  files.set('slot', await encryptedPdf(firstPage, password));
  files.set('leeg', Buffer.alloc(0));
  const tree = (objects: string, trailer = '') =>
    Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${objects}
trailer<</Root 1 0 R/Size 9${trailer}>>\n%%EOF`);
  const onePage = `2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj`;
  // For whoever has the key of a certificate.
  files.set('certificaat', tree(`${onePage}\n4 0 obj<</Filter/Adobe.PubSec/V 4>>endobj`, '/Encrypt 4 0 R'));
  files.set('bladloos', tree('2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj'));
  // One of its pages is lost: the second, or the first, of which pdf.js makes an empty one.
  files.set('gat', tree(onePage.replace('[3 0 R]/Count 1', '[3 0 R 4 0 R]/Count 2')));
  files.set('gat vooraan', tree(onePage.replace('[3 0 R]/Count 1', '[4 0 R 3 0 R]/Count 2')));
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  panel = await workOffline(browser);
  page = await browser.openExtensionPage('viewer.html');
});

afterAll(() => browser?.close());

async function send(message: unknown): Promise<unknown> {
  return panel.evaluate(async (sent) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ answer: unknown } | undefined> } };
    };
    return (await chrome.runtime.sendMessage(sent))?.answer;
  }, message);
}

interface Report {
  readonly trouble?: string;
  readonly candidate: { readonly title: string; readonly addresses: readonly { readonly address: string }[] };
  readonly passages: readonly { readonly id: string; readonly state: string }[];
}

function tabOfViewer(): Promise<number> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { getCurrent(): Promise<{ id: number }> } };
    };
    return (await chrome.tabs.getCurrent()).id;
  });
}

/** What the viewer tells the panel, as soon as it does. */
async function report(): Promise<Report> {
  const tab = await tabOfViewer();
  const ask = () => send({ waarborg: 'page', tab, type: 'describe-page' });
  // Not before its text has been read, which of thousands of single letters takes a busy machine long.
  let told: unknown;
  const isTold = async () => {
    told = await ask();
    return told;
  };
  await expect.poll(isTold, { timeout: 60_000 }).toBeTruthy();
  return told as Report;
}

async function openFile(name: string): Promise<void> {
  await page.goto(browser.extensionUrl('viewer.html'));
  const buffer = files.get(name) as Buffer;
  await page.setInputFiles('input[type=file]', { name: `${name}.pdf`, mimeType: 'application/pdf', buffer });
}

/** As from a folder of the desktop, as far as a page sees of it. */
async function dropFile(name: string): Promise<void> {
  const bytes = [...(files.get(name) as Buffer)];
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(given.bytes)], given.name, { type: 'application/pdf' }));
      return dropped;
    },
    { name: `${name}.pdf`, bytes },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

function drawn(): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name, highlight]) => highlight.size > 0 && name !== 'waarborg-selected')
        .map(([name, highlight]) => [name.replace('waarborg-', ''), highlight.size]),
    ),
  );
}

/** The same, watched in the page: what is gone to stands out for some seconds only. */
async function untilDrawn(wanted: Record<string, number>): Promise<void> {
  const isDrawn = (sizes: string) => {
    const shown = [...CSS.highlights].filter(([, { size }]) => size > 0);
    return JSON.stringify(shown.map(([name, { size }]) => [name, size])) === sizes;
  };
  const sizes = Object.entries(wanted).map(([name, size]) => [`waarborg-${name}`, size]);
  await page.waitForFunction(isDrawn, JSON.stringify(sizes), { polling: 50, timeout: 60_000 });
}

describe('the PDF viewer', () => {
  it('opens a file from disk and knows it by its bytes and its largest line', async () => {
    await openFile('brief');
    await page.waitForURL(/\?id=[0-9a-f]{64}/);
    const { candidate, trouble } = await report();
    expect(candidate.title).toBe('Brief over de asielprocedure');
    expect(candidate.addresses[0]?.address).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
    expect(trouble).toBeUndefined();
  });

  it('lets who has none open choose one where it asks for it', async () => {
    await page.goto(browser.extensionUrl('viewer.html'));
    const choosing = page.waitForEvent('filechooser');
    await page.getByText(words.chooseFile, { exact: true }).click();
    const chooser = await choosing;
    const buffer = files.get('brief') as Buffer;
    await chooser.setFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer });
    await page.waitForURL(/\?id=[0-9a-f]{64}/);
    await report();
  });

  it('is known to the panel beside it, which asks for a document as long as none is open', async () => {
    const beside = await browser.openExtensionPage(`sidepanel.html?tab=${await tabOfViewer()}`);
    await expect.poll(() => beside.locator('main').innerText()).toContain('Brief over de asielprocedure');
    await page.goto(browser.extensionUrl('viewer.html'));
    await expect.poll(() => beside.locator('main').innerText()).toContain(panelMessages.nl.ownPage);
    await beside.close();
    await page.goBack();
    await report();
  });

  it('has room for its words in a narrow window and widely spaced, as the welcome page has', async () => {
    await expectRoomForText(page);
    await expectRoomForText(panel);
  });

  it('codes a passage over two pages, draws it on both, and finds it by a link', async () => {
    const spans = page.locator('.textLayer span[role="presentation"]');
    for (const word of ['voornemenprocedure', 'De tolk']) {
      await expect.poll(() => spans.filter({ hasText: word }).count()).toBe(1);
    }
    await page.evaluate(() => {
      const all = [...document.querySelectorAll('.textLayer span[role="presentation"]')];
      const find = (word: string) => all.find((span) => span.textContent.includes(word))?.firstChild as Text;
      const [from, to] = [find('voornemenprocedure'), find('De tolk')];
      getSelection()?.setBaseAndExtent(from, from.data.indexOf('voornemen'), to, 'De tolk'.length);
    });
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('waarborg-selected')?.size)).toBe(2);
    for (const key of ['1', 'a', '1', '+', 'Enter']) await page.keyboard.press(key);
    // The letter does not say who sent it: the toolbar asks.
    await page.keyboard.type('Minister');
    await page.keyboard.press('Enter');
    await expect.poll(drawn).toEqual({ hurts: 2 });
    const [passage] = (await report()).passages;
    expect(passage?.state).toBe('exact');
    const address = page.url().split('#', 1)[0];
    await page.goto('about:blank');
    await page.goto(`${address}#waarborg=${passage?.id}`);
    await untilDrawn({ hurts: 2, target: 2 });
  });

  it.each([
    ['scan', 'no-text'],
    ['stuk', 'not-a-pdf'],
    ['gat vooraan', 'no-text'],
    ['certificaat', 'locked-pdf'],
    ['bladloos', 'empty-pdf'],
  ])('says of %s in a sentence, in place and to the panel, that it is %s', async (name, trouble) => {
    await openFile(name);
    await page.waitForURL(/\?id=/);
    expect((await report()).trouble).toBe(trouble);
    await expect.poll(() => page.locator('.sentence.trouble, .progress').allInnerTexts()).not.toEqual(['']);
  });

  it('gives no text of pages whose text layer is garbage, and says so on each', async () => {
    if (!files.has('onbruikbaar')) return;
    await openFile('onbruikbaar');
    await page.waitForURL(/\?id=/);
    expect((await report()).trouble).toBe('no-text');
    const notice = page.locator('[data-page-number="1"] .page-notice');
    await expect.poll(() => notice.allInnerTexts()).toEqual([expect.stringContaining('onbruikbaar')]);
  });

  it('says on a page without text that nothing can be marked there, and on no other', async () => {
    await openFile('half');
    await page.waitForURL(/\?id=/);
    expect((await report()).trouble).toBeUndefined();
    const notice = page.locator('[data-page-number="2"] .page-notice');
    await expect.poll(() => notice.allInnerTexts()).toEqual([expect.stringContaining('geen tekst')]);
    expect(await page.locator('.page-notice').count()).toBe(1);
  });

  it('hides nothing of a page behind its notice, nor behind the form in which one types from it', async () => {
    const second = page.locator('[data-page-number="2"]');
    await second.scrollIntoViewIfNeeded();
    const summary = second.locator('.page-notice summary');
    /** How much of the page is behind its notice, in pixels; not a number before both are drawn. */
    const hidden = () =>
      second.evaluate((element) => {
        const place = (name: string) => element.querySelector(name)?.getBoundingClientRect();
        return (place('.page-notice')?.bottom ?? NaN) - (place('canvas')?.top ?? NaN);
      });
    await expect.poll(hidden).toBeLessThanOrEqual(0);
    await summary.press('Enter');
    await second.locator('textarea').waitFor();
    await expect.poll(hidden).toBeLessThanOrEqual(0);
    await summary.press('Enter');
  });

  it('keeps what is being typed out from a page while that is drawn anew, as when its window changes', async () => {
    const second = page.locator('[data-page-number="2"]');
    const field = second.locator('textarea');
    await second.locator('summary').press('Enter');
    await field.fill(firstPage);
    await second.locator('canvas').evaluate((canvas) => canvas.setAttribute('data-before', ''));
    const size = page.viewportSize() ?? { width: 320, height: 640 };
    await page.setViewportSize({ ...size, width: size.width + 200 });
    await expect.poll(() => second.locator('canvas:not([data-before])').count()).toBe(1);
    await expect.poll(() => second.locator('canvas').count()).toBe(1);
    await field.waitFor();
    expect(await field.inputValue()).toBe(firstPage);
    await second.locator('summary').press('Enter');
    await page.setViewportSize(size);
  });

  it('takes a passage that was typed out from a page without text, and draws it nowhere else', async () => {
    const typed = firstPage.slice(0, 30);
    const notice = page.locator('[data-page-number="2"] .page-notice');
    await notice.scrollIntoViewIfNeeded();
    await notice.locator('summary').press('Enter');
    await notice.locator('textarea').fill(typed);
    await notice.locator('textarea').press('Control+Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Voornemen');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readToolbar(page)).choices).toEqual([]);
    await notice.getByRole('button').press('Enter');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Voornemen');
    for (const key of ['1', 'a', '1', '+', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.type('Minister');
    await page.keyboard.press('Enter');
    await expect.poll(() => notice.locator('li').allInnerTexts()).toEqual([`‘${typed}’`]);
    await page.reload();
    await expect.poll(async () => (await report()).passages).toMatchObject([{ state: 'typed' }]);
    await expect.poll(() => notice.locator('li').allInnerTexts()).toEqual([`‘${typed}’`]);
    expect(await drawn()).toEqual({});
  });

  it('keeps a passage below its bar, and clear of the toolbar, in a window at 200 %', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 507, height: 380 });
    await openFile('brief');
    await page.waitForURL(/\?id=/);
    await report();
    const words = page.locator('.textLayer span', { hasText: 'voornemenprocedure' }).last();
    await words.waitFor();
    const drag = async () => {
      await page.evaluate(() => getSelection()?.removeAllRanges());
      const { x, y, width, height } = (await words.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(x + 1, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width - 1, y + height / 2, { steps: 4 });
      await page.mouse.up();
      return page.evaluate(() => String(getSelection()));
    };
    // Again where the page has moved meanwhile: the bar grows once it is known that there is an outline.
    await expect.poll(drag).toContain('voornemenprocedure');
    await expect.poll(async () => (await readToolbar(page)).choices).not.toEqual([]);
    await page.keyboard.press('1');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Bewaar');
    const isInSight = await words.evaluate((span) => {
      const { left, top, bottom } = span.getBoundingClientRect();
      const met = document.elementFromPoint(left + 2, (top + bottom) / 2);
      return met !== null && span.contains(met);
    });
    expect(isInSight).toBe(true);
    await page.keyboard.press('Escape');
    if (size) await page.setViewportSize(size);
  });

  it('lays only light colours over its pages where the system has colours of its own', async () => {
    await openFile('brief');
    const words = page.locator('.textLayer span').first();
    await words.waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    // What draws passages comes into the page after its text.
    await expect
      .poll(async () => {
        const colours = await words.evaluate((span) =>
          ['none', 'suggested', 'selected', 'emphasised', 'target'].map(
            (name) => getComputedStyle(span, `::highlight(waarborg-${name})`).backgroundColor,
          ),
        );
        return colours.filter((colour) => {
          const [red = 0, green = 0] = colour.match(/\d+/gu)?.map(Number) ?? [];
          return red + green <= 400;
        });
      })
      .toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });

  it('is gone through by arrow keys, sentence by sentence over its lines and pages', async () => {
    await openFile('brief');
    await page.waitForURL(/\?id=/);
    await report();
    await send({ waarborg: 'page', tab: await tabOfViewer(), type: 'pick-passages' });
    const bar = async () => (await readToolbar(page)).text;
    await expect.poll(bar).toContain('Gekozen: ‘Brief over de asielprocedure’');
    await page.keyboard.press('ArrowRight');
    await expect.poll(bar).toContain(`Gekozen: ‘${firstPage}’`);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(bar).toContain(`Gekozen: ‘${firstPage} ${secondPage}’`);
    await page.keyboard.press('Escape');
    await expect.poll(bar).toBe('');
  });

  it('has the outline and the page numbers of the PDF itself, and pages for the night', async () => {
    await openFile('romeins');
    await page.waitForURL(/\?id=/);
    const number = page.getByRole('textbox', { name: 'Pagina' });
    await expect.poll(() => number.inputValue()).toBe('i');
    await page.getByRole('region', { name: 'Pagina i', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Inhoud' }).press('Enter');
    await page.getByRole('button', { name: 'Bijlage' }).press('Enter');
    await expect.poll(() => number.inputValue()).toBe('ii');
    await number.fill('i');
    // What is typed stays while the bar is drawn anew.
    await page.getByRole('button', { name: 'Donkere pagina’s' }).dispatchEvent('click');
    expect(await number.inputValue()).toBe('i');
    await number.press('Enter');
    await expect.poll(() => page.locator('#bar').innerText()).toContain('(1 van 2)');
    await number.fill('99');
    await number.press('Enter');
    await expect.poll(() => page.locator('#bar').innerText()).toContain('Er is geen pagina ‘99’');
    await page.getByRole('button', { name: 'Volgende pagina' }).press('Enter');
    await expect.poll(() => number.inputValue()).toBe('ii');
    const dark = page.getByRole('button', { name: 'Donkere pagina’s' });
    expect(await dark.getAttribute('aria-pressed')).toBe('true');
    await expectAccessible(page);
    await inForcedColours(page, async () => {
      const next = page.getByRole('button', { name: 'Volgende pagina' });
      await expectChoiceSeen(dark, next);
      for (const button of [dark, next]) await expectFocusSeen(page, button);
    });
    await dark.press('Enter');
  });

  it('searches, by day and by night, goes on and prints by the keys that every reader of a PDF knows', async () => {
    await openFile('brief');
    await page.waitForURL(/\?id=/);
    await report();
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-sheets', `${document.images.length}`);
    });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('de');
    const found = page.locator('.found');
    await expect.poll(() => found.innerText()).toBe('1 van 4');
    await page.keyboard.press('F3');
    await expect.poll(() => found.innerText()).toBe('2 van 4');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('stage');
    await page.keyboard.press('Control+Shift+g');
    await expect.poll(() => found.innerText()).toBe('1 van 4');
    const lightness = () =>
      page.locator('.highlight.selected').evaluate((word) => {
        const channels = getComputedStyle(word).backgroundColor.match(/\d+/gu) ?? [];
        return Math.max(...channels.slice(0, 3).map(Number));
      });
    expect(await lightness()).toBeLessThan(128);
    await page.getByRole('button', { name: 'Donkere pagina’s' }).press('Enter');
    expect(await lightness()).toBeGreaterThan(128);
    await page.keyboard.press('Control+p');
    await expect.poll(() => page.locator('body').getAttribute('data-sheets')).toBe('2');
  });

  it('finds words that the end of a line breaks off, by the hyphen of a program that sets text', async () => {
    await openFile('afgebroken');
    await page.locator('.textLayer span').first().waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('medewerker neemt de tijd');
    await expect.poll(() => page.locator('.found').innerText()).toBe('1 van 1');
    const marked = page.locator('.textLayer .highlight');
    await expect
      .poll(async () => (await marked.allInnerTexts()).join(''))
      .toBe('medewer\u2010ker neemt de tijd');
  });

  it('stops reading a long text when the reader says so, and reads on when asked', async () => {
    await openFile('lang');
    await page.waitForURL(/\?id=/);
    const tab = await browser.context.newPage();
    await tab.addInitScript(() => {
      const press = (_: unknown, observer: MutationObserver) => {
        const stop = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Stop',
        );
        if (stop) observer.disconnect();
        stop?.click();
      };
      new MutationObserver(press).observe(document, { childList: true, subtree: true });
    });
    await tab.goto(page.url());
    const progress = tab.locator('.progress');
    await expect.poll(() => progress.innerText()).toContain('Het lezen is gestopt');
    expect(await tab.title()).toBe('Waarborg');
    await tab.getByRole('button', { name: 'Lees verder' }).press('Enter');
    await expect.poll(() => tab.title()).toBe('lang');
    expect(await progress.innerText()).toBe('');
    await tab.close();
  });

  it.each([
    ['tekst', words['trouble.not-a-pdf']],
    ['leeg', words['trouble.empty-file']],
  ])('does not keep a file that is no PDF: %s', async (name, sentence) => {
    await openFile(name);
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows what is left of a damaged PDF, and says on the page that is lost that it is', async () => {
    await openFile('gat');
    await page.waitForURL(/\?id=/);
    await report();
    const notice = page.locator('[data-page-number="2"] .page-notice');
    await expect.poll(() => notice.allInnerTexts()).toEqual([expect.stringContaining(words['page.damaged'])]);
  });

  it('keeps the pages when a file that is no PDF is dropped on them, and says so above them', async () => {
    await dropFile('tekst');
    await expect.poll(() => page.locator('.progress').innerText()).toBe(words['trouble.not-a-pdf']);
    expect(await page.locator('#stage').isVisible()).toBe(true);
  });

  it('shows a PDF that is dropped on another one', async () => {
    const before = page.url();
    await dropFile('brief');
    await page.waitForURL((url) => url.href !== before && url.searchParams.has('id'));
    await page.locator('[data-page-number="1"] .textLayer span').first().waitFor();
    expect(await page.title()).toBe('Brief over de asielprocedure');
    await expect
      .poll(() => page.locator('.textLayer').first().innerText())
      .toContain('De voornemenprocedure');
  });

  it('asks for the password of an encrypted PDF, by keyboard, and says when one is wrong', async () => {
    await openFile('slot');
    await page.waitForURL(/\?id=/);
    expect((await report()).trouble).toBe('encrypted-pdf');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectRoomForText(page);
    await page.keyboard.type('verkeerd');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: words.passwordWrong }).waitFor();
    await expectAccessible(page);
    // What was typed is selected: one begins anew.
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await report()).trouble).toBeUndefined();
    await page.locator('.textLayer span').filter({ hasText: 'voornemenprocedure' }).waitFor();
    expect(await page.locator('.password').count()).toBe(0);
    expect(
      await page.evaluate(() => JSON.stringify([history.state, { ...localStorage }, location.href])),
    ).not.toContain(password);
    // It is kept nowhere.
    await page.reload();
    await page.getByLabel(words.password).waitFor();
  });

  it('stands still for a reader who wants no motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const turning = await page.evaluate(() => {
      const sheet = document.createElement('div');
      sheet.className = 'page loadingIcon';
      document.querySelector('.pdfViewer')?.append(sheet);
      return getComputedStyle(sheet, '::after').backgroundImage;
    });
    expect(turning).toBe('none');
    await page.emulateMedia({ reducedMotion: null });
  });
});
