/* Long, because all that can befall what waits to be sent is tried on one server and in one browser. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { panelMessages } from '@waarborg/shared/messages/panel';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessibleInBothThemes } from '../helpers/accessible.ts';
import { askBackground } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import { type ChromiumWithExtension, launchChromium } from '../helpers/chromium.ts';
import { readChanges } from '../helpers/confirmed-changes.ts';
import { documentAt } from '../helpers/document-at.ts';
import { type FaultyProxy, startFaultyProxy } from '../helpers/faulty-proxy.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { tabTo, watchSpoken } from '../helpers/screen-reader.ts';

/** One server and one browser for all; each test has a dossier and a way to the server of its own. */
let server: RunningServer;
let browser: ChromiumWithExtension;
let proxy: FaultyProxy;
/** A page of the extension, from which the test asks the background as the panel does. */
let page: Page;
let token: string;
let run = 0;
let dossier: string;
let document: ReturnType<typeof createDocument>;

const createDocument = () => documentAt('https://example.nl/brief', 'Brief');

/** Asks the background, so that the test goes the way of the product. */
function ask<T>(type: string, input?: unknown): Promise<T> {
  return askBackground<T>(page, type, input);
}

interface Connection {
  readonly waiting: number;
  readonly refused: number;
  readonly trouble?: string;
}

const draft = (number: number, note?: string, codings: readonly object[] = []) => ({
  id: `0190a000-0000-7000-8000-${String(1_000 * run + number).padStart(12, '0')}`,
  document: document.id,
  source: 'https://example.nl/brief',
  ranges: [{ exact: `passage ${number}` }],
  codings,
  ...(note ? { note } : {}),
});

async function save(
  number: number,
  note?: string,
  base?: number,
  codings?: readonly object[],
): Promise<void> {
  const rendition = { text: 'De tekst.', source: 'https://example.nl/brief', mediaType: 'text/html' };
  const outcome = await ask<{ ok: boolean }>('save-annotation', {
    annotation: draft(number, note, codings),
    ...(base === undefined ? {} : { base }),
    document,
    rendition,
  });
  expect(outcome).toMatchObject({ ok: true });
}

interface OnServer {
  readonly id: string;
  readonly note?: string;
  readonly rendition?: string;
  readonly revision: number;
}

async function onServer(): Promise<OnServer[]> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier}/annotations`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { annotations: OnServer[] }).annotations;
}

async function idsOnServer(): Promise<string[]> {
  return (await onServer()).map(({ id }) => id).sort();
}

interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

/** A link between two passages, the first two where none are named, under an id of its own. */
const link = (from = 1, to = 2): Link => ({
  ...{ id: uuidv7(), from: draft(from).id, to: draft(to).id, kind: 'supports' },
});

const linksAddress = () => `${server.address}/api/v1/dossiers/${dossier}/links`;

async function linksOnServer(): Promise<Link[]> {
  const answer = await fetch(linksAddress(), { headers: { Authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { links: Link[] }).links;
}

/** Links passages as a colleague does. */
async function linkElsewhere(made: Link): Promise<void> {
  const answer = await fetch(linksAddress(), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': uuidv7(),
    },
    body: JSON.stringify(made),
  });
  expect(answer.status).toBe(201);
}

/** Asks the server who somebody with a token is. */
function askWith(bearer: string): Promise<Response> {
  return fetch(`${server.address}/api/v1/me`, { headers: { Authorization: `Bearer ${bearer}` } });
}

/** How many things of dossiers are in the browser's storage. */
function keptHere(): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('waarborg-dossier')) continue;
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores);
      for (const store of stores) count += await done(transaction.objectStore(store).count());
      database.close();
    }
    return count;
  });
}

/** What a page and its panel show of the document. */
async function shown(): Promise<readonly { id: string }[]> {
  const { id: _, ...candidate } = document;
  const outcome = await ask<{ value: { annotations: { id: string }[] } }>('open-document', candidate);
  return outcome.value.annotations;
}

/** Deletes an annotation as the same reviewer in another browser does. */
async function deleteElsewhere(id: string): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier}/annotations/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}`, 'If-Match': '*', 'Idempotency-Key': uuidv7() },
  });
  expect(answer.status).toBe(204);
}

