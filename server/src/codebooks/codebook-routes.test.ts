import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSender, type Send } from '../testing/random-writes.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let send: Send;
beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  send = createSender(server, await server.addDossier());
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const texts = { label: { nl: 'Nieuw', en: 'New' }, shortLabel: { nl: 'Nieuw', en: 'New' } };
const draft = (id: string) => ({
  ...{ id, kind: 'safeguard', group: 'before-the-interview', ...texts, definition: texts.label, terms: [] },
});
const conceptOf = async (id: string) =>
  (await send('GET', '/codebook')).json.concepts.find((concept: { id: string }) => concept.id === id);
async function code(count: number) {
  const { id } = (await send('POST', '/documents', sampleDocument())).json;
  const passages = [];
  for (let place = 0; place < count; place++) {
    passages.push(
      (await send('POST', '/annotations', sampleAnnotation(id, { codings: [sampleCoding()] }))).json,
    );
  }
  return passages;
}

describe('the codebook', () => {
  it('is told once for each version of it', async () => {
    const first = await send('GET', '/codebook');
    const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect(await send('GET', '/codebook', undefined, known)).toMatchObject({ status: 304, text: '' });
    await send('POST', '/codebook/concepts', draft('eerste'));
    await send('POST', '/codebook/concepts', draft('tweede'));
    const later = await send('GET', '/codebook', undefined, known);
    expect(later.status).toBe(200);
    const { revision } = (await send('GET', '')).json;
    await send('POST', `/revisions/${revision - 1}/undo`);
    const undone = { 'If-None-Match': later.headers.get('etag') ?? '' };
    expect((await send('GET', '/codebook', undefined, undone)).status).toBe(200);
  });
});

describe('a change of the codebook', () => {
  it('tells beforehand how many codings it touches, and changes nothing then', async () => {
    await code(3);
    const before = (await send('GET', '')).json.revision;
    const path = '/codebook/concepts/voornemen/merged-into';
    const tried = await send('PUT', `${path}?preview=true`, { into: 'interpreter' });
    expect(tried.json).toMatchObject({ codings: 3, concept: { mergedInto: 'interpreter' } });
    expect((await send('GET', '')).json.revision).toBe(before);
    expect(await conceptOf('voornemen')).not.toHaveProperty('mergedInto');
    const done = await send('PUT', path, { into: 'interpreter' });
    expect(done.json.codings).toBe(3);
    expect((await send('GET', '')).json.revision).toBe(before + 1);
  });

  it('merges by a pointer that the matrix follows, and separates again', async () => {
    await code(2);
    await send('PUT', '/codebook/concepts/voornemen/merged-into', { into: 'interpreter' });
    const rowOf = async (id: string) =>
      (await send('GET', '/matrix?rows=safeguard&columns=impact')).json.totals.rows[id]?.claims;
    expect(await rowOf('interpreter')).toBe(1);
    await send('DELETE', '/codebook/concepts/voornemen/merged-into');
    expect(await rowOf('voornemen')).toBe(1);
  });

  it('counts what was merged into a concept with it', async () => {
    await code(2);
    await send('PUT', '/codebook/concepts/voornemen/merged-into', { into: 'interpreter' });
    const path = '/codebook/concepts/interpreter/merged-into?preview=true';
    expect((await send('PUT', path, { into: 'information' })).json.codings).toBe(2);
    expect((await send('GET', '/codebook/codings')).json).toEqual({
      codings: { voornemen: 2, 'court-workload': 2 },
    });
  });

  it('splits the codings among concepts as the curator chooses, as one change that can be undone', async () => {
    const [first, second, third] = await code(3);
    const before = (await send('GET', '')).json.revision;
    const answer = await send('POST', '/codebook/concepts/voornemen/split', {
      concepts: [draft('een-deel')],
      codings: [{ id: first.codings[0].id, concept: 'een-deel' }],
      others: 'interpreter',
    });
    expect(answer.json).toMatchObject({
      codings: 3,
      concepts: [{ id: 'een-deel' }],
      revision: before + 1,
    });
    const safeguardOf = async ({ id }: { id: string }) =>
      (await send('GET', `/annotations/${id}`)).json.codings[0].safeguard;
    expect(await Promise.all([first, second, third].map(safeguardOf))).toEqual([
      ...['een-deel', 'interpreter', 'interpreter'],
    ]);
    expect((await send('POST', `/revisions/${before + 1}/undo`)).status).toBe(200);
    expect(await safeguardOf(first)).toBe('voornemen');
    expect(await conceptOf('een-deel')).toBeUndefined();
  });

  it('renames and retires under the same id, of the version that was seen', async () => {
    const { revision, mergedInto: _, ...concept } = await conceptOf('voornemen');
    const path = '/codebook/concepts/voornemen';
    const retired = { ...concept, ...texts, retired: true };
    expect((await send('PUT', path, retired)).json.code).toBe('precondition-required');
    expect((await send('PUT', path, retired, { 'If-Match': `"${revision}"` })).status).toBe(200);
    const stale = await send('PUT', path, concept, { 'If-Match': `"${revision}"` });
    expect(stale).toMatchObject({ status: 412, json: { current: { id: 'voornemen', retired: true } } });
  });

  it.each([
    ['an id that is there', draft('voornemen'), 'concept-exists'],
    ['a group of the other kind', { ...draft('nieuw'), group: 'people' }, 'invalid-request'],
  ])('refuses %s', async (_, concept, code) => {
    expect((await send('POST', '/codebook/concepts', concept)).json.code).toBe(code);
  });

  it('refuses to merge in a circle, or with another kind', async () => {
    await send('PUT', '/codebook/concepts/voornemen/merged-into', { into: 'interpreter' });
    const merge = (id: string, into: string) => send('PUT', `/codebook/concepts/${id}/merged-into`, { into });
    expect((await merge('interpreter', 'voornemen')).status).toBe(422);
    expect((await merge('interpreter', 'interpreter')).status).toBe(422);
    expect((await merge('interpreter', 'cost')).status).toBe(422);
    expect((await merge('voornemen', 'information')).json.code).toBe('already-merged');
  });

  it('takes no number when it changes nothing', async () => {
    const { revision, ...concept } = await conceptOf('voornemen');
    const version = { 'If-Match': `"${revision}"` };
    const before = (await send('GET', '')).json.revision;
    expect((await send('PUT', '/codebook/concepts/voornemen', concept, version)).status).toBe(200);
    const [group] = (await send('GET', '/codebook')).json.groups;
    const same = { 'If-Match': `"${group.revision}"` };
    const named = await send('PUT', `/codebook/groups/${group.id}`, { label: group.label }, same);
    expect(named).toMatchObject({ status: 200, json: group });
    expect((await send('GET', '')).json.revision).toBe(before);
  });
});

