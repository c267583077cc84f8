import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readContent } from '../testing/dossier-rows.ts';
import { randomNumbers } from '../testing/random-numbers.ts';
import { createSender, randomWrites, writeAtRandom } from '../testing/random-writes.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const contentNow = (dossier: string) => readContent(server.instance.database, dossier);
const revisionOf = async (send: ReturnType<typeof createSender>) =>
  (await send('GET', '')).json.revision as number;

const seeds = [1, 2, 3];

describe('everything that was done by chance', () => {
  it.each(seeds)(
    'can be undone step by step, and done again, on two dossiers (seed %i)',
    async (seed) => {
      const random = randomNumbers(seed);
      const dossiers = [await server.addDossier(), await server.addDossier()];
      const starts = await Promise.all(dossiers.map(({ id }) => contentNow(id)));
      const ends: { content: unknown; revision: number }[] = [];
      for (const dossier of dossiers) {
        const send = createSender(server, dossier);
        await writeAtRandom(send, random, Object.keys(randomWrites).length + 12);
        ends.push({ content: await contentNow(dossier.id), revision: await revisionOf(send) });
        expect(await findDifferences(server.instance.database, dossier.id)).toEqual([]);
      }
      for (const [place, dossier] of dossiers.entries()) {
        const send = createSender(server, dossier);
        const last = ends[place]?.revision ?? 0;
        expect(last).toBeGreaterThan(20);
        for (let revision = last; revision > 1; revision--) {
          const answer = await send('POST', `/revisions/${revision}/undo`);
          expect(answer, `revision ${revision}: ${answer.text}`).toMatchObject({ status: 200 });
        }
        expect(await contentNow(dossier.id)).toEqual(starts[place]);
        expect(await findDifferences(server.instance.database, dossier.id)).toEqual([]);
        // The undone is done again by undoing what undid it.
        for (let revision = await revisionOf(send); revision > last; revision--) {
          const answer = await send('POST', `/revisions/${revision}/undo`);
          expect(answer, `revision ${revision}: ${answer.text}`).toMatchObject({ status: 200 });
        }
        expect(await contentNow(dossier.id)).toEqual(ends[place]?.content);
        expect(await findDifferences(server.instance.database, dossier.id)).toEqual([]);
      }
    },
    60_000,
  );
});
