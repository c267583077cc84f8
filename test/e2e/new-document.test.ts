import type { Annotation } from '@waarborg/shared/annotation';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { domainMessages } from '@waarborg/shared/messages';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { allowSite, askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChangingPaper, startChangingPaper } from '../helpers/changing-paper.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import { untilOffered } from '../helpers/drawn-passages.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { expectFocusSeen, inForcedColours } from '../helpers/forced-colours.ts';
import { drawnWords } from '../helpers/large-page.ts';
import { openPage, openPdf, panelOf, passageEntry, searchInPdf } from '../helpers/review.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { tabTo, watchSpoken } from '../helpers/screen-reader.ts';
import { readToolbar } from '../helpers/toolbar.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/*
 * Documents that the dossier does not have yet: what is proposed of them and of their passages, put right and kept,
 * and the rest that a reviewer does in the panel beside them.
 */

const words = panelMessages.nl;
const tagging = taggingMessages.nl;
const domain = domainMessages.nl;

const ofMinister = 'Het kabinet schaft het voornemen af';
const ofMember = 'Ik ben het daar niet mee eens: het kost tijd';
const speeches = [
  'De voorzitter:',
  'Ik open de vergadering.',
  'De heer Van den Berg (Partij A):',
  'Voorzitter. Het voornemen moet blijven.',
  'Mevrouw De Wit-Jansen (B-C):',
  `${ofMember}.`,
  'Minister Vermeer:',
  `${ofMinister}.`,
];

const heard = 'De rechters vrezen dat de zaken zonder voornemen langer blijven liggen';
const costs = 'Artikel 39 Vw 2000 schrappen kost € 660.000 tot € 800.000 per jaar';
/** As the courts' site titles a ruling. */
const proposed = { ecli: 'ECLI:NL:RBDHA:2024:1234', date: '2024-02-01' };
const title = `${proposed.ecli}, Rechtbank Den Haag, ${proposed.date}`;
/** Of whom a paper of these tests says that it is. */
const issuer = 'Inspectie Justitie en Veiligheid';

let server: RunningServer;
let debate: ChangingPaper;
let ruling: ChangingPaper;
let browser: ChromiumWithExtension;
/** A page of the extension that asks nothing by itself. */
let own: Page;
let token: string;

beforeAll(async () => {
  [server, debate, ruling] = await Promise.all([
    startServer(),
    startChangingPaper('Debat over de asielprocedure', speeches),
    startChangingPaper(title, [`${heard}.`, `${costs}.`]),
  ]);
  browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  token = await connectByMessage(browser, server, dossier);
  own = await browser.openExtensionPage('welcome.html');
  await allowSite(browser, own, 'http://127.0.0.1');
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([debate?.close(), ruling?.close()]);
  await server?.close();
});

/** Asks the server, as somebody in another browser does. */
async function ask<T>(path: string, bearer = token, body?: unknown): Promise<T> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, {
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.ok, path).toBe(true);
  return (await answer.json()) as T;
}

async function annotationWith(exact: string): Promise<Annotation | undefined> {
  const { annotations } = await ask<{ annotations: Annotation[] }>('/annotations');
  return annotations.find(({ ranges }) => ranges[0]?.exact === exact);
}

/** The first coding of a passage as the server has it, once it has it. */
async function codingOf(exact: string): Promise<Annotation['codings'][number]> {
  await expect.poll(() => annotationWith(exact)).toBeDefined();
  const [coding] = (await annotationWith(exact))?.codings ?? [];
  if (!coding) throw new Error(`nothing is said of: ${exact}`);
  return coding;
}

/** The name of somebody whom a coding or a document names by id. */
async function nameOf(speaker: string | undefined): Promise<string | undefined> {
  const { speakers } = await ask<{ speakers: { id: string; name: string }[] }>('/speakers?limit=100');
  return speakers.find(({ id }) => id === speaker)?.name;
}

/** Selects words and says of them what the first keys say; what comes next is to be saved. */
async function beginCoding(page: Page, exact: string): Promise<void> {
  await page.bringToFront();
  await selectWords(page, exact, 'main');
  await untilOffered(page, exact);
  for (const key of ['1', 'a', '1', '+']) await page.keyboard.press(key);
}

describe('a page beside which no panel is open', () => {
  it('shows what a colleague coded once the alarm of the background has gone off', async () => {
    const { token: colleague } = await server.createToken('collega@example.org', dossier.slug);
    const page = await browser.context.newPage();
    await page.goto(debate.address);
    await page.waitForSelector('waarborg-toolbar', { state: 'attached' });
    await askBackground(own, 'synchronise');
    const document = { id: uuidv7(), sourceType: 'other', title: 'Debat', identifiers: [] };
    const addresses = [{ address: debate.address, mediaType: 'text/html' }];
    const coding = { safeguard: 'voornemen', measure: 'abolished', direction: 'unclear', basis: 'position' };
    const annotation = { id: uuidv7(), document: document.id, source: debate.address };
    await ask('/documents', colleague, { ...document, addresses });
    await ask('/annotations', colleague, {
      ...annotation,
      ranges: [{ exact: ofMinister }],
      codings: [{ ...coding, speaker: 'IND' }],
    });
    expect(await drawnWords(page)).toEqual([]);
    const worker = await browser.serviceWorker();
    expect(await worker.evaluate(bringAlarmForward)).toBe(1);
    await browser.killServiceWorker();
    await expect.poll(() => drawnWords(page)).toEqual([ofMinister]);
    await page.close();
  });
});

