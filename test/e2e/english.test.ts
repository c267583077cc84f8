import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { domainMessages } from '@waarborg/shared/messages';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { untilOffered } from '../helpers/drawn-passages.ts';
import { openPage, panelOf, passageEntry } from '../helpers/review.ts';
import { readToolbar } from '../helpers/toolbar.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/* The extension in a browser whose reader reads English, without a server: what is coded waits. */

const passage = 'De voornemenprocedure wordt afgeschaft, wat de doorlooptijd bekort';

let site: Server;
let browser: ChromiumWithExtension;

beforeAll(async () => {
  site = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>Brief</title><meta name="DCTERMS.creator" content="IND"><p>${passage}.</p>`,
    );
  }).listen(0, '127.0.0.1');
  browser = await launchChromium({ extensionPath: builtExtension('chrome'), language: 'en' });
  await workOffline(browser);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** The words for a concept of the default codebook. */
function conceptWords(wanted: string) {
  const concept = defaultCodebook.concepts.find(({ id }) => id === wanted);
  if (!concept) throw new RangeError(`the default codebook has no ${wanted}`);
  return { short: concept.shortLabel.en, full: concept.label.en };
}

it('a passage is coded and listed in English, by the keys of the English words', async () => {
  const { 'measure.abolished': measure, 'direction.favourable': direction } = domainMessages.en;
  const safeguard = conceptWords('voornemen').short;
  const impact = conceptWords('duration');
  const page = await openPage(browser, `http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  const panel = await panelOf(browser);
  expect(await panel.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => panel.locator('.passages').innerText()).toContain(panelMessages.en.noPassages);
  await selectWords(page, passage, 'p');
  await untilOffered(page, passage);
  for (const [row, label] of Object.entries({ safeguard, measure, impact: impact.short, direction })) {
    const { choices } = await readToolbar(page);
    const choice = choices.find((one) => one.row === row && one.label === label);
    expect(choice?.label, `${row} of ${JSON.stringify(choices)}`).toBe(label);
    await page.keyboard.press(choice?.key ?? '');
  }
  const { text } = await readToolbar(page);
  for (const word of ['safeguard', 'measure', 'impact', 'direction', 'speaker', 'basis', 'save'] as const)
    expect(text).toContain(taggingMessages.en[word]);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readToolbar(page)).text).toContain(taggingMessages.en.saved);
  const entry = await passageEntry(panel, passage);
  await expect.poll(() => entry.locator('.wb-chip').allInnerTexts()).toContain(`${safeguard} ${measure}`);
  expect((await entry.innerText()).toLowerCase()).toContain(impact.full.toLowerCase());
  await expect.poll(() => panel.locator('.status').innerText()).toContain(panelMessages.en.waiting(1));
});