describe('the order of a codebook', () => {
  const group = 'before-the-interview';
  const namesIn = async (of: string) =>
    (await send('GET', '/codebook')).json.concepts
      .filter((concept: { group: string }) => concept.group === of)
      .map(({ id }: { id: string }) => id);
  const any = { 'If-Match': '*' };

  it('is changed one concept at a time, within its group and as one change that can be undone', async () => {
    const before = await namesIn(group);
    const moved = await send('PUT', '/codebook/concepts/rest-period/place', { before: 'information' }, any);
    expect(moved.status).toBe(200);
    expect(await namesIn(group)).toEqual([
      ...['rest-period', 'information', 'medical-check', 'legal-preparation'],
    ]);
    await send('PUT', '/codebook/concepts/rest-period/place', {}, any);
    expect(await namesIn(group)).toEqual(before);
    const { revision } = (await send('GET', '')).json;
    await send('POST', `/revisions/${revision}/undo`);
    await send('POST', `/revisions/${revision - 1}/undo`);
    expect(await namesIn(group)).toEqual(before);
  });

  it('puts a concept that moves to another group behind the others', async () => {
    const { revision: _, ...concept } = await conceptOf('judicial-review');
    await send('PUT', '/codebook/concepts/judicial-review', { ...concept, group }, any);
    expect((await namesIn(group)).at(-1)).toBe('judicial-review');
    await send('POST', `/revisions/${(await send('GET', '')).json.revision}/undo`);
    expect((await namesIn('in-court'))[1]).toBe('judicial-review');
  });

  it.each([
    ['itself', { before: 'information' }],
    ['one of another group', { before: 'interpreter' }],
  ])('refuses to put a concept before %s', async (_, body) => {
    const refused = await send('PUT', '/codebook/concepts/information/place', body, any);
    expect(refused.json.code).toBe('invalid-request');
  });

  it('is that of its groups, among those of their kind', async () => {
    const groupsOf = async (kind: string) =>
      ((await send('GET', '/codebook')).json.groups as { id: string; kind: string }[])
        .filter((one) => one.kind === kind)
        .map(({ id }) => id);
    const [impacts, before] = [await groupsOf('impact'), await groupsOf('safeguard')];
    const path = '/codebook/groups/in-court/place';
    expect((await send('PUT', path, { before: 'people' }, any)).json.code).toBe('invalid-request');
    expect((await send('PUT', path, {})).json.code).toBe('precondition-required');
    expect((await send('PUT', path, { before: before[0] }, any)).json).toMatchObject({ id: 'in-court' });
    expect(await groupsOf('safeguard')).toEqual(['in-court', ...before.filter((id) => id !== 'in-court')]);
    expect(await groupsOf('impact')).toEqual(impacts);
    await send('POST', `/revisions/${(await send('GET', '')).json.revision}/undo`);
    expect(await groupsOf('safeguard')).toEqual(before);
  });

  it('asks which version is moved', async () => {
    const path = '/codebook/concepts/information/place';
    expect((await send('PUT', path, {})).json.code).toBe('precondition-required');
    expect((await send('PUT', path, {}, { 'If-Match': '"999"' })).json.code).toBe('precondition-failed');
  });
});

