/**
 * How soon a colleague's passage stands in an open panel: `node test/bench/live.ts [--times=30]`.
 *
 * A panel beside a page of 10 and of 2,000 passages in Chromium, and a colleague who marks one every other second.
 * Prints how long each took from the request that made it until the panel counted it. Ends with an error where 95 of 100
 * are not there within a second, or where the panel did not count every one.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { builtExtension } from '../helpers/built-extension.ts';
import { startChangingPaper } from '../helpers/changing-paper.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { connectByMessage } from '../helpers/connect-extension.ts';
import { exampleDossier as dossier } from '../helpers/example-dossier.ts';
import { openPage, panelOf } from '../helpers/review.ts';
import { startServer } from '../helpers/running-server.ts';
import { median, p95 } from './statistics.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '30' } } });
const times = Number(values.times);
const askedMs = 1_000;
/** From one passage to the next. */
const paceMs = 2_000;

/** The instants, in milliseconds since the epoch, at which the panel's list had each number of passages first. */
interface Watched {
  counted: Record<number, number>;
}

/** Runs in the panel: notes when its list has another number of passages. */
function watchNumber(): void {
  const watched: Watched = { counted: {} };
  const look = () => {
    const number = Number(
      /\d[\d.]*/u.exec(document.querySelector('#passages-title')?.textContent ?? '')?.[0].replaceAll('.', ''),
    );
    watched.counted[number] ??= Date.now();
  };
  new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  look();
  Object.assign(globalThis, { watched });
}

/** When the panel counted this many, in milliseconds since the epoch; waits until it does. */
async function untilCounted(panel: Page, number: number): Promise<number> {
  const handle = await panel.waitForFunction(
    (wanted) => (globalThis as unknown as { watched: Watched }).watched.counted[wanted],
    number,
  );
  return Number(await handle.jsonValue());
}

/** How long each passage of a colleague took, in milliseconds, on a page that has this many. */
async function measure(count: number): Promise<number[]> {
  const sentences = Array.from(
    { length: count + times },
    (_, at) => `Zaak ${at + 1} wacht nog op een besluit.`,
  );
  const [server, paper] = await Promise.all([
    startServer(),
    startChangingPaper('Brief over zaken', sentences),
  ]);
  const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  try {
    const colleague = await server.createToken('collega@example.org', dossier.slug);
    const write = async (path: string, body: unknown) => {
      const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier.slug}${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${colleague.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    };
    const letter = uuidv7();
    const passages = sentences.map((exact) => ({
      ...{ id: uuidv7(), document: letter, source: paper.address, ranges: [{ exact }] },
      codings: [{ safeguard: 'decision-period', direction: 'unclear', basis: 'finding', speaker: 'IND' }],
    }));
    await write('/documents', {
      ...{ id: letter, sourceType: 'other', title: 'Brief over zaken', identifiers: [] },
      addresses: [{ address: paper.address, mediaType: 'text/html' }],
    });
    await write('/imports', passages.slice(0, count));
    await connectByMessage(browser, server, dossier);
    await openPage(browser, paper.address);
    const panel = await panelOf(browser);
    await panel.evaluate(watchNumber);
    await untilCounted(panel, count);
    const taken: number[] = [];
    for (const [at, passage] of passages.slice(count).entries()) {
      await delay(paceMs);
      const sent = Date.now();
      await write('/annotations', passage);
      taken.push((await untilCounted(panel, count + at + 1)) - sent);
    }
    return taken;
  } finally {
    await browser.close();
    await paper.close();
    await server.close();
  }
}

let isReached = true;
for (const count of [10, 2_000]) {
  const taken = await measure(count);
  isReached &&= p95(taken) <= askedMs;
  const [half, most, last] = [median(taken), p95(taken), Math.max(...taken)].map((ms) => `${ms} ms`);
  console.log(
    `${count} passages: ${taken.length} more are counted; half within ${half}, 95 % within ${most} (at most ${askedMs}), all within ${last}`,
  );
}
if (!isReached) {
  console.error('Later than is asked.');
  process.exit(1);
}