/** Runs in the background: its alarm goes off now and not within a minute. Gives every how many minutes it does. */
async function bringAlarmForward(): Promise<number | undefined> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      alarms: {
        get(name: string): Promise<{ periodInMinutes?: number } | undefined>;
        create(name: string, alarm: { when: number; periodInMinutes?: number }): Promise<void>;
      };
    };
  };
  const every = (await chrome.alarms.get('synchronise'))?.periodInMinutes;
  await chrome.alarms.create('synchronise', { when: Date.now() + 500, periodInMinutes: 1 });
  return every;
}

describe('a passage of a debate', () => {
  it('is said by the member in whose speech it stands, with party', async () => {
    const page = await openPage(browser, debate.address);
    await beginCoding(page, ofMember);
    await page.keyboard.press('Enter');
    const coding = await codingOf(ofMember);
    expect(await nameOf(coding.speaker)).toBe('De Wit-Jansen (B-C)');
    const entry = await passageEntry(await panelOf(browser), ofMember);
    await expect.poll(() => entry.innerText()).toContain('De Wit-Jansen (B-C)');
    await page.close();
  });
});

describe('the document in the panel', () => {
  const corrected = { title: 'Uitspraak over het voornemen', issuer: 'Rechtbank Den Haag', date: '2024-03' };
  let page: Page;
  let panel: Page;
  const facts = () => panel.locator('.document .facts').first().innerText();

  it('is what it says of itself, until the reviewer says otherwise by keyboard', async () => {
    page = await openPage(browser, ruling.address);
    panel = await panelOf(browser);
    await expect.poll(() => panel.locator('h1').innerText()).toBe(title);
    for (const fact of [domain['sourceType.court-ruling'], issuer, '1 februari 2024'])
      expect(await facts()).toContain(fact);
    await tabTo(panel, words.changeDocument);
    await panel.keyboard.press('Enter');
    const form = panel.locator('.document-form');
    const values = () =>
      form.locator('input, select').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await expect.poll(values).toEqual([title, 'court-ruling', issuer, proposed.date]);
    // It has the focus at once.
    await tabTo(panel, words.titleField);
    await panel.keyboard.press('Control+a');
    await panel.keyboard.type(corrected.title);
    await tabTo(panel, words.kindField);
    await panel.keyboard.type(domain['sourceType.implementation-report']);
    await tabTo(panel, words.issuerField);
    await panel.keyboard.type(corrected.issuer);
    await tabTo(panel, words.dateField);
    await panel.keyboard.type('maart');
    await panel.keyboard.press('Enter');
    await expect.poll(() => form.getByRole('alert').allInnerTexts()).toContain(words.dateInvalid);
    await expectAccessibleInBothThemes(panel);
    await panel.keyboard.press('Control+a');
    await panel.keyboard.type('mrt 2024');
    const expectSpoken = await watchSpoken(panel);
    await tabTo(panel, words.save);
    await panel.keyboard.press('Enter');
    await expectSpoken(words.documentSaved);
    await expect.poll(() => form.count()).toBe(0);
  });

  it('is at the server as it was corrected, and so it is on the next visit', async () => {
    const find = async () => {
      const { documents } = await ask<{ documents: Record<string, unknown>[] }>('/documents?limit=100');
      const found = documents.find((one) => one.title === corrected.title);
      return found && { ...found, issuer: await nameOf(found.issuer as string) };
    };
    await expect.poll(find).toMatchObject({ ...corrected, sourceType: 'implementation-report' });
    await page.close();
    page = await openPage(browser, ruling.address);
    panel = await panelOf(browser);
    await expect.poll(() => panel.locator('h1').innerText()).toBe(corrected.title);
    for (const fact of [domain['sourceType.implementation-report'], corrected.issuer, 'maart 2024'])
      expect(await facts()).toContain(fact);
  });

  it('was read for one safeguard after the other, which its record says by keyboard', async () => {
    const concept = defaultCodebook.concepts.find(({ id }) => id === 'voornemen');
    const line = () => panel.locator('.reading-line').innerText();
    const { documents } = await ask<{ documents: { id: string; title: string }[] }>('/documents?limit=100');
    const id = documents.find((one) => one.title === corrected.title)?.id;
    const reading = async () => {
      const { readings } = await ask<{ readings: { safeguard?: string }[] }>(`/readings?document=${id}`);
      return readings.map(({ safeguard = 'all' }) => safeguard);
    };
    await expect.poll(line).toContain(words.readNone);
    await tabTo(panel, words.perSafeguard);
    await panel.keyboard.press('Enter');
    const expectSpoken = await watchSpoken(panel);
    await tabTo(panel, concept?.label.nl ?? '');
    await panel.keyboard.press('Space');
    await expectSpoken(words.readingSaved);
    await inForcedColours(panel, async () => {
      const boxWhich = (checked: boolean) => panel.getByRole('checkbox', { checked }).first();
      const [read, unread] = [boxWhich(true), boxWhich(false)];
      expect((await read.screenshot()).equals(await unread.screenshot())).toBe(false);
      for (const stop of [read, panel.getByRole('button', { name: words.markReadAll })])
        await expectFocusSeen(panel, stop);
    });
    const count = defaultCodebook.concepts.filter(({ kind }) => kind === 'safeguard').length;
    await expect.poll(line).toContain(words.readSome(1, count));
    await expect.poll(reading).toEqual(['voornemen']);
    await expectAccessibleInBothThemes(panel);
    await tabTo(panel, words.markReadAll);
    await panel.keyboard.press('Enter');
    await expect.poll(line).toContain(words.readAll);
    await expect.poll(reading).toEqual(['all']);
  });
});

