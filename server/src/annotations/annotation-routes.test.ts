import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `${base}${path}`, { token, body, headers });

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await send('POST', '/documents', sampleDocument())).json.id;
});
afterAll(() => server.close());

describe('creating an annotation', () => {
  it('keeps it as it was sent, with author, times, ETag and address', async () => {
    const draft = sampleAnnotation(document, { note: 'Let op' });
    const answer = await send('POST', '/annotations', draft);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ id: draft.id, note: 'Let op', ranges: draft.ranges });
    expect(answer.json.creator.name).toBe('Eigenaar');
    expect(answer.headers.get('etag')).toBe(`"${answer.json.revision}"`);
    expect(answer.headers.get('location')).toBe(`${base}/annotations/${draft.id}`);
    expect((await send('GET', `/annotations/${draft.id}`)).json).toEqual(answer.json);
  });

  it('does not send it again to who has it', async () => {
    const { headers, json } = await send('POST', '/annotations', sampleAnnotation(document));
    const etag = headers.get('etag') ?? '';
    const ask = (known: string) =>
      send('GET', `/annotations/${json.id}`, undefined, { 'If-None-Match': known });
    const known = await ask(`"1", W/${etag}`);
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', etag]);
    expect(await ask('"1"')).toMatchObject({ status: 200, json });
  });

  it('finds those of whoever asks, and of nobody else', async () => {
    const { id: dossier, slug, owner } = await server.addDossier();
    const own = `/api/v1/dossiers/${slug}`;
    const colleague = await server.addMember(dossier, 'reviewer');
    const { json: paper } = await server.request('POST', `${own}/documents`, {
      ...{ token: owner.token, body: sampleDocument() },
    });
    const draft = sampleAnnotation(paper.id);
    await server.request('POST', `${own}/annotations`, { token: owner.token, body: draft });
    const read = async (by: string) =>
      (await server.request('GET', `${own}/annotations?reviewer=me`, { token: by })).json.annotations.map(
        ({ id }: { id: string }) => id,
      );
    expect(await read(owner.token)).toEqual([draft.id]);
    expect(await read(colleague.token)).toEqual([]);
  });

  it('keeps the article of a law in its one form, and any other words as they are', async () => {
    const provisions = ['Artikel 39 van de Vreemdelingenwet 2000', 'amendement nr. 14 op art. 39 Vw 2000'];
    const codings = provisions.map((provision) => sampleCoding({ provision }));
    const draft = sampleAnnotation(document, { codings });
    const { json } = await send('POST', '/annotations', draft);
    expect(json.codings.map(({ provision }: { provision: string }) => provision)).toEqual([
      'art. 39 Vw 2000',
      provisions[1],
    ]);
    expect((await send('POST', '/annotations', draft)).status).toBe(200);
  });

  it.each([
    ['codings.[0].provision', { provision: ' \u00a0' }],
    ['codings.[0].quantity.unit', { quantity: { value: 1, unit: ' ' } }],
    ['codings.[0].quantity.period', { quantity: { value: 1, unit: 'EUR', period: `P${'9'.repeat(40)}Y` } }],
    ['codings.[0].quantity.value', { quantity: { value: 2 ** 53, unit: 'EUR' } }],
    ['codings.[0].quantity.to', { quantity: { value: 1, to: 2 ** 53, unit: 'EUR' } }],
  ])(
    'refuses a coding that says nothing, or what cannot be kept as it is said, at %s',
    async (path, changes) => {
      const answer = await send(
        'POST',
        '/annotations',
        sampleAnnotation(document, { codings: [sampleCoding(changes)] }),
      );
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ path }] } });
    },
  );

  it('refuses a passage in two sections at once: one would be kept, and nobody said which', async () => {
    const ranges = [{ exact: 'Een voornemen', section: { consideration: '5.2', article: '3' } }];
    const answer = await send('POST', '/annotations', sampleAnnotation(document, { ranges }));
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'ranges.[0].section' }] } });
  });

  it('does nothing the second time', async () => {
    const draft = sampleAnnotation(document);
    const first = await send('POST', '/annotations', draft);
    const again = await send('POST', '/annotations', draft);
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
  });

  it('keeps codings that are the same in every part as one, and does nothing the second time', async () => {
    const other = sampleCoding({ basis: 'norm' });
    const draft = sampleAnnotation(document, { codings: [sampleCoding(), other, sampleCoding()] });
    const first = await send('POST', '/annotations', draft);
    expect(first.json.codings.map(({ basis }: { basis: string }) => basis)).toEqual([
      sampleCoding().basis,
      'norm',
    ]);
    const again = await send('POST', '/annotations', draft);
    expect(again).toMatchObject({ status: 200, json: first.json });
    const { ranges, codings, revision } = first.json;
    const ids = codings.map(({ id }: { id: string }) => id);
    const drafts = [
      sampleCoding(),
      ...[sampleCoding(), other].map((one, place) => ({ ...one, id: ids[place] })),
    ];
    const headers = { 'If-Match': `"${revision}"` };
    const changed = await send('PUT', `/annotations/${draft.id}`, { ranges, codings: drafts }, headers);
    expect(changed.json.codings.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('refuses other content under the same id', async () => {
    const draft = sampleAnnotation(document);
    await send('POST', '/annotations', draft);
    const answer = await send('POST', '/annotations', { ...draft, note: 'anders' });
    expect(answer).toMatchObject({ status: 409, json: { code: 'annotation-exists' } });
  });

  it('lets the issuer of the document speak where nobody is named', async () => {
    const speakers = (await send('GET', '/speakers')).json.speakers as { id: string; name: string }[];
    const answer = await send('POST', '/annotations', sampleAnnotation(document));
    expect(speakers.find(({ id }) => id === answer.json.codings[0].speaker)?.name).toBe('IND');
  });

  it('knows a speaker by id, name or alias in any case, and adds an unknown one', async () => {
    const coded = async (speaker: string) => {
      const codings = [sampleCoding({ speaker })];
      const answer = await send('POST', '/annotations', sampleAnnotation(document, { codings }));
      expect(answer.status, answer.text).toBe(201);
      return answer.json.codings[0].speaker as string;
    };
    const ind = await coded('IND');
    expect(await coded('immigratie- EN naturalisatiedienst')).toBe(ind);
    expect(await coded(ind.toUpperCase())).toBe(ind);
    const added = await coded('Stichting Nieuw');
    expect(added).not.toBe(ind);
    expect(await coded(' stichting nieuw ')).toBe(added);
    const { speakers } = (await send('GET', '/speakers')).json;
    expect(speakers).toContainEqual({
      id: added,
      name: 'Stichting Nieuw',
      aliases: [],
      kind: 'other',
      revision: expect.any(Number),
    });
  });

  it.each([
    ['a blank speaker', { speaker: '   ' }],
    ['the id of a speaker that is not there', { speaker: uuid() }],
    ['a blank reporter', { reportedBy: ' ' }],
  ])('refuses %s', async (_what, changes) => {
    const draft = sampleAnnotation(document, { codings: [sampleCoding(changes)] });
    expect(await send('POST', '/annotations', draft)).toMatchObject({
      status: 422,
      json: { code: 'invalid-request' },
    });
  });

  it('asks for a speaker where the document has no issuer', async () => {
    const { issuer: _, ...draft } = sampleDocument();
    const { id } = (await send('POST', '/documents', draft)).json;
    const answer = await send('POST', '/annotations', sampleAnnotation(id));
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(answer.json.errors[0].path).toContain('speaker');
  });

  it.each([
    ['safeguard', { safeguard: 'nergens' }],
    ['impact', { impact: 'nergens' }],
    ['impact in the place of a safeguard', { safeguard: 'cost' }],
  ])('names an unknown %s', async (_what, changes) => {
    const draft = sampleAnnotation(document, { codings: [sampleCoding(changes)] });
    const answer = await send('POST', '/annotations', draft);
    expect(answer).toMatchObject({ status: 422, json: { code: 'concept-unknown' } });
    expect(answer.text).toContain(Object.values(changes)[0]);
  });

  it('refuses a document that the dossier does not have', async () => {
    const answer = await send('POST', '/annotations', sampleAnnotation(uuid()));
    expect(answer).toMatchObject({ status: 404, json: { code: 'document-not-found' } });
  });

  it('takes a document by an id that was proposed for it', async () => {
    const known = sampleDocument();
    const proposed = sampleDocument({ addresses: known.addresses });
    await send('POST', '/documents', known);
    await send('POST', '/documents', proposed);
    const answer = await send('POST', '/annotations', sampleAnnotation(proposed.id));
    expect(answer.json.document).toBe(known.id);
  });
});

describe('changing an annotation', () => {
  const create = async () => (await send('POST', '/annotations', sampleAnnotation(document))).json;
  const toUpdate = ({ ranges, codings }: { ranges: unknown; codings: { id: string }[] }) => ({
    ranges,
    codings: codings.map((coding) => ({ ...sampleCoding(), id: coding.id })),
  });

  it('needs the version that is changed, and refuses another with the one that is there', async () => {
    const made = await create();
    const path = `/annotations/${made.id}`;
    expect(await send('PUT', path, toUpdate(made))).toMatchObject({ status: 428 });
    const stale = await send('PUT', path, toUpdate(made), { 'If-Match': '"1"' });
    expect(stale).toMatchObject({ status: 412, json: { code: 'precondition-failed' } });
    expect(stale.headers.get('etag')).toBe(`"${made.revision}"`);
    const done = await send(
      'PUT',
      path,
      { ...toUpdate(made), note: 'nieuw' },
      { 'If-Match': `"${made.revision}"` },
    );
    expect(done).toMatchObject({ status: 200, json: { note: 'nieuw', created: made.created } });
    expect(done.json.revision).toBeGreaterThan(made.revision);
  });

  it('understands any version and a list of versions', async () => {
    const made = await create();
    const path = `/annotations/${made.id}`;
    expect((await send('PUT', path, toUpdate(made), { 'If-Match': '*' })).status).toBe(200);
    const { revision } = (await send('GET', path)).json;
    const list = { 'If-Match': `"1", "${revision}"` };
    expect((await send('PUT', path, toUpdate(made), list)).status).toBe(200);
  });

  it('keeps the id of a coding, and refuses one id for two codings', async () => {
    const made = await create();
    const { ranges, codings } = toUpdate(made);
    const headers = { 'If-Match': `"${made.revision}"` };
    const twice = await send(
      'PUT',
      `/annotations/${made.id}`,
      { ranges, codings: [...codings, ...codings] },
      headers,
    );
    expect(twice).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    const kept = await send('PUT', `/annotations/${made.id}`, { ranges, codings }, headers);
    expect(kept.json.codings[0].id).toBe(made.codings[0].id);
  });

  it('deletes the version that is named, and never gives the id to another', async () => {
    const made = await create();
    const path = `/annotations/${made.id}`;
    expect((await send('DELETE', path, undefined, { 'If-Match': '"1"' })).status).toBe(412);
    expect(await send('DELETE', path)).toMatchObject({
      status: 428,
      json: { code: 'precondition-required' },
    });
    const version = { 'If-Match': `"${made.revision}"` };
    expect((await send('DELETE', path, undefined, version)).status).toBe(204);
    expect(await send('GET', path)).toMatchObject({ status: 404, json: { code: 'annotation-not-found' } });
    expect((await send('DELETE', path, undefined, version)).status).toBe(404);
    expect((await send('POST', '/annotations', sampleAnnotation(document, { id: made.id }))).status).toBe(
      409,
    );
    const { annotations } = (await send('GET', `/annotations?document=${document}`)).json;
    expect(annotations.map(({ id }: { id: string }) => id)).not.toContain(made.id);
  });
});

describe('a passage whose document has changed', () => {
  const change = async (id: string, changes: object) => {
    const { json } = await send('GET', `/annotations/${id}`);
    const { ranges, codings, note, gone, rendition } = json;
    const body = { ranges, codings, note, gone, rendition, ...changes };
    return send('PUT', `/annotations/${id}`, body, { 'If-Match': `"${json.revision}"` });
  };

  it('can be confirmed to be gone, and that can be taken back', async () => {
    const draft = sampleAnnotation(document);
    await send('POST', '/annotations', draft);
    const gone = '2026-06-01T09:00:00.000Z';
    expect(await change(draft.id, { gone })).toMatchObject({ status: 200, json: { gone } });
    expect((await send('GET', `/annotations/${draft.id}`)).json.gone).toBe(gone);
    expect((await change(draft.id, { gone: undefined })).status).toBe(200);
    expect((await send('GET', `/annotations/${draft.id}`)).json).not.toHaveProperty('gone');
  });

  it('gets another place, in another copy where it was marked there', async () => {
    const draft = sampleAnnotation(document);
    await send('POST', '/annotations', draft);
    const ranges = [{ exact: 'Het voornemen verdwijnt.', start: 3, end: 27 }];
    const source = 'https://elders.example/kopie.pdf';
    const moved = await change(draft.id, { ranges, source });
    expect(moved.json).toMatchObject({ ranges, source });
    const stays = await change(draft.id, { note: 'Nog een keer gelezen' });
    expect(stays.json).toMatchObject({ ranges, source, note: 'Nog een keer gelezen' });
  });
});
