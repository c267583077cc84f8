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

  it('splits the codings among concepts as the curator chooses, as one change that can be undone', async () => {
    const [first, second, third] = await code(3);
    const before = (await send('GET', '')).json.revision;
    const answer = await send('POST', '/codebook/concepts/voornemen/split', {
      concepts: [draft('een-deel')],
      codings: [{ id: first.codings[0].id, concept: 'een-deel' }],
      others: 'interpreter',
    });
    expect(answer.json).toMatchObject({ codings: 3, concepts: [{ id: 'een-deel' }] });
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
});
