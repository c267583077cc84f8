import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { applyChange, type Database } from './index.ts';

let server: TestServer;
let database: Kysely<Database>;
beforeAll(async () => {
  server = await createTestServer();
  database = server.instance.database;
});
afterAll(() => server.close());

/** Renames a dossier within its order of change. */
function rename(dossier: string, title: string, then: () => void = () => {}) {
  return applyChange(database, { dossier, operation: 'rename' }, async (change) => {
    change.record({ kind: 'dossier', id: dossier, after: { title } });
    await change.transaction.updateTable('dossier').set({ title }).where('id', '=', dossier).execute();
    then();
    return change.revision;
  });
}

async function titleOf(dossier: string): Promise<string> {
  const query = database.selectFrom('dossier').select('title').where('id', '=', dossier);
  return (await query.executeTakeFirstOrThrow()).title;
}

const refuse = () => {
  throw new RangeError('refused');
};

describe('changes that wait at the same time', () => {
  it('are applied in the order in which they came, each with a number of its own', async () => {
    const { id } = await server.addDossier();
    const titles = Array.from({ length: 200 }, (_, index) => `titel ${index}`);
    const revisions = await Promise.all(titles.map((title) => rename(id, title)));
    expect(revisions).toEqual(titles.map((_, index) => index + 2));
    expect(await titleOf(id)).toBe('titel 199');
  });

  it('are kept though one among them is refused, which leaves nothing', async () => {
    const { id } = await server.addDossier();
    const outcomes = await Promise.allSettled([
      rename(id, 'eerste'),
      rename(id, 'geweigerd', refuse),
      rename(id, 'laatste'),
      rename(id, 'ook geweigerd', refuse),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: { message: 'refused' } },
      { status: 'fulfilled', value: 3 },
      { status: 'rejected', reason: { message: 'refused' } },
    ]);
    expect(await titleOf(id)).toBe('laatste');
  });

  it('are done though a statement of one among them fails in the database', async () => {
    const { id } = await server.addDossier();
    const broken = applyChange(database, { dossier: id, operation: 'break' }, async ({ transaction }) => {
      await transaction
        .insertInto('speaker')
        .values({} as never)
        .execute();
    });
    const outcomes = await Promise.allSettled([rename(id, 'voor'), broken, rename(id, 'na')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await titleOf(id)).toBe('na');
  });

  it('are answered only when they can be seen', async () => {
    const dossiers = await Promise.all(Array.from({ length: 4 }, () => server.addDossier()));
    const seen = dossiers.flatMap(({ id }) =>
      Array.from({ length: 8 }, async (_, index) => {
        const revision = await rename(id, `titel ${index}`);
        const row = await database
          .selectFrom('revision')
          .select('number')
          .where('dossier_id', '=', id)
          .where('number', '=', revision)
          .executeTakeFirst();
        return row?.number === revision;
      }),
    );
    expect(new Set(await Promise.all(seen))).toEqual(new Set([true]));
  });

  it('are done once where one meets a transaction from elsewhere', async () => {
    const { id } = await server.addDossier();
    let meetings = 0;
    const meet = () => {
      meetings += 1;
      if (meetings === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    const revisions = await Promise.all([rename(id, 'een'), rename(id, 'twee', meet), rename(id, 'drie')]);
    expect(revisions).toEqual([2, 3, 4]);
    const log = database.selectFrom('revision').select('number').where('dossier_id', '=', id);
    expect(await log.orderBy('number').execute()).toEqual([1, 2, 3, 4].map((number) => ({ number })));
  });
});
