import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { applyChange } from './index.ts';

/** What one writer does next. */
type Step = 'write' | 'refuse' | 'nothing' | 'repeat';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** Adds one speaker in a change of its own; gives the revision that it took, or undefined where it took none. */
async function step(dossier: string, kind: Step, name: string): Promise<number | undefined> {
  const id = crypto.randomUUID();
  const once = { user: dossier, key: name, request: name };
  const write = () =>
    applyChange(server.instance.database, { dossier, operation: kind, once }, async (change) => {
      if (kind === 'nothing') return undefined;
      const row = {
        id,
        dossier_id: dossier,
        name,
        aliases: '[]',
        kind: 'other',
        parent_id: null,
        merged_into: null,
        revision: 1,
      };
      await change.transaction.insertInto('speaker').values(row).execute();
      change.record({ kind: 'speaker', id, after: { name } });
      if (kind === 'refuse') throw new RangeError('refused');
      return change.revision;
    });
  if (kind === 'refuse') return write().then(undefined, () => undefined);
  return kind === 'repeat' ? (await Promise.all([write(), write()]))[1] : write();
}

const kinds = fc.constantFrom<Step>('write', 'write', 'refuse', 'nothing', 'repeat');
const writers = fc.array(fc.array(kinds, { maxLength: 6 }), { minLength: 2, maxLength: 6 });

it('the order of change is one, without gap, whoever writes at the same time', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(writers, async (plans) => {
      const { id } = await server.addDossier();
      const made = await Promise.all(
        plans.map(async (plan, writer) => {
          const revisions: (number | undefined)[] = [];
          for (const [round, kind] of plan.entries())
            revisions.push(await step(id, kind, `${writer}.${round}`));
          return revisions.filter((revision) => revision !== undefined);
        }),
      );
      const rows = server.instance.database.selectFrom('revision').where('dossier_id', '=', id);
      const log = await rows.select(['number', 'operation']).orderBy('number').execute();
      // Every change that was answered is there, once; nothing else is.
      expect(log.map(({ number }) => number)).toEqual([1, ...made.flat().toSorted((a, b) => a - b)]);
      expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1));
      expect(log.filter(({ operation }) => ['refuse', 'nothing'].includes(operation))).toEqual([]);
      // Whoever was answered before writing again wrote before.
      for (const revisions of made) expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      const speakers = server.instance.database.selectFrom('speaker').where('dossier_id', '=', id);
      const added = await speakers.select('name').where('name', 'like', '%.%').execute();
      expect(added).toHaveLength(made.flat().length);
    }),
    { numRuns: 40 },
  );
});
