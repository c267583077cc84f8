import { randomUUIDv7 as uuid } from 'node:crypto';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findDifferences } from '../testing/dossier-rows.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dossier: { id: string; slug: string };
let token: string;
beforeAll(async () => {
  server = await createTestServer();
  const { id, slug, owner } = await server.addDossier();
  dossier = { id, slug };
  token = owner.token;
});
afterAll(() => server.close());
afterEach(async () => {
  expect(server.faults).toEqual([]);
  expect(await findDifferences(server.instance.database, dossier.id)).toEqual([]);
});

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `/api/v1/dossiers/${dossier.slug}${path}`, { token, body, headers });
const propose = async () => (await send('POST', '/documents', sampleDocument())).json as SourceDocument;
const merge = (from: SourceDocument, into: string) =>
  send('PUT', `/documents/${from.id}/merged-into`, { into });
const get = async (id: string) => (await send('GET', `/documents/${id}`)).json as SourceDocument;

describe('merging two documents', () => {
  it('lets one stand for both: ids, addresses, passages, readings and texts follow', async () => {
    const [html, pdf] = [await propose(), await propose()];
    const passage = (await send('POST', '/annotations', sampleAnnotation(pdf.id))).json;
    await send('PUT', '/readings', { document: pdf.id, safeguards: ['voornemen'] });
    const text = { text: uuid(), source: 'https://example.org/a.html', mediaType: 'text/html' };
    const kept = (await send('POST', `/documents/${pdf.id}/renditions`, text)).json;
    const merged = await merge(pdf, html.id);
    expect(merged).toMatchObject({
      status: 200,
      json: { id: html.id, aliases: [pdf.id], addresses: [...html.addresses, ...pdf.addresses] },
    });
    expect((await get(pdf.id)).id).toBe(html.id);
    const { documents } = (await send('GET', '/documents')).json;
    expect(documents.map(({ id }: SourceDocument) => id)).not.toContain(pdf.id);
    const { annotations } = (await send('GET', `/annotations?document=${html.id}`)).json;
    expect(annotations).toEqual([passage]);
    expect((await send('GET', `/documents/${html.id}/renditions`)).json.renditions).toEqual([kept]);
    expect((await send('GET', `/documents/${html.id}/renditions/${kept.id}`)).text).toBe(text.text);
    const query = `?rows=safeguard&columns=document&document=${html.id}`;
    const { cells } = (await send('GET', `/matrix${query}`)).json;
    expect(cells.find((cell: { row: string }) => cell.row === 'voornemen')).toMatchObject({
      ...{ column: html.id, claims: 1, read: { documents: 1, of: 1 } },
    });
  });

  it('can be undone, and leaves both as they were but for what changed since', async () => {
    const [html, pdf] = [await propose(), await propose()];
    await merge(pdf, html.id);
    await send('PUT', `/documents/${pdf.id}`, { title: 'Beter' }, { 'If-Match': '*' });
    const answer = await send('DELETE', `/documents/${pdf.id}/merged-into`);
    expect(answer).toMatchObject({ status: 200, json: { ...pdf, revision: expect.any(Number) } });
    expect(await get(html.id)).toEqual({ ...html, title: 'Beter', revision: answer.json.revision });
    expect(await send('DELETE', `/documents/${pdf.id}/merged-into`)).toMatchObject({
      ...{ status: 409, json: { code: 'not-merged' } },
    });
  });

  it('is a new version of the one that stands for both', async () => {
    const [html, pdf] = [await propose(), await propose()];
    const stale = { 'If-Match': `"${html.revision}"` };
    await merge(pdf, html.id);
    const refused = await send('PUT', `/documents/${html.id}`, { title: 'X' }, stale);
    expect(refused).toMatchObject({ status: 412, json: { current: await get(html.id) } });
    expect(refused.headers.get('etag')).toBe(`"${(await get(html.id)).revision}"`);
  });

  it('goes over several steps, and undoes one of them without the others', async () => {
    const [a, b, c] = [await propose(), await propose(), await propose()];
    await merge(a, b.id);
    await merge(b, c.id);
    expect((await get(a.id)).id).toBe(c.id);
    expect((await get(c.id)).aliases).toEqual([b.id, a.id]);
    await send('DELETE', `/documents/${b.id}/merged-into`);
    expect((await get(a.id)).id).toBe(b.id);
  });

  it('refuses to merge with itself, in a circle, twice, or with what is not there', async () => {
    const [a, b, c] = [await propose(), await propose(), await propose()];
    expect(await merge(a, a.id)).toMatchObject({ status: 422 });
    await merge(a, b.id);
    expect(await merge(b, a.id)).toMatchObject({ status: 422 });
    expect(await merge(a, b.id)).toMatchObject({ status: 200, json: { id: b.id } });
    expect(await merge(a, c.id)).toMatchObject({ status: 409, json: { code: 'already-merged' } });
    expect(await merge(c, uuid())).toMatchObject({ status: 404, json: { code: 'document-not-found' } });
  });

  it('finds the copy again by an address of the merged one', async () => {
    const [html, pdf] = [await propose(), await propose()];
    await merge(pdf, html.id);
    const again = sampleDocument({ addresses: pdf.addresses });
    expect(await send('POST', '/documents', again)).toMatchObject({ status: 200, json: { id: html.id } });
  });

  it('replaces what was read of either when the reading is taken back', async () => {
    const [html, pdf] = [await propose(), await propose()];
    await send('PUT', '/readings', { document: pdf.id, safeguards: 'all' });
    await merge(pdf, html.id);
    const answer = await send('PUT', '/readings', { document: html.id, safeguards: [] });
    expect(answer.json.readings).toEqual([]);
  });
});