/** Changes an annotation as the same reviewer in another browser does. */
async function changeElsewhere(id: string, note: string): Promise<void> {
  const address = `${server.address}/api/v1/dossiers/${dossier}/annotations/${id}`;
  const headers = { Authorization: `Bearer ${token}` };
  const current = await fetch(address, { headers });
  const { ranges, codings } = (await current.json()) as { ranges: unknown; codings: unknown };
  const answer = await fetch(address, {
    method: 'PUT',
    headers: {
      ...headers,
      'Content-Type': 'application/json',
      'If-Match': current.headers.get('ETag') ?? '',
      'Idempotency-Key': uuidv7(),
    },
    body: JSON.stringify({ ranges, codings, note }),
  });
  expect(answer.status).toBe(200);
}

async function untilSent(): Promise<void> {
  await expect.poll(() => ask<Connection>('synchronise'), { timeout: 60_000 }).toMatchObject({ waiting: 0 });
}

const account = (good: string) => ({
  server: proxy.address,
  user: { id: 'codeur', name: 'Codeur' },
  dossiers: [{ slug: dossier, title: 'Outbox', token: good }],
});

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer(),
    launchChromium({ extensionPath: builtExtension('chrome') }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  run += 1;
  dossier = `outbox-${run}`;
  document = createDocument();
  [{ token }, proxy, page] = await Promise.all([
    server.createToken('codeur@example.org', dossier),
    startFaultyProxy(server.address),
    browser.openExtensionPage('sidepanel.html'),
  ]);
  await ask('save-account', account(token));
});
afterEach(async () => {
  // Nothing may wait for a server that is not there any more: the next test looks at all that waits.
  proxy.fault = 'pass';
  for (const { key } of await ask<{ key: string }[]>('list-outbox')) await ask('discard-change', { key });
  await ask('sign-out');
  await page.close();
  await proxy.close();
});

