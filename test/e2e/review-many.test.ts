import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentAt } from '../helpers/document-at.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';

/* The review of more codings than are asked for at once, of a safeguard that was merged, by whoever coded them. */

/** More than the page asks for at once. */
const brought = 203;
const batch = 200;

const api = '/api/v1/dossiers/voorbeeld';
const document = documentAt('https://example.org/lang.html', 'Lang stuk');

let pages: ExamplePages;
let page: Page;

/** Asks the API as the reader of the page. */
function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([verb, address, sent]) => {
      const answer = await fetch(address, {
        method: verb,
        headers: { 'Content-Type': 'application/json' },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
    [method, `${api}${path}`, body] as const,
  );
}

const open = (search: string) => page.goto(`${pages.server.address}/dossiers/voorbeeld/nakijken${search}`);
const moreThanBatch = () => page.getByText(`Meer dan ${batch} coderingen te gaan.`).waitFor();

beforeAll(async () => {
  pages = await openExamplePages();
  ({ page } = pages);
  const coding = { safeguard: 'voornemen', direction: 'unclear', basis: 'position' };
  const annotations = Array.from({ length: brought }, (_, place) => ({
    ...{ id: uuidv7(), document: document.id, source: 'https://example.org/lang.html' },
    ...{ ranges: [{ exact: `Zin ${place + 1}.` }], codings: [coding] },
  }));
  await ask('POST', '/imports/bundle', { documents: [{ ...document, issuer: 'IND' }], annotations });
});
afterAll(async () => {
  await pages?.close();
});

describe('the review page', () => {
  it('leads by keyboard past the codings that it asked for first', async () => {
    await open(`?document=${document.id}`);
    await moreThanBatch();
    for (let step = 1; step < batch; step++) await page.keyboard.press('j');
    await page.getByText(`${brought} coderingen te gaan.`, { exact: true }).waitFor();
    await page.keyboard.press('j');
    await page
      .locator('.wb-reviewed')
      .getByText(`Zin ${batch + 1}.`, { exact: true })
      .waitFor();
  });

  it('shows of a safeguard what was coded before another was merged into it', async () => {
    await ask('PUT', '/codebook/concepts/voornemen/merged-into', { into: 'interpreter' });
    await open(`?document=${document.id}&safeguard=interpreter`);
    await moreThanBatch();
    await page.locator('.wb-reviewed').getByText('Zin 1.', { exact: true }).waitFor();
    await open(`?document=${document.id}&safeguard=voornemen`);
    await moreThanBatch();
    expect(await page.getByLabel('Waarborg', { exact: true }).inputValue()).toBe('interpreter');
  });

  it('tells a reader of all codings that were sent back', async () => {
    const { user } = await page.evaluate(async () => (await fetch('/api/v1/me')).json());
    interface Read {
      readonly annotations: readonly {
        readonly revision: number;
        readonly codings: readonly { readonly id: string; readonly status: string }[];
      }[];
    }
    const { annotations } = await ask<Read>('GET', `/annotations?document=${document.id}&limit=500`);
    const codings = annotations.flatMap(({ revision, codings: own }) =>
      own.map(({ id }) => ({ id, revision })),
    );
    await ask('POST', '/reviews', { codings, status: 'rejected', reason: 'Wie zegt dit?' });
    const sentBack = await ask<Read>('GET', `/annotations?reviewer=${user.id}&status=rejected&limit=500`);
    const count = sentBack.annotations
      .flatMap((annotation) => annotation.codings)
      .filter(({ status }) => status === 'rejected').length;
    expect(count).toBeGreaterThanOrEqual(brought);
    await open('');
    await page.getByRole('link', { name: `${count} coderingen van u zijn teruggestuurd` }).waitFor();
  });
});
