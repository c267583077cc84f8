/* Long: one paper is followed through all its changes, as page and as PDF, in one browser. */

import type { Annotation } from '@waarborg/shared/annotation';
import { sourceLink } from '@waarborg/shared/citation';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { passageMessages } from '@waarborg/shared/messages/passage';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectChromium } from '../helpers/connect-extension.ts';
import type { PassageUnderTest } from '../helpers/documents-under-test.ts';
import { untilOffered } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { forgetTexts } from '../helpers/forget-texts.ts';
import { holdStore } from '../helpers/hold-store.ts';
import { drawnWords } from '../helpers/large-page.ts';
import {
  codeByKeyboard,
  nameSpeaker,
  openPage,
  openPdf,
  panelOf,
  passageEntry,
  searchInPdf,
} from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { tabTo, watchSpoken } from '../helpers/screen-reader.ts';
import { readToolbar, untilSaid } from '../helpers/toolbar.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/* A paper changes after it was coded: what a reviewer sees of it, and does about it. */

const words = panelMessages.nl;
const passageWords = passageMessages.nl;

const stays = 'Het voornemen geeft de asielzoeker de kans om vooraf op fouten te wijzen';
const shifts = 'De gemachtigde bespreekt het rapport van gehoor met zijn cliënt';
const moves = 'De tolk is bij elk gehoor aanwezig en vertaalt alle vragen';
const edited = 'De termijn voor de zienswijze bedraagt zes weken na ontvangst van het voornemen';
const editedNow = 'De termijn voor de zienswijze bedraagt vier weken na ontvangst van het voornemen';
const between = 'Daarna neemt de dienst binnen acht dagen een besluit';
const rewritten = 'Zonder deze stap groeit naar verwachting de werkvoorraad bij de gerechten';
const rewrittenNow = 'Rechters krijgen dan meer beroepen op hun bord';
const removed = 'De kosten van de wijziging worden geraamd op drie miljoen euro per jaar';
const coded = [stays, shifts, moves, edited, between, rewritten, removed];

const before = [
  `${stays}.`,
  `${shifts}. ${moves}. De griffier houdt een lijst bij van wie er heeft gesproken.`,
  `${edited}.`,
  `Eerst wordt het dossier gesloten. ${between}. Partijen ontvangen daarvan bericht.`,
  `${rewritten}. De raad voor de rechtsbijstand wijst op de gevolgen voor advocaten.`,
  `${removed}. Over de dekking bestaat nog geen duidelijkheid.`,
  'De minister stuurt de Kamer voor de zomer een brief over de voortgang van de uitvoering.',
];
const after = [
  `${stays}.`,
  'Deze alinea is later ingevoegd en gaat over de gewijzigde instructie aan de uitvoering.',
  `${shifts}. De griffier houdt een lijst bij van wie er heeft gesproken.`,
  `${editedNow}.`,
  `Intussen kan nog bewijs worden ingebracht. ${between}. Wie dat wil kan bezwaar maken.`,
  `${rewrittenNow}. De raad voor de rechtsbijstand wijst op de gevolgen voor advocaten.`,
  'Over de dekking bestaat nog geen duidelijkheid.',
  `De minister stuurt de Kamer voor de zomer een brief over de voortgang van de uitvoering. ${moves}.`,
];

let server: RunningServer;
let paper: ChangingPaper;
let browser: ChromiumWithExtension;
let page: Page;
let panel: Page;
let token: string;

beforeAll(async () => {
  [server, paper] = await Promise.all([startServer(), startChangingPaper('Brief over de termijnen', before)]);
  ({ token } = await server.createToken('lezer@example.org', dossier.slug));
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  await connectChromium(browser, { server: server.address, dossier: dossier.title, site: '127.0.0.1' });
  page = await openPage(browser, paper.address);
  panel = await panelOf(browser);
});

afterAll(async () => {
  await browser?.close();
  await paper?.close();
  await server?.close();
});

function passage(quote: string): PassageUnderTest {
  const coding = { safeguard: 'voornemen', measure: 'abolished', impact: 'duration' } as const;
  return { words: quote, ...coding, direction: 'favourable' };
}

/** Codes every passage: one in full, the others the same again. */
async function codeAll(): Promise<void> {
  const [first = '', ...others] = coded;
  await selectWords(page, first, 'main');
  await codeByKeyboard(page, passage(first));
  await untilCoded(page, first);
  for (const other of others) {
    await selectWords(page, other, 'main');
    await untilOffered(page, other);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await untilCoded(page, other);
  }
  await untilSent();
}

