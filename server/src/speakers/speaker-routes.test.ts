import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSender, type Send } from '../testing/random-writes.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
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

const draft = (changes: object = {}) => ({
  id: uuid(),
  name: 'Stichting',
  aliases: ['S'],
  kind: 'ngo',
  ...changes,
});

describe('speakers', () => {
  it('are added once, however often the same is sent', async () => {
    const speaker = draft();
    expect((await send('POST', '/speakers', speaker)).status).toBe(201);
    expect((await send('POST', '/speakers', speaker)).status).toBe(200);
    const other = await send('POST', '/speakers', { ...speaker, name: 'Anders' });
    expect(other).toMatchObject({ status: 409, json: { code: 'speaker-exists' } });
  });

  it.each([
    ['the name of another', { name: ' ind ' }, 'name'],
    ['an alias of another', { aliases: ['Immigratie- EN naturalisatiedienst'] }, 'aliases'],
  ])('do not get %s', async (_, changes, path) => {
    const answer = await send('POST', '/speakers', draft(changes));
    expect(answer).toMatchObject({ status: 409, json: { code: 'speaker-name-taken', errors: [{ path }] } });
  });

  it('are found by the names that they have now', async () => {
    const { id, ...speaker } = draft({ name: 'Vereniging', aliases: ['VvV'] });
    await send('POST', '/speakers', { id, ...speaker });
    const document = (await send('POST', '/documents', sampleDocument())).json.id;
    const saidBy = async (named: string) => {
      const codings = [sampleCoding({ speaker: named })];
      const { json } = await send('POST', '/annotations', sampleAnnotation(document, { codings }));
      return json.codings[0].speaker;
    };
    for (const named of [' vereniging', 'VVV', id]) expect(await saidBy(named)).toBe(id);
    const change = (changes: object) =>
      send('PUT', `/speakers/${id}`, { ...speaker, ...changes }, { 'If-Match': '*' });
    const { revision } = (await change({ name: 'Bond', aliases: ['BvV', 'Ｖvv'] })).json;
    for (const named of ['Bond', 'bvv', 'vvv']) expect(await saidBy(named)).toBe(id);
    const other = await saidBy('Vereniging');
    expect(other).not.toBe(id);
    const undo = await send('POST', `/revisions/${revision}/undo`);
    expect(undo).toMatchObject({ status: 409, json: { code: 'undo-blocked' } });
    await change({ name: 'Bond', aliases: [] });
    expect(await saidBy('VvV')).not.toBe(id);
    expect((await change({ name: 'VERENIGING' })).json.code).toBe('speaker-name-taken');
  });

  it('are changed in the version that was seen', async () => {
    const { id, ...speaker } = draft();
    await send('POST', '/speakers', { id, ...speaker });
    const { revision } = (await send('GET', `/speakers/${id}`)).json;
    const change = (headers: Record<string, string>) =>
      send('PUT', `/speakers/${id}`, { ...speaker, name: uuid() }, headers);
    expect((await change({})).json.code).toBe('precondition-required');
    expect((await change({ 'If-Match': `"${revision}"` })).status).toBe(200);
    const stale = await change({ 'If-Match': `"${revision}"` });
    expect(stale).toMatchObject({ status: 412, json: { current: { id } } });
    expect(stale.headers.get('etag')).toBe(`"${stale.json.current.revision}"`);
  });

  it('are merged by a pointer, so that one speaks for both, and separated again', async () => {
    const [first, second] = [draft(), draft({ name: 'Ander', aliases: [] })];
    await send('POST', '/speakers', first);
    await send('POST', '/speakers', second);
    for (const issuer of [first.name, second.name]) {
      const { id } = (await send('POST', '/documents', sampleDocument({ issuer }))).json;
      await send('POST', '/annotations', sampleAnnotation(id));
    }
    const count = async () => (await send('GET', '/matrix')).json.totals.all.speakers;
    expect(await count()).toBe(2);
    expect((await send('PUT', `/speakers/${second.id}/merged-into`, { into: first.id })).status).toBe(200);
    expect(await count()).toBe(1);
    const circle = await send('PUT', `/speakers/${first.id}/merged-into`, { into: second.id });
    expect(circle.status).toBe(422);
    await send('DELETE', `/speakers/${second.id}/merged-into`);
    expect(await count()).toBe(2);
  });

  it('are deleted in the version that was seen, unless something names them', async () => {
    const [used, unused] = [draft({ name: 'Gebruikt' }), draft({ name: 'Ongebruikt', aliases: [] })];
    const { revision } = (await send('POST', '/speakers', unused)).json;
    await send('POST', '/speakers', used);
    await send('POST', '/documents', sampleDocument({ issuer: used.name }));
    const remove = (id: string, version: string) =>
      send('DELETE', `/speakers/${id}`, undefined, { 'If-Match': version });
    expect(await remove(used.id, '*')).toMatchObject({
      status: 409,
      json: { code: 'speaker-in-use', errors: [{ path: 'issuer' }] },
    });
    expect((await send('DELETE', `/speakers/${unused.id}`)).json.code).toBe('precondition-required');
    expect((await remove(unused.id, '"1"')).status).toBe(412);
    expect((await remove(unused.id, `"${revision}"`)).status).toBe(204);
    expect((await send('GET', `/speakers/${unused.id}`)).status).toBe(404);
    expect((await remove(unused.id, '*')).json.code).toBe('speaker-not-found');
  });

  it('have a parent that is there and is not a part of them', async () => {
    const [above, below] = [draft(), draft({ name: 'Deel', aliases: [] })];
    await send('POST', '/speakers', above);
    await send('POST', '/speakers', { ...below, parent: above.id });
    const { id, ...rest } = above;
    const circle = await send('PUT', `/speakers/${id}`, { ...rest, parent: below.id }, { 'If-Match': '*' });
    expect(circle).toMatchObject({ status: 422, json: { errors: [{ path: 'parent' }] } });
  });
});

