import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* The pictures of the example dossier with their tables and files, and a copy of it for whoever has the link. */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  pages = await openExamplePages();
  ({ server, page } = pages);
});
afterAll(async () => {
  await pages?.close();
});

/** The height of each picture, and whether it is drawn. */
const readPictures = () =>
  page
    .locator('.wb-drawing > svg[role=img]')
    .evaluateAll((all) =>
      all.map((svg) => ({ height: svg.clientHeight, isDrawn: svg.querySelector('text') !== null })),
    );

describe('the pictures', () => {
  it('are drawn from the matrix, each with a name, where one looks and on paper, in room that was kept', async () => {
    await page.setViewportSize({ width: 412, height: 823 });
    await page.goto(`${server.address}/dossiers/voorbeeld/grafieken`);
    await page.locator('[data-picture=stances] .wb-drawing text').first().waitFor();
    const before = await readPictures();
    expect(before.map(({ isDrawn }) => isDrawn)).toEqual([true, false, false, false]);
    await page.getByRole('img', { name: /^Beweringen in de tijd/u }).scrollIntoViewIfNeeded();
    await page.locator('[data-picture=months] .wb-drawing text').first().waitFor();
    await page.pdf();
    const after = await readPictures();
    expect(after).toEqual(before.map(({ height }) => ({ height, isDrawn: true })));
    await page.setViewportSize({ width: 1280, height: 720 });
    await expectAccessibleInBothThemes(page);
  });

  it('have over time no milestone outside the period that is asked for', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/grafieken`);
    const months = page.locator('[data-picture=months]');
    const notes = months.locator('.wb-picture-notes');
    await notes.waitFor();
    expect(await notes.innerText()).toContain('1. 6 oktober 2025: ');
    await page.goto(`${server.address}/dossiers/voorbeeld/grafieken?from=2026-01`);
    const drawing = months.locator('.wb-drawing');
    await drawing.scrollIntoViewIfNeeded();
    await drawing.locator('text').first().waitFor();
    expect(await drawing.textContent()).not.toContain('okt');
    expect(await notes.count()).toBe(0);
    await page.goto(`${server.address}/dossiers/voorbeeld/grafieken`);
    await page.locator('[data-picture=stances] .wb-drawing text').first().waitFor();
  });

  it('are saved as files that need nothing else', async () => {
    for (const [kind, head] of [
      ['SVG', '<?xml'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: new RegExp(`^Bewaar als ${kind} ?: Standpunten`, 'u') }).click();
      const content = await readFile(await (await download).path(), 'latin1');
      expect(content.startsWith(head)).toBe(true);
      if (kind === 'SVG') expect(content).not.toMatch(/var\(--|url\(http/u);
    }
  });

  it('say the filters of which they are while others are on their way, and go where the numbers of these do not come', async () => {
    const saved = async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Bewaar als SVG ?: Standpunten/u }).click();
      return readFile(await (await download).path(), 'utf8');
    };
    const held = Promise.withResolvers<void>();
    await page.route('**/matrix?*', async (route) => {
      await held.promise;
      await route.abort();
    });
    await page.getByText('Standpunt:').click();
    await page.getByLabel('schaadt', { exact: true }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('stance')).toBe('hurts');
    expect(await saved()).toMatch(/ [1-9]\d* × helpt.*Zonder filter/su);
    held.resolve();
    await page.getByRole('heading', { name: 'De server antwoordt niet' }).waitFor();
    await page.locator('.wb-picture').first().waitFor({ state: 'detached' });
    await page.unroute('**/matrix?*');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByText(/: 0 × helpt, \d+ × schaadt/u).waitFor();
    expect(await saved()).toMatch(/ 0 × helpt.*Standpunt: schaadt/su);
    await page.goto(`${server.address}/dossiers/voorbeeld/grafieken`);
    await page.locator('[data-picture=stances] .wb-drawing text').first().waitFor();
  });

  it('have a table of which each number opens its passages, by keyboard', async () => {
    await page.getByRole('button', { name: /^Toon de tabel ?: Standpunten/u }).focus();
    await page.keyboard.press('Enter');
    const number = page.getByRole('link', { name: /, Beweringen: \d+$/u }).first();
    await number.waitFor();
    await expectAccessible(page);
    await number.focus();
    await page.keyboard.press('Enter');
    await page.locator('.wb-stance-section').first().waitFor();
  });
});

describe('a publication', () => {
  it('is read by its link without an account, until it is withdrawn', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/publiceren`);
    const title = page.getByLabel('Titel', { exact: true });
    await expect.poll(() => title.inputValue()).toMatch(/^Wet stroomlijning .+, stand van \d+ \w+ \d{4}$/u);
    await title.fill('Wat de wet doet');
    await page.getByRole('button', { name: 'Publiceer', exact: true }).press('Enter');
    await page.getByText('Kies of ook coderingen erin komen die nog niet zijn nagekeken.').waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^Ook wat nog niet is nagekeken: \d+ coderingen/u).check();
    await page.getByRole('button', { name: 'Publiceer', exact: true }).press('Enter');
    const link = page.locator('.wb-publication-link');
    await link.waitFor();
    await expectAccessible(page);
    const address = new URL((await link.getAttribute('href')) ?? '');
    const visitor = await (await pages.browser.newContext({ locale: 'nl-NL' })).newPage();
    await visitor.goto(server.address + address.pathname);
    await visitor.getByText('Bevroren kopie van').waitFor();
    await visitor.locator('.wb-matrix').waitFor();
    await page.getByRole('button', { name: 'Trek in: Wat de wet doet' }).click();
    await page.getByRole('button', { name: 'Trek in', exact: true }).click();
    await page.getByText('Ingetrokken.').waitFor();
    const answer = await visitor.reload();
    expect(answer?.status()).toBe(410);
    await visitor.getByText('Deze publicatie is ingetrokken.').waitFor();
  });

  it('opens with the layout that is said before it is made, and says what of the view does not go along', async () => {
    const layout = 'count=speakers&sortRows=desc.total&fold=people&hide=rows';
    const rowsOf = (shown: Page) =>
      shown.locator('.wb-matrix tbody th').evaluateAll((heads) => heads.map((head) => head.textContent));
    await page.goto(`${server.address}/dossiers/voorbeeld?${layout}`);
    await page.locator('.wb-matrix').waitFor();
    const rows = await rowsOf(page);
    await page.goto(`${server.address}/dossiers/voorbeeld?${layout}&reviewer=iemand&vs.stance=hurts`);
    await page.locator('a.wb-pill', { hasText: 'Publiceren' }).press('Enter');
    await page
      .getByText(
        'rijen: waarborg, kolommen: gevolg, getal: sprekers; rijen in de volgorde die u koos; 1 groep samengevouwen; rijen zonder getal weggelaten.',
      )
      .waitFor();
    await page.getByText('Het filter op codeur: wie codeerde, wordt niet openbaar.').waitFor();
    await page.getByText('De vergelijking: alleen de eerste kant komt in de kopie.').waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByLabel('Titel', { exact: true }).fill('Op volgorde');
    await page.getByLabel(/^Ook wat nog niet is nagekeken: \d+ coderingen/u).check();
    await page.getByRole('button', { name: 'Publiceer', exact: true }).press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Op volgorde' });
    const address = new URL((await row.locator('.wb-publication-link').getAttribute('href')) ?? '');
    const visitor = await (await pages.browser.newContext({ locale: 'nl-NL' })).newPage();
    await visitor.goto(server.address + address.pathname);
    await visitor.locator('.wb-matrix').waitFor();
    expect(rows.length).toBeGreaterThan(5);
    expect(await rowsOf(visitor)).toEqual(rows);
    await visitor.close();
  });

  it('is not made of a day without a time as its embargo, and not read before the one that stands there', async () => {
    // Whose device has another time means Dutch time too.
    const device = await page.context().newCDPSession(page);
    await device.send('Emulation.setTimezoneOverride', { timezoneId: 'America/Curacao' });
    await page.goto(`${server.address}/dossiers/voorbeeld/publiceren`);
    await page.getByLabel('Titel', { exact: true }).fill('Later te lezen');
    await page.getByLabel(/^Ook wat nog niet is nagekeken: \d+ coderingen/u).check();
    const embargo = page.getByLabel('Embargo tot (Nederlandse tijd)');
    await embargo.press('Home');
    // A day that is the same in the order of any language.
    await page.keyboard.type('12122099');
    const publish = page.getByRole('button', { name: 'Publiceer', exact: true });
    await publish.press('Enter');
    const wrong = page.getByText('Vul de datum en de tijd allebei in, of maak het veld leeg.');
    await wrong.waitFor();
    expect(await embargo.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await embargo.getAttribute('aria-describedby')).toContain((await wrong.getAttribute('id')) ?? '-');
    expect(await page.getByRole('cell', { name: 'Later te lezen' }).count()).toBe(0);
    await expectAccessible(page);
    // The day is still there: only the time is typed, with its half of the day for a browser that asks for it.
    for (const _ of ['day', 'month', 'year']) await page.keyboard.press('Tab');
    await page.keyboard.type('1030a');
    expect(await embargo.inputValue()).toBe('2099-12-12T10:30');
    await publish.press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Later te lezen' });
    await row.getByText('onder embargo tot 12 december 2099 om 10:30 (Nederlandse tijd)').waitFor();
    const address = new URL((await row.locator('.wb-publication-link').getAttribute('href')) ?? '');
    const visitor = await (await pages.browser.newContext({ locale: 'nl-NL' })).newPage();
    const answer = await visitor.goto(server.address + address.pathname);
    expect(await answer?.text()).not.toContain('Later te lezen');
    await visitor.getByText('Deze publicatie is te lezen vanaf 12 december 2099').waitFor();
    expect(await visitor.locator('.wb-matrix').count()).toBe(0);
    await expectAccessible(visitor);

    const opened = page.waitForEvent('popup');
    await row.getByRole('link', { name: 'Bekijk de kopie: Later te lezen' }).press('Enter');
    const preview = await opened;
    await preview.locator('.wb-matrix').waitFor();
    await preview.getByText('Onder embargo tot 12 december 2099').waitFor();
    await expectAccessibleInBothThemes(preview);
    await visitor.goto(preview.url());
    await visitor.getByText('zien alleen redacteuren en eigenaars van het dossier deze kopie').waitFor();
    expect(await visitor.locator('.wb-matrix').count()).toBe(0);
    await expectAccessible(visitor);
    await preview.close();
  });
});
