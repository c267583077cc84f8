/**
 * What saving passages costs in real Chromium with a real server: `node test/bench/saving.ts`.
 *
 * Saves a number of passages of one document and ten times as many of another, one after the other, once with the
 * server there and once without it; prints how long that takes and until the server has them, and counts there
 * how often it has each. The queue must not make the last passage dearer than the first.
 * Option: `--passages=N` (100).
 */

import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { documentAt } from '../helpers/document-at.ts';
import { type FaultyProxy, startFaultyProxy } from '../helpers/faulty-proxy.ts';
import { startServer } from '../helpers/running-server.ts';

const { values } = parseArgs({ options: { passages: { type: 'string', default: '100' } } });
const few = Number(values.passages);
const many = 10 * few;

const server = await startServer();
const proxy = await startFaultyProxy(server.address);
try {
  for (const isOnline of [true, false]) {
    const small = await measure(few, isOnline);
    const large = await measure(many, isOnline);
    const ratio = (of: keyof Measured) => (large[of] / small[of]).toFixed(1);
    console.log(
      `${isOnline ? 'With' : 'Without'} the server there, ${many} passages took ${ratio('savingMs')} times as long to save as ${few}, ` +
        `and ${ratio('allMs')} times as long until the server had them.`,
    );
  }
} finally {
  await proxy.close();
  await server.close();
}

interface Measured {
  readonly savingMs: number;
  /** From the first passage until the server has the last one; without the time that it was away. */
  readonly allMs: number;
}

/** In a browser and a dossier of their own. */
async function measure(count: number, isOnline: boolean): Promise<Measured> {
  const dossier = `${isOnline ? 'online' : 'offline'}-${count}`;
  const { token } = await server.createToken(`${dossier}@example.org`, dossier);
  const browser = await launchChromium({ extensionPath: builtExtension('chrome') });
  try {
    const own = await browser.openExtensionPage('welcome.html');
    const dossiers = [{ slug: dossier, title: 'Meting', token }];
    const user = { id: 'u', name: 'U' };
    await askBackground(own, 'save-account', { server: proxy.address, user, dossiers });
    proxy.fault = isOnline ? 'pass' : 'down';
    const started = performance.now();
    const ids = await saveInARow(own, count);
    const savedAt = performance.now();
    proxy.fault = 'pass';
    await untilSent(own);
    const measured = { savingMs: savedAt - started, allMs: performance.now() - started };
    const onServer = await idsOnServer(proxy, dossier, token);
    const isRight = onServer.toSorted().join() === ids.toSorted().join();
    console.log(
      `${count} passages, ${isOnline ? 'server there' : 'server away'}: saved in ${Math.round(measured.savingMs)} ms, ` +
        `on the server after ${Math.round(measured.allMs)} ms; ${isRight ? 'each is there once' : `WRONG: ${onServer.length} there`}`,
    );
    return measured;
  } finally {
    await browser.close();
  }
}

/** Saves passages one after the other, as fast as each is answered. */
async function saveInARow(own: Page, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  const source = 'https://example.nl/meting';
  const document = documentAt(source, 'Meting');
  await own.evaluate(
    async ([names, draft, address]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ answer: { ok: boolean } }> } };
      };
      for (const [at, id] of names.entries()) {
        const ranges = [{ exact: `passage ${at} van het stuk`, start: 100 * at, end: 100 * at + 30 }];
        const annotation = { id, document: draft.id, source: address, ranges, codings: [] };
        const input = { annotation, document: draft };
        const reply = await chrome.runtime.sendMessage({
          waarborg: 'background',
          type: 'save-annotation',
          input,
        });
        if (!reply.answer.ok) throw new Error(JSON.stringify(reply.answer));
      }
    },
    [ids, document, source] as const,
  );
  return ids;
}

async function untilSent(own: Page): Promise<void> {
  for (;;) {
    const { waiting } = await askBackground<{ waiting: number }>(own, 'synchronise');
    if (waiting === 0) return;
  }
}

async function idsOnServer({ address }: FaultyProxy, dossier: string, token: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/v1/dossiers/${dossier}/annotations`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { annotations: { id: string }[] }).annotations.map(({ id }) => id);
}
