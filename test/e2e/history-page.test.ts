import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import type { RunningServer } from '../helpers/running-server.ts';

/* The history of the example dossier: a change is seen, taken back, brought back, and stopped by a later one. */

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

/** Gives the speaker IND, or what it was renamed to, another name, as its user. */
async function renameSpeaker(from: string, name: string): Promise<void> {
  const status = await page.evaluate(
    async ([from, name]) => {
      const path = '/api/v1/dossiers/voorbeeld/speakers';
      const { speakers } = await (await fetch(path)).json();
      const speaker = speakers.find((one: { name: string }) => one.name === from);
      const { etag } = Object.fromEntries((await fetch(`${path}/${speaker.id}`)).headers);
      const { aliases, kind, parent } = speaker;
      const answer = await fetch(`${path}/${speaker.id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': etag ?? '' },
        body: JSON.stringify({ name, aliases, kind, ...(parent ? { parent } : {}) }),
      });
      return answer.status;
    },
    [from, name] as const,
  );
  expect(status).toBe(200);
}

const entries = () => page.locator('.wb-result');
const nameOfEntry = (index: number) => entries().nth(index).locator('summary');

describe('the history page', () => {
  it('tells who changed what, latest first', async () => {
    await renameSpeaker('IND', 'Immigratiedienst');
    await page.goto(`${server.address}/dossiers/voorbeeld`);
    await page.getByRole('link', { name: 'Geschiedenis' }).click();
    await nameOfEntry(0).filter({ hasText: 'wijzigde een spreker' }).waitFor();
    await nameOfEntry(0).filter({ hasText: 'Spreker ‘Immigratiedienst’' }).waitFor();
    await expectAccessible(page);
  });

  it('opens a change by keyboard to what was and what is', async () => {
    await nameOfEntry(0).focus();
    await page.keyboard.press('Enter');
    const changes = entries().first().locator('.wb-changes');
    await changes.waitFor();
    await expect.poll(() => changes.locator('del').allTextContents()).toEqual(['IND']);
    await expect.poll(() => changes.locator('ins').allTextContents()).toEqual(['Immigratiedienst']);
    await expectAccessibleInBothThemes(page);
  });

  it('undoes a change, and the undoing of it', async () => {
    await entries()
      .first()
      .getByRole('button', { name: /^Maak ongedaan/u })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Wijziging \d+ nu ongedaan maken\?$/u).waitFor();
    // The focus goes to the button that confirms.
    await page.locator('button:focus', { hasText: /^Maak ongedaan$/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/is ongedaan gemaakt, in wijziging/u).waitFor();
    await nameOfEntry(0).filter({ hasText: 'maakte een wijziging ongedaan' }).waitFor();
    await nameOfEntry(1).filter({ hasText: 'Ongedaan gemaakt in wijziging' }).waitFor();
    await nameOfEntry(0).click();
    await entries()
      .first()
      .getByRole('link', { name: /^Maakt wijziging \d+ ongedaan$/u })
      .waitFor();
    await entries()
      .first()
      .getByRole('button', { name: /^Maak ongedaan/u })
      .click();
    await entries().first().getByRole('button', { name: 'Maak ongedaan', exact: true }).click();
    await nameOfEntry(0).filter({ hasText: 'Spreker ‘Immigratiedienst’' }).waitFor();
  });

  it('says what stands in the way when somebody was earlier, and leads to it', async () => {
    await renameSpeaker('Immigratiedienst', 'Dienst');
    await page.reload();
    await nameOfEntry(0).click();
    await entries()
      .first()
      .getByRole('button', { name: /^Maak ongedaan/u })
      .click();
    await renameSpeaker('Dienst', 'De dienst');
    await entries().first().getByRole('button', { name: 'Maak ongedaan', exact: true }).click();
    await page.getByText('Dit kan niet ongedaan worden gemaakt').waitFor();
    await page.getByText('naam werd ‘Dienst’, maar is nu ‘De dienst’').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Zie wijziging/u }).click();
    await page.locator('.wb-changes ins').filter({ hasText: 'De dienst' }).waitFor();
    // At 400 % what changed has the width of the entry.
    const size = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 256 });
    await expect
      .poll(async () => (await page.locator('.wb-changes dd').first().boundingBox())?.width)
      .toBeGreaterThan(200);
    if (size) await page.setViewportSize(size);
    await page.getByRole('link', { name: 'Toon alle wijzigingen' }).click();
    await entries().nth(4).waitFor();
  });

  it('filters by kind and person, in the address', async () => {
    await page.getByLabel('Wat').selectOption('link');
    await page.waitForURL(/\?kind=link$/u);
    await page
      .getByRole('status')
      .filter({ hasText: /^(1 wijziging|0 wijzigingen)$/u })
      .waitFor();
    await page.getByLabel('Door wie').selectOption({ index: 1 });
    await page.waitForURL(/\?kind=link&by=/u);
    await page.getByLabel('Wat').selectOption('speaker');
    await page.waitForURL(/kind=speaker/u);
    await nameOfEntry(0).filter({ hasText: 'wijzigde een spreker' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('Wat').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: 'EN: English' }).click();
    await nameOfEntry(0).filter({ hasText: 'changed a speaker' }).waitFor();
    await expectAccessible(page);
  });
});
