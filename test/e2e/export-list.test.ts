import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { keepDownload } from '../helpers/keep-download.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* What goes out of the example dossier as a file. */

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

describe('the page on which one exports', () => {
  it('is found in the navigation and gives each form as a file', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.getByRole('link', { name: 'Uitwisselen' }).click();
    await page.getByRole('heading', { name: 'Exporteren' }).waitFor();
    await expectAccessibleInBothThemes(page);
    // The name that a server for one person gives by itself says nothing to whoever gets the file.
    await page.getByLabel('Uw naam').fill('Noor van der Meer');
    await page.keyboard.press('Enter');
    await page.getByText('Uw naam is gewijzigd.').waitFor();
    expect(await readFile(await download('Download Csv'), 'utf8')).toContain(';Noor van der Meer;');
    await page.getByLabel('Waarden gescheiden door').selectOption('comma');
    expect(await readFile(await download('Download Csv'), 'utf8')).toContain(',Noor van der Meer,');
    await page.reload();
    await page.getByRole('heading', { name: 'Exporteren' }).waitFor();
    expect(await page.getByLabel('Uw naam').count()).toBe(0);
    await page.getByLabel('Tabel').selectOption('speakers');
    const csv = await download('Download Csv');
    expect(path.basename(csv)).toBe('voorbeeld-speakers.csv');
    expect(await readFile(csv, 'utf8')).toContain('Immigratie- en Naturalisatiedienst');
    expect((await stat(await download(/Excel/u))).size).toBeGreaterThan(10_000);
  });

  it('exports from the matrix what passes its filters', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld?impact=cost`);
    await page.getByText('Exporteren: kies een vorm').click();
    const csv = await download('Csv: Coderingen');
    const [, ...lines] = (await readFile(csv, 'utf8')).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes(';cost;'))).toBe(true);

    // Closed, the menu says that something is on its way.
    await page.route('**/exports/qdpx*', () => {});
    await page.getByRole('link', { name: /qdpx/u }).click();
    await page.getByText('Exporteren: bezig').click();
    await page.getByText('Exporteren: bezig').click();
    await page.getByRole('button', { name: 'Annuleer' }).click();
    await page.getByText('Exporteren: kies een vorm').waitFor();
    await page.unroute('**/exports/qdpx*');
  });
});

describe('a file that takes long', () => {
  const excel = () => page.getByRole('link', { name: /Excel/u });

  it('says that it is being made, and can be stopped and asked for again', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    const asked = Promise.withResolvers<void>();
    await page.route('**/exports/xlsx*', () => asked.resolve());
    await excel().focus();
    await page.keyboard.press('Enter');
    await asked.promise;
    await page.getByText('Het bestand wordt gemaakt.').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Het exporteren is geannuleerd.').waitFor();
    expect(await excel().evaluate((link) => link === document.activeElement)).toBe(true);
    await page.unroute('**/exports/xlsx*');
    expect(path.basename(await download(/Excel/u))).toBe('voorbeeld.xlsx');
    await page.getByText('Het exporteren is geannuleerd.').waitFor({ state: 'detached' });
  });

  it('says that it is coming in, and comes though one looks at another page', async () => {
    const network = await page.context().newCDPSession(page);
    const slowDown = (downloadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 0, uploadThroughput: -1 },
        downloadThroughput,
      });
    await slowDown(10_000);
    const coming = page.waitForEvent('download');
    await excel().click();
    await page.getByText('Het bestand komt binnen.').waitFor();
    expect(
      await page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.position),
    ).toBeGreaterThan(0);
    await slowDown(-1);
    await page.getByRole('link', { name: 'Sprekers' }).click();
    await page.getByRole('heading', { name: 'Sprekers', level: 1 }).waitFor();
    expect((await coming).suggestedFilename()).toBe('voorbeeld.xlsx');
    await network.detach();
  });

  it('says why it cannot be had', async () => {
    await page.goto(`${server.address}/dossiers/voorbeeld/uitwisselen`);
    await page.route('**/exports/qdpx*', (route) => route.abort());
    await page.getByRole('link', { name: /qdpx/u }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^De server antwoordt niet\./u);
    await page.unroute('**/exports/qdpx*');
    await download(/qdpx/u);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
