/** A server that is told to stop while it is written to: what it has taken in it answers, and keeps. */
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { compareWithConfirmed, readChanges } from '../helpers/confirmed-changes.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { makeDocument, SteadyWriter } from '../helpers/steady-writer.ts';

const writerCount = 8;
const enough = 40;

async function writeAndStop(server: RunningServer, signals: readonly NodeJS.Signals[]) {
  const dossier = 'stoppen';
  const { token, api } = await server.createToken('noor@example.nl', dossier);
  const place = { api, dossier, token };
  const document = await makeDocument(place);
  const before = (await readChanges(place)).length;
  const random = createRandom(7);
  const writers = Array.from({ length: writerCount }, () => new SteadyWriter({ ...place, document }, random));
  const count = () => writers.reduce((sum, writer) => sum + writer.count, 0);
  let isEnough = () => {};
  const reached = new Promise<void>((resolve) => {
    isEnough = resolve;
  });
  const onAnswer = () => {
    if (count() >= enough) isEnough();
  };
  const writing = Promise.all(writers.map((writer) => writer.write({ onAnswer })));
  await Promise.race([writing, reached]);
  const stopped = server.stopWith(...signals);
  await writing;
  const code = await stopped;
  const confirmed = count();
  await server.restart();
  return { code, confirmed, kept: (await readChanges(place)).length - before, place, writers };
}

describe('a server that is told to stop under load', () => {
  it.each([
    ['once', ['SIGTERM']],
    ['twice', ['SIGTERM', 'SIGTERM']],
    ['at the keyboard', ['SIGINT']],
  ] as const)('answers what it has done, and ends in order: %s', async (_how, signals) => {
    const server = await startServer();
    try {
      const { code, confirmed, kept, place, writers } = await writeAndStop(server, signals);
      expect(code).toBe(0);
      // A request whose connection was cut may have been done; told once, everything done was also answered.
      if (signals.length === 1) expect(kept).toBe(confirmed);
      for (const writer of writers) await writer.finish();
      expect(compareWithConfirmed(await readChanges(place), writers)).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('ends a connection that is kept open, and is not ready any more', async () => {
    const server = await startServer();
    try {
      const { token, api } = await server.createToken('noor@example.nl', 'stoppen');
      // A body that does not end keeps one request under way, of which the server says that it has begun.
      const slow = request(`${api}/dossiers/stoppen/documents`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          expect: '100-continue',
        },
      });
      const isCut = new Promise((resolve) => slow.once('error', resolve));
      slow.flushHeaders();
      await once(slow, 'continue');
      slow.write(' ');
      const stopped = server.stopWith('SIGTERM');
      await expect
        .poll(() =>
          fetch(`${server.address}/readyz`).then(
            ({ status }) => status,
            () => 'gone',
          ),
        )
        .toBe('gone');
      expect(await server.stopWith('SIGTERM')).toBe(0);
      expect(await stopped).toBe(0);
      expect(await isCut).toMatchObject({ code: 'ECONNRESET' });
    } finally {
      await server.close();
    }
  });
});
