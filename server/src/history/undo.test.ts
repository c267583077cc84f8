import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSender, type Send } from '../testing/random-writes.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dossier: Awaited<ReturnType<TestServer['addDossier']>>;
let send: Send;
beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  dossier = await server.addDossier();
  send = createSender(server, dossier);
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const undo = (revision: number) => send('POST', `/revisions/${revision}/undo`);
const propose = async () => (await send('POST', '/documents', sampleDocument())).json;
const correct = async (id: string, update: object) =>
  (await send('PUT', `/documents/${id}`, update, { 'If-Match': '*' })).json.revision as number;

describe('undoing a change', () => {
  it('takes back only what it changed, and leaves what was changed besides', async () => {
    const { id } = await propose();
    const retitled = await correct(id, { title: 'Anders' });
    await correct(id, { date: '2026-03-01' });
    expect(await undo(retitled)).toMatchObject({ status: 200, json: { undoes: retitled } });
    expect((await send('GET', `/documents/${id}`)).json).toMatchObject({
      title: 'Brief',
      date: '2026-03-01',
    });
  });

  it('is refused when the same was changed since, and says what, and by which change', async () => {
    const { id } = await propose();
    const first = await correct(id, { title: 'Een' });
    const second = await correct(id, { title: 'Twee' });
    const obstacle = { kind: 'document', id, field: 'title', made: 'Een', now: 'Twee', by: second };
    expect(await undo(first)).toMatchObject({
      ...{ status: 409, json: { code: 'undo-blocked', obstacles: [obstacle] } },
    });
    expect((await send('GET', `/revisions/${first}`)).json.undo).toEqual({
      ...{ role: 'reviewer', obstacles: [obstacle] },
    });
    await undo(second);
    expect((await undo(first)).status).toBe(200);
    expect((await send('GET', `/documents/${id}`)).json.title).toBe('Brief');
  });

  it('brings a deleted passage back, with its codings, its review and its links', async () => {
    const { id } = await propose();
    const one = (await send('POST', '/annotations', sampleAnnotation(id))).json;
    const two = (await send('POST', '/annotations', sampleAnnotation(id))).json;
    const link = { id: uuid(), from: one.id, to: two.id, kind: 'supports' };
    await send('POST', '/links', link);
    const codings = [{ id: one.codings[0].id, revision: one.revision }];
    const [accepted] = (await send('POST', '/reviews', { codings, status: 'accepted' })).json.annotations;
    await send('DELETE', `/annotations/${one.id}`, undefined, { 'If-Match': '*' });
    expect((await send('GET', '/links')).json.links).toEqual([]);
    const { revision } = (await send('GET', '')).json;
    const restored = (await undo(revision)).json.revision;
    expect((await send('GET', `/annotations/${one.id}`)).json).toEqual({ ...accepted, revision: restored });
    expect((await send('GET', '/links')).json.links).toEqual([{ ...link, revision: restored }]);
  });

  it('is refused where somebody has linked the same passages in the same way since', async () => {
    const { id } = await propose();
    const one = (await send('POST', '/annotations', sampleAnnotation(id))).json;
    const two = (await send('POST', '/annotations', sampleAnnotation(id))).json;
    const link = { id: uuid(), from: one.id, to: two.id, kind: 'supports' };
    const again = { ...link, id: uuid() };
    await send('POST', '/links', link);
    await send('DELETE', `/links/${link.id}`, undefined, { 'If-Match': '*' });
    const { revision } = (await send('GET', '')).json;
    await send('POST', '/links', again);
    expect(await undo(revision)).toMatchObject({
      ...{ status: 409, json: { code: 'undo-blocked' } },
      json: { obstacles: [{ kind: 'link', id: link.id, field: '', subject: again.id }] },
    });
    expect((await send('GET', '/links')).json.links).toMatchObject([again]);
    await send('DELETE', `/links/${again.id}`, undefined, { 'If-Match': '*' });
    expect((await undo(revision)).status).toBe(200);
    expect((await send('GET', '/links')).json.links).toMatchObject([link]);
  });

  it('is a change itself, and can be undone', async () => {
    const { id } = await propose();
    const changed = await correct(id, { title: 'Anders' });
    const { revision } = (await undo(changed)).json;
    expect((await undo(revision)).json).toMatchObject({ undoes: revision });
    expect((await send('GET', `/documents/${id}`)).json.title).toBe('Anders');
    const { revisions } = (await send('GET', '/revisions?limit=3')).json;
    expect(revisions).toMatchObject([
      { operation: 'undo', undoes: revision },
      { operation: 'undo', undoes: changed, undoneBy: revision + 1 },
      { operation: 'correct-document', revision: changed, undoneBy: revision },
    ]);
  });

  it('is refused where something needs what would go', async () => {
    const { id, revision } = await propose();
    const passage = (await send('POST', '/annotations', sampleAnnotation(id))).json;
    expect((await undo(revision)).json).toMatchObject({
      ...{
        code: 'undo-blocked',
        obstacles: [{ kind: 'document', field: 'annotations', subject: passage.id }],
      },
    });
  });

  it('of a membership never takes the last owner', async () => {
    const answer = await undo(1);
    expect(answer).toMatchObject({ status: 409, json: { code: 'undo-blocked' } });
    expect((await send('GET', '')).status).toBe(200);
  });

  it('takes the role that the change itself takes', async () => {
    const reviewer = await server.addMember(dossier.id, 'reviewer');
    const { revision } = (
      await send('PUT', '/settings', { title: 'X', withoutText: [] }, { 'If-Match': '*' })
    ).json;
    const address = `/api/v1/dossiers/${dossier.slug}/revisions/${revision}/undo`;
    const answer = await server.request('POST', address, { token: reviewer.token });
    expect(answer).toMatchObject({ status: 403, json: { code: 'role-too-small' } });
    expect((await undo(revision)).status).toBe(200);
  });

  it("gives a colleague's passage back, which another reviewer changed or deleted", async () => {
    const { id } = (await send('POST', '/annotations', sampleAnnotation((await propose()).id))).json;
    const codings = async () => (await send('GET', `/annotations/${id}`)).json.codings;
    const colleague = await server.addMember(dossier.id, 'reviewer', 'Collega');
    const sendAsColleague = createSender(server, { ...dossier, owner: colleague });
    const seen = (await sendAsColleague('GET', `/annotations/${id}`)).json;
    const [{ id: coding }] = seen.codings;
    const reviewed = { codings: [{ id: coding, revision: seen.revision }], status: 'accepted' };
    await send('POST', '/reviews', reviewed);
    const accepted = await codings();
    const { status: _, ...said } = { ...accepted[0], direction: 'neutral' };
    const update = { ranges: seen.ranges, codings: [said] };
    const ifSeen = { 'If-Match': `"${seen.revision}"` };
    expect((await sendAsColleague('PUT', `/annotations/${id}`, update, ifSeen)).status).toBe(412);
    const changed = await sendAsColleague('PUT', `/annotations/${id}`, update, { 'If-Match': '*' });
    expect(changed).toMatchObject({
      ...{ status: 200, json: { creator: seen.creator, codings: [{ status: 'draft' }] } },
    });
    const [latest] = (await send('GET', `/revisions?kind=annotation&item=${id}`)).json.revisions;
    expect(latest).toMatchObject({ operation: 'update-annotation', by: { id: colleague.id } });
    expect((await undo(changed.json.revision)).status).toBe(200);
    expect(await codings()).toEqual(accepted);
    const gone = await sendAsColleague('DELETE', `/annotations/${id}`, undefined, { 'If-Match': '*' });
    expect((await undo(Number(gone.headers.get('dossier-revision')))).status).toBe(200);
    expect(await codings()).toEqual(accepted);
  });

  it('can be repeated under the same key and is done once', async () => {
    const { id } = await propose();
    const changed = await correct(id, { title: 'Anders' });
    const key = { 'Idempotency-Key': uuid() };
    const first = await send('POST', `/revisions/${changed}/undo`, undefined, key);
    const again = await send('POST', `/revisions/${changed}/undo`, undefined, key);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
  });

  it.each(['0', '99999', 'x', '-1'])('refuses revision %s', async (revision) => {
    expect([404, 422]).toContain((await send('POST', `/revisions/${revision}/undo`)).status);
  });
});

describe('the history', () => {
  it('of one thing has who, when, before and after', async () => {
    const { id } = await propose();
    await propose();
    await correct(id, { title: 'Anders' });
    const { revisions, total } = (await send('GET', `/revisions?kind=document&item=${id}`)).json;
    expect(total).toBe(2);
    expect(revisions[0]).toMatchObject({
      ...{ operation: 'correct-document', by: { id: dossier.owner.id, name: 'Eigenaar' } },
      items: [{ kind: 'document', id, fields: [{ field: 'title', before: 'Brief', after: 'Anders' }] }],
    });
    expect(revisions[1]).toMatchObject({ items: [{ before: null, after: { title: 'Brief' } }] });
  });

  it('is paged from the last to the first', async () => {
    for (let count = 0; count < 4; count++) await propose();
    const first = (await send('GET', '/revisions?limit=3')).json;
    expect(first.revisions.map(({ revision }: { revision: number }) => revision)).toEqual([5, 4, 3]);
    const second = (await send('GET', `/revisions?limit=3&cursor=${first.next}`)).json;
    expect(second.revisions.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1]);
  });
});
