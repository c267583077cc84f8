import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { compareWithConfirmed, readChanges } from '../helpers/confirmed-changes.ts';
import { startServer } from '../helpers/running-server.ts';
import { makeDocument, SteadyWriter } from '../helpers/steady-writer.ts';
import { databases, rounds } from './databases.ts';

const writerCount = 8;
/** The server is killed when it has confirmed so many changes more, at most, and a moment later. */
const killedWithinChanges = 60;
const killedWithinMs = 15;

const countOf = (writers: readonly SteadyWriter[]) => writers.reduce((sum, { count }) => sum + count, 0);

describe.for(databases)('a server on %s that is killed under eight writers', ([name, createDatabase]) => {
  it(`has every change that it confirmed, once and without a gap, after ${rounds} kills`, {
    timeout: 60_000 + rounds * 20_000,
  }, async () => {
    const seed = Date.now() % 1_000_000;
    const random = createRandom(seed);
    const database = await createDatabase();
    const server = await startServer(database.environment);
    try {
      const dossier = 'volharding';
      const { token, api } = await server.createToken('noor@example.nl', dossier);
      const place = { api, dossier, token };
      const document = await makeDocument(place);
      const writers = Array.from(
        { length: writerCount },
        () => new SteadyWriter({ ...place, document }, random),
      );
      const before = (await readChanges(place)).length;
      for (let round = 0; round < rounds; round++) {
        const enough = countOf(writers) + random.between(0, killedWithinChanges);
        let isEnough = () => {};
        const reached = new Promise<void>((resolve) => {
          isEnough = resolve;
        });
        const onAnswer = () => {
          if (countOf(writers) >= enough) isEnough();
        };
        const writing = Promise.all(writers.map((writer) => writer.write({ onAnswer })));
        await Promise.race([writing, reached]);
        await delay(random.next() * killedWithinMs);
        await server.stop('SIGKILL');
        await writing;
        await server.restart();
      }
      for (const writer of writers) await writer.finish();
      const confirmed = countOf(writers);
      const changes = await readChanges(place);
      console.log(
        `${name}: ${rounds} kills (seed ${seed}), ${confirmed} confirmed changes, ${changes.length - before} in the log`,
      );
      expect(compareWithConfirmed(changes, writers)).toEqual([]);
      expect(changes.length - before).toBe(confirmed);
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
    } finally {
      await server.close();
      await database.remove();
    }
  });
});
