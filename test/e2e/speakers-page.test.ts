import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* The speakers of the example dossier: one is corrected, one added, both merged as likely the same, and separated. */

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

const button = (name: string) => page.getByRole('button', { name, exact: true });
const entry = (name: string) =>
  page.locator('.wb-speaker').filter({ has: page.getByRole('heading', { name, exact: true }) });
const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

describe('the speakers page', () => {
  it('lists who speaks, by words and kind, and leads to their claims', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.getByRole('link', { name: 'Sprekers', exact: true }).click();
    await entry('IND').waitFor();
    await page.getByLabel('Naam of alias').fill('naturalisatie');
    await status('1 van ');
    await expect.poll(() => page.locator('.wb-speaker h2').allTextContents()).toEqual(['IND']);
    const href = await entry('IND').getByRole('link').getAttribute('href');
    expect(href).toMatch(/^\/dossiers\/voorbeeld\?speaker=[\da-f-]+$/u);
    await page.getByLabel('Soort').selectOption('court');
    await page.getByText('Geen spreker past bij dit filter.').waitFor();
    await page.reload();
    await page.getByText('Geen spreker past bij dit filter.').waitFor();
    await expect.poll(() => page.getByLabel('Naam of alias').inputValue()).toBe('naturalisatie');
    await page.getByLabel('Soort').selectOption('');
    await page.getByLabel('Naam of alias').fill('');
  });

  it('corrects a speaker by keyboard, and keeps what was typed when somebody was earlier', async () => {
    await button('Wijzig: IND').focus();
    await page.keyboard.press('Enter');
    const form = entry('IND').locator('form');
    await form.getByLabel('Soort').selectOption('other');
    await form.getByLabel('Aliassen', { exact: true }).fill('Immigratie- en Naturalisatiedienst; De dienst');
    await page.evaluate(async () => {
      const path = '/api/v1/dossiers/voorbeeld/speakers';
      const { speakers } = await (await fetch(path)).json();
      const { id, name, kind } = speakers.find((one: { name: string }) => one.name === 'IND');
      await fetch(`${path}/${id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
        body: JSON.stringify({ name, kind, aliases: ['Immigratiedienst'] }),
      });
    });
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Iemand anders wijzigde deze spreker' }).waitFor();
    await entry('IND').getByText('ook: Immigratiedienst').waitFor();
    expect(await form.getByLabel('Aliassen', { exact: true }).inputValue()).toContain('De dienst');
    await form.getByText('Aliassen is nu ‘Immigratiedienst’.').waitFor();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('IND is gewijzigd.');
    await entry('IND').getByText('De dienst').waitFor();
  });

  it('keeps what was typed over a speaker whom a filter hides, and whom a colleague merges away', async () => {
    const colleagueMerges = (isMerged: boolean) =>
      page.evaluate(async (merges) => {
        const path = '/api/v1/dossiers/voorbeeld/speakers';
        const { speakers } = await (await fetch(path)).json();
        const idOf = (wanted: string) => speakers.find(({ name }: { name: string }) => name === wanted).id;
        await fetch(`${path}/${idOf('Nidos')}/merged-into`, {
          method: merges ? 'PUT' : 'DELETE',
          headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
          ...(merges && { body: JSON.stringify({ into: idOf('COA') }) }),
        });
      }, isMerged);
    await button('Wijzig: Nidos').press('Enter');
    const aliases = page.locator('.wb-speaker form').getByLabel('Aliassen', { exact: true });
    await aliases.fill('Stichting Nidos');
    await page.getByLabel('Naam of alias').fill('rechtbank');
    await aliases.waitFor({ state: 'detached' });
    await page.getByLabel('Naam of alias').fill('');
    expect(await aliases.inputValue()).toBe('Stichting Nidos');
    await aliases.focus();
    await colleagueMerges(true);
    await button('Maak los: Nidos').waitFor();
    expect(await entry('COA').locator('form').getByLabel('Aliassen', { exact: true }).inputValue()).toBe(
      'Stichting Nidos',
    );
    await entry('COA').locator('form input:focus').waitFor();
    await expectAccessible(page);
    await entry('COA').getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('Nidos is gewijzigd.');
    await entry('COA').getByText('ook: Stichting Nidos').waitFor();
    await colleagueMerges(false);
    await entry('Nidos').waitFor();
  });

  it('adds a speaker, and refuses the name of another', async () => {
    await button('Voeg een spreker toe').press('Enter');
    const form = page.locator('form').filter({ has: page.getByLabel('Naam', { exact: true }) });
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await form.locator('input[name="name"][aria-invalid]:focus').fill('IND');
    await form.getByLabel('Soort').selectOption('executive');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await page.getByRole('alert').waitFor();
    await form.getByLabel('Naam', { exact: true }).fill('De I.N.D.');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('De I.N.D. is toegevoegd.');
  });

  it('merges a likely duplicate, says how many claims go along, and takes it back', async () => {
    const countClaims = () => entry('IND').getByRole('link').textContent();
    await expect.poll(countClaims).toMatch(/^[1-9]/u);
    const claims = await countClaims();
    await button('Voeg samen: IND met De I.N.D.').press('Enter');
    await page.getByText(`${claims} van IND`).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await status('IND is samengevoegd met De I.N.D.');
    await entry('De I.N.D.')
      .getByRole('link', { name: `${claims} van De I.N.D.` })
      .waitFor();
    await button('Maak los: IND').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    await page.keyboard.press('Tab');
    await page.locator('button:focus', { hasText: 'Maak ongedaan' }).press('Enter');
    await status('De wijziging is ongedaan gemaakt.');
    await entry('IND')
      .getByRole('link', { name: `${claims} van IND` })
      .waitFor();
  });

  it('deletes who is used by nothing, and says why another one stays', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await button('Verwijder: De I.N.D.').press('Enter');
    await page.getByText('Deze spreker uit het dossier verwijderen?').waitFor();
    await page.keyboard.press('Enter');
    await status('De I.N.D. is verwijderd.');
    await entry('De I.N.D.').waitFor({ state: 'detached' });
    await button('Maak ongedaan').press('Enter');
    await entry('De I.N.D.').waitFor();
    await button('Wijzig: Nidos').press('Enter');
    await entry('Nidos').getByLabel('Deel van').selectOption({ label: 'Algemene Rekenkamer' });
    await entry('Nidos').getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('Nidos is gewijzigd.');
    await button('Verwijder: Algemene Rekenkamer').press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Deze spreker kan niet worden verwijderd.' }).waitFor();
  });
});
