import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { expectMarkedWordsSeen } from '../helpers/forced-colours.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* Searching the example dossier: from the navigation to the words, and from there to the cell of a passage. */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  pages = await openExamplePages();
  ({ server, page } = pages);
});
afterAll(async () => {
  await pages?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the address asks; it is told a moment after what it shows. */
const search = () => new URL(page.url()).search;

describe('the search page', () => {
  it('says what to do before anything is asked', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.getByRole('link', { name: 'Zoeken' }).click();
    await page.getByText('Typ hierboven een of meer woorden').waitFor();
    await expectAccessible(page);
  });

  it('keeps what is typed as soon as its field is there', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const field = document.querySelector<HTMLInputElement>('.wb-search-form input');
        if (!field) return;
        observer.disconnect();
        field.value = 'voor';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.getByRole('link', { name: 'Zoeken' }).click();
    await page.getByText('Typ hierboven een of meer woorden').waitFor();
    await page.getByLabel('Zoek woorden').press('End');
    await page.keyboard.type('nemen');
    await expect.poll(() => page.getByLabel('Zoek woorden').inputValue()).toBe('voornemen');
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken`);
  });

  it('finds words by keyboard, marks them and keeps them in the address', async () => {
    const field = page.getByLabel('Zoek woorden');
    // What is not seen yet takes no focus.
    await field.waitFor();
    await field.focus();
    await page.keyboard.type('voornemen');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /resultaten voor ‘voornemen’/u })
      .waitFor();
    await expect.poll(search).toBe('?q=voornemen');
    await page.locator('.wb-quote mark').first().waitFor();
    const marks = await page.locator('.wb-quote mark').allTextContents();
    expect(marks.every((word) => /voornemen/iu.test(word))).toBe(true);
    await page.locator('.wb-coding').first().waitFor();
    await expectAccessibleInBothThemes(page);
    await expectMarkedWordsSeen(page, page.locator('.wb-quote mark').first());
  });

  it('leads from a passage to its source and to its cell, and back to the results', async () => {
    const source = page.getByRole('link', { name: /^Open bron/u }).first();
    expect(await source.getAttribute('href')).toMatch(/^http.+\.html#waarborg=/u);
    await page
      .getByRole('link', { name: /^In de matrix: Voornemen/u })
      .first()
      .click();
    await page.locator('.wb-stance-section').first().waitFor();
    await page.goBack();
    await page.locator('.wb-quote mark').first().waitFor();
    await expect.poll(() => page.getByLabel('Zoek woorden').inputValue()).toBe('voornemen');
  });

  it('finds within the filters of the matrix, which stand in the address', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=voornemen`);
    await page.getByRole('button', { name: 'Meer filters' }).press('Enter');
    await page
      .locator('summary')
      .filter({ hasText: /^Passage:/u })
      .press('Enter');
    await page.getByRole('checkbox', { name: 'niet vervallen' }).press('Space');
    await page.getByText('Met deze filters worden passages gevonden').waitFor();
    await expect.poll(search).toBe('?gone=false&q=voornemen');
    await page.locator('.wb-quote mark').first().waitFor();
    await expectAccessibleInBothThemes(page);
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=voornemen&gone=true`);
    await page.getByRole('heading', { name: 'Niets gevonden' }).waitFor();
    await page.getByRole('button', { name: 'Wis alle filters' }).press('Enter');
    await page.locator('.wb-quote mark').first().waitFor();
    await expect.poll(search).toBe('?q=voornemen');
  });

  it('exports the passages that were found, in whatever form the words stand there', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=voornemens`);
    await page.locator('.wb-quote mark').first().waitFor();
    await page.getByText('Exporteren:').click();
    await page.getByText('De gevonden passages met hun coderingen').waitFor();
    await expectAccessible(page);
    const link = page.getByRole('link', { name: 'Csv: Coderingen' });
    const file = await page.request.get(server.address + (await link.getAttribute('href')));
    const exported = new Set((await file.text()).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu));
    const answer = await page.request.get(
      `${server.address}/api/v1/dossiers/voorbeeld/search?q=voornemens&limit=500`,
    );
    const { results } = await answer.json();
    const found = results.flatMap(({ annotation }: { annotation?: string }) => annotation ?? []);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((id: string) => !exported.has(id))).toEqual([]);
    const [offline] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Offline pagina (html)' }).click(),
    ]);
    const kept = path.join(folder, offline.suggestedFilename());
    await offline.saveAs(kept);
    const context = await pages.browser.newContext({ locale: 'nl-NL', offline: true });
    const copy = await context.newPage();
    await copy.goto(pathToFileURL(kept).href);
    await copy.locator('.wb-total-all').waitFor();
    await copy.getByText('die bij het zoeken naar ‘voornemens’ zijn gevonden').waitFor();
    await expectAccessibleInBothThemes(copy);
    await context.close();
  });

  it('leads from what a curator sent back to no cell, since it counts in none', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=voornemen`);
    const results = page.locator('.wb-result');
    await results.first().waitFor();
    const sentBack = results.filter({ hasText: 'teruggestuurd' });
    expect(await sentBack.count()).toBeGreaterThan(0);
    expect(await sentBack.getByRole('link', { name: /^In de matrix/u }).count()).toBe(0);
  });

  it('says in either language that nothing was found, and what to do', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=%3Cb%3Eflierefluiter`);
    await page.getByRole('heading', { name: 'Niets gevonden' }).waitFor();
    await page.getByRole('button', { name: 'EN: English' }).click();
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'NL: Nederlands' }).click();
  });

  it('shows further results page by page, in the address', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=de`);
    await page.getByRole('status').filter({ hasText: 'voor ‘de’' }).waitFor();
    const firstResult = () => page.locator('.wb-result').first().textContent();
    const first = await firstResult();
    // By keyboard, which no link escapes that moves while it is pressed.
    await page.getByRole('link', { name: 'Volgende bladzijde' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Verdere resultaten' }).waitFor();
    await expect.poll(firstResult).not.toBe(first);
    await page.getByRole('link', { name: 'Naar de eerste bladzijde' }).press('Enter');
    await expect.poll(firstResult).toBe(first);
    await page
      .getByRole('status')
      .filter({ hasText: /^[\d.]+ resultaten voor ‘de’/u })
      .waitFor();
    await expect.poll(search).toBe('?q=de');
  });
});
