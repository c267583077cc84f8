import { reviewMessages } from '@waarborg/shared/messages/review';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import { watchFocusWithWords } from '../helpers/focus-with-words.ts';
import { expectMarkedWordsSeen } from '../helpers/forced-colours.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* The review of the example dossier by keyboard: accepted, taken back, sent back, offline, and against a colleague. */

let pages: ExamplePages;
let page: Page;
let server: RunningServer;

const api = '/api/v1/dossiers/voorbeeld';

interface Found {
  readonly id: string;
  readonly codings: readonly { readonly id: string; readonly status: string; readonly reason?: string }[];
}

/** The passages of the dossier, as its user reads them. */
function readPassages(): Promise<Found[]> {
  return page.evaluate(
    async (path) => (await (await fetch(`${path}/annotations?limit=500`)).json()).annotations,
    api,
  );
}

async function countOf(status: string): Promise<number> {
  return (await readPassages()).flatMap(({ codings }) => codings).filter((one) => one.status === status)
    .length;
}

/** Waits until so many codings are said to wait, and every decision is sent. */
const waitFor = (count: number) =>
  page.getByText(new RegExp(`^${count} coderings?(en)? te gaan\\.\\s*$`, 'u')).waitFor();

/** Follows a link, and stays when the browser asks. */
async function stayAtLink(name: string): Promise<void> {
  const asked = page.waitForEvent('dialog');
  const left = page.getByRole('link', { name, exact: true }).click();
  await (await asked).dismiss();
  await left;
}

let drafts = 0;
beforeAll(async () => {
  pages = await openExamplePages();
  ({ page, server } = pages);
  await page.getByRole('link', { name: 'Nakijken' }).click();
  await page.locator('.wb-reviewed').waitFor();
  drafts = await countOf('draft');
  await waitFor(drafts);
});
afterAll(async () => {
  await pages?.close();
});