describe('a group', () => {
  const group = { id: 'nieuwe-groep', kind: 'safeguard', label: texts.label };
  const path = `/codebook/groups/${group.id}`;
  const any = { 'If-Match': '*' };

  it('is deleted when it is empty, and comes back', async () => {
    const { revision } = (await send('POST', '/codebook/groups', group)).json;
    expect((await send('DELETE', path)).json.code).toBe('precondition-required');
    expect((await send('DELETE', path, undefined, { 'If-Match': '"1"' })).json.code).toBe(
      'precondition-failed',
    );
    const deleted = await send('DELETE', path, undefined, { 'If-Match': `"${revision}"` });
    expect([deleted.status, deleted.headers.get('dossier-revision')]).toEqual([204, String(revision + 1)]);
    expect((await send('DELETE', path, undefined, any)).json.code).toBe('group-not-found');
    await send('POST', `/revisions/${revision + 1}/undo`);
    expect((await send('GET', '/codebook')).json.groups.at(-1)).toMatchObject(group);
  });

  it('stays while concepts stand in it, and says which', async () => {
    await send('POST', '/codebook/groups', group);
    await send('POST', '/codebook/concepts', { ...draft('nieuw'), group: group.id, retired: true });
    expect(await send('DELETE', path, undefined, any)).toMatchObject({
      status: 409,
      json: { code: 'group-in-use', errors: [{ message: 'nieuw' }] },
    });
  });
});

describe('a concept that changed while somebody codes with it', () => {
  const claimsOf = async (id: string) =>
    (await send('GET', '/matrix?rows=safeguard&columns=impact')).json.totals.rows[id]?.claims;

  it('takes the coding when it was merged, which counts for the other one and is the first one’s again after', async () => {
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    await send('PUT', '/codebook/concepts/voornemen/merged-into', { into: 'interpreter' });
    const coded = await send('POST', '/annotations', sampleAnnotation(id, { codings: [sampleCoding()] }));
    expect(coded).toMatchObject({ status: 201, json: { codings: [{ safeguard: 'voornemen' }] } });
    expect([await claimsOf('voornemen'), await claimsOf('interpreter')]).toEqual([undefined, 1]);
    await send('DELETE', '/codebook/concepts/voornemen/merged-into');
    expect(await claimsOf('voornemen')).toBe(1);
  });

  it('takes the coding when it was retired', async () => {
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    const { revision: _, ...concept } = await conceptOf('voornemen');
    await send('PUT', '/codebook/concepts/voornemen', { ...concept, retired: true }, { 'If-Match': '*' });
    const coded = await send('POST', '/annotations', sampleAnnotation(id, { codings: [sampleCoding()] }));
    expect(coded.status).toBe(201);
    expect(await claimsOf('voornemen')).toBe(1);
  });

  it('refuses the coding by name when its addition was undone, and takes it when the concept is back', async () => {
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    await send('POST', '/codebook/concepts', draft('nieuw'));
    const added = (await send('GET', '')).json.revision;
    await send('POST', `/revisions/${added}/undo`);
    const passage = sampleAnnotation(id, { codings: [sampleCoding({ safeguard: 'nieuw' })] });
    expect(await send('POST', '/annotations', passage)).toMatchObject({
      status: 422,
      json: { code: 'concept-unknown', errors: [{ path: 'codings[0].safeguard', message: 'nieuw' }] },
    });
    await send('POST', `/revisions/${added + 1}/undo`);
    expect((await send('POST', '/annotations', passage)).status).toBe(201);
  });

  it('stays when its addition is undone after it was coded with, and the undo says what stands in the way', async () => {
    const { id } = (await send('POST', '/documents', sampleDocument())).json;
    await send('POST', '/codebook/concepts', draft('nieuw'));
    const added = (await send('GET', '')).json.revision;
    await send(
      'POST',
      '/annotations',
      sampleAnnotation(id, { codings: [sampleCoding({ safeguard: 'nieuw' })] }),
    );
    expect(await send('POST', `/revisions/${added}/undo`)).toMatchObject({
      status: 409,
      json: {
        code: 'undo-blocked',
        obstacles: [{ kind: 'codebook', id: 'concept/nieuw', field: 'safeguard' }],
      },
    });
  });
});
