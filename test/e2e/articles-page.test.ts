import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { bringPassages } from '../helpers/bring-passages.ts';
import { documentAt } from '../helpers/document-at.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';

const source = 'https://example.org/wachtwet.html';
const title = 'Wijziging van de Wachtwet; Voorstel van wet';
const bill = [
  ...['Hebben goedgevonden en verstaan:', 'ARTIKEL I', 'De Wachtwet wordt als volgt gewijzigd:'],
  ...['A', 'Artikel 1 vervalt met ingang van morgen.', 'B', 'Artikel 2 vervalt met ingang van morgen.'],
  ...['C', 'Artikel 3 vervalt met ingang van morgen.', 'ARTIKEL II', 'De Haastwet wordt ingetrokken.'],
  ...['ARTIKEL III', 'De Rustwet wordt als volgt gewijzigd:', 'A', 'Artikel 8 van die wet vervalt.'],
  ...['B', 'Artikel 9 van die wet vervalt.', 'ARTIKEL IV', 'Deze wet treedt morgen in werking.'],
].join('\n');

let pages: ExamplePages;
let page: Page;
let address: string;
let send: (method: string, path: string, body: unknown) => Promise<void>;
let code: (...provisions: string[]) => Promise<void>;
const billId = uuid();

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 900 });
  ({ page } = pages);
  const { token } = await pages.server.createToken('wet@example.org', 'wachtwet');
  address = `${pages.server.address}/dossiers/wachtwet/artikelen`;
  const api = `${pages.server.address}/api/v1/dossiers/wachtwet`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  send = async (method, path, body) => {
    const answer = await fetch(`${api}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  };
  await page.context().setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await send('POST', '/documents', {
    ...documentAt(source, title),
    ...{ id: billId, sourceType: 'parliamentary-paper' },
  });
  await send('POST', `/documents/${billId}/renditions`, { text: bill, source, mediaType: 'text/html' });
  const said = { safeguard: 'voornemen', measure: 'abolished', impact: 'cost' } as const;
  code = async (...provisions) => {
    await bringPassages(
      api,
      token,
      provisions.map((provision) => ({
        exact: `Wat het gevolg van ${provision} is.`,
        coding: { ...said, provision, direction: 'unfavourable', basis: 'expectation' },
      })),
    );
  };
  await code('art. I, onderdeel B', 'art. III', 'art. 39 Vw 2000');
});
afterAll(async () => {
  await pages?.close();
});

/** Names of the articles in the order of the page, with what is said of those that nobody codes. */
const outline = () =>
  page
    .locator('.wb-article h2, .wb-bill-rows li')
    .evaluateAll((found) => found.map(({ textContent }) => textContent?.replace(/\s+/gu, ' ').trim()));

describe('the page by article', () => {
  it('shows the articles of the bill that nobody codes, where the bill has them, with their place in it', async () => {
    await page.goto(address);
    await page.getByText('Geen codering noemt 4 van zijn 7 artikelen en onderdelen.').waitFor();
    expect(await outline()).toEqual([
      'art. I, onderdeel A niet gelezen',
      'art. I, onderdeel B',
      'art. I, onderdeel C niet gelezen',
      'art. II niet gelezen',
      'art. III',
      'art. III, onderdeel A alleen het artikel als geheel is gecodeerd',
      'art. III, onderdeel B alleen het artikel als geheel is gecodeerd',
      'art. IV niet gelezen',
      'art. 39 Vw 2000',
    ]);
    const link = page.getByRole('link', { name: 'art. II', exact: true });
    expect(await link.getAttribute('href')).toBe(`${source}#:~:text=De%20Haastwet%20wordt%20ingetrokken.`);
    await expectAccessibleInBothThemes(page);
  });

  it('tells what nobody read from what was read in vain, as soon as somebody notes it', async () => {
    await page.goto(address);
    await page.getByText('Niemand heeft het als gelezen aangetekend.').waitFor();
    await send('PUT', '/readings', { document: billId, safeguards: ['minors'] });
    await page.getByText('Het is voor een deel van de waarborgen gelezen.').waitFor();
    await send('PUT', '/readings', { document: billId });
    await page.getByText('Het is gelezen.').waitFor();
    expect(await outline()).toContain('art. II gelezen, niets gevonden');
  });

  it('says under filters what is coded elsewhere, and fits a small screen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${address}?measure=introduced`);
    await page.getByText('gecodeerd, maar niet onder deze filters').first().waitFor();
    expect(await outline()).toContain('art. I, onderdeel B gecodeerd, maar niet onder deze filters');
    expect(await outline()).toContain('art. II gelezen, niets gevonden');
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(320);
    await expectAccessibleInBothThemes(page);
  });

  it('says on paper what it is filtered on', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${address}?measure=introduced`);
    const filter = page.locator('.wb-active-filters > button', { hasText: 'Wat er gebeurt: ingevoerd' });
    await filter.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await filter.isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Meer filters' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('fits on a sheet of A4 beside five amendments', async () => {
    // In CSS pixels, within our margins
    await page.setViewportSize({ width: 642, height: 971 });
    await code(
      ...[11, 12, 13, 14, 15].map((number) => `art. I, onderdeel B (amendement 36000, nr. ${number})`),
    );
    await page.emulateMedia({ media: 'print' });
    await page.goto(address);
    await page.getByText('amendement 36000, nr. 15').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(642);
    await page.emulateMedia({ media: null });
  });

  it('takes for the bill what an owner chooses, and says so', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    await page.getByRole('link', { name: 'Kies een ander bij Instellingen.' }).press('Enter');
    const choice = page.getByLabel('Wetsvoorstel', { exact: true });
    await expect
      .poll(() => choice.locator('option').allTextContents())
      .toEqual([`Herkend: ${title}`, 'Stuk', title]);
    await choice.selectOption('Stuk');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    await page.getByText('De instellingen zijn bewaard.').waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByRole('link', { name: 'Per artikel' }).first().press('Enter');
    await page.getByText('Van dit document is geen tekst met artikelen bewaard').waitFor();
    expect(await page.locator('.wb-bill').textContent()).toMatch(/^Als wetsvoorstel geldt Stuk\./u);
    expect(await page.getByText('bij Instellingen').count()).toBe(0);
    expect(await outline()).toEqual(['art. I, onderdeel B', 'art. III', 'art. 39 Vw 2000']);
    await page.goto(`${pages.server.address}/dossiers/wachtwet/geschiedenis`);
    await page.locator('.wb-result summary').first().press('Enter');
    await page.locator('.wb-changes ins', { hasText: 'Stuk' }).waitFor();
  });
});
