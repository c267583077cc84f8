import { expect } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { compareWithConfirmed, readChanges } from '../helpers/confirmed-changes.ts';
import type { RunningServer } from '../helpers/running-server.ts';
import { makeDocument, SteadyWriter, type WritingPlace } from '../helpers/steady-writer.ts';
import { follow } from './follow.ts';

const writerCount = 4;
/** How many refusals show that the fault is there, and how many confirmations that it is gone. */
const enough = 8;

/** Writers on a server, and what they see together. */
export async function createWriters(server: RunningServer) {
  const dossier = 'storing';
  const { token, api } = await server.createToken('noor@example.nl', dossier);
  const place: WritingPlace = { api, dossier, token, document: await makeDocument({ api, dossier, token }) };
  const random = createRandom(41);
  const writers = Array.from({ length: writerCount }, () => new SteadyWriter(place, random));
  const sum = (read: (writer: SteadyWriter) => number) =>
    writers.reduce((total, writer) => total + read(writer), 0);
  /** Lets all write until one of the counts has grown by enough. */
  const writeUntil = async (count: 'count' | 'refusals') => {
    const stop = new AbortController();
    const wanted = sum((writer) => writer[count]) + enough;
    const onAnswer = () => {
      if (sum((writer) => writer[count]) >= wanted) stop.abort();
    };
    await Promise.all(writers.map((writer) => writer.write({ signal: stop.signal, onAnswer })));
  };
  /** Begins to count; gives what to say of it. */
  const tell = () => {
    const [refused, confirmed] = [sum((w) => w.refusals), sum((w) => w.count)];
    return () =>
      `${sum((w) => w.refusals) - refused} refusals with 503, ${sum((w) => w.count) - confirmed} confirmed meanwhile`;
  };
  const before = (await readChanges(place)).length;
  const follower = follow(place);
  return { place, writers, sum, writeUntil, tell, before, follower };
}

/** That everything which was confirmed is there once, and came once to who follows; and nothing else. */
export async function expectWhole(server: RunningServer, work: Awaited<ReturnType<typeof createWriters>>) {
  for (const writer of work.writers) await writer.finish();
  const changes = await readChanges(work.place);
  expect(compareWithConfirmed(changes, work.writers)).toEqual([]);
  expect(changes.length - work.before).toBe(work.sum((writer) => writer.count));
  await expect
    .poll(() => work.follower.seen, { timeout: 20_000 })
    .toEqual(changes.map(({ revision }) => revision));
  expect(await server.admin('verify')).toMatch(/^In orde: /u);
}
