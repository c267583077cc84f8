import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import { drawnAt } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { openPage, openPdf, panelOf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { readToolbar } from '../helpers/toolbar.ts';

/* What nobody coded yet, suggested in the panel: coded or dismissed by keyboard, for the whole team. */

const words = suggestionMessages.nl;
const filler = 'Het archief ligt in een gebouw aan de haven, waar het licht op het water valt. '.repeat(8);
const interpreter =
  'Zonder tolk en zonder vertaling van de stukken begrijpt niemand elkaar, en dat kost meer tijd.';
const reason =
  'Een besluit zonder motivering laat zich niet toetsen, zodat de rechtbank de onderbouwing zelf moet zoeken.';
const child =
  'Minderjarigen wachten langer: voor kinderen geldt de bescherming van de kinderrechten onverkort.';
const paragraphs = [
  ...[filler, 'Tolk en vertaling', interpreter, filler, filler, 'Motivering', reason],
  ...[filler, filler, 'Minderjarigen', child, filler],
];

let server: RunningServer;
let paper: ChangingPaper;
let profileDir: string;
let browser: ChromiumWithExtension;
let page: Page;
let panel: Page;
let colleague: string;

const launch = () => launchChromium({ extensionPath: builtExtension('chrome'), profileDir });

beforeAll(async () => {
  [server, paper, profileDir] = await Promise.all([
    startServer(),
    startChangingPaper('Brief met suggesties', paragraphs),
    mkdtemp(path.join(tmpdir(), 'suggestions-')),
  ]);
  ({ token: colleague } = await server.createToken('collega@example.org', dossier.slug));
  browser = await launch();
  await connectByMessage(browser, server, dossier);
  page = await openPage(browser, paper.address);
  panel = await panelOf(browser);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await server?.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
});

const entries = () => panel.locator('li.suggestion');
const entryOf = (quote: string): Locator => entries().filter({ hasText: quote }).first();
/** The quote of the entry that has the focus. */
const focused = () =>
  panel.evaluate(() => document.activeElement?.closest('li')?.querySelector('.wb-quote')?.textContent);

/** Asks the server as a colleague does in another browser. */
async function ask(method: string, place: string, body?: unknown): Promise<Record<string, { id: string }[]>> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${place}`, {
    method,
    headers: { Authorization: `Bearer ${colleague}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return answer.status === 204 ? {} : await answer.json();
}
const dismissals = async () => (await ask('GET', '/dismissals')).dismissals ?? [];

/** Signs in as somebody else, as the welcome page does once the server has approved it. */
async function signInAs(name: string): Promise<void> {
  const { token } = await server.createToken(`${name}@example.org`, dossier.slug);
  const welcome = await browser.openExtensionPage('welcome.html');
  const account = { server: server.address, user: { id: name, name }, dossiers: [{ ...dossier, token }] };
  await askBackground(welcome, 'save-account', account);
  await welcome.close();
}

it('suggestions are listed with their safeguard and why, once the section is opened by keyboard', async () => {
  expect(await entries().count()).toBe(0);
  await panel.locator('.suggestions > summary').press('Enter');
  for (const quote of [interpreter, reason, child]) {
    await expect.poll(() => entryOf(quote).count()).toBe(1);
  }
  expect(await entryOf(interpreter).innerText()).toContain(words['reason.terms']('‘tolk’, ‘vertaling’'));
  const choice = panel.locator('.suggestions select').first();
  await choice.selectOption('interpreter');
  await expect.poll(() => entries().count()).toBe(1);
  await choice.selectOption('');
});

it('suggestions that were opened have the height of the panel, and choices that can be read whole', async () => {
  await panel.setViewportSize({ width: 345, height: 420 });
  const section = panel.locator('.suggestions');
  const top = () => section.evaluate((element) => Math.abs(Math.round(element.getBoundingClientRect().top)));
  await section.locator('summary').first().press('Enter');
  await expect.poll(() => entries().count()).toBe(0);
  await section.locator('summary').first().press('Enter');
  await expect.poll(top).toBe(0);
  expect(await section.evaluate(findCutChoices)).toEqual([]);
  await panel.setViewportSize({ width: 360, height: 765 });
});

/** The choices that are wider than the fields that show them; runs in the page. */
function findCutChoices(section: Element): string[] {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const arrow = 18;
  return [...section.querySelectorAll('select')].flatMap((field) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    pen.font = font;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const shown = field.selectedOptions[0]?.text ?? '';
    return pen.measureText(shown).width > room - arrow ? [shown] : [];
  });
}

