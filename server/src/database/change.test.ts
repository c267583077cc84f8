import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { applyChange } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** A change with so many items. */
function logItems(dossier: string, count: number): Promise<void> {
  return applyChange(server.instance.database, { dossier, operation: 'test' }, async ({ record }) => {
    for (let item = 0; item < count; item += 1) record({ kind: 'dossier', id: `${item}`, after: { item } });
  });
}

describe('the one order of change', () => {
  it('has no gap under eight writers at once, refusals in between included', async () => {
    const { slug, owner } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const send = (path: string, body: unknown) =>
      server.request('POST', `${base}${path}`, { token: owner.token, body });
    const document = (await send('/documents', sampleDocument())).json.id as string;
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const answers: number[] = [];
        for (let round = 0; round < 5; round++) {
          const isWrong = (writer + round) % 4 === 0;
          const answer = await send('/annotations', sampleAnnotation(isWrong ? uuid() : document));
          answers.push(answer.status);
        }
        return answers;
      }),
    );
    const done = statuses.flat().filter((status) => status === 201).length;
    const { revision, changes } = (await server.request('GET', `${base}/changes`, { token: owner.token }))
      .json;
    expect(statuses.flat().length - done).toBe(10);
    expect(revision).toBe(done + 2);
    expect(changes.map((change: { revision: number }) => change.revision)).toEqual(
      Array.from({ length: revision }, (_, index) => index + 1),
    );
  });

  it('gives a passage that two dossiers send at once to one of them, and refuses the other', async () => {
    const dossiers = await Promise.all([server.addDossier(), server.addDossier()]);
    const requests = await Promise.all(
      dossiers.map(async ({ slug, owner: { token } }) => {
        const base = `/api/v1/dossiers/${slug}`;
        const document = sampleDocument();
        await server.request('POST', `${base}/documents`, { token, body: document });
        return { base, token, document: document.id };
      }),
    );
    for (let round = 0; round < 10; round++) {
      const id = uuid();
      const answers = await Promise.all(
        requests.map(({ base, token, document }) =>
          server.request('POST', `${base}/annotations`, { token, body: sampleAnnotation(document, { id }) }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    }
  });

  it('keeps nothing of a change that fails halfway', async () => {
    const { id } = await server.addDossier();
    const { database } = server.instance;
    const read = () =>
      database.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const before = await read();
    const failing = applyChange(database, { dossier: id, operation: 'test' }, async (change) => {
      change.record({ kind: 'dossier', id, before: { title: 'a' }, after: { title: 'b' } });
      await change.transaction.updateTable('dossier').set({ title: 'b' }).where('id', '=', id).execute();
      throw new RangeError('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await read()).toEqual(before);
  });

  it('takes no number for a change that changes nothing', async () => {
    const { id } = await server.addDossier();
    const result = await applyChange(
      server.instance.database,
      { dossier: id, operation: 'test' },
      async ({ revision }) => revision,
    );
    expect(result).toBe(2);
    const again = await applyChange(
      server.instance.database,
      { dossier: id, operation: 'test' },
      async ({ revision }) => revision,
    );
    expect(again).toBe(2);
  });

  it('logs what was there before and after, with who and when', async () => {
    const { slug, owner, id: dossier } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const { token } = owner;
    const draft = sampleDocument();
    await server.request('POST', `${base}/documents`, { token, body: draft });
    await server.request('PUT', `${base}/documents/${draft.id}`, {
      token,
      body: { title: 'Beter', issuer: null },
      headers: { 'if-match': '*' },
    });
    const items = await server.instance.database
      .selectFrom('revision_item')
      .innerJoin('revision', (join) =>
        join
          .onRef('revision.dossier_id', '=', 'revision_item.dossier_id')
          .onRef('revision.number', '=', 'revision_item.number'),
      )
      .select(['kind', 'before', 'after', 'user_id', 'operation'])
      .where('revision.dossier_id', '=', dossier)
      .where('revision.number', '=', 3)
      .execute();
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item).toMatchObject({ kind: 'document', user_id: owner.id, operation: 'correct-document' });
    expect(JSON.parse(item?.before ?? '')).toMatchObject({ title: 'Brief' });
    expect(JSON.parse(item?.after ?? '')).toMatchObject({ title: 'Beter', revision: 3 });
    expect(JSON.parse(item?.after ?? '')).not.toHaveProperty('issuer');
  });

  it('survives a restart', async () => {
    const { slug, owner } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const { token } = owner;
    const { id } = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() }))
      .json;
    const draft = sampleAnnotation(id);
    await server.request('POST', `${base}/annotations`, { token, body: draft });
    const before = (await server.request('GET', `${base}/changes`, { token })).json;
    await server.restart();
    expect((await server.request('GET', `${base}/changes`, { token })).json).toEqual(before);
    expect((await server.request('GET', `${base}/annotations/${draft.id}`, { token })).status).toBe(200);
  });
});

describe('changes since a revision', () => {
  it('are those after it, with deleted things as null', async () => {
    const { slug, owner } = await server.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const { token } = owner;
    const { id } = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() }))
      .json;
    const draft = sampleAnnotation(id);
    const made = (await server.request('POST', `${base}/annotations`, { token, body: draft })).json;
    await server.request('DELETE', `${base}/annotations/${draft.id}`, {
      token,
      headers: { 'if-match': '*' },
    });
    const { revision, changes } = (await server.request('GET', `${base}/changes?since=2`, { token })).json;
    expect(revision).toBe(4);
    expect(changes).toMatchObject([
      { revision: 3, by: owner.id, items: [{ kind: 'annotation', id: draft.id, after: made }] },
      { revision: 4, items: [{ kind: 'annotation', id: draft.id, after: null }] },
    ]);
    const none = (await server.request('GET', `${base}/changes?since=4`, { token })).json;
    expect(none).toEqual({ revision: 4, more: false, changes: [] });
  });

  it('come page by page, where one asks for few', async () => {
    const { slug, owner, id } = await server.addDossier();
    for (const size of [1, 2, 1, 1]) await logItems(id, size);
    const get = (query: string) =>
      server.request('GET', `/api/v1/dossiers/${slug}/changes${query}`, { token: owner.token });
    const first = await get('?since=1&limit=3');
    expect(first.json).toMatchObject({ revision: 4, more: true });
    expect(first.headers.get('link')).toContain(`/changes?since=4&limit=3>; rel="next"`);
    const last = await get('?since=4&limit=3');
    expect(last.json).toMatchObject({ revision: 5, more: false, changes: [{ revision: 5 }] });
    expect(last.headers.get('link')).toBeNull();
  });

  it('never split a revision, and bound an answer by what the revisions hold', async () => {
    const { slug, owner, id } = await server.addDossier();
    for (const size of [3000, 1500, 3000, 6000]) await logItems(id, size);
    const sizes: number[][] = [];
    for (let since = 1, more = true; more; ) {
      const { json } = await server.request('GET', `/api/v1/dossiers/${slug}/changes?since=${since}`, {
        token: owner.token,
      });
      sizes.push(json.changes.map(({ items }: { items: unknown[] }) => items.length));
      ({ revision: since, more } = json);
    }
    expect(sizes).toEqual([[3000, 1500], [3000], [6000]]);
  });

  it.each(['-1', '1.5', 'x', '0x10', '1e3', ''])('refuses since=%s', async (since) => {
    const { slug, owner } = await server.addDossier();
    const answer = await server.request('GET', `/api/v1/dossiers/${slug}/changes?since=${since}`, {
      token: owner.token,
    });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  });
});
