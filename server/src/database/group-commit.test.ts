import { randomUUIDv7 as uuid } from 'node:crypto';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { applyChange, type Database, type Executor } from './index.ts';

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

describe('changes that are logged together', () => {
  /** Notes a title as something that was read and may be changed, and gives what was there. */
  function note(dossier: string, title: string, then: () => void = () => {}) {
    return applyChange(database, { dossier, operation: 'note', isLoggedTogether: true }, async (change) => {
      change.record({ kind: 'speaker', id: title, after: { title } });
      then();
      return change.revision;
    });
  }

  function listLog(executor: Executor, dossier: string) {
    return executor
      .selectFrom('revision')
      .innerJoin('revision_item', (join) =>
        join
          .onRef('revision_item.dossier_id', '=', 'revision.dossier_id')
          .onRef('revision_item.number', '=', 'revision.number'),
      )
      .select(['revision.number', 'revision.operation', 'revision_item.item_id'])
      .where('revision.dossier_id', '=', dossier)
      .where('revision.number', '>', 1)
      .orderBy('revision.number')
      .execute();
  }

  it('have a number and an entry each, however many of them there are', async () => {
    const { id } = await server.addDossier();
    const titles = Array.from({ length: 150 }, (_, index) => `titel ${index}`);
    await Promise.all(titles.map((title) => note(id, title)));
    expect(await listLog(database, id)).toEqual(
      titles.map((title, index) => ({ number: index + 2, operation: 'note', item_id: title })),
    );
  });

  it('leave no gap and no trace where one of them is refused', async () => {
    const { id } = await server.addDossier();
    const outcomes = await Promise.allSettled([
      note(id, 'een'),
      note(id, 'geweigerd', refuse),
      rename(id, 'twee'),
      note(id, 'drie'),
      rename(id, 'ook geweigerd', refuse),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 0))).toEqual([
      ...[2, 0, 3, 4, 0],
    ]);
    const log = await listLog(database, id);
    expect(log.map(({ item_id }) => item_id)).toEqual(['een', id, 'drie']);
    expect(await rename(id, 'vier')).toBe(5);
  });

  it('stand in the log for every change after them that may read it', async () => {
    const { id } = await server.addDossier();
    const read = () =>
      applyChange(database, { dossier: id, operation: 'read' }, async (change) => {
        change.record({ kind: 'dossier', id, after: {} });
        return listLog(change.transaction, id);
      });
    const [, , seen] = await Promise.all([note(id, 'een'), note(id, 'twee'), read(), note(id, 'drie')]);
    expect(seen.map(({ item_id }) => item_id)).toEqual(['een', 'twee']);
  });

  it('recall what one of them has read, until one notes that it is otherwise', async () => {
    const { id } = await server.addDossier();
    let reads = 0;
    const readTitle = (then: string | undefined) =>
      applyChange(database, { dossier: id, operation: 'read', isLoggedTogether: true }, async (change) => {
        const title = await change.recall('dossier', async () => {
          reads += 1;
          return (
            await change.transaction
              .selectFrom('dossier')
              .select('title')
              .where('id', '=', id)
              .executeTakeFirstOrThrow()
          ).title;
        });
        if (then !== undefined)
          await change.transaction.updateTable('dossier').set({ title: then }).where('id', '=', id).execute();
        change.record({ kind: then === undefined ? 'speaker' : 'dossier', id, after: { title } });
        return title;
      });
    await rename(id, 'oud');
    const titles = await Promise.all([undefined, undefined, 'nieuw', undefined, undefined].map(readTitle));
    expect(titles).toEqual(['oud', 'oud', 'oud', 'nieuw', 'nieuw']);
    expect(reads).toBe(2);
  });
});

describe('passages that are sent at the same moment', () => {
  it('are there once each, with their codings and their words, though one comes twice and one names no paper', async () => {
    const { id: dossier, slug, owner } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const send = (path: string, body: unknown) =>
      server.request('POST', `${base}${path}`, { token: owner.token, body });
    const document = (await send('/documents', sampleDocument())).json.id as string;
    const drafts = Array.from({ length: 12 }, () => sampleAnnotation(document));
    const [first] = drafts;
    const answers = await Promise.all(
      [...drafts, first, sampleAnnotation(uuid())].map((draft) => send('/annotations', draft)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...drafts.map(() => 201), 404]);
    const rowsOf = (table: 'annotation' | 'revision') =>
      database.selectFrom(table).select('dossier_id').where('dossier_id', '=', dossier).execute();
    expect(await rowsOf('annotation')).toHaveLength(drafts.length);
    expect(await rowsOf('revision')).toHaveLength(drafts.length + 2);
    const codings = database.selectFrom('coding').select('annotation_id').where('dossier_id', '=', dossier);
    expect(new Set((await codings.execute()).map((row) => row.annotation_id))).toEqual(
      new Set(drafts.map(({ id }) => id)),
    );
    const found = await server.request('GET', `${base}/search?q=voornemen&limit=50`, { token: owner.token });
    expect(found.json.results).toHaveLength(drafts.length);
  });

  it('are answered alike where one request comes several times with its key', async () => {
    const { slug, owner } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const send = (path: string, body: unknown, key: string) =>
      server.request('POST', `${base}${path}`, {
        ...{ token: owner.token, body, headers: { 'idempotency-key': key } },
      });
    const document = (await send('/documents', sampleDocument(), uuid())).json.id as string;
    const drafts = Array.from({ length: 6 }, () => sampleAnnotation(document));
    const answers = await Promise.all(
      [...drafts, ...drafts, ...drafts].map((draft) => send('/annotations', draft, draft.id)),
    );
    const revisions = answers.map(({ json }) => json.revision as number);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(revisions)).toEqual(new Set([3, 4, 5, 6, 7, 8]));
    expect(revisions.slice(6)).toEqual([...revisions.slice(0, 6), ...revisions.slice(0, 6)]);
  });
});