it.each(['light', 'dark'] as const)('suggestions are accessible in the %s theme', async (colorScheme) => {
  await panel.emulateMedia({ colorScheme });
  await expectAccessible(panel);
});

it('a suggestion with the focus stands out in the page in a look of its own, and arrows go on to the next', async () => {
  await panel.locator('.suggestions select').nth(1).selectOption('text');
  await entryOf(interpreter).getByRole('button').first().focus();
  const look = async (quote: string) => (await drawnAt(page, quote)).map(({ name }) => name);
  await expect.poll(() => look(interpreter)).toEqual(['suggested']);
  await panel.keyboard.press('ArrowDown');
  expect(await focused()).toBe(reason);
  await expect.poll(() => look(reason)).toEqual(['suggested']);
  expect(await look(interpreter)).toEqual([]);
});

it('Enter opens the toolbar with the safeguard chosen, and what is coded is suggested no more', async () => {
  await entryOf(reason).getByRole('button').first().press('Enter');
  await expect.poll(async () => (await readToolbar(page)).text).toContain('Motivering');
  await page.bringToFront();
  await page.keyboard.press('Enter');
  await expect.poll(() => entryOf(reason).count()).toBe(0);
  const coded = async () => JSON.stringify(await ask('GET', '/annotations?safeguard=reasoned-decision'));
  await expect.poll(coded).toContain(reason);
});

it('Delete dismisses for the whole team and goes on to the next; Z brings the last one back', async () => {
  await entryOf(interpreter).getByRole('button').first().press('Delete');
  await expect.poll(() => entryOf(interpreter).count()).toBe(0);
  expect(await focused()).toBe(child);
  await expect.poll(async () => (await dismissals()).length).toBe(1);
  await panel.keyboard.press('z');
  await expect.poll(() => entryOf(interpreter).count()).toBe(1);
  await expect.poll(async () => (await dismissals()).length).toBe(0);
  const choice = panel.locator('.suggestions select').first();
  await choice.selectOption('interpreter');
  await expect.poll(() => entries().count()).toBe(1);
  await entryOf(interpreter).getByRole('button').first().press('Delete');
  await expect.poll(async () => (await dismissals()).length).toBe(1);
  await expect.poll(() => entries().count()).toBe(0);
  expect(await panel.evaluate(() => document.activeElement?.localName)).toBe('main');
  expect(await choice.inputValue()).toBe('interpreter');
  await choice.selectOption('');
});

it('a dismissal of a colleague comes and goes at once without losing the focus, and stays after a restart and for another member', async () => {
  const [dismissal = { id: '' }] = await dismissals();
  const { id } = dismissal;
  await ask('DELETE', `/dismissals/${id}`);
  await expect.poll(() => entryOf(interpreter).count()).toBe(1);
  await entryOf(interpreter).getByRole('button').first().focus();
  await ask('PUT', `/dismissals/${id}`, dismissal);
  await expect.poll(() => entryOf(interpreter).count()).toBe(0);
  expect(await focused()).toBe(child);
  await ask('DELETE', `/dismissals/${id}`);
  await expect.poll(() => entryOf(interpreter).count()).toBe(1);
  await entryOf(interpreter).getByRole('button').first().press('Delete');
  await expect.poll(async () => (await dismissals()).length).toBe(1);
  await browser.close();
  browser = await launch();
  page = await openPage(browser, paper.address);
  panel = await panelOf(browser);
  await expect.poll(() => entryOf(child).count()).toBe(1);
  expect(await entryOf(interpreter).count()).toBe(0);
  await signInAs('lezer');
  // Until all of the dossier is here, the panel may still say what it said before.
  await askBackground(panel, 'synchronise', { onlyIfDue: false });
  await panel.reload();
  await expect.poll(() => panel.locator('.dismissed').innerText()).toContain(words.dismissedHeading(1));
  await expect.poll(() => entryOf(child).count()).toBe(1);
  expect(await entryOf(interpreter).count()).toBe(0);
});

it('a PDF has suggestions too, which stand out in our viewer', async () => {
  const pdf = await openPdf(browser, await paper.publishPdf());
  panel = await panelOf(browser);
  // The same words may be suggested for more than one safeguard.
  const first = entries().filter({ hasText: 'Minderjarigen' }).first();
  const show = async () => {
    await first.getByRole('button', { name: words.showInText('') }).press('Enter');
    return (await drawnAt(pdf, 'Minderjarigen wachten langer')).map(({ name }) => name);
  };
  // Again where the panel still lists what it suggested in the page, which has the same words.
  await expect.poll(show).toEqual(expect.arrayContaining(['suggested', 'target']));
});
