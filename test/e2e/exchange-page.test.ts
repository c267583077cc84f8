import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { bringPassages } from '../helpers/bring-passages.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { keepDownload } from '../helpers/keep-download.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* What comes into the example dossier from a file, and the file that is read without a server. */

let pages: ExamplePages;
let server: RunningServer;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'exchange-'));
  pages = await openExamplePages();
  ({ server, page } = pages);
});
afterAll(async () => {
  await pages?.close();
  await rm(folder, { recursive: true, force: true });
});

const download = (link: string | RegExp) => keepDownload(page, link, folder);

describe('the page on which one imports', () => {
  const table = [
    'Citaat;Waarborg;Gevolg;Richting;Actor;Kamerstuk',
    '"Één ""; =1+1; <img src=x onerror=alert(1)> passage";Voornemen;Kosten;positief;IND;kst-36999-5',
    'Nog een passage;Zienswijzeding;Kosten;negatief;Stichting Nieuw;kst-36999-5',
    ';Voornemen;Kosten;positief;IND;kst-36999-5',
  ].join('\r\n');

  it('shows what a table of a team would do, asks what it does not know, and does it as one step', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    // As Excel writes it: Windows-1252, with semicolons.
    const buffer = Buffer.from(table, 'latin1');
    const input = page.getByLabel('Bestand');
    await input.setInputFiles({ name: 'coderingen.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: 'Wat de import doet' }).waitFor();
    await page.getByText('1 nieuwe passage', { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel('Betekenis van Actor').inputValue()).toBe('speaker');
    await page.getByText('rij 4: er is geen citaat').waitFor();
    await page.getByText('waarborg ‘Zienswijzeding’ is niet bekend').waitFor();
    const toCodebook = page.getByRole('link', { name: 'Naar het codeboek' });
    expect(await toCodebook.getAttribute('href')).toBe('/dossiers/voorbeeld/codeboek');
    await expectAccessibleInBothThemes(page);

    await page.getByLabel('Waarborg ‘Zienswijzeding’ betekent').selectOption('voornemen');
    await page.getByText('2 nieuwe passages', { exact: true }).waitFor();
    await page.getByText('Nieuwe sprekers: Stichting Nieuw. Hun soort is ‘overig’').waitFor();
    await page.getByText('2 van de 2 nemen geen standpunt in').waitFor();
    await page.getByText('2 van de 2 zeggen niet wat er met de waarborg gebeurt.').waitFor();
    const [refused] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download deze rijen' }).click(),
    ]);
    const kept = path.join(folder, 'refused.csv');
    await refused.saveAs(kept);
    expect(await readFile(kept, 'utf8')).toContain('4;er is geen citaat;;Voornemen');

    // An import that takes long can be cancelled, and then begun again.
    await page.route('**/imports/bundle', () => {});
    await page.getByRole('button', { name: 'Importeer' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('progress').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('De import is geannuleerd. Er is niets veranderd.').waitFor();
    await page.unroute('**/imports/bundle');
    await page.getByRole('button', { name: 'Importeer' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('De import is klaar.').waitFor();
    await expectAccessible(page);
    // Whoever looks at another tab comes back to what was done, though the dossier has these passages now.
    const tried: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('dryRun')) tried.push(request.url());
    });
    const answered = ['speakers', 'documents', 'codebook'].map((list) =>
      page.waitForResponse((response) => response.url().includes(`/voorbeeld/${list}`)),
    );
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await Promise.all(answered);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(tried).toEqual([]);
    await page.getByRole('link', { name: 'Bekijk de stap in de geschiedenis' }).click();
    await page.getByText('importeerde een bestand').waitFor();
  });

  it('takes a table without documents into one that is named, undoes it, and takes it again', async () => {
    const rows = [
      'Passage;Waarborg;Spreker / organisatie;Blz.;Codeerde',
      `"${uuid()} vervalt";Voornemen;IND;p. 12;Sanne`,
      `"${uuid()} blijft";Voornemen;IND;14-15;Sanne`,
    ];
    const importTable = async () => {
      await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
      const buffer = Buffer.from(rows.join('\r\n'));
      await page.getByLabel('Bestand').setInputFiles({ name: 'passages.csv', mimeType: 'text/csv', buffer });
      await page.getByText('2 rijen zeggen niet uit welk document hun citaat komt.').waitFor();
      await page.getByText('Er is geen rij die geïmporteerd kan worden.').waitFor();
      const choice = page.getByLabel('Document van deze rijen');
      expect(await choice.locator('option', { hasText: 'rij erboven' }).count()).toBe(0);
      await choice.selectOption({ label: 'een document dat nog niet in het dossier staat' });
      const named = page.getByRole('group', { name: 'Het nieuwe document' });
      await named.getByLabel('Adres').fill('nergens');
      await named.getByLabel('Titel').fill('Reactie van een vereniging');
      await named.getByText('Geef een adres dat').waitFor();
      await expectAccessibleInBothThemes(page);
      await named.getByLabel('Adres').fill('');
      await named.getByLabel('Afzender').focus();
      await page.getByText('2 nieuwe passages', { exact: true }).waitFor();
      await page.getByText('1 nieuw document', { exact: true }).waitFor();
      await page.getByText('Eén kolom wordt niet geïmporteerd: Codeerde.').waitFor();
      await page.getByRole('button', { name: 'Importeer' }).click();
      await page.getByText('De import is klaar.').waitFor();
      await page.getByRole('link', { name: 'Bekijk de stap in de geschiedenis' }).click();
    };
    await importTable();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText('nu ongedaan maken?').waitFor();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.getByText(/^Wijziging \d+ is ongedaan gemaakt/u).waitFor();
    await importTable();
    await page.getByText('importeerde een bestand').waitFor();
  });

  it('asks who speaks where neither a row nor its document says it', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const buffer = Buffer.from(`Passage;Waarborg;Titel\r\n"${uuid()} vervalt";Voornemen;Brief van niemand`);
    await page.getByLabel('Bestand').setInputFiles({ name: 'passages.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 rij noemt geen spreker').waitFor();
    await page.getByText('Er is geen rij die geïmporteerd kan worden.').waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByLabel('Spreker van deze rijen').fill('Vereniging Niemand');
    await page.keyboard.press('Tab');
    await page.getByText('1 nieuwe passage', { exact: true }).waitFor();
    await page.getByText('Nieuwe sprekers: Vereniging Niemand.').waitFor();
    await page.getByRole('button', { name: 'Importeer' }).click();
    await page.getByText('De import is klaar.').waitFor();
  });

  it('takes a project back that it gave away, and finds nothing new in it', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    /** Each file is read in a thread of its own, which is there only until what it brings is shown. */
    const expectNothingNew = async (form: RegExp) => {
      const file = await download(form);
      const reading = page.waitForEvent('worker');
      await page.getByLabel('Bestand').setInputFiles(file);
      await reading;
      await page.getByText('Dit bestand brengt niets nieuws').waitFor();
    };
    await expectNothingNew(/qdpx/u);
    await page.getByText('passages staan al in het dossier').waitFor();
    await expectNothingNew(/JSON-LD/u);
    await expectNothingNew(/Turtle/u);
  });

  it('says of an import that was done before it could be cancelled that it was, with the way back', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const buffer = Buffer.from('Citaat;Waarborg;Actor;Titel\r\nVlak voor het einde;Voornemen;IND;Een nota');
    await page.getByLabel('Bestand').setInputFiles({ name: 'laat.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 nieuwe passage', { exact: true }).waitFor();
    const done = Promise.withResolvers<void>();
    await page.route(
      '**/imports/bundle',
      async (route) => {
        await route.fetch();
        done.resolve();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Importeer' }).press('Enter');
    await done.promise;
    await page.getByRole('button', { name: 'Annuleer' }).press('Enter');
    await page.getByText('De import is klaar.').waitFor();
    await page.getByText('1 nieuwe passage', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Bekijk de stap in de geschiedenis' }).click();
    await page.getByText('importeerde een bestand').first().waitFor();
  });

  it('names what a codebook brings, and says what it words otherwise', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const rows = [
      'Code;Omschrijving;Categorie;Soort',
      'Vóórgesprek;Een gesprek vooraf;Vóór het gehoor;waarborg',
      'Vertrouwen;Meer is gunstig;Samenleving;gevolg',
      'Voornemen en zienswijze;Heel iets anders;Het besluit;waarborg',
    ];
    const buffer = Buffer.from(rows.join('\r\n'));
    await page.getByLabel('Bestand').setInputFiles({ name: 'codeboek.csv', mimeType: 'text/csv', buffer });
    await page.getByText('2 nieuwe begrippen').waitFor();
    await page.getByText('Nieuwe waarborgen: Vóórgesprek.').waitFor();
    await page.getByText('Nieuwe gevolgen: Vertrouwen.').waitFor();
    await page
      .getByText('1 begrip of groep staat al in het codeboek, maar luidt in dit bestand anders.')
      .waitFor();
    await expectAccessible(page);
  });

  it('says of Web Annotations what they do not say of a document, which then has its address as title', async () => {
    const source = 'https://elders.example/stuk.html';
    const target = { source, selector: { type: 'TextQuoteSelector', exact: 'Een zin van elders.' } };
    const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target };
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const buffer = Buffer.from(JSON.stringify(annotation));
    await page
      .getByLabel('Bestand')
      .setInputFiles({ name: 'elders.jsonld', mimeType: 'application/ld+json', buffer });
    await page.getByText('1 nieuw document').waitFor();
    await page.getByText('noemen van een document alleen het adres').waitFor();
    await page.getByRole('button', { name: 'Importeer' }).click();
    await page.getByRole('heading', { name: 'De import is klaar.' }).waitFor();
    await page.getByRole('link', { name: 'Naar de documenten' }).click();
    await page.getByRole('link', { name: source, exact: true }).waitFor();
  });

  it('reads a file in a thread of its own, and says in one sentence why one cannot be read', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const buffer = Buffer.from('PK\u0003\u0004 en dan niets', 'latin1');
    const [thread] = await Promise.all([
      page.waitForEvent('worker'),
      page.getByLabel('Bestand').setInputFiles({ name: 'x.xlsx', mimeType: '', buffer }),
    ]);
    expect(thread.url()).toContain('/import-worker');
    await page
      .getByRole('alert')
      .filter({ hasText: /beschadigd|niet worden gelezen/u })
      .waitFor();
    await page.getByLabel('Bestand').setInputFiles({ name: 'x.csv', mimeType: '', buffer: Buffer.from('') });
    await page.getByRole('alert').filter({ hasText: 'geen tabel' }).waitFor();
  });

  it('reads a large workbook, in which cells are merged below a title', async () => {
    const text = (value: string) => ({ value, type: String });
    const quotes = Array.from({ length: 400 }, (_, number) =>
      text(`${number} ${uuid()} ${'over het voornemen dat vervalt '.repeat(60)}`),
    );
    const data = [
      [text('Werkbestand van het team')],
      ['Stuk', 'Citaat', 'Waarborg', 'Actor'].map(text),
      ...quotes.map((quote, place) => [
        place === 0 ? { ...text('Brief'), rowSpan: quotes.length } : null,
        ...[quote, text('Voornemen'), text('IND')],
      ]),
    ];
    const buffer = await writeExcelFile([{ sheet: 'Team', data }]).toBuffer();
    await page.getByLabel('Bestand').setInputFiles({ name: 'team.xlsx', mimeType: '', buffer });
    await page.getByText('400 nieuwe passages', { exact: true }).waitFor();
    await page.getByText('1 nieuw document', { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel('Rij met de koppen').inputValue()).toBe('1');
    await expectAccessible(page);
  });
});

describe('a dossier in one file', () => {
  it('opens from disk with the network off: filters, cells and passages by keyboard', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.locator('.wb-total-all').waitFor();
    const table = (shown: Page) => shown.locator('.wb-matrix tbody').allInnerTexts();
    const online = await table(page);
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const file = await download(/Download offline/u);
    const context = await pages.browser.newContext({ locale: 'nl-NL', offline: true });
    const copy = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    copy.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    copy.on('pageerror', (error) => complaints.push(error.message));
    copy.on('request', (request) => requests.push(request.url()));
    await copy.goto(pathToFileURL(file).href);
    await copy.locator('.wb-total-all').waitFor();
    await expect.poll(() => table(copy)).toEqual(online);
    for (const query of ['?stance=hurts&q=voornemen', '?rows=impact&columns=speaker&status=accepted']) {
      for (const [shown, address] of [
        [page, `${server.address}/dossiers/voorbeeld`],
        [copy, pathToFileURL(file).href],
      ] as const) {
        await shown.goto(`${address}${query}`);
        await shown.locator('.wb-sheet[aria-busy="false"] .wb-total-all').waitFor();
      }
      const shownOnline = await table(page);
      await expect.poll(() => table(copy), { message: query }).toEqual(shownOnline);
    }
    await copy.goto(pathToFileURL(file).href);
    await copy.locator('.wb-total-all').waitFor();
    await copy.locator('.wb-matrix a[tabindex="0"]').first().waitFor();
    await expectAccessibleInBothThemes(copy);

    await copy
      .getByRole('link', { name: /omstreden, \d+ tegen \d+/u })
      .first()
      .focus();
    await copy.keyboard.press('Enter');
    await copy.locator('.wb-stance-section .wb-quote').first().waitFor();
    await expect.poll(() => copy.locator('.wb-cell-panel').innerText()).toMatch(/p\. \d|Kamerstukken|Rb\./u);
    await copy.keyboard.press('Escape');

    await copy.locator('summary', { hasText: 'Standpunt' }).first().focus();
    await copy.keyboard.press('Enter');
    await copy.keyboard.press('Tab');
    await copy.keyboard.press('Space');
    await copy.getByRole('button', { name: /^Verwijder filter/u }).waitFor();
    await expect.poll(() => table(copy)).not.toEqual(online);

    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
    await context.close();
  });

  it('opens as the matrix stood: in its order, with its groups folded and without what is empty', async () => {
    await page.goto(
      `${server.address}/dossiers/voorbeeld?count=speakers&sortRows=desc:cost&sortColumns=desc.total&fold=people&hide=rows`,
    );
    await page.locator('.wb-sheet[aria-busy="false"] .wb-total-all').waitFor();
    const table = (shown: Page) => shown.locator('.wb-matrix').innerText();
    const online = await table(page);
    await page.getByText('Exporteren: kies een vorm').click();
    const file = await download(/Offline/u);
    const copy = await pages.browser.newPage({ locale: 'nl-NL' });
    await copy.goto(pathToFileURL(file).href);
    await copy.locator('.wb-total-all').waitFor();
    await expect.poll(() => table(copy)).toBe(online);
    await copy.close();
  });

  it('stays under a megabyte with 500 passages', async () => {
    const { token } = await server.createToken('groot@example.org', 'groot');
    const address = `${server.address}/api/v1/dossiers/groot`;
    const coding = {
      safeguard: 'voornemen',
      impact: 'cost',
      direction: 'unclear',
      basis: 'finding',
    } as const;
    const passages = Array.from({ length: 500 }, (_, number) => ({
      exact: `${uuid()} ${'een zin van gewone lengte over het voornemen, '.repeat(6)}${number}`,
      coding,
    }));
    await bringPassages(address, token, passages);
    const headers = { authorization: `Bearer ${token}` };
    const file = await (await fetch(`${address}/exports/html`, { headers })).arrayBuffer();
    expect(file.byteLength).toBeGreaterThan(100_000);
    expect(file.byteLength).toBeLessThan(1_000_000);
  });
});