describe('reviewing', () => {
  async function code() {
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    return (await send('POST', '/annotations', sampleAnnotation(id))).json;
  }

  it('decides about several codings at once, by a curator', async () => {
    const passages = [await code(), await code()];
    const codings = passages.map(({ codings: [coding], revision }) => ({ id: coding.id, revision }));
    const reject = { codings, status: 'rejected', reason: 'Staat er niet.' };
    const reviewer = await server.addMember(dossier.id, 'reviewer');
    const address = `/api/v1/dossiers/${dossier.slug}/reviews`;
    const refused = await server.request('POST', address, { token: reviewer.token, body: reject });
    expect(refused.status).toBe(403);
    const { annotations } = (await send('POST', '/reviews', reject)).json;
    expect(annotations).toHaveLength(2);
    for (const annotation of annotations) {
      expect(annotation.codings[0]).toMatchObject({ status: 'rejected', reason: 'Staat er niet.' });
      expect((await send('GET', `/annotations/${annotation.id}`)).json).toEqual(annotation);
    }
  });

  it('decides only about what was seen, all or none', async () => {
    const [first, second] = [await code(), await code()];
    const codings = [first, second].map(({ codings: [coding], revision }) => ({ id: coding.id, revision }));
    const { id: _, document: __, ...update } = sampleAnnotation('', { note: 'nieuw' });
    await send('PUT', `/annotations/${second.id}`, update, { 'If-Match': '*' });
    const stale = await send('POST', '/reviews', { codings: codings.toReversed(), status: 'accepted' });
    expect([404, 412]).toContain(stale.status);
    expect((await send('GET', `/annotations/${first.id}`)).json.codings[0].status).toBe('draft');
  });

  it('sends back with a reason, and only then', async () => {
    const { codings, revision } = await code();
    const decide = (decision: object) =>
      send('POST', '/reviews', { codings: [{ id: codings[0].id, revision }], ...decision });
    expect((await decide({ status: 'rejected' })).status).toBe(422);
    expect((await decide({ status: 'accepted', reason: 'goed' })).status).toBe(422);
  });
});

describe('settings', () => {
  it('keep texts of some kinds of documents away, and say so to whoever sends one', async () => {
    const { revision } = (await send('GET', '/settings')).json;
    const settings = { title: 'Titel', withoutText: ['inspection-letter'] };
    expect((await send('PUT', '/settings', settings)).json.code).toBe('precondition-required');
    const headers = { 'If-Match': `"${revision}"` };
    expect((await send('PUT', '/settings', settings, headers)).json).toMatchObject(settings);
    expect(await send('PUT', '/settings', settings, headers)).toMatchObject({ status: 412 });
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    const text = { text: 'a', source: 'https://example.org/a.html', mediaType: 'text/html' };
    const refused = await send('POST', `/documents/${id}/renditions`, text);
    expect(refused).toMatchObject({ status: 403, json: { code: 'text-not-kept' } });
    await send('PUT', `/documents/${id}`, { sourceType: 'press' }, { 'If-Match': '*' });
    expect((await send('POST', `/documents/${id}/renditions`, text)).status).toBe(201);
  });
});
