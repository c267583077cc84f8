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
});
