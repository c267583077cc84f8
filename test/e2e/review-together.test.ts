import { reviewMessages } from '@waarborg/shared/messages/review';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '../helpers/accessible.ts';
import { type ExamplePages, openExamplePages } from '../helpers/example-pages.ts';
import type { PrintedToken } from '../helpers/running-server.ts';

/* Two curators at one queue: what the colleague decides, by the API, while the other one looks at it. */

const messages = reviewMessages.nl;
const account = 'noor@example.nl';
const colleague = 'noor';

interface Passage {
  readonly id: string;
  readonly revision: number;
  readonly ranges: readonly { readonly exact: string }[];
  readonly codings: readonly { readonly id: string; readonly status: string; readonly reason?: string }[];
}

let pages: ExamplePages;
let page: Page;
let token: PrintedToken;
let waiting = 0;

/** Asks the API as the colleague. */
async function ask<T>(path: string, method = 'GET', body?: unknown, version?: number): Promise<T> {
  const answer = await fetch(`${pages.server.address}/api/v1/dossiers/voorbeeld${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token.token}`,
      'Content-Type': 'application/json',
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The passages that wait, in the order of the queue, one entry for each coding. */
async function readQueue(): Promise<{ passage: Passage; coding: string }[]> {
  const { annotations } = await ask<{ annotations: Passage[] }>('/annotations?status=draft&limit=200');
  return annotations.flatMap((passage) =>
    passage.codings.filter(({ status }) => status === 'draft').map(({ id }) => ({ passage, coding: id })),
  );
}

const findCoding = async (id: string) => {
  const { annotations } = await ask<{ annotations: Passage[] }>('/annotations?limit=500');
  return annotations.flatMap(({ codings }) => codings).find((coding) => coding.id === id);
};

/** The colleague decides about a coding of the queue. */
const decide = (
  { passage: { revision }, coding }: { passage: Passage; coding: string },
  decision: { status: 'accepted' | 'rejected'; reason?: string },
) => ask('/reviews', 'POST', { codings: [{ id: coding, revision }], ...decision });

/** Waits until so many codings are said to wait, and every decision is sent. */
const waitFor = (count: number) =>
  page.getByText(new RegExp(`^${count} coderingen te gaan\\.\\s*$`, 'u')).waitFor();

/** Waits until a coding of that passage is looked at. */
const waitForPassage = ({ passage: { ranges } }: { passage: Passage }) =>
  expect
    .poll(() => page.locator('.wb-reviewed .wb-quote').first().textContent())
    .toContain(ranges[0]?.exact ?? '');

beforeAll(async () => {
  pages = await openExamplePages();
  ({ page } = pages);
  token = await pages.server.createToken(account, 'voorbeeld');
  await pages.server.admin('set-role', '--user', account, '--dossier', 'voorbeeld', '--role', 'curator');
});
/** Every coding waits, and the reader looks at the first. */
beforeEach(async () => {
  const { annotations } = await ask<{ annotations: Passage[] }>('/annotations?limit=500');
  const codings = annotations.flatMap(({ revision, codings: own }) =>
    own.filter(({ status }) => status !== 'draft').map(({ id }) => ({ id, revision })),
  );
  if (codings.length > 0) await ask('/reviews', 'POST', { codings, status: 'draft' });
  await page.goto(`${pages.server.address}/dossiers/voorbeeld/nakijken`);
  waiting = (await readQueue()).length;
  await waitFor(waiting);
});
afterAll(async () => {
  await pages?.close();
});

describe('the queue of two curators', () => {
  it('lets go what the colleague decided, and keeps the place of the reader', async () => {
    await page.keyboard.press('j');
    const [first, own] = await readQueue();
    if (!first || !own) throw new RangeError('fewer codings wait than the test needs');
    await waitForPassage(own);
    await decide(first, { status: 'accepted' });
    await waitFor(--waiting);
    await waitForPassage(own);
    await page.keyboard.press('a');
    await waitFor(--waiting);
    expect((await findCoding(own.coding))?.status).toBe('accepted');
  });

  it('says who decided about what one looks at, and goes on from there', async () => {
    const [here, following] = await readQueue();
    if (!here || !following) throw new RangeError('fewer codings wait than the test needs');
    await waitForPassage(here);
    await decide(here, { status: 'rejected', reason: 'Zonder gevolg.' });
    await page.getByText(messages['meanwhile.rejected'](colleague)).waitFor();
    await page.getByText(messages.sentBackBecause('Zonder gevolg.')).waitFor();
    await waitFor(--waiting);
    await waitForPassage(here);
    expect(await page.getByRole('button', { name: messages.accept }).count()).toBe(0);
    await expectAccessible(page);
    await page.keyboard.press('j');
    await page.getByText(messages['meanwhile.rejected'](colleague)).waitFor({ state: 'detached' });
    await waitForPassage(following);
    await page.keyboard.press('a');
    await waitFor(--waiting);
    expect((await findCoding(following.coding))?.status).toBe('accepted');
  });

  it('keeps the reason that is being written while the colleague decides, and sends nothing over that unasked', async () => {
    const [here] = await readQueue();
    if (!here) throw new RangeError('no coding waits');
    await waitForPassage(here);
    await page.keyboard.press('r');
    await page.keyboard.type('Dit zegt de passage ');
    await decide(here, { status: 'accepted' });
    await page.getByText(messages['meanwhile.accepted'](colleague)).waitFor();
    await waitFor(--waiting);
    await page.keyboard.type('niet.');
    expect(await page.getByLabel(messages.reason).inputValue()).toBe('Dit zegt de passage niet.');
    await page.keyboard.press('Enter');
    await page.getByText(`${messages['meanwhile.accepted'](colleague)} ${messages.rejectAgain}`).waitFor();
    await expectAccessible(page);
    const status = async () => (await findCoding(here.coding))?.status;
    expect(await status()).toBe('accepted');
    expect(await page.getByLabel(messages.reason).inputValue()).toBe('Dit zegt de passage niet.');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe('rejected');
    expect((await findCoding(here.coding))?.reason).toBe('Dit zegt de passage niet.');
  });

  it('says under the reason that is being written that there is nothing left to send back', async () => {
    const [here] = await readQueue();
    if (!here) throw new RangeError('no coding waits');
    await waitForPassage(here);
    await page.keyboard.press('r');
    await page.keyboard.type('Staat er niet.');
    await ask(`/annotations/${here.passage.id}`, 'DELETE', undefined, here.passage.revision);
    await page.getByText(messages['meanwhile.deleted'](colleague)).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`${messages['meanwhile.deleted'](colleague)} ${messages.nothingLeft}`).waitFor();
    expect(await page.getByLabel(messages.reason).inputValue()).toBe('Staat er niet.');
    await page.keyboard.press('Escape');
  });

  it('sends no reason about another coding than it was written for, and says nothing of what the reader did elsewhere', async () => {
    const [here] = await readQueue();
    if (!here) throw new RangeError('no coding waits');
    const removeElsewhere = ({ id, revision }: Passage) =>
      page.evaluate(
        ([path, version]) => fetch(path, { method: 'DELETE', headers: { 'If-Match': version } }),
        [`/api/v1/dossiers/voorbeeld/annotations/${id}`, `"${revision}"`] as const,
      );
    await waitForPassage(here);
    await page.keyboard.press('r');
    await page.keyboard.type('Staat er niet.');
    await removeElsewhere(here.passage);
    const own = messages['meanwhile.deleted'](messages.you);
    await page.getByText(own).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`${own} ${messages.nothingLeft}`).waitFor();
    await page.keyboard.press('Escape');
    const [next, following] = await readQueue();
    if (!next || !following) throw new RangeError('fewer codings wait than the test needs');
    await waitForPassage(next);
    expect((await findCoding(next.coding))?.status).toBe('draft');

    await page.getByText(own).waitFor({ state: 'detached' });
    const said = await page.evaluateHandle(() => {
      const texts: (string | null)[] = [];
      const line = document.querySelector('.wb-done');
      if (line)
        new MutationObserver(() => texts.push(line.textContent)).observe(line, {
          ...{ childList: true, characterData: true, subtree: true },
        });
      return texts;
    });
    await removeElsewhere(next.passage);
    await expect.poll(async () => (await readQueue())[0]?.passage.id).not.toBe(next.passage.id);
    const [last] = await readQueue();
    if (!last) throw new RangeError('no coding waits');
    await waitForPassage(last);
    expect(await said.jsonValue()).toEqual([]);
  });

  it('says of what is being mended that its passage was deleted, and offers no way to send it', async () => {
    const [here] = await readQueue();
    if (!here) throw new RangeError('no coding waits');
    await decide(here, { status: 'rejected', reason: 'Van wie is dit?' });
    await page.goto(`${pages.server.address}/dossiers/voorbeeld/nakijken?status=rejected`);
    await waitForPassage(here);
    await page.keyboard.press('e');
    await page.getByLabel(messages.measure, { exact: true }).selectOption({ label: 'verplaatst' });
    const { revision } = await ask<Passage>(`/annotations/${here.passage.id}`);
    await ask(`/annotations/${here.passage.id}`, 'DELETE', undefined, revision);
    const resubmit = page.getByRole('button', { name: messages.mendNow, exact: true });
    await resubmit.press('Enter');
    await page.getByText(messages.mendGone).waitFor();
    expect(await resubmit.count()).toBe(0);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByText(messages.mendGone).waitFor({ state: 'detached' });
  });

  it('shows again what the colleague asks a decision for once more', async () => {
    const [here] = await readQueue();
    if (!here) throw new RangeError('no coding waits');
    await waitForPassage(here);
    await page.keyboard.press('a');
    await waitFor(waiting - 1);
    const revision = (await ask<Passage>(`/annotations/${here.passage.id}`)).revision;
    await ask('/reviews', 'POST', { codings: [{ id: here.coding, revision }], status: 'draft' });
    await waitFor(waiting);
  });

  it('says why a decision was refused that the colleague was before, and shows what they decided', async () => {
    const [here, following] = await readQueue();
    if (!here || !following) throw new RangeError('fewer codings wait than the test needs');
    await waitForPassage(here);
    const sent = Promise.withResolvers<void>();
    await page.route('**/reviews', async (route) => {
      await sent.promise;
      await route.continue();
    });
    await page.keyboard.press('a');
    await decide(here, { status: 'rejected', reason: 'Van wie is dit?' });
    sent.resolve();
    await page.getByText(`${messages.stopped} ${messages['meanwhile.rejected'](colleague)}`).waitFor();
    await waitFor(--waiting);
    await waitForPassage(following);
    // To take back what did not arrive would take back what the colleague decided.
    const undo = page.getByRole('button', { name: messages.undo });
    expect(await undo.count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: messages.showStopped }).click();
    await waitForPassage(here);
    const why = `${messages.notKept} ${messages['meanwhile.rejected'](colleague)} ${messages.nothingLeft}`;
    await page.getByText(why).waitFor();
    await page.getByText(messages.sentBackBecause('Van wie is dit?')).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('j');
    await waitForPassage(following);
    await page.getByText(messages.stopped).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: messages.showStopped }).count()).toBe(0);
    expect(await undo.count()).toBe(0);
    expect((await findCoding(here.coding))?.status).toBe('rejected');
  });
});
