import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { createPageLocators } from '../helpers/page-locators.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* What is typed into a form stays until it is saved or given up, and nothing that comes late takes its writer elsewhere. */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 900 });
  ({ server, page } = pages);
});
afterAll(async () => {
  await pages?.close();
});

const { button, link, entry, status } = createPageLocators(() => page);

describe('what is typed into a form', () => {
  it('is asked about before a link or a step back takes it along', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/documenten`);
    await page.getByRole('heading', { name: 'Documenten', level: 1 }).waitFor();
    await link('Codeboek').click();
    await button('Wijzig: Persoonlijk gehoor').press('Enter');
    const name = page.locator('.wb-concept form').getByLabel('Naam', { exact: true });
    await name.fill('Vertolking');
    const goBack = () => page.evaluate(() => window.history.back());
    for (const leave of [() => link('Documenten').click(), goBack]) {
      const asked = page.waitForEvent('dialog');
      const left = leave();
      await (await asked).dismiss();
      await left;
      await expect.poll(() => page.url()).toBe(`${server.address}/dossiers/voorbeeld/codeboek`);
      expect(await name.inputValue()).toBe('Vertolking');
    }
    const asked = page.waitForEvent('dialog');
    const left = goBack();
    await (await asked).accept();
    await left;
    await page.getByRole('heading', { name: 'Documenten', level: 1 }).waitFor();
    await link('Codeboek').click();
    await entry('Persoonlijk gehoor').waitFor();
  });

  it('stays whatever the codebook is filtered on', async () => {
    const words = page.getByLabel('Woord in naam');
    await button('Voeg een begrip toe: Het gehoor').press('Enter');
    const concept = page.locator('form').filter({ has: page.getByLabel('Kenmerk') });
    await concept.getByLabel('Naam', { exact: true }).fill('Aanwezigheid van een gemachtigde');
    await button('Meer: Persoonlijk gehoor').press('Enter');
    await button('Splits: Persoonlijk gehoor').press('Enter');
    const part = page.getByRole('group', { name: 'Nieuw begrip 1' }).getByLabel('Naam', { exact: true });
    await part.fill('Vertaling');
    await words.fill('voornemenfase');
    await status('1 van ');
    expect(await concept.getByLabel('Naam', { exact: true }).inputValue()).toContain('gemachtigde');
    expect(await part.inputValue()).toBe('Vertaling');
    await concept.getByRole('button', { name: 'Sluit' }).press('Enter');
    await button('Splits: Persoonlijk gehoor').press('Enter');
    await entry('Persoonlijk gehoor').waitFor({ state: 'detached' });
    await words.fill('');
    await button('Meer: Persoonlijk gehoor').press('Enter');
  });

  it('goes where it is typed, also when a question or what was done comes late', async () => {
    const words = page.getByLabel('Woord in naam');
    const stays = async () => {
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      expect(await page.locator(':focus').getAttribute('name')).toBe('words');
    };
    const question = Promise.withResolvers<void>();
    await page.route('**/*?preview=true', async (route) => {
      await question.promise;
      await route.continue();
    });
    await button('Stel buiten gebruik: Persoonlijk gehoor').press('Enter');
    await words.focus();
    question.resolve();
    await page.getByText('‘Persoonlijk gehoor’ wordt niet meer voorgesteld.').waitFor();
    await stays();
    await button('Annuleer').press('Enter');
    const answer = Promise.withResolvers<void>();
    await page.route('**/codebook/groups', async (route) => {
      await answer.promise;
      await route.continue();
    });
    await button('Voeg een groep toe: Waarborgen').press('Enter');
    const form = page.locator('form').filter({ has: page.getByLabel('Naam van de groep', { exact: true }) });
    await form.getByLabel('Naam van de groep', { exact: true }).fill('Digitaal');
    await form.getByRole('button', { name: 'Bewaar' }).press('Enter');
    await words.focus();
    answer.resolve();
    await status('De groep ‘Digitaal’ is toegevoegd.');
    await form.waitFor({ state: 'detached' });
    await stays();
    await page.unrouteAll();
    await button('Maak ongedaan').press('Enter');
    await status('De wijziging is ongedaan gemaakt.');
  });
});