describe('the outbox', () => {
  it('takes only the answer of the server for "done"', async () => {
    await save(1);
    await untilSent();
    proxy.fault = 'down';
    await save(1, 'later');
    await save(2);
    for (const fault of ['answer-nothing', 'answer-other', 'redirect'] as const) {
      proxy.fault = fault;
      expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 2 });
      expect(await ask<Connection>('synchronise')).toHaveProperty('trouble');
      expect(await onServer()).toHaveLength(1);
    }
    proxy.fault = 'pass';
    await untilSent();
    expect(await onServer()).toHaveLength(2);
  });

  it('lists as much as it counts: not what only travels with a passage', async () => {
    proxy.fault = 'down';
    await save(1);
    await save(2);
    const { waiting } = await ask<Connection>('synchronise');
    const listed = await ask<{ change: string }[]>('list-outbox');
    expect(listed.map(({ change }) => change)).toEqual(['annotation', 'annotation']);
    expect(waiting).toBe(2);
    await page.locator('summary', { hasText: panelMessages.nl.whatWaits }).press('Enter');
    await expect.poll(() => page.locator('.outbox li:visible').count()).toBe(2);
    await expectAccessibleInBothThemes(page);
    proxy.fault = 'pass';
    await untilSent();
  });

  it('takes an update after a lost answer for no conflict', async () => {
    proxy.fault = 'lose-answers';
    await save(1);
    await ask('synchronise');
    await save(1, 'later');
    proxy.fault = 'pass';
    await untilSent();
    expect(await ask<Connection>('connection-state')).toMatchObject({ refused: 0 });
    expect(await onServer()).toMatchObject([{ id: draft(1).id, note: 'later' }]);
  });

  it('removes the link that the server has for one of which the creation was under way', async () => {
    await save(1);
    await save(2);
    await untilSent();
    proxy.fault = 'fail';
    const before = proxy.writes();
    const made = link();
    await ask('save-link', made);
    await expect.poll(() => proxy.writes()).toBeGreaterThan(before);
    await expect.poll(() => ask<Connection>('connection-state')).toHaveProperty('trouble');
    await ask('remove-link', { id: made.id });
    await linkElsewhere(link());
    proxy.fault = 'pass';
    await untilSent();
    expect(await linksOnServer()).toEqual([]);
    expect(await ask<Connection>('connection-state')).toMatchObject({ refused: 0 });
  });

  it('keeps a link that is made anew while its removal waits, and keeps it once', async () => {
    await save(1);
    await save(2);
    const made = link();
    await ask('save-link', made);
    await untilSent();
    await ask('remove-link', { id: made.id });
    expect(await ask('save-link', link())).toMatchObject({ ok: true, value: { id: made.id } });
    await untilSent();
    expect(await linksOnServer()).toMatchObject([{ id: made.id }]);
  });

  it('keeps both versions when somebody else was first, says so aloud, and sends mine when I say so by keyboard', async () => {
    await save(1, 'first');
    await untilSent();
    proxy.fault = 'down';
    await changeElsewhere(draft(1).id, 'theirs');
    await save(1, 'mine');
    const expectSpoken = await watchSpoken(page);
    proxy.fault = 'pass';
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    expect(await onServer()).toMatchObject([{ note: 'theirs' }]);
    const [entry] = await ask<{ key: string; problem?: { code: string } }[]>('list-outbox');
    expect(entry?.problem).toMatchObject({ code: 'precondition-failed' });
    await expect
      .poll(() => page.locator('.conflict dd').allInnerTexts())
      .toEqual([expect.stringContaining('mine'), expect.stringContaining('theirs')]);
    await expectSpoken(panelMessages.nl['news.refused']);
    await expectAccessibleInBothThemes(page);
    const kept = page.waitForEvent('download');
    await tabTo(page, panelMessages.nl.keepOutbox);
    await page.keyboard.press('Enter');
    const file = JSON.parse(await readFile(await (await kept).path(), 'utf8'));
    expect(file).toMatchObject({
      dossiers: [{ slug: dossier, changes: [{ key: entry?.key, refusal: { code: 'precondition-failed' } }] }],
    });
    await tabTo(page, panelMessages.nl.retryOver);
    await page.keyboard.press('Enter');
    await expect.poll(() => ask<Connection>('connection-state')).toMatchObject({ waiting: 0, refused: 0 });
    expect(await onServer()).toMatchObject([{ note: 'mine' }]);
    // The button that was pressed is gone.
    await page.locator('main:focus').waitFor();
  });

  it('keeps what I altered of a passage that a colleague deleted, says so, and makes it anew when I say so', async () => {
    await save(1, 'first');
    await untilSent();
    const [seen] = await onServer();
    proxy.fault = 'down';
    await save(1, 'mine', seen?.revision);
    await deleteElsewhere(draft(1).id);
    proxy.fault = 'pass';
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    expect(await onServer()).toEqual([]);
    await expect
      .poll(() => page.locator('.conflict dd').allInnerTexts())
      .toEqual([expect.stringContaining('mine'), panelMessages.nl.versionRemoved]);
    await page.getByRole('button', { name: panelMessages.nl.retryOver }).click();
    await expect.poll(() => ask<Connection>('connection-state')).toMatchObject({ waiting: 0, refused: 0 });
    expect(await onServer()).toMatchObject([{ note: 'mine' }]);
  });

  it('says that a passage was deleted that I was linking, holds nothing else back, and lets go of the link', async () => {
    await save(1);
    await save(2);
    await untilSent();
    proxy.fault = 'down';
    await ask('save-link', link());
    await save(3);
    await deleteElsewhere(draft(1).id);
    proxy.fault = 'pass';
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    expect(await idsOnServer()).toEqual([draft(2).id, draft(3).id]);
    const entry = page.locator('.outbox li');
    const { discard, discardSure, linkedDeleted } = panelMessages.nl;
    await expect.poll(() => entry.allInnerTexts()).toEqual([expect.stringContaining(linkedDeleted)]);
    await entry.getByRole('button', { name: discard }).click();
    await entry.getByRole('button', { name: discardSure }).click();
    await expect.poll(() => ask<Connection>('connection-state')).toMatchObject({ waiting: 0, refused: 0 });
    expect(await linksOnServer()).toEqual([]);
  });

  it('takes what a colleague did while the form was open for a conflict, though it has come in, and leaves it when I say so by keyboard', async () => {
    await save(1, 'first');
    await untilSent();
    const [seen] = await onServer();
    await changeElsewhere(draft(1).id, 'theirs');
    await ask('synchronise');
    await save(1, 'mine', seen?.revision);
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    const { keepTheirs, discardSure, discarded } = panelMessages.nl;
    await tabTo(page, keepTheirs);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.outbox').innerText()).toContain(discardSure);
    const expectSpoken = await watchSpoken(page);
    await page.keyboard.press('Enter');
    await expectSpoken(discarded);
    await expect.poll(() => ask<Connection>('connection-state')).toMatchObject({ waiting: 0, refused: 0 });
    expect(await shown()).toMatchObject([{ note: 'theirs' }]);
    expect(await onServer()).toMatchObject([{ note: 'theirs' }]);
  });

  it('keeps both versions of a document that a colleague corrected first, and sends mine when I say so', async () => {
    const { id: _, ...candidate } = document;
    const open = async () =>
      (await ask<{ value: { document: typeof document; revision: number } }>('open-document', candidate))
        .value;
    await save(1);
    await untilSent();
    await ask('synchronise');
    const { document: seen, revision } = await open();
    const address = `${server.address}/api/v1/dossiers/${dossier}/documents/${seen.id}`;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '*' };
    const body = JSON.stringify({ title: 'Van een collega' });
    expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(200);
    await ask('synchronise');
    const mine = { ...seen, date: '2026-05-12' };
    await ask('save-document', { document: mine, seen, base: revision });
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    const [entry] = await ask<{ key: string; problem?: { code: string } }[]>('list-outbox');
    expect(entry?.problem).toMatchObject({ code: 'precondition-failed' });
    await ask('retry-change', { key: entry?.key });
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 0 });
    const kept = await (await fetch(address, { headers })).json();
    expect(kept).toMatchObject({ title: 'Van een collega', date: '2026-05-12' });
  });

  it('takes a deletion by a colleague while the form was open for a conflict, though it has come in', async () => {
    await save(1, 'first');
    await untilSent();
    const [seen] = await onServer();
    await deleteElsewhere(draft(1).id);
    await ask('synchronise');
    await save(1, 'mine', seen?.revision);
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0, refused: 1 });
    const [entry] = await ask<{ conflict?: unknown }[]>('list-outbox');
    expect(entry?.conflict).toMatchObject({ mine: { passage: { note: 'mine' } } });
  });

  it('takes what I did myself while the form was open for no conflict', async () => {
    await save(1, 'first');
    await untilSent();
    const [seen] = await onServer();
    await save(1, 'second', seen?.revision);
    await untilSent();
    await save(1, 'third', seen?.revision);
    await untilSent();
    expect(await onServer()).toMatchObject([{ note: 'third' }]);
  });

  it('fetches everything when the server has an older backup put back', async () => {
    await save(1);
    await untilSent();
    await server.stop();
    const backup = await mkdtemp(path.join(tmpdir(), 'outbox-backup-'));
    await cp(server.dataDir, backup, { recursive: true });
    await server.restart();
    await save(2);
    await untilSent();
    expect(await shown()).toHaveLength(2);
    await server.stop();
    await rm(server.dataDir, { recursive: true });
    await cp(backup, server.dataDir, { recursive: true });
    await server.restart();
    await rm(backup, { recursive: true });
    const shownAfterPass = async () => {
      await ask('synchronise');
      return shown();
    };
    await expect.poll(shownAfterPass).toMatchObject([{ id: draft(1).id }]);
  });

  it('has the texts of passages before a page is seen, and asks the server nothing when one is', async () => {
    await save(1);
    await untilSent();
    const isText = (address: string) => address.includes('/renditions/');
    await ask('save-account', { ...account(token), user: { id: 'elders', name: 'Elders' } });
    await ask('synchronise');
    expect(proxy.reads.filter(isText)).toHaveLength(1);
    const quotes = [{ exact: 'De tekst.', start: 0, end: 9, rendition: (await onServer())[0]?.rendition }];
    const [found] = await ask<{ state: string }[]>('anchor-quotes', { text: 'Dit is De tekst.', quotes });
    // Only who has that text knows that it stands there still, behind what was put in front of it.
    expect(found?.state).toBe('exact');
    const [unknown] = await ask<{ state: string }[]>('anchor-quotes', {
      text: 'Dit is De tekst.',
      quotes: quotes.map(({ rendition: _, ...quote }) => quote),
    });
    expect(unknown?.state).toBe('moved');
    await ask('synchronise');
    expect(proxy.reads.filter(isText)).toHaveLength(1);
  });

  it('goes on with what waits when its background was ended in between', async () => {
    proxy.fault = 'down';
    await save(1);
    await expect.poll(() => ask<Connection>('connection-state')).toHaveProperty('trouble');
    proxy.fault = 'pass';
    await browser.killServiceWorker();
    await expect.poll(() => ask<Connection>('connection-state')).toMatchObject({ waiting: 0 });
    expect(await onServer()).toHaveLength(1);
  });

  it('keeps a deletion back while it can be undone', async () => {
    await save(1);
    await untilSent();
    expect(await ask('delete-annotation', { id: draft(1).id })).toMatchObject({ ok: true });
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 1 });
    expect(await ask('undo-delete', { id: draft(1).id })).toMatchObject({ ok: true });
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 0 });
    expect(await onServer()).toHaveLength(1);
  });

  it('does not forget what waits under another sign-in', async () => {
    proxy.fault = 'down';
    await save(1);
    const other = { ...account(token), user: { id: 'ander', name: 'Ander' } };
    expect(await ask<Connection>('save-account', other)).toMatchObject({
      waiting: 0,
      elsewhere: [{ server: proxy.address, dossier, isOfOther: true, waiting: 1, refused: 0 }],
    });
    proxy.fault = 'pass';
    await ask('save-account', account(token));
    await untilSent();
    expect(await ask<Connection>('connection-state')).toMatchObject({ elsewhere: [] });
  });

  it('ends the old token when somebody signs in again, and goes on with the new one', async () => {
    await save(1);
    await untilSent();
    const streams = () => proxy.reads.filter((address) => address.endsWith('/events')).length;
    await changeElsewhere(draft(1).id, 'theirs');
    await expect.poll(shown).toMatchObject([{ note: 'theirs' }]);
    expect(streams()).toBe(1);
    const again = await server.createToken('codeur@example.org', dossier);
    await ask('save-account', account(again.token));
    await expect.poll(async () => (await askWith(token)).status).toBe(401);
    expect((await askWith(again.token)).status).toBe(200);
    // A panel that listened with the old one is told so, and listens with the new one.
    await expect.poll(streams).toBe(3);
    token = again.token;
    await changeElsewhere(draft(1).id, 'theirs, later');
    await expect.poll(shown).toMatchObject([{ note: 'theirs, later' }]);
  });

  it('keeps at a sign-out what waits, and no copy of what is sent nor a token that is good', async () => {
    await save(1);
    await untilSent();
    proxy.fault = 'down';
    await save(2);
    await ask('sign-out');
    const { elsewhere, waiting, notConnected } = panelMessages.nl;
    const panel = page.locator('#app');
    await expect.poll(() => panel.innerText()).toContain(notConnected);
    await expect.poll(() => panel.innerText()).toContain(elsewhere(dossier, proxy.address, waiting(1)));
    proxy.fault = 'pass';
    ({ token } = await server.createToken('codeur@example.org', dossier));
    await ask('save-account', account(token));
    await untilSent();
    expect(await onServer()).toHaveLength(2);
    await ask('sign-out');
    expect(await keptHere()).toBe(0);
    await expect.poll(async () => (await askWith(token)).status).toBe(401);
    ({ token } = await server.createToken('codeur@example.org', dossier));
    await ask('save-account', account(token));
    await untilSent();
    expect(await shown()).toHaveLength(2);
  });

  it('sends each of forty changes of every kind once after signing out and in, also those of which the answer was lost', async () => {
    const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    for (const number of numbers(1, 12)) await save(number);
    const removed = link(1, 2);
    await ask('save-link', removed);
    await untilSent();

    proxy.fault = 'fail';
    await ask('save-link', link(3, 4));
    for (const number of [4, 5, 6, 7]) await ask('delete-annotation', { id: draft(number).id });
    await ask('remove-link', { id: removed.id });
    for (const number of numbers(8, 12)) await save(number, 'later');
    const said = { safeguard: 'voornemen', impact: 'cost', direction: 'favourable', basis: 'figure' };
    const coding = { ...said, speaker: 'IND' };
    for (const number of numbers(13, 30)) await save(number, 'new', undefined, [coding]);
    for (const number of numbers(13, 16)) await ask('save-link', link(number, number + 1));
    for (const number of numbers(1, 6)) {
      const dismissal = { document: document.id, safeguard: 'voornemen', quote: `woorden ${number}` };
      await ask('dismiss-suggestion', { dismissal, document });
    }
    await ask('save-reading', { reading: { document: document.id, safeguards: ['voornemen'] }, document });
    // Meanwhile a colleague links a passage that is being deleted: the link goes with it.
    await linkElsewhere(link(5, 8));
    proxy.fault = 'lose-answers';
    for (const _ of numbers(1, 3)) expect(await ask<Connection>('synchronise')).toHaveProperty('trouble');
    await ask('sign-out');
    proxy.fault = 'pass';
    ({ token } = await server.createToken('codeur@example.org', dossier));
    expect(await ask<Connection>('save-account', account(token))).toMatchObject({ elsewhere: [] });
    await untilSent();
    expect(await ask<Connection>('connection-state')).toMatchObject({ refused: 0 });

    const changes = await readChanges({ api: `${server.address}/api/v1`, dossier, token });
    const items = changes.flatMap((change) => change.items);
    const timesOf = (number: number) => items.filter(({ id }) => id === draft(number).id).length;
    expect(numbers(1, 30).map(timesOf)).toEqual(
      numbers(1, 30).map((number) => (number >= 4 && number <= 12 ? 2 : 1)),
    );
    const kept = await onServer();
    const made = kept.filter(({ note }) => note === 'new');
    expect(made).toHaveLength(18);
    for (const annotation of made) expect(annotation).toMatchObject({ codings: [said] });
    expect(kept.filter(({ note }) => note === 'later')).toHaveLength(5);
    expect(await idsOnServer()).toEqual([...numbers(1, 3), ...numbers(8, 30)].map((n) => draft(n).id));
    const pairs = (await linksOnServer()).map(({ from, to }) => [from, to]).sort();
    expect(pairs).toEqual(numbers(13, 16).map((n) => [draft(n).id, draft(n + 1).id]));
    const timesOfKind = (kind: string) => items.filter((item) => item.kind === kind).length;
    // The removed link, that of the colleague and that to a deleted passage came and went.
    expect(timesOfKind('link')).toBe(4 + 3 * 2);
    expect(timesOfKind('dismissal')).toBe(6);
    expect(timesOfKind('reading')).toBe(1);
  });

  it('says that the dossier is gone, keeps the passage, and sends it when an owner brings that back', async () => {
    const askServer = (method: string, path = '') =>
      fetch(`${server.address}/api/v1/dossiers/${dossier}${path}`, {
        ...{ method, headers: { Authorization: `Bearer ${token}`, 'If-Match': '*' } },
      });
    const deleted = await askServer('DELETE');
    await save(1);
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 1, trouble: 'dossier-unknown' });
    await expect.poll(() => page.locator('.status').innerText()).toContain(panelMessages.nl.dossierUnknown);
    expect(await ask<string>('export-outbox')).toContain('passage 1');
    const undone = await askServer('POST', `/revisions/${deleted.headers.get('Dossier-Revision')}/undo`);
    expect(undone.status).toBe(200);
    await untilSent();
    expect(await onServer()).toHaveLength(1);
  });

  it('says that the token is not good any more, keeps the passage, and sends it with a new one', async () => {
    await ask('save-account', account('expired'));
    await save(1);
    expect(await ask<Connection>('synchronise')).toMatchObject({ waiting: 1, trouble: 'token-expired' });
    ({ token } = await server.createToken('codeur@example.org', dossier));
    await ask('save-account', account(token));
    await untilSent();
    expect(await onServer()).toHaveLength(1);
  });
});