/** The passage is listed, and the toolbar has gone: what is selected next is another passage. */
async function untilCoded(shown: Page, quote: string): Promise<void> {
  await passageEntry(panel, quote);
  await expect.poll(async () => (await readToolbar(shown)).choices).toEqual([]);
}

/** The background is asked, and not what the panel says, which may still be of before the change. */
function untilSent(): Promise<void> {
  return expect.poll(() => askBackground(panel, 'connection-state')).toMatchObject({ waiting: 0 });
}

async function ask(path: string): Promise<Response> {
  return fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
}

/** The annotations of a copy at the server. */
async function annotationsAt(address: string): Promise<Annotation[]> {
  const { annotations } = (await (await ask('/annotations')).json()) as { annotations: Annotation[] };
  return annotations.filter(({ source }) => source === address);
}

async function annotationWith(exact: string): Promise<Annotation | undefined> {
  return (await annotationsAt(paper.address)).find(({ ranges }) => ranges[0]?.exact === exact);
}

/** The text in which an annotation was marked, as the server kept it. */
async function renditionOf({ document, rendition }: Annotation): Promise<string> {
  const answer = await ask(`/documents/${document}/renditions/${rendition}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The state of a passage as the panel says it: sign and word. */
async function stateOf(quote: string): Promise<string> {
  const entry = await passageEntry(panel, quote);
  return (await entry.locator('.wb-passage-state').innerText()).trim();
}

/** The panel says this of all of these, at one time: what it lists may be of another page just before. */
async function expectStates(wanted: Record<string, string>): Promise<void> {
  const states = async () => {
    const read: [string, string][] = [];
    for (const quote of Object.keys(wanted)) read.push([quote, await stateOf(quote)]);
    return Object.fromEntries(read);
  };
  await expect.poll(states).toEqual(wanted);
}

/** By keyboard: what is done about passages of a changed document takes no mouse. */
async function press(quote: string, name: string): Promise<void> {
  const entry = await passageEntry(panel, quote);
  await entry.getByRole('button', { name }).press('Enter');
}

/** Runs in a page of the extension: the background synchronises no more every minute. */
async function stopAlarms(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { alarms: { clearAll(): Promise<boolean> } } };
  await chrome.alarms.clearAll();
}

describe('a coded paper', () => {
  it('has left its text with the server, once, and every passage names it', async () => {
    await codeAll();
    const annotations = await annotationsAt(paper.address);
    expect(annotations.map(({ ranges }) => ranges[0]?.exact).toSorted()).toEqual(coded.toSorted());
    expect(new Set(annotations.map(({ rendition }) => rendition)).size).toBe(1);
    for (const annotation of annotations) {
      const text = await renditionOf(annotation);
      const [range] = annotation.ranges;
      expect(text.slice(range?.start, range?.end)).toBe(range?.exact);
    }
  });

  it('that has changed shows for each passage what became of it, and draws nothing wrong', async () => {
    await panel.getByRole('button', { name: words.changeDocument }).press('Enter');
    await panel.getByLabel(words.titleField).fill('Half getypt');
    await paper.publish(after);
    await page.reload();
    await expectStates({
      ...{ [removed]: '∅ niet gevonden', [stays]: '✓ exact', [shifts]: '✓ exact' },
      ...{ [moves]: '↷ elders in de tekst', [between]: '✓ exact' },
      ...{ [edited]: '≈ tekst gewijzigd', [rewritten]: '∅ niet gevonden' },
    });
    const found = [stays, shifts, moves, editedNow, between];
    expect((await drawnWords(page)).toSorted()).toEqual(found.toSorted());
    // What a reviewer was writing beside the page outlives that it was loaded anew.
    expect(await panel.getByLabel(words.titleField).inputValue()).toBe('Half getypt');
    await panel.getByRole('button', { name: words.cancel }).press('Enter');
  });
});

describe('the text in which passages were marked', () => {
  it('comes from the server again when this machine does not have it', async () => {
    // All that there is to fetch is here, and none comes by the clock.
    await panel.evaluate(stopAlarms);
    await askBackground(panel, 'synchronise', { onlyIfDue: false });
    expect(await forgetTexts(panel)).toBe(1);
    await page.reload();
    await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
    await expect.poll(() => stateOf(edited)).toBe('≈ tekst gewijzigd');
    // With the next synchronisation, and not because the page was seen.
    expect(await forgetTexts(panel)).toBe(0);
    await askBackground(panel, 'synchronise', { onlyIfDue: false });
    await expect.poll(() => forgetTexts(panel)).toBe(1);
  });

  it('arrives at the server for a PDF too', async () => {
    const address = await paper.publishPdf();
    const pdf = await openPdf(browser, address);
    await searchInPdf(pdf, stays);
    await selectWords(pdf, stays, '.textLayer');
    await codeByKeyboard(pdf, passage(stays));
    await nameSpeaker(pdf, 'Inspectie Justitie en Veiligheid');
    await expect.poll(async () => (await annotationsAt(address)).length).toBe(1);
    const [annotation] = await annotationsAt(address);
    if (!annotation) throw new Error('The server does not have the passage of the PDF.');
    const [range] = annotation.ranges;
    expect((await renditionOf(annotation)).slice(range?.start, range?.end)).toBe(range?.exact);
    await pdf.close();
    await page.bringToFront();
  });
});

describe('a passage whose words have changed', () => {
  it('shows old and new words beside each other, marked by more than colour', async () => {
    const entry = await passageEntry(panel, edited);
    await press(edited, words.compare);
    const versions = entry.locator('.versions dd');
    await expect.poll(() => versions.count()).toBe(2);
    expect(await versions.nth(0).locator('del').innerText()).toMatch(/^−.*zes$/su);
    expect(await versions.nth(1).locator('ins').innerText()).toMatch(/^\+.*vier$/su);
    expect(await entry.getByRole('button', { name: words.compare }).getAttribute('aria-expanded')).toBe(
      'true',
    );
    await expectAccessibleInBothThemes(panel);
  });

  it('stays as it was when the reviewer leaves it', async () => {
    const entry = await passageEntry(panel, edited);
    await entry.getByRole('button', { name: words.leave }).press('Enter');
    await expect.poll(() => entry.locator('.comparison').count()).toBe(0);
    expect(await annotationWith(edited)).toBeDefined();
  });

  it('gets the new words when the reviewer takes them, with the text in which they stand', async () => {
    await press(edited, words.compare);
    const expectSpoken = await watchSpoken(panel);
    await tabTo(panel, words.accept);
    await panel.keyboard.press('Enter');
    await expectSpoken(words.accepted);
    await expect.poll(() => stateOf(editedNow)).toBe('✓ exact');
    await untilSent();
    const changed = await annotationWith(editedNow);
    if (!changed) throw new Error('The server does not have the new words.');
    expect(changed.codings).toHaveLength(1);
    expect((await renditionOf(changed)).slice(changed.ranges[0]?.start, changed.ranges[0]?.end)).toBe(
      editedNow,
    );
    expect(changed.rendition).not.toBe((await annotationWith(stays))?.rendition);
    expect(await drawnWords(page)).toContain(editedNow);
  });
});

describe('a passage that is not found', () => {
  it('is nowhere to be seen for who follows a link to it, and that is said', async () => {
    const { id, source } = (await annotationWith(removed)) ?? { id: '', source: '' };
    const linked = await browser.context.newPage();
    await linked.goto(sourceLink({ id, source, exact: removed }) ?? '');
    await expect
      .poll(async () => (await readToolbar(linked)).text)
      .toContain(taggingMessages.nl['trouble.passage-gone']);
    expect(await linked.evaluate(() => CSS.highlights.get('waarborg-target')?.size)).toBe(0);
    await linked.close();
    await page.bringToFront();
  });

  it('is left alone by Esc', async () => {
    await press(rewritten, words.attach);
    await expect
      .poll(async () => (await readToolbar(page)).text)
      .toContain(taggingMessages.nl['pickHint.attach']);
    await page.bringToFront();
    await selectWords(page, rewrittenNow, 'main');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`Gekozen: ‘${rewrittenNow}’`);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readToolbar(page)).text).not.toContain('Gekozen');
    expect(await stateOf(rewritten)).toBe('∅ niet gevonden');
  });

  it('is attached again where the reviewer selects it', async () => {
    await press(rewritten, words.attach);
    await expect.poll(async () => (await readToolbar(page)).text).toContain('Opnieuw koppelen');
    await page.bringToFront();
    await selectWords(page, 'dekking bestaat', 'main');
    await expect.poll(async () => (await readToolbar(page)).text).toContain('‘dekking bestaat’');
    await selectWords(page, rewrittenNow, 'main');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`Gekozen: ‘${rewrittenNow}’`);
    await page.keyboard.press('Enter');
    await expect.poll(() => stateOf(rewrittenNow)).toBe('✓ exact');
    await untilSent();
    expect(await annotationWith(rewritten)).toBeUndefined();
    expect((await annotationWith(rewrittenNow))?.codings).toHaveLength(1);
    expect(await drawnWords(page)).toContain(rewrittenNow);
  });

  it('gets another coding at the foot of the window', async () => {
    const codings = async () => (await annotationWith(removed))?.codings.length;
    const before = (await codings()) ?? 0;
    await press(removed, words.editPassage(''));
    await expect.poll(async () => (await readToolbar(page)).text).toContain(taggingMessages.nl.remove);
    await page.bringToFront();
    for (const key of ['&', '2', 'Enter']) await page.keyboard.press(key);
    await expect.poll(codings).toBe(before + 1);
    expect(await stateOf(removed)).toBe('∅ niet gevonden');
  });

  it('is confirmed to be gone, and that is taken back', async () => {
    const entry = await passageEntry(panel, removed);
    await press(removed, 'Bevestig');
    await expect.poll(() => entry.locator('.gone').count()).toBe(1);
    await untilSent();
    expect((await annotationWith(removed))?.gone).toMatch(/^\d{4}-\d\d-\d\dT/u);
    await page.reload();
    // What it lists from here on is of the page as it was read now: nothing takes a button away while it is pressed.
    await panel.reload();
    await expect.poll(() => entry.locator('.gone').innerText()).toContain('staat er niet meer');
    await press(removed, words.notGonePassage(''));
    await expect
      .poll(() => annotationWith(removed))
      .toSatisfy((kept?: Annotation) => kept !== undefined && !kept.gone);
    await expect.poll(() => entry.locator('.gone').count()).toBe(0);
  });
});

describe('the pieces of a passage', () => {
  const [piece, other] = ['De griffier houdt een lijst bij', 'Wie dat wil kan bezwaar maken'];
  const pieces = async (): Promise<string[]> =>
    (await annotationWith(stays))?.ranges.map(({ exact }) => exact) ?? [];

  async function pick(exact: string): Promise<void> {
    await panel.getByRole('button', { name: passageWords.addPiece }).press('Enter');
    await expect
      .poll(async () => (await readToolbar(page)).text)
      .toContain(taggingMessages.nl['pickHint.add']);
    await page.bringToFront();
    await selectWords(page, exact, 'main');
    await expect.poll(async () => (await readToolbar(page)).text).toContain(`Gekozen: ‘${exact}’`);
  }

  async function add(exact: string): Promise<void> {
    await pick(exact);
    await untilSaid(page, taggingMessages.nl.pieceAdded, () => page.keyboard.press('Enter'));
  }

  it('get one more that the reviewer picks in the page, which Ctrl+Z takes back', async () => {
    await press(stays, passageWords.piecesOf(''));
    await add(piece);
    await untilSent();
    expect(await pieces()).toEqual([stays, piece]);
    expect(await drawnWords(page)).toContain(piece);
    // While it is being saved, Ctrl+Z takes back nothing that was done before.
    await pick(other);
    const letGo = await holdStore(panel, 'operations');
    await untilSaid(page, taggingMessages.nl.pieceAdded, async () => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+z');
      await letGo();
    });
    // At once: that it can be taken back is said for some seconds, and that it was for two.
    await untilSaid(page, taggingMessages.nl.undone, () => page.keyboard.press('Control+z'));
    await untilSent();
    await expect.poll(pieces).toEqual([stays, piece]);
    expect(await drawnWords(page)).not.toContain(other);
  });

  it('lose one that the reviewer takes away, and get it back by "undo"', async () => {
    await add(other);
    await untilSent();
    const entry = panel.locator('li.entry').filter({ hasText: other });
    await entry.getByRole('button', { name: passageWords.removePieceOf(piece) }).press('Enter');
    await expect.poll(pieces).toEqual([stays, other]);
    await panel.getByRole('button', { name: words.undo, exact: true }).press('Enter');
    await expect.poll(pieces).toEqual([stays, piece, other]);
  });
});

describe('a passage that is deleted', () => {
  it('takes its links along, as is said, and comes back with them', async () => {
    const ties = async () => (await passageEntry(panel, shifts)).locator('.ties li').count();
    await press(shifts, passageWords.linkPassage(''));
    const form = panel.getByRole('region', { name: passageWords['section.link'] });
    await form.getByRole('searchbox').fill(stays);
    await form.locator('.found-passages button').first().click();
    await expect.poll(ties).toBe(1);
    await press(shifts, words.removePassage(''));
    await panel.getByText(words.removed(1)).waitFor();
    await panel.getByRole('button', { name: words.undo, exact: true }).press('Enter');
    await expect.poll(ties).toBe(1);
  });
});

describe('in the colours that a reader has chosen', () => {
  it('a passage that is pointed at looks different in the page', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const look = async () => (await page.locator('main').screenshot()).toString('base64');
    const pointedAt = () => page.evaluate(() => CSS.highlights.get('waarborg-emphasised')?.size);
    await panel.locator('h1').hover();
    await expect.poll(pointedAt).toBe(0);
    // Nothing that was said stands over the page any more.
    await expect.poll(async () => (await readToolbar(page)).text).toBe('');
    const before = await look();
    await (await passageEntry(panel, editedNow)).hover();
    await expect.poll(pointedAt).toBe(1);
    await expect.poll(async () => (await look()) === before).toBe(false);
    await page.emulateMedia({ forcedColors: null });
  });
});

describe('a PDF that has changed', () => {
  const dekking = 'Over de dekking bestaat nog geen duidelijkheid.';
  let pdf: Page;

  it('shows the four states', async () => {
    await paper.publish(before);
    pdf = await openPdf(browser, await paper.publishPdf());
    for (const quote of [shifts, edited, removed]) {
      await searchInPdf(pdf, quote);
      await selectWords(pdf, quote, '.textLayer');
      await untilOffered(pdf, quote);
      await pdf.keyboard.press('r');
      await pdf.keyboard.press('Enter');
      await untilCoded(pdf, quote);
    }
    await paper.publish([`${stays}.`, 'Een nieuwe alinea.', `${editedNow}.`, dekking, `${shifts}.`]);
    const changed = await paper.publishPdf();
    await pdf.close();
    pdf = await openPdf(browser, changed);
    await expectStates({
      ...{ [removed]: '∅ niet gevonden', [stays]: '✓ exact' },
      ...{ [shifts]: '↷ elders in de tekst', [edited]: '≈ tekst gewijzigd' },
    });
  });

  it('is mended by keyboard: new words taken, a passage confirmed gone, and attached again by arrow keys', async () => {
    await press(edited, words.compare);
    const versions = (await passageEntry(panel, edited)).locator('.versions dd');
    await expect.poll(() => versions.allInnerTexts()).toHaveLength(2);
    await press(edited, words.accept);
    await expect.poll(() => stateOf(editedNow)).toBe('✓ exact');
    await press(removed, 'Bevestig');
    await expect.poll(async () => (await passageEntry(panel, removed)).locator('.gone').count()).toBe(1);
    await press(removed, words.attach);
    await expect.poll(async () => (await readToolbar(pdf)).text).toContain('Opnieuw koppelen');
    await pdf.bringToFront();
    const picked = async () => {
      await pdf.keyboard.press('ArrowDown');
      return (await readToolbar(pdf)).text;
    };
    await expect.poll(picked).toContain(`Gekozen: ‘${dekking}’`);
    await pdf.keyboard.press('Enter');
    await expect.poll(() => stateOf(dekking)).toBe('✓ exact');
    await pdf.close();
  });
});

describe('a link followed by who is signed out', () => {
  it('says what to do, and leads to the passage once they have signed in', async () => {
    const { id, source } = (await annotationWith(stays)) ?? { id: '', source: '' };
    await askBackground(panel, 'sign-out');
    const linked = await browser.context.newPage();
    await linked.goto(sourceLink({ id, source, exact: stays }) ?? '');
    await expect
      .poll(async () => (await readToolbar(linked)).text)
      .toContain(taggingMessages.nl['trouble.link-not-connected']);
    // It is marked for some seconds, which can be over when all steps of connecting are done.
    const isMarked = () => CSS.highlights.get('waarborg-target')?.size === 1;
    await Promise.all([
      linked.waitForFunction(isMarked, undefined, { polling: 100, timeout: 90_000 }),
      connectChromium(browser, { server: server.address, dossier: dossier.title, site: '127.0.0.1' }),
    ]);
    await linked.close();
  });
});
