import { expect } from 'vitest';
import { askBackground } from './ask-background.ts';
import { documentAt } from './document-at.ts';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';
import type { EvaluatingPage } from './in-page.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** How many codings are made, by two tabs in turn. */
const count = 200;
const dossier = 'trein';

/** A browser with the extension, on a profile that outlives it. */
export interface BrowserOnTrain {
  /** Opens a page of the extension, which asks the background as a page agent does. */
  openTab(): Promise<EvaluatingPage>;
  /** Ends the browser as a power cut does. */
  cutPower(): Promise<void>;
  /** Ends the background as the browser does with one that is idle. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

const document = documentAt('https://example.nl/brief', 'Brief');

const coding = {
  safeguard: 'voornemen',
  impact: 'cost',
  direction: 'favourable',
  basis: 'figure',
  speaker: 'IND',
};
const numbers = Array.from({ length: count }, (_, index) => index);
const idOf = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function code(page: EvaluatingPage, number: number): Promise<{ readonly ok: boolean }> {
  return askBackground(page, 'save-annotation', {
    annotation: {
      id: idOf(number),
      document: document.id,
      source: 'https://example.nl/brief',
      ranges: [{ exact: `passage ${number}` }],
      codings: [coding],
    },
    document,
    rendition: { text: 'De tekst.', source: 'https://example.nl/brief', mediaType: 'text/html' },
  });
}

/** Codes on, one passage after the other, until all are done or the power is cut; says of each that it was kept. */
async function codeOn(
  page: EvaluatingPage,
  todo: Iterable<number>,
  onKept: (number: number) => void,
): Promise<void> {
  for (const number of todo) {
    const outcome = await code(page, number);
    expect(outcome).toMatchObject({ ok: true });
    onKept(number);
  }
}

/** Codes in two tabs at once, and cuts the power while both of them wait for an answer. Gives what was kept for sure. */
async function codeUntilPowerCut(
  browser: BrowserOnTrain,
  tabs: readonly EvaluatingPage[],
): Promise<Set<number>> {
  const kept = new Set<number>();
  const half = Promise.withResolvers<void>();
  const rest = numbers.values();
  const coding = tabs.map((tab) =>
    codeOn(tab, rest, (number) => {
      kept.add(number);
      if (kept.size === count / 2) half.resolve();
    }),
  );
  const ends = Promise.allSettled(coding);
  // Whoever fails before the power does fails the test.
  await Promise.race([half.promise, Promise.all(coding)]);
  await browser.cutPower();
  await Promise.race([ends, Promise.resolve()]);
  return kept;
}

interface Connection {
  readonly waiting: number;
  readonly refused: number;
  readonly trouble?: string;
}

/**
 * Codes 200 passages without network in two tabs of a browser that loses its power meanwhile, then sends
 * them to a server that fails at first. Expects each of them at the server once, as it was made.
 */
export async function expectCodedOnce(launch: () => Promise<BrowserOnTrain>): Promise<void> {
  const server = await startServer();
  const proxy = await startFaultyProxy(server.address);
  let browser: BrowserOnTrain | undefined;
  try {
    const { token } = await server.createToken('codeur@example.org', dossier);
    browser = await launch();
    const tabs = await Promise.all([browser.openTab(), browser.openTab()]);
    await askBackground(tabs[0], 'save-account', {
      server: proxy.address,
      user: { id: 'codeur', name: 'Codeur' },
      dossiers: [{ slug: dossier, title: 'Trein', token }],
    });
    proxy.fault = 'down';
    const kept = await codeUntilPowerCut(browser, tabs);
    browser = await launch();
    await codeTheRest(browser, kept);
    await sendThroughFaults(browser, proxy);
    await expectEachOnce(server, token);
  } finally {
    await browser?.close();
    await proxy.close();
    await server.close();
  }
}

async function codeTheRest(browser: BrowserOnTrain, kept: ReadonlySet<number>): Promise<void> {
  const [one, other] = await Promise.all([browser.openTab(), browser.openTab()]);
  const { waiting } = await askBackground<Connection>(one, 'connection-state');
  expect(waiting).toBeGreaterThanOrEqual(kept.size);
  // Of what was under way the reviewer does not know; made again it must not be there twice.
  const rest = numbers.filter((number) => !kept.has(number)).values();
  await Promise.all([one, other].map((tab) => codeOn(tab, rest, () => undefined)));
  expect(await askBackground<Connection>(one, 'connection-state')).toMatchObject({
    waiting: count,
    refused: 0,
  });
}

async function sendThroughFaults(browser: BrowserOnTrain, proxy: FaultyProxy): Promise<void> {
  const page = await browser.openTab();
  proxy.fault = 'fail';
  expect(await askBackground<Connection>(page, 'synchronise')).toMatchObject({
    waiting: count,
    trouble: 'server-failing',
  });
  proxy.fault = 'lose-answers';
  for (let pass = 0; pass < 3; pass += 1) await askBackground(page, 'synchronise');
  proxy.fault = 'pass';
  const sending = askBackground<Connection>(page, 'synchronise').catch(() => undefined);
  await expect.poll(() => proxy.writes()).toBeGreaterThan(count / 4);
  await browser.killBackground();
  await sending;
  await expect.poll(() => askBackground<Connection>(page, 'synchronise')).toMatchObject({ waiting: 0 });
  // What was refused would stand here, with the server's reason.
  expect(await askBackground(page, 'list-outbox')).toEqual([]);
}

/** The log tells of each annotation: made once, and nothing else. */
async function expectEachOnce(server: RunningServer, token: string): Promise<void> {
  const made: unknown[] = [];
  for (let since = 0, more = true; more; ) {
    const answer = await fetch(`${server.address}/api/v1/dossiers/${dossier}/changes?since=${since}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const log = (await answer.json()) as Log;
    made.push(...log.changes.flatMap(({ items }) => items).filter(({ kind }) => kind === 'annotation'));
    since = log.revision;
    more = log.more === true;
  }
  const ids = (made as { id: string }[]).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(numbers.map(idOf));
  for (const item of made) {
    expect(item).toMatchObject({
      after: { codings: [{ safeguard: coding.safeguard, impact: coding.impact }] },
    });
  }
}

interface Log {
  readonly revision: number;
  readonly more?: boolean;
  readonly changes: readonly { readonly items: readonly { readonly kind: string; readonly id: string }[] }[];
}
