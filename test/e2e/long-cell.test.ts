import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';

/* A number with more passages than are shown at once. */

let pages: ExamplePages;
let address: string;

beforeAll(async () => {
  pages = await openExamplePages();
  const { server, page } = pages;
  const source = 'https://example.org/stuk.html';
  const document = {
    ...{ id: uuid(), sourceType: 'other', title: 'Stuk', issuer: 'IND', identifiers: [] },
    addresses: [{ address: source, mediaType: 'text/html' }],
  };
  const annotations = Array.from({ length: 150 }, (_, number) => ({
    ...{ id: uuid(), document: document.id, source },
    ranges: [{ exact: `Passage nummer ${number} van een lang stuk over het voornemen.` }],
    codings: [{ safeguard: 'voornemen', impact: 'cost', direction: 'unclear', basis: 'finding' }],
  }));
  const status = await page.evaluate(
    async (bundle) => {
      const headers = { 'content-type': 'application/json' };
      const path = '/api/v1/dossiers/voorbeeld/imports/bundle';
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(bundle) })).status;
    },
    { documents: [document], annotations },
  );
  expect(status).toBe(200);
  address = `${server.address}/dossiers/voorbeeld?row=voornemen&column=cost`;
});
afterAll(async () => {
  await pages?.close();
});

/** A tab that remembers no place, in a window where the panel stands beside the table. */
async function openTab(): Promise<Page> {
  const page = await pages.page.context().newPage();
  await page.setViewportSize({ width: 1280, height: 700 });
  return page;
}

describe('a number of many passages', () => {
  it.each([
    ['below the table', { width: 400, height: 600 }],
    ['beside it', { width: 1280, height: 700 }],
  ])('is read on where it was when the page is loaded anew, %s', async (_where, size) => {
    const { page } = pages;
    await page.setViewportSize(size);
    await page.goto(address);
    const claims = page.locator('.wb-claim').filter({ hasText: 'Passage nummer' });
    await expect.poll(() => claims.count()).toBe(20);
    await page.locator('.wb-voice').filter({ has: claims }).getByRole('button', { name: /^Toon/u }).click();
    const claim = claims.nth(90);
    const words = await claim.locator('.wb-quote').innerText();
    await claim.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.reload();
    const again = page.locator('.wb-claim').filter({ hasText: words });
    await again.waitFor();
    await expect.poll(async () => Math.abs((await again.boundingBox())?.y ?? 1e6)).toBeLessThan(size.height);
    // Another number, and the same by a link, are read from their head.
    await page.goto(`${address}&stance=none`);
    await claims.first().waitFor();
    await page.goto(address);
    await expect.poll(() => claims.count()).toBe(20);
  });

  it('counts all of them, and leads whoever asks for more to the first of those', async () => {
    const page = await openTab();
    await page.goto(address);
    const part = page.locator('.wb-stance-section[data-stance="none"]');
    await expect.poll(() => part.locator('h3 .wb-section-count').innerText()).toBe('150');
    const more = part.getByRole('button', { name: /^Toon nog/u });
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => part.locator('.wb-claim').count()).toBe(120);
    const isReached = () =>
      part.locator('.wb-claim').evaluateAll((claims) => claims.findIndex((claim) => claim.matches(':focus')));
    await expect.poll(isReached).toBe(20);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.wb-claim') !== null)).toBe(true);
    await more.click();
    await expect.poll(() => part.locator('.wb-claim').count()).toBe(150);
    await expect.poll(isReached).toBe(120);
    await expect.poll(() => more.count()).toBe(0);
  });

  it('says on paper how many of them it lacks, and has no button there', async () => {
    const page = await openTab();
    await page.goto(address);
    const part = page.locator('.wb-stance-section[data-stance="none"]');
    await expect.poll(() => part.locator('.wb-claim').count()).toBe(20);
    await page.emulateMedia({ media: 'print' });
    expect(await part.getByText('Nog 130, niet afgedrukt').isVisible()).toBe(true);
    expect(await part.getByRole('button', { name: /^Toon nog/u }).count()).toBe(0);
    await page.emulateMedia({ media: null });
    expect(await part.getByText('Nog 130, niet afgedrukt').isVisible()).toBe(false);
  });

  it('goes into an outline as a whole, also what is not shown', async () => {
    const page = await openTab();
    await page.goto(address);
    await page.getByRole('button', { name: 'Alle passages naar opzet' }).click();
    await page.getByText(/^15\d passages, elk één keer/u).waitFor();
  });
});

describe('a number of many speakers', () => {
  it('shows the first claims of a stance, names everybody, and prints all that came along', async () => {
    const { server } = pages;
    const page = await openTab();
    await page.goto(server.address);
    const source = 'https://example.org/koor.html';
    const document = {
      ...{ id: uuid(), sourceType: 'other', title: 'Koor', issuer: 'IND', identifiers: [] },
      addresses: [{ address: source, mediaType: 'text/html' }],
    };
    const annotations = Array.from({ length: 30 }, (_, number) => ({
      ...{ id: uuid(), document: document.id, source },
      ranges: [{ exact: `Stem nummer ${number} over de kosten van tolken.` }],
      codings: [
        {
          ...{ safeguard: 'interpreter', measure: 'kept', impact: 'cost', direction: 'unfavourable' },
          ...{ basis: 'finding', speaker: `Stem ${number}` },
        },
      ],
    }));
    const status = await page.evaluate(
      async (bundle) => {
        const headers = { 'content-type': 'application/json' };
        const path = '/api/v1/dossiers/voorbeeld/imports/bundle';
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(bundle) })).status;
      },
      { documents: [document], annotations },
    );
    expect(status).toBe(200);
    await page.goto(
      `${server.address}/dossiers/voorbeeld?row=interpreter&column=cost&document=${document.id}`,
    );
    const part = page.locator('.wb-stance-section[data-stance="hurts"]');
    const claims = part.locator('.wb-claim');
    await expect.poll(() => claims.count()).toBe(20);
    expect(await part.locator('h4').count()).toBe(30);
    expect(await part.locator('h3 .wb-section-count').innerText()).toBe('30');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => claims.count()).toBe(30);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => claims.count()).toBe(20);
    await part.getByRole('button', { name: 'Toon nog 1 van Stem 29' }).click();
    await expect.poll(() => claims.count()).toBe(21);
    expect(await claims.last().evaluate((claim) => claim.matches(':focus'))).toBe(true);
  });
});
