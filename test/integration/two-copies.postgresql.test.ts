/** Two copies of the server on one PostgreSQL, behind a balancer: nobody notices which one answers. */
import { readEvents } from '@waarborg/server/read-events';
import { createTestDatabase, type TestDatabase } from '@waarborg/server/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotationBody } from '../bench/write-rows.ts';
import { type Balancer, startBalancer } from '../helpers/balancer.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';

/** Revision of a dossier that `create-token` made and shared with whoever sits at the machine. */
const firstRevision = 2;

let database: TestDatabase;
let copies: RunningServer[];
let balancer: Balancer;
let token: string;
beforeAll(async () => {
  database = await createTestDatabase();
  copies = await Promise.all([startServer(database.environment), startServer(database.environment)]);
  balancer = await startBalancer(copies.map(({ address }) => Number(new URL(address).port)));
  token = (await copies[0]?.createToken('lezer@example.org', 'samen'))?.token ?? '';
}, 60_000);
afterAll(async () => {
  await balancer?.close();
  await Promise.all((copies ?? []).map((copy) => copy.close()));
  await database?.remove();
});

const base = () => `${balancer.address}/api/v1/dossiers/samen`;
const headers = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

/** Sends until there is an answer: a copy that stops may close the connection before it gives one. */
async function post(path: string, body: string): Promise<{ id: string; revision: number }> {
  for (;;) {
    const answer = await fetch(base() + path, { method: 'POST', headers: headers(), body }).catch(
      () => undefined,
    );
    if (!answer) continue;
    expect(answer.status, await answer.clone().text()).toBeLessThan(300);
    return (await answer.json()) as { id: string; revision: number };
  }
}

const draft = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  sourceType: 'inspection-letter',
  title: 'Brief',
  addresses: [{ address: 'https://example.org/brief.html', mediaType: 'text/html' }],
  identifiers: [],
};

/**
 * Reads every change up to a revision; comes back with the last id when the stream ends, and by itself after so
 * many events.
 */
async function readUntil(last: number, leaveAfter = Number.POSITIVE_INFINITY): Promise<number[]> {
  const read: number[] = [];
  while ((read.at(-1) ?? firstRevision) < last) {
    const since = read.at(-1) ?? firstRevision;
    const answer = await fetch(`${base()}/events`, {
      headers: { ...headers(), 'last-event-id': String(since) },
    }).catch(() => undefined);
    if (!answer?.ok) continue;
    const stream = readEvents(answer);
    for (let taken = 0; taken < leaveAfter && (read.at(-1) ?? 0) < last; taken += 1) {
      const [event] = await stream.take(1).catch(() => []);
      if (!event) break;
      read.push(Number(event.id));
    }
    await stream.cancel().catch(() => {}); // Its connection may be gone.
  }
  return read;
}

const upTo = (last: number) =>
  Array.from({ length: last - firstRevision }, (_, index) => index + firstRevision + 1);

/** Breaks the connections on which the copies listen to each other. */
async function breakListening(): Promise<void> {
  const client = new pg.Client(database.address);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waarborg events' and datname = current_database()",
  );
  await client.end();
}

describe('two copies of the server on one PostgreSQL', () => {
  const [writers, rounds] = [6, 15];
  const last = firstRevision + 1 + writers * rounds;

  it('give every reader every change once, though connections break and one copy stops', {
    timeout: 120_000,
  }, async () => {
    const readers = [readUntil(last), readUntil(last), readUntil(last, 5), readUntil(last, 11)];
    const document = (await post('/documents', JSON.stringify(draft))).id;
    const revisions = await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const made: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          made.push((await post('/annotations', annotationBody(document))).revision);
          if (writer === 0 && round === 4) await breakListening();
          if (writer === 1 && round === 8) await copies[0]?.stop();
        }
        return made;
      }),
    );
    expect(revisions.flat().toSorted((a, b) => a - b)).toEqual(upTo(last).slice(1));
    for (const reader of readers) expect(await reader).toEqual(upTo(last));
    await copies[0]?.restart();
  });

  it('tell each other what changed, without waiting for a look at the log', { timeout: 60_000 }, async () => {
    const [one, other] = copies.map(({ address }) => `${address}/api/v1/dossiers/samen`);
    const listen = await fetch(`${other}/events`, { headers: headers() });
    const stream = readEvents(listen);
    const made = await fetch(`${one}/documents`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ ...draft, id: '01890a5d-ac96-774b-bcce-b302099a8058', addresses: [] }),
    });
    expect(made.status).toBe(201);
    expect(await stream.take(1)).toMatchObject([{ data: { operation: 'propose-document' } }]);
    await stream.cancel();
  });

  it('end the streams of a token on each of them when it ends on one', { timeout: 60_000 }, async () => {
    const [one, other] = copies.map(({ address }) => `${address}/api/v1`);
    const ending = (await copies[1]?.createToken('gast@example.org', 'samen'))?.token ?? '';
    const authorization = `Bearer ${ending}`;
    const stream = readEvents(await fetch(`${other}/dossiers/samen/events`, { headers: { authorization } }));
    const ended = await fetch(`${one}/tokens/current`, { method: 'DELETE', headers: { authorization } });
    expect(ended.status).toBe(204);
    expect(await stream.untilEnd()).toEqual([]);
  });
});
