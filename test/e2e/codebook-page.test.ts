import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { watchFocusWithWords } from '../helpers/focus-with-words.ts';
import { createPageLocators } from '../helpers/page-locators.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/*
 * The codebook of the example dossier: read, changed while a colleague changes it, added to, put in order, merged,
 * split and retired, each with the number of codings it touches and each taken back.
 */

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

const { button, link, entry, status } = createPageLocators(() => page);
const names = () => page.locator('.wb-concept h4').allTextContents();
/** Takes the last change back, and waits until the page says so. */
async function undo() {
  await button('Maak ongedaan').press('Enter');
  await status('De wijziging is ongedaan gemaakt.');
}

/** A colleague takes the last change of the dossier back. */
async function takeBackLast() {
  await page.evaluate(async () => {
    const path = '/api/v1/dossiers/voorbeeld';
    const { revision } = await (await fetch(path)).json();
    await fetch(`${path}/revisions/${revision}/undo`, { method: 'POST' });
  });
  await page.getByText('Iemand anders maakte de toevoeging ongedaan').waitFor();
}

/** A colleague gives a concept another name; then, at once, a button is pressed, if there is one to press. */
async function renameMeanwhile(id: string, nl: string, pressed?: string) {
  await page.evaluate(
    async ([concept, name, selector]) => {
      const path = '/api/v1/dossiers/voorbeeld/codebook';
      const { concepts } = await (await fetch(path)).json();
      const found = concepts.find((one: { id: string }) => one.id === concept);
      await fetch(`${path}/concepts/${concept}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
        body: JSON.stringify({ ...found, label: { ...found.label, nl: name } }),
      });
      if (selector) document.querySelector<HTMLElement>(selector)?.click();
    },
    [id, nl, pressed] as const,
  );
}

/** How many concepts the page had each time that it changed; in it, `concepts`. */
function countConcepts() {
  const concepts: number[] = [];
  Object.assign(globalThis, { concepts });
  new MutationObserver(() => {
    if (document.querySelector('main[data-arriving]')) return;
    const count = document.querySelectorAll('.wb-concept').length;
    if (count > 0) concepts.push(count);
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-arriving'] });
}

describe('the codebook page', () => {
  it('lists what codes are made of, by group and words, and leads to their passages and their history', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await link('Codeboek').click();
    await entry('Voornemen en zienswijze').waitFor();
    await expect
      .poll(() => page.locator('h2, h3').allTextContents())
      .toEqual(expect.arrayContaining(['Waarborgen', 'Gevolgen']));
    await expectAccessible(page);
    await page.getByLabel('Woord in naam').fill('voornemenfase');
    await status('1 van ');
    await expect.poll(names).toEqual(['Voornemen en zienswijze']);
    const codings = entry('Voornemen en zienswijze').getByRole('link', { name: /coderingen van/u });
    await expect.poll(() => codings.textContent()).toMatch(/^\d+ coderingen$/u);
    await codings.click();
    await page.locator('.wb-cell-panel .wb-passage').first().waitFor();
    await page.goBack();
    await link('Geschiedenis van Voornemen en zienswijze').click();
    await page.getByText('Alleen de wijzigingen van één onderdeel').waitFor();
    await page.goBack();
    await page.getByLabel('Soort').selectOption('impact');
    await page.getByLabel('Woord in naam').fill('voornemenfase');
    await page.getByText('Geen begrip past bij dit filter.').waitFor();
    await page.getByLabel('Soort').selectOption('');
    await page.getByLabel('Woord in naam').fill('');
  });

  it('changes a concept by keyboard while a colleague does, and keeps what was typed', async () => {
    await button('Wijzig: Voornemen en zienswijze').press('Enter');
    const form = page.locator('.wb-concept form');
    await form.getByText(/^Dit raakt \d+ coderingen/u).waitFor();
    await form.getByLabel('Naam', { exact: true }).fill('Het voornemen');
    await form.getByText('De Engelse naam blijft zoals hij was. Klopt hij nog?').waitFor();
    await form.getByLabel('Termen').fill('voornemen*\nvoornemen*');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await form.getByText('Geef elke term één keer').waitFor();
    await expect.poll(() => form.locator(':focus').getAttribute('name')).toBe('terms');
    await page.keyboard.type('x');
    await renameMeanwhile('voornemen', 'Voornemenprocedure', '.wb-concept form [type="submit"]');
    await page.getByRole('alert').filter({ hasText: 'Iemand anders wijzigde dit intussen.' }).waitFor();
    await form.getByText('Naam is nu ‘Voornemenprocedure’.').waitFor();
    expect(await form.getByLabel('Naam', { exact: true }).inputValue()).toBe('Het voornemen');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await renameMeanwhile('voornemen', 'Voornemen (nieuw)');
    await form.getByText('Naam is nu ‘Voornemen (nieuw)’.').waitFor();
    await form.getByRole('button', { name: 'Neem over: Naam' }).press('Enter');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('‘Voornemen (nieuw)’ is gewijzigd.');
    await entry('Voornemen (nieuw)').getByText('Termen: voornemen*').waitFor();
    await page.locator('button:focus[aria-label="Wijzig: Voornemen (nieuw)"]').waitFor();
    await undo();
  });

  it('adds a group and a concept with a name that is short enough, and deletes what is empty', async () => {
    await button('Voeg een groep toe: Waarborgen').press('Enter');
    const form = page.locator('form').filter({ has: page.getByLabel('Naam van de groep', { exact: true }) });
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await form.getByText('Geef de groep een naam.').waitFor();
    await form.getByLabel('Naam van de groep', { exact: true }).fill('Digitaal');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('De groep ‘Digitaal’ is toegevoegd.');
    await button('Voeg een begrip toe: Digitaal').press('Enter');
    const concept = page.locator('form').filter({ has: page.getByLabel('Kenmerk') });
    await concept.getByLabel('Naam', { exact: true }).fill('Toegang tot het digitale dossier');
    await expect
      .poll(() => concept.getByLabel('Kenmerk').inputValue())
      .toBe('toegang-tot-het-digitale-dossier');
    const expectFocus = await watchFocusWithWords(page, 'main', 'De naam is te lang voor een smalle kolom.');
    await concept.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await concept.getByText('De naam is te lang voor een smalle kolom.').waitFor();
    await expectFocus('[aria-invalid]');
    await page.keyboard.type('Digitaal dossier');
    await page.keyboard.press('Enter');
    await status('‘Toegang tot het digitale dossier’ is toegevoegd.');
    await button('Verwijder de groep: Digitaal').waitFor({ state: 'detached' });
    await button('Wijzig: Toegang tot het digitale dossier').press('Enter');
    await page.locator('.wb-concept form').getByLabel('Rechtsgrond').fill('art. 2:13 Awb');
    await takeBackLast();
    const gone = page.locator('section').filter({ hasText: 'is er niet meer' }).last();
    expect(await gone.getByLabel('Rechtsgrond').inputValue()).toBe('art. 2:13 Awb');
    await gone.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await entry('Toegang tot het digitale dossier').getByText('art. 2:13 Awb').waitFor();
    await undo();
    await button('Verwijder de groep: Digitaal').press('Enter');
    await page.getByText('Deze groep verwijderen? Geen codering wordt hierdoor geraakt.').waitFor();
    await page.keyboard.press('Enter');
    await status('De groep ‘Digitaal’ is verwijderd.');
    await undo();
    await page.getByRole('heading', { name: 'Digitaal' }).waitFor();
  });

  it('moves a concept in its group, press by press', async () => {
    const order = async () => (await names()).slice(0, 3);
    const before = await order();
    await button(`Meer: ${before[0]}`).press('Enter');
    await button(`Omlaag: ${before[0]}`).press('Enter');
    await status(`‘${before[0]}’ is verplaatst.`);
    await page.waitForFunction(
      (name) => document.querySelectorAll('.wb-concept h4')[1]?.textContent === name,
      before[0],
    );
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe(`Omlaag: ${before[0]}`);
    await undo();
    await page.waitForFunction(
      (name) => document.querySelectorAll('.wb-concept h4')[0]?.textContent === name,
      before[0],
    );
    await expect.poll(order).toEqual(before);
    await button('Wijzig de groep: Vóór het gehoor').press('Enter');
    await button('Omlaag: Vóór het gehoor').press('Enter');
    await status('De groep ‘Vóór het gehoor’ is verplaatst.');
    await page.locator('.wb-concept-group:nth-of-type(2) h3', { hasText: 'Vóór het gehoor' }).waitFor();
    const form = page.locator('form').filter({ has: page.getByLabel('Naam van de groep', { exact: true }) });
    await form.getByLabel('Naam van de groep', { exact: true }).fill('Vooraf');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await status('De groep ‘Vooraf’ is gewijzigd.');
    await undo();
    await button('Wijzig de groep: Vóór het gehoor').press('Enter');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    expect(await page.getByText('De groep ‘Vóór het gehoor’ is gewijzigd.').count()).toBe(0);
    await button('Wijzig de groep: Vóór het gehoor').press('Enter');
    await button('Omhoog: Vóór het gehoor').press('Enter');
    await page.locator('.wb-concept-group:nth-of-type(1) h3', { hasText: 'Vóór het gehoor' }).waitFor();
    await button('Wijzig de groep: Vóór het gehoor').press('Enter');
    await button(`Meer: ${before[0]}`).press('Enter');
  });

  it('merges a concept, says how many codings count for the other one, and separates it again', async () => {
    await button('Meer: Medisch onderzoek vóór het gehoor').press('Enter');
    await button('Voeg samen: Medisch onderzoek vóór het gehoor').press('Enter');
    await page
      .getByLabel('Medisch onderzoek vóór het gehoor samenvoegen met')
      .selectOption('legal-preparation');
    await button('Voeg samen: Medisch onderzoek vóór het gehoor met Voorbereiding met een advocaat').press(
      'Enter',
    );
    await page.getByText(/^6 coderingen van ‘Medisch onderzoek vóór het gehoor’ tellen/u).waitFor();
    await page.keyboard.press('Enter');
    await status('‘Medisch onderzoek vóór het gehoor’ is samengevoegd met ‘Voorbereiding met een advocaat’');
    await button('Maak los: Medisch onderzoek vóór het gehoor').press('Enter');
    await page.getByText('‘Medisch onderzoek vóór het gehoor’ staat weer op zichzelf, met 6').waitFor();
    await page.keyboard.press('Enter');
    await entry('Medisch onderzoek vóór het gehoor').waitFor();
    await undo();
    await button('Maak los: Medisch onderzoek vóór het gehoor').waitFor();
  });

  it('leads from a passage of what was merged to the cell in which it counts now', async () => {
    const other = await page.context().newPage();
    await other.goto(`${server.address}/dossiers/voorbeeld/zoeken?q=medisch`);
    const link = other.getByRole('link', {
      name: 'In de matrix: Voorbereiding met een advocaat × Doorlooptijd',
    });
    expect(await link.first().getAttribute('href')).toContain('row=medical-check');
    await link.first().click();
    await other.getByRole('heading', { name: 'Voorbereiding met een advocaat → Doorlooptijd' }).waitFor();
    await other.locator('.wb-cell-panel .wb-passage').first().waitFor();
    expect(new URL(other.url()).searchParams.get('row')).toBe('legal-preparation');
    expect(await other.locator('.wb-matrix [aria-current="true"]').count()).toBe(1);
    await other.close();
  });

  it('splits a concept as the curator divides its passages', async () => {
    const name = 'Voornemen (nieuw)';
    await button(`Meer: ${name}`).press('Enter');
    await button(`Splits: ${name}`).press('Enter');
    const more = entry(name).locator('.wb-concept-more');
    await more.getByLabel('Naam', { exact: true }).fill('Zienswijze');
    await button('Nog een nieuw begrip').press('Enter');
    await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('new:2-nl');
    await button('Zonder dit begrip: nieuw begrip 2').press('Enter');
    const passages = more.locator('.wb-split-passages select');
    await passages.first().waitFor();
    const count = await passages.count();
    await passages.first().selectOption({ label: 'Zienswijze' });
    await more.getByLabel('Passages met').fill('nergens');
    await more.getByRole('button', { name: 'Kies dit' }).press('Enter');
    await status('In geen passage staan deze woorden.');
    await more.getByLabel('Passages met').fill('weken');
    await more.getByLabel('gaan naar').selectOption({ label: 'Zienswijze' });
    await more.getByRole('button', { name: 'Kies dit' }).press('Enter');
    await status('gekozen.');
    const moved = (
      await passages.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
    ).filter((value) => value.startsWith('new:')).length;
    expect(moved).toBeGreaterThan(1);
    await page.getByLabel('Woord in naam').fill('voornemenfase');
    await status('1 van ');
    await expectAccessible(page);
    await more.getByLabel('Naam', { exact: true }).fill('Zienswijze op het voornemen');
    const short = more.getByLabel('Korte naam');
    for (let press = 0; press < 2; press += 1) {
      await button(`Splits nu: ${name}`).press('Enter');
      await expect.poll(() => short.evaluate((field) => field === document.activeElement)).toBe(true);
    }
    await more.getByLabel('Naam', { exact: true }).fill('Zienswijze');
    await button(`Splits nu: ${name}`).press('Enter');
    await page
      .getByText(`${moved} van de ${count} coderingen van ‘${name}’ verhuizen; ${count - moved} blijven.`)
      .waitFor();
    await page.keyboard.press('Enter');
    await status(`‘${name}’ is gesplitst: ${moved} coderingen verhuisd.`);
    await page.locator(`button:focus[aria-label="Splits: ${name}"]`).waitFor();
    await page.getByLabel('Woord in naam').fill('');
    await entry('Zienswijze').getByText(`${moved} coderingen`, { exact: true }).waitFor();
    await undo();
    await entry('Zienswijze').waitFor({ state: 'detached' });
  });

  it('takes a concept out of use and fits a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await button('Meer: Tolk en vertaling').press('Enter');
    await button('Stel buiten gebruik: Tolk en vertaling').press('Enter');
    const question = page.getByText('‘Tolk en vertaling’ wordt niet meer voorgesteld.');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.locator('button:focus[aria-label="Stel buiten gebruik: Tolk en vertaling"]').press('Enter');
    await question.waitFor();
    await page.keyboard.press('Enter');
    await status('‘Tolk en vertaling’ is buiten gebruik gesteld.');
    await entry('Tolk en vertaling').getByText('buiten gebruik', { exact: true }).waitFor();
    await page.locator('button:focus[aria-label="Neem weer in gebruik: Tolk en vertaling"]').waitFor();
    await page.getByLabel('Toestand').selectOption('retired');
    await status('1 van ');
    await button('Neem weer in gebruik: Tolk en vertaling').waitFor();
    await button('Wijzig: Tolk en vertaling').press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.locator('.wb-concept form').getByRole('button', { name: 'Sluit' }).press('Enter');
    await page.locator('button:focus[aria-label="Wijzig: Tolk en vertaling"]').waitFor();
  });

  it('gives the codebook as a file', async () => {
    const href = await page.getByRole('link', { name: /^Csv/u }).getAttribute('href');
    const text = await page.evaluate(async (path) => (await fetch(path)).text(), href ?? '');
    expect(text).toContain('Tolk en vertaling');
  });

  it('is shown with what fills the window, and whole soon after that, or at once where one goes back', async () => {
    const counts = () => page.evaluate(() => (globalThis as unknown as { concepts: number[] }).concepts);
    await page.addInitScript(countConcepts);
    await page.reload();
    const all = await page.evaluate(async () => {
      const { concepts } = await (await fetch('/api/v1/dossiers/voorbeeld/codebook')).json();
      return concepts.filter((one: { mergedInto?: string }) => one.mergedInto === undefined).length;
    });
    await expect.poll(async () => (await counts()).at(-1)).toBe(all);
    expect((await counts())[0]).toBeLessThan(all);
    await page.locator('.wb-concept').last().scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => window.scrollY);
    await page
      .getByRole('link', { name: /^Geschiedenis van/u })
      .last()
      .click();
    await page.getByRole('heading', { name: 'Geschiedenis' }).waitFor();
    await page.evaluate(() => (globalThis as unknown as { concepts: number[] }).concepts.splice(0));
    await page.goBack();
    await expect.poll(async () => (await counts())[0]).toBe(all);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place / 2);
  });
});