describe('a passage of a document', () => {
  let page: Page;
  let panel: Page;

  it('is known through a body that is found by the beginning of its alias', async () => {
    page = await openPage(browser, ruling.address);
    panel = await panelOf(browser);
    await beginCoding(page, heard);
    await tabTo(page, `${tagging.more} ▾`);
    await page.keyboard.press('Enter');
    await tabTo(page, tagging.reportedBy);
    await page.keyboard.type('rvd');
    await expect
      .poll(async () => (await readToolbar(page)).text)
      .toContain('Raad voor de rechtspraak (RvdR)');
    for (const key of ['ArrowDown', 'Enter', 'Enter']) await page.keyboard.press(key);
    const coding = await codingOf(heard);
    expect(await nameOf(coding.reportedBy)).toBe('Raad voor de rechtspraak');
  });

  it('takes over by keyboard the article and the amount that it names', async () => {
    await beginCoding(page, costs);
    for (const offer of ['art. 39 Vw 2000?', '€ 660.000 tot € 800.000 per jaar?']) {
      await tabTo(page, offer);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    expect(await codingOf(costs)).toMatchObject({
      provision: 'art. 39 Vw 2000',
      quantity: { value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' },
    });
  });

  it('is copied from the panel with its citation, to be pasted elsewhere', async () => {
    const entry = await passageEntry(panel, heard);
    const expectSpoken = await watchSpoken(panel);
    await entry.getByRole('button', { name: words.copyCitationOf('') }).press('Enter');
    await expectSpoken(words.citationCopied);
    const elsewhere = await browser.context.newPage();
    await elsewhere.setContent('<textarea></textarea>');
    const field = elsewhere.locator('textarea');
    await field.press('Control+v');
    await expect.poll(() => field.inputValue()).toMatch(new RegExp(`^‘${heard}’ \\(.*${proposed.ecli}`, 'u'));
    await elsewhere.close();
    await page.bringToFront();
  });

  it('is deleted in the panel, and comes back by "undo" and by Ctrl+Z', async () => {
    const listed = () => panel.locator('li.entry .wb-quote').allInnerTexts();
    for (const key of ['Enter', 'Control+z']) {
      const entry = await passageEntry(panel, heard);
      const expectSpoken = await watchSpoken(panel);
      await entry.getByRole('button', { name: words.removePassage('') }).press('Enter');
      await expectSpoken(words.removed(0));
      await expect.poll(listed).not.toContain(heard);
      await expect.poll(() => drawnWords(page)).not.toContain(heard);
      await panel.keyboard.press(key);
      await expect.poll(listed).toContain(heard);
      await expect.poll(() => drawnWords(page)).toContain(heard);
    }
    await expect.poll(() => askBackground(panel, 'connection-state')).toMatchObject({ waiting: 0 });
    expect(await annotationWith(heard)).toBeDefined();
    await page.close();
  });
});

describe('a PDF of the web', () => {
  it('that was opened before is read and coded without network, and what is coded is sent later', async () => {
    const report = await startChangingPaper('Rapport over de termijnen', [`${heard}.`]);
    const first = await openPdf(browser, await report.publishPdf());
    await first.locator('.textLayer span').first().waitFor();
    const address = first.url();
    await first.close();
    await Promise.all([report.close(), server.stop()]);
    const pdf = await browser.context.newPage();
    await pdf.goto(address);
    await searchInPdf(pdf, heard);
    await selectWords(pdf, heard, '.textLayer');
    await untilOffered(pdf, heard);
    for (const key of ['1', 'a', '1', '+', 'Enter']) await pdf.keyboard.press(key);
    await pdf.keyboard.type('Minister');
    await pdf.keyboard.press('Enter');
    await expect.poll(() => askBackground(own, 'connection-state')).toMatchObject({ waiting: 1 });
    await server.restart();
    await askBackground(own, 'synchronise');
    const { annotations } = await ask<{ annotations: Annotation[] }>('/annotations');
    expect(annotations.filter(({ source }) => source.endsWith('/brief.pdf'))).toHaveLength(1);
    await pdf.close();
  });
});
