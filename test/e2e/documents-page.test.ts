import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';

/*
 * The documents of the example dossier and what they cite: a kept text adds citations, which are found, opened and
 * followed to passages and documents; a document is corrected beside a colleague, merged, separated and deleted.
 */

let pages: ExamplePages;
let page: Page;

beforeAll(async () => {
  pages = await openExamplePages({ width: 1280, height: 900 });
  ({ page } = pages);
});
afterAll(async () => {
  await pages?.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
const open = (part: string) => page.goto(`${pages.server.address}/dossiers/voorbeeld/${part}`);

/** Asks the API as the reader of the pages. */
function ask(method: string, path: string, body?: unknown) {
  return page.evaluate(
    async ([verb, address, content]) => {
      const answer = await fetch(`/api/v1/dossiers/voorbeeld${address}`, {
        method: verb,
        headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
        ...(content === undefined ? {} : { body: content }),
      });
      return answer.status === 204 ? undefined : await answer.json();
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
}

async function expectFitsNarrowScreen(): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A letter that the dossier gets meanwhile, and its text. */
const letter = {
  id: '018f0000-0000-7000-8000-000000000901',
  sourceType: 'inspection-letter',
  title: 'Nabrief',
  date: '2026-06-01',
  addresses: [{ address: 'https://example.org/nabrief.html', mediaType: 'text/html' }],
  identifiers: [],
};
const text = 'Zie Kamerstukken II 2025/26, 39990, nr. 3 en ECLI:NL:RVS:2013:298, en artikel 28 Vw 2000.';

describe('the pages of documents and of what they cite', () => {
  it('list what is cited, live, by kind and with what the dossier lacks', async () => {
    await open('');
    await ask('POST', '/documents', letter);
    await link('Verwijzingen').click();
    await link('Vw 2000').waitFor();
    await ask('POST', `/documents/${letter.id}/renditions`, {
      text,
      source: letter.addresses[0]?.address,
      mediaType: 'text/html',
    });
    const missing = page.locator('.wb-missing');
    await missing.getByRole('link', { name: 'ECLI:NL:RVS:2013:298', exact: true }).waitFor();
    await expect
      .poll(() => missing.getByRole('link', { name: /^Open de bron/u }).getAttribute('href'))
      .toBe('https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2013:298');
    await expectAccessibleInBothThemes(page);
    await expectFitsNarrowScreen();
    const asked = () => new URL(page.url()).searchParams.get('q');
    await page.getByLabel('Naam, nummer of artikel').focus();
    // What is typed stays, also a space before a rest.
    await page.keyboard.type('vreemdelingenwet art. ');
    await expect.poll(asked).toBe('vreemdelingenwet art.');
    await status('aangehaald');
    await page.keyboard.type('39');
    await expect.poll(asked).toBe('vreemdelingenwet art. 39');
    await status('1 bron aangehaald');
    await page.getByLabel('Naam, nummer of artikel').fill('onzin');
    await heading('Niets gevonden').waitFor();
    await page.getByLabel('In het dossier').selectOption('no');
    await expect.poll(() => heading('Niet in het dossier').count()).toBe(0);
    await heading('Niets gevonden').waitFor();
    expect(await page.getByText('0 bronnen').count()).toBe(0);
    await page.getByLabel('Naam, nummer of artikel').fill('');
    await heading('Niet in het dossier').waitFor();
    await page.getByLabel('In het dossier').selectOption('yes');
    await link('Wet stroomlijning toelatingsprocedure; Memorie van toelichting').waitFor();
    // On paper stands what is chosen, and no more.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('In het dossier').isVisible()).toBe(true);
    expect(await page.getByLabel('Naam, nummer of artikel').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.getByLabel('Naam, nummer of artikel').fill('memorie');
    await expect.poll(asked).toBe('memorie');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('Naam, nummer of artikel').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('say of a dossier that cites nothing only why there is nothing', async () => {
    await page.evaluate(async () => {
      const body = JSON.stringify({ slug: 'nog-leeg', title: 'Nog leeg' });
      const headers = { 'Content-Type': 'application/json' };
      await fetch('/api/v1/dossiers', { method: 'POST', headers, body });
    });
    await page.goto(`${pages.server.address}/dossiers/nog-leeg/verwijzingen`);
    await heading('Er wordt niets aangehaald').waitFor();
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    expect(await page.locator('main').getByRole('link').count()).toBe(0);
    expect(await page.getByText('0 bronnen').count()).toBe(0);
    await expectAccessibleInBothThemes(page);
  });

  it('open an article at every passage that cites it, and say where none does', async () => {
    await open('verwijzingen');
    const law = page.locator('.wb-source').filter({ has: link('Vw 2000') });
    await law.getByRole('link', { name: /^art\. 39:/u }).focus();
    await page.keyboard.press('Enter');
    await heading('art. 39 Vw 2000').waitFor();
    const quote = page
      .locator('blockquote')
      .filter({ hasText: 'Artikel 39 van de Vreemdelingenwet 2000 vereist' });
    await quote.waitFor();
    await link('Open de bron: art. 39 Vw 2000').waitFor();
    await expectAccessibleInBothThemes(page);
    await link('Alles van Vw 2000').click();
    await page.getByRole('link', { name: /^art\. 28:/u }).click();
    await page.getByText('Geen gemarkeerde passage haalt dit aan').waitFor();
    await link('Nabrief').click();
    await heading('Nabrief').waitFor();
  });

  it('show of a document what it is, cites and was read for', async () => {
    await page.getByText('Voor 0 van 27 waarborgen gelezen').click();
    await page.getByText('niet gelezen').first().waitFor();
    await button('Ik heb dit gelezen, op alle waarborgen').press('Enter');
    await status('‘Nabrief’ staat als door u gelezen');
    await page.getByText('Voor 27 van 27 waarborgen gelezen').waitFor();
    await button('Toch niet (helemaal) gelezen').press('Enter');
    await page.getByText('Voor 0 van 27 waarborgen gelezen').waitFor();
    // Somebody who reads and codes nothing is named, too.
    const { token } = await pages.server.createToken('lezer@example.org', 'voorbeeld');
    const read = await fetch(`${pages.server.address}/api/v1/dossiers/voorbeeld/readings`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ document: letter.id, safeguards: ['voornemen'] }),
    });
    expect(read.status).toBe(200);
    await page.locator('dd').filter({ hasText: '✓ lezer' }).waitFor();
    await page.getByText('Kamerstukken en Kamervragen (1)').click();
    await link('Kamerstukken II 2025/26, 39990, nr. 3').waitFor();
    await expectAccessibleInBothThemes(page);
    await expectFitsNarrowScreen();
  });

  it('correct a document by keyboard, and keep what was typed when somebody was earlier', async () => {
    await button('Wijzig: Nabrief').press('Enter');
    await page.getByLabel('Titel', { exact: true }).fill('Nabrief van de inspectie');
    await page.getByLabel('Datum', { exact: true }).fill('juni');
    await page.keyboard.press('Enter');
    await page.getByText('Schrijf de datum als').waitFor();
    await button('Bewaar').press('Enter');
    await page.locator('input[name="date"][aria-invalid]:focus').waitFor();
    await page.getByLabel('Datum', { exact: true }).fill('juni 2026');
    // What is typed decides how it is cited.
    await page.getByText(/^Zo wordt het aangehaald: .*Nabrief van de inspectie.*, juni 2026\.$/u).waitFor();
    await ask('PUT', `/documents/${letter.id}`, { sourceType: 'press' });
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: 'Iemand anders wijzigde dit document intussen' })
      .waitFor();
    expect(await page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Nabrief van de inspectie');
    const kind = page.locator('.wb-document-actions').getByLabel('Soort');
    await expect.poll(() => kind.inputValue()).toBe('press');
    await button('Bewaar').press('Enter');
    await status('‘Nabrief van de inspectie’ is gewijzigd.');
    await heading('Nabrief van de inspectie').waitFor();
    await page.getByText('juni 2026', { exact: true }).waitFor();
    // What somebody else changed meanwhile stays.
    await page.getByText('Pers', { exact: true }).waitFor();
  });

  it('merge two documents, separate them, and take the last change back', async () => {
    await button('Voeg samen: Nabrief van de inspectie').press('Enter');
    const into = 'Brief Inspectie Justitie en Veiligheid over de Wet stroomlijning toelatingsprocedure';
    await page.getByLabel('Is hetzelfde stuk als').selectOption({ label: into });
    await button(`Voeg samen: Nabrief van de inspectie met ${into}`).press('Enter');
    await page.getByText('(0 passages)').waitFor();
    await page.keyboard.press('Enter');
    await heading(into).waitFor();
    await status('is samengevoegd met');
    await button('Maak los: Nabrief van de inspectie').press('Enter');
    await status('‘Nabrief van de inspectie’ staat weer op zichzelf.');
    await button('Maak los: Nabrief van de inspectie').waitFor({ state: 'detached' });
    await button('Maak ongedaan').press('Enter');
    await status('De wijziging is ongedaan gemaakt.');
    await button('Maak los: Nabrief van de inspectie').press('Enter');
    await status('staat weer op zichzelf.');
  });

  it('tell whoever corrects a document what it became meanwhile, also where it was merged into another one', async () => {
    const { documents } = await ask('GET', '/documents');
    const report = documents.find(({ title }: { title: string }) => title.startsWith('Uitvoeringsrapport'));
    await open(`documenten?document=${letter.id}`);
    await button('Wijzig: Nabrief van de inspectie').press('Enter');
    const title = page.getByLabel('Titel', { exact: true });
    await title.fill('Nabrief');
    await ask('PUT', `/documents/${letter.id}`, { title: 'Brief achteraf' });
    await page.getByText('Titel is nu ‘Brief achteraf’.').waitFor();
    await ask('PUT', `/documents/${letter.id}/merged-into`, { into: report.id });
    await page.getByText(`Titel is nu ‘${report.title}’.`).waitFor();
    expect(await title.inputValue()).toBe('Nabrief');
    await button('Neem over: Titel').press('Enter');
    await button('Bewaar').press('Enter');
    await status(`‘${report.title}’ is gewijzigd.`);
    await ask('DELETE', `/documents/${letter.id}/merged-into`);
    await ask('PUT', `/documents/${letter.id}`, { title: 'Nabrief van de inspectie' });
    await heading('Nabrief van de inspectie').waitFor();
  });

  it('show which passages are gone from a document', async () => {
    const { annotations } = await ask('GET', '/annotations?limit=1');
    const [{ id, document, source, ranges, codings, note }] = annotations;
    const drafts = codings.map(
      ({ status: _, reason: _r, ...coding }: { status: string; reason?: string }) => coding,
    );
    await ask('PUT', `/annotations/${id}`, {
      source,
      ranges,
      codings: drafts,
      note,
      gone: '2026-06-01T10:00:00Z',
    });
    await open('documenten?state=gone');
    await status('1 van 6 documenten');
    await page.getByText('1 vervallen').waitFor();
    await expectAccessibleInBothThemes(page);
    await expectFitsNarrowScreen();
    await page.getByRole('link', { name: /^1 vervallen uit/u }).press('Enter');
    await status('1 passage');
    await page.getByText('Niet meer in het document sinds 1 juni 2026').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('document')).toBe(document);
  });

  it('delete a document in which nothing was marked', async () => {
    await open('documenten?q=nabrief&state=empty');
    await link('Nabrief van de inspectie').press('Enter');
    await button('Verwijder: Nabrief van de inspectie').press('Enter');
    await page.getByText('Dit document verwijderen').waitFor();
    await page.keyboard.press('Enter');
    await status('‘Nabrief van de inspectie’ is verwijderd.');
    await status('5 documenten');
    await button('Maak ongedaan').press('Enter');
    await status('De wijziging is ongedaan gemaakt.');
    await status('6 documenten');
    await link('Nabrief van de inspectie').press('Enter');
    await button('Verwijder: Nabrief van de inspectie').press('Enter');
    await page.keyboard.press('Enter');
    await status('5 documenten');
    await open(`documenten?document=${letter.id}`);
    await heading('Dit document is er niet').waitFor();
  });
});