describe('the review page', () => {
  it('shows what waits, accessible in light, dark and narrow', async () => {
    await expectAccessibleInBothThemes(page);
    await expectMarkedWordsSeen(page, page.locator('.wb-surroundings mark').first());
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole('button', { name: 'Pagina’s: Nakijken' }).click();
    await page.getByRole('link', { name: 'Documenten' }).waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('begins each passage at its top, also in a window that it does not fit', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.getByRole('button', { name: 'Volgende' }).scrollIntoViewIfNeeded();
    const before = await page.locator('.wb-reviewed').textContent();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.wb-reviewed').textContent()).not.toBe(before);
    const top = await page.locator('.wb-review').evaluate((queue) => queue.getBoundingClientRect().top);
    expect(top).toBeCloseTo(0, 0);
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.wb-reviewed').textContent()).toBe(before);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('accepts with one key, and takes that back with another', async () => {
    const accepted = await countOf('accepted');
    await page.keyboard.press('a');
    await waitFor(drafts - 1);
    expect(await countOf('accepted')).toBe(accepted + 1);
    await page.keyboard.press('u');
    await waitFor(drafts);
    expect(await countOf('accepted')).toBe(accepted);
  });

  it('sends back with a reason, which is needed', async () => {
    const expectFocus = await watchFocusWithWords(page, 'main', reviewMessages.nl.reason);
    await page.keyboard.press('r');
    // Whoever types at once writes a reason, and decides nothing by it.
    await expectFocus('input[name=reason]');
    await page.keyboard.press('Enter');
    await page.getByText('Geef een reden').waitFor();
    await expectAccessible(page);
    await page.keyboard.type('De passage noemt geen gevolg.');
    await page.keyboard.press('Enter');
    drafts -= 1;
    await waitFor(drafts);
    const reasons = (await readPassages()).flatMap(({ codings }) => codings.map(({ reason }) => reason));
    expect(reasons).toContain('De passage noemt geen gevolg.');
    // The next time it need not be typed.
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'De passage noemt geen gevolg.' }).waitFor();
    await page.keyboard.type('Halverwege');
    await stayAtLink('Documenten');
    expect(await page.locator('input[name=reason]').inputValue()).toBe('Halverwege');
    await page.locator('input[name=reason]').press('Escape');
  });

  it('shows the reason to whoever coded it, who mends it and resubmits, by keyboard', async () => {
    const queue = page.url();
    await page.evaluate(async (path) => {
      const { user } = await (await fetch('/api/v1/me')).json();
      const { annotations } = await (await fetch(`${path}/annotations?limit=500&reviewer=${user.id}`)).json();
      const { revision, codings } = annotations.find((one: Found) =>
        one.codings.some(({ status }) => status !== 'rejected'),
      );
      const { id } = codings.find(({ status }: { status: string }) => status !== 'rejected');
      const reason = 'Wie zegt dit?';
      await fetch(`${path}/reviews`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ codings: [{ id, revision }], status: 'rejected', reason }),
      });
    }, api);
    await page.reload();
    const rejected = await countOf('rejected');
    await page.getByRole('link', { name: /teruggestuurd: bekijk de reden/u }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/status=rejected/u);
    await page.locator('.wb-reviewed').waitFor();
    while (!(await page.getByText('Teruggestuurd: Wie zegt dit?').isVisible()))
      await page.keyboard.press('j');
    const expectFocus = await watchFocusWithWords(page, 'main', 'Dien opnieuw in');
    await page.keyboard.press('e');
    await expectFocus('.wb-mend select');
    await page.getByRole('button', { name: 'Dien opnieuw in', exact: true }).click();
    await page.getByText('Er is nog niets gewijzigd.').waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByLabel('Spreker', { exact: true }).selectOption({ label: 'IND' });
    await page.getByRole('button', { name: 'Dien opnieuw in', exact: true }).press('Enter');
    await page.getByText('Opnieuw ingediend.').waitFor();
    expect(await countOf('rejected')).toBe(rejected - 1);
    drafts = await countOf('draft');
    await page.goto(queue);
    await waitFor(drafts);
  });

  it('sends nothing over what a colleague made of a coding that is being mended, and shows both', async () => {
    const queue = page.url();
    const rejected = await page.evaluate(async (path) => {
      const { annotations } = await (await fetch(`${path}/annotations?status=draft&limit=500`)).json();
      const [{ id: annotation, revision, codings }] = annotations;
      const { id } = codings.find(({ status }: { status: string }) => status === 'draft');
      await fetch(`${path}/reviews`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ codings: [{ id, revision }], status: 'rejected', reason: 'Wat gebeurt er?' }),
      });
      return { annotation, coding: id };
    }, api);
    await page.goto(`${server.address}/dossiers/voorbeeld/nakijken?status=rejected`);
    await page.locator('.wb-reviewed').waitFor();
    while (!(await page.getByText('Teruggestuurd: Wat gebeurt er?').isVisible()))
      await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByLabel('Wat er gebeurt', { exact: true }).selectOption({ label: 'verplaatst' });
    await page.getByLabel('Spreker', { exact: true }).selectOption({ label: 'IND' });
    await page.evaluate(
      async ([path, { annotation, coding: changed }]) => {
        const found = await (await fetch(`${path}/annotations/${annotation}`)).json();
        const { id, document: _, creator: __, created, modified, revision, ...rest } = found;
        const codings = rest.codings.map(({ status, reason, ...coding }: Record<string, unknown>) => ({
          ...coding,
          ...(coding.id === changed ? { measure: 'strengthened', basis: 'position' } : {}),
        }));
        await fetch(`${path}/annotations/${id}`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'If-Match': `"${revision}"` },
          body: JSON.stringify({ ...rest, note: 'Van een collega.', codings }),
        });
      },
      [api, rejected] as const,
    );
    const resubmit = page.getByRole('button', { name: 'Dien opnieuw in', exact: true });
    await resubmit.press('Enter');
    await page.getByText('Deze codering is gewijzigd terwijl u haar aanpaste').waitFor();
    await page.getByText('Wat er gebeurt is nu ‘versterkt’.').waitFor();
    expect(await page.getByLabel(reviewMessages.nl.basis, { exact: true }).inputValue()).toBe('position');
    expect(await page.getByLabel('Wat er gebeurt', { exact: true }).inputValue()).toBe('moved');
    await expectAccessibleInBothThemes(page);
    await resubmit.press('Enter');
    await page.getByText('Opnieuw ingediend.').waitFor();
    const kept = await page.evaluate(
      async ([path, { annotation }]) => (await fetch(`${path}/annotations/${annotation}`)).json(),
      [api, rejected] as const,
    );
    expect(kept.note).toBe('Van een collega.');
    expect(kept.codings).toContainEqual(
      expect.objectContaining({ id: rejected.coding, measure: 'moved', basis: 'position', status: 'draft' }),
    );
    // That it was resubmitted is said of that coding and of no other.
    await page.keyboard.press('j');
    await page.getByText('Opnieuw ingediend.').waitFor({ state: 'detached' });
    await page.goto(queue);
    await waitFor(drafts);
  });

  it('keeps decisions while the server cannot be reached, and sends each once', async () => {
    const accepted = await countOf('accepted');
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    // Taken hold of while it is there: the page tries again by itself at any moment.
    const sendNow = await page.getByRole('button', { name: 'Verstuur nu' }).elementHandle();
    await page.context().setOffline(false);
    await sendNow?.dispatchEvent('click');
    drafts -= 2;
    await waitFor(drafts);
    expect(await countOf('accepted')).toBe(accepted + 2);
  });

  it('keeps decisions of somebody who was signed out, sends them when they are back, and asks before a link leaves them', async () => {
    const accepted = await countOf('accepted');
    const context = page.context();
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.keyboard.press('a');
    await page.getByRole('alert').filter({ hasText: 'Meld u in een ander tabblad aan' }).waitFor();
    await stayAtLink('Documenten');
    await context.addCookies(cookies);
    drafts -= 1;
    await waitFor(drafts);
    expect(await countOf('accepted')).toBe(accepted + 1);
  });

  it('shows what a colleague made of a passage meanwhile, and lets one decide again', async () => {
    const quote = (await page.locator('.wb-reviewed .wb-quote').first().textContent()) ?? '';
    const changed = Promise.withResolvers<void>();
    await page.route('**/reviews', async (route) => {
      await changed.promise;
      await route.continue();
    });
    await page.keyboard.press('a');
    await page.evaluate(
      async ([path, exact]) => {
        const { annotations } = await (await fetch(`${path}/annotations?limit=500`)).json();
        const found = annotations.find(
          (one: { ranges: { exact: string }[]; codings: { status: string }[] }) =>
            one.ranges.some((range) => exact.includes(range.exact)) &&
            one.codings.some(({ status }) => status === 'draft'),
        );
        const { id, document: _, creator: __, created, modified, revision, ...rest } = found;
        await fetch(`${path}/annotations/${id}`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'If-Match': `"${revision}"` },
          body: JSON.stringify({
            ...rest,
            note: 'Een opmerking van een collega.',
            codings: rest.codings.map(({ status, reason, ...coding }: Record<string, unknown>) => coding),
          }),
        });
      },
      [api, quote] as const,
    );
    changed.resolve();
    await page.getByRole('button', { name: 'Bekijk die codering' }).click();
    const { notKept, you, decideAgain, 'meanwhile.changed': changedBy } = reviewMessages.nl;
    await page.getByText(`${notKept} ${changedBy(you)} ${decideAgain}`).waitFor();
    await page.getByText('Een opmerking van een collega.').waitFor();
    const waits = await page.locator('.wb-result-count').textContent();
    await page.keyboard.press('a');
    await page.getByText(notKept).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.wb-result-count').textContent()).not.toBe(waits);
  });

  it('says of a choice of which nothing waits only that there is nothing to do', async () => {
    const queue = page.url();
    await page.goto(`${server.address}/dossiers/voorbeeld/nakijken?safeguard=independent-allocation`);
    await page.getByText('wacht geen codering op een beslissing').waitFor();
    const count = page.locator('.wb-result-count');
    expect((await count.textContent())?.trim()).toBe(reviewMessages.nl.nothingToDo);
    await expectAccessible(page);
    await page.goto(queue);
    await page.locator('.wb-reviewed').waitFor();
  });

  it('takes no single keys once they are switched off', async () => {
    await page.getByLabel('Sneltoetsen van één letter gebruiken').click();
    const before = await page.locator('.wb-result-count').textContent();
    await page.locator('h1').click();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Accepteer', exact: true }).waitFor();
    expect(await page.locator('.wb-result-count').textContent()).toBe(before);
  });
});
