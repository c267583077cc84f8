import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { applyChange } from '../database/index.ts';
import { type EventReading, readEvents } from '../testing/read-events.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createEventHub } from './event-hub.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** Changes the title, as a change of the dossier's order. */
function rename(dossier: string, title: string, database = server.instance.database): Promise<number> {
  return applyChange(database, { dossier, operation: 'rename' }, async (change) => {
    await change.transaction.updateTable('dossier').set({ title }).where('id', '=', dossier).execute();
    change.record({ kind: 'dossier', id: dossier, after: { title } });
    return change.revision;
  });
}

function removeMember(dossier: string, user: string): Promise<void> {
  return applyChange(server.instance.database, { dossier, operation: 'remove' }, async (change) => {
    await change.transaction
      .deleteFrom('membership')
      .where('dossier_id', '=', dossier)
      .where('user_id', '=', user)
      .execute();
    change.record({ kind: 'membership', id: user, before: { role: 'reader' } });
  });
}

async function open(slug: string, token: string, query = '', headers = {}): Promise<EventReading> {
  const answer = await server.instance.app.request(`/api/v1/dossiers/${slug}/events${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reading = readEvents(answer);
  onTestFinished(() => reading.cancel());
  return reading;
}

const revisionsOf = (events: Awaited<ReturnType<EventReading['take']>>) => events.map(({ id }) => Number(id));

describe('the events of a dossier', () => {
  it('are its changes, with revisions as ids', async () => {
    const { id, slug, owner } = await server.addDossier();
    const stream = await open(slug, owner.token, '?since=0');
    await rename(id, 'Nieuwe titel');
    const events = await stream.take(2);
    const answer = await server.request('GET', `/api/v1/dossiers/${slug}/changes`, { token: owner.token });
    expect(events.map(({ data }) => data)).toEqual(answer.json.changes);
    expect(revisionsOf(events)).toEqual([1, 2]);
  });

  it.each([
    ['now', '', {}, [5, 6]],
    ['the revision that is asked for', '?since=2', {}, [3, 4]],
    ['the last event that was had, whatever is asked for', '?since=1', { 'last-event-id': '3' }, [4, 5]],
    ['now after an empty last event', '', { 'last-event-id': '' }, [5, 6]],
  ])('begin after %s', async (_, query, headers, expected) => {
    const { id, slug, owner } = await server.addDossier();
    for (const title of ['a', 'b', 'c']) await rename(id, title);
    const stream = await open(slug, owner.token, query, headers);
    for (const title of ['d', 'e']) await rename(id, title);
    expect(revisionsOf(await stream.take(2))).toEqual(expected);
  });

  it('say that the dossier was put back to an earlier state', async () => {
    const { id, slug, owner } = await server.addDossier();
    const stream = await open(slug, owner.token, '?since=99');
    await rename(id, 'daarna');
    expect(await stream.take(2)).toMatchObject([
      { event: 'reset', id: '1', data: { revision: 1 } },
      { event: 'message', id: '2' },
    ]);
  });

  it('come to every reader once and in order while many write and readers come back', async () => {
    const { id, slug, owner } = await server.addDossier();
    const read: number[] = [];
    const write = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 12; round += 1) await rename(id, `${writer}.${round}`);
    });
    for (const size of [1, 7, 20, 3, 30, 1, 20, 14]) {
      const stream = await open(
        slug,
        owner.token,
        '?since=1',
        read.length > 0 ? { 'last-event-id': `${read.at(-1)}` } : {},
      );
      read.push(...revisionsOf(await stream.take(size)));
      await stream.cancel();
    }
    await Promise.all(write);
    expect(read).toEqual(Array.from({ length: 96 }, (_, index) => index + 2));
  });

  it.each(['x', '-1', '1.5', '0x1'])('refuse %s as last event', async (last) => {
    const { slug, owner } = await server.addDossier();
    const headers = { 'last-event-id': last };
    const answer = await server.request('GET', `/api/v1/dossiers/${slug}/events`, {
      token: owner.token,
      headers,
    });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  });

  it('are for nobody but members', async () => {
    const [mine, other] = [await server.addDossier(), await server.addDossier()];
    const ask = (token?: string) =>
      server.request('GET', `/api/v1/dossiers/${other.slug}/events`, token ? { token } : {});
    expect((await ask()).status).toBe(401);
    expect((await ask(mine.owner.token)).status).toBe(404);
  });
});

describe('a stream of events', () => {
  it('ends at once for a removed member, who sees nothing of it and of what follows', async () => {
    const { id, slug } = await server.addDossier();
    const member = await server.addMember(id, 'reader');
    const stream = await open(slug, member.token);
    await rename(id, 'voor');
    expect(revisionsOf(await stream.take(1))).toEqual([3]);
    await removeMember(id, member.id);
    await rename(id, 'na');
    expect(await stream.untilEnd()).toEqual([]);
  });

  it('goes on for the other members', async () => {
    const { id, slug, owner } = await server.addDossier();
    const member = await server.addMember(id, 'reader');
    const stream = await open(slug, owner.token);
    await removeMember(id, member.id);
    expect(await stream.take(1)).toMatchObject([{ data: { operation: 'remove' } }]);
  });

  it('ends at once with the token that opened it', async () => {
    const { slug, owner } = await server.addDossier();
    const stream = await open(slug, owner.token);
    expect((await server.request('DELETE', '/api/v1/tokens/current', { token: owner.token })).status).toBe(
      204,
    );
    expect(await stream.untilEnd()).toEqual([]);
  });

  it('ends at once when the server stops', async () => {
    const { slug, owner } = await server.addDossier();
    const stream = await open(slug, owner.token);
    await server.restart();
    expect(await stream.untilEnd()).toEqual([]);
  });

  it('is found by a copy of the server that heard nothing of the change', async () => {
    const { id } = await server.addDossier();
    const hub = createEventHub(server.instance.database, { beatMs: 20 });
    onTestFinished(() => hub.close());
    const reader = { dossier: id, latest: 1, since: 1, isAllowed: async () => true, cut: () => {} };
    const stream = readEvents(new Response(hub.open(reader)));
    // Written past the one order of change, so that nobody is told.
    const at = new Date().toISOString();
    await server.instance.database
      .insertInto('revision')
      .values({ dossier_id: id, number: 2, at, user_id: null, operation: 'elders' })
      .execute();
    expect(await stream.take(1)).toMatchObject([{ id: '2', data: { operation: 'elders' } }]);
  });

  it('is cut off when its reader takes nothing, which can come back', async () => {
    const { id } = await server.addDossier();
    const hub = createEventHub(server.instance.database, { beatMs: 20 });
    onTestFinished(() => hub.close());
    const isCut = Promise.withResolvers<void>();
    const reader = { dossier: id, latest: 1, since: 1, isAllowed: async () => true, cut: isCut.resolve };
    const body = hub.open(reader);
    for (const title of ['a', 'b', 'c']) await rename(id, title);
    await isCut.promise;
    expect(hub.readers).toBe(0);
    await body.cancel();
    const again = readEvents(new Response(hub.open(reader)));
    expect(revisionsOf(await again.take(3))).toEqual([2, 3, 4]);
  });

  it('shows signs of life where nothing happens', async () => {
    const { id } = await server.addDossier();
    const hub = createEventHub(server.instance.database, { beatMs: 20 });
    onTestFinished(() => hub.close());
    const reader = { dossier: id, latest: 1, since: 1, isAllowed: async () => true, cut: () => {} };
    const chunks = hub.open(reader).pipeThrough(new TextDecoderStream()).getReader();
    expect((await chunks.read()).value).toContain('retry: ');
    expect((await chunks.read()).value).toBe('id: 1\n\n');
    expect((await chunks.read()).value).toBe('id: 1\n\n');
  });
});
