import { randomUUIDv7 as uuid } from 'node:crypto';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let slug: string;
let token: string;
beforeAll(async () => {
  server = await createTestServer();
  const added = await server.addDossier();
  slug = added.slug;
  token = added.owner.token;
});
afterAll(() => server.close());

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `/api/v1/dossiers/${slug}${path}`, { token, body, headers });
const propose = async () => (await send('POST', '/documents', sampleDocument())).json as SourceDocument;
const remove = ({ id, revision }: SourceDocument) =>
  send('DELETE', `/documents/${id}`, undefined, { 'If-Match': `"${revision}"` });

describe('deleting a document', () => {
  it('takes along who read it and what was kept of it, and undoing brings all back', async () => {
    const document = await propose();
    const text = { text: uuid(), source: 'https://example.org/a.html', mediaType: 'text/html' };
    await send('PUT', '/readings', { document: document.id, safeguards: ['voornemen'] });
    await send('POST', `/documents/${document.id}/renditions`, text);
    expect(await remove(document)).toMatchObject({ status: 204 });
    expect(await send('GET', `/documents/${document.id}`)).toMatchObject({ status: 404 });
    const [latest] = (await send('GET', '/revisions?limit=1')).json.revisions;
    expect(latest).toMatchObject({ operation: 'delete-document', count: 3 });
    expect(await send('POST', `/revisions/${latest.revision}/undo`)).toMatchObject({ status: 200 });
    expect((await send('GET', `/documents/${document.id}`)).json).toMatchObject({ title: document.title });
    const { renditions } = (await send('GET', `/documents/${document.id}/renditions`)).json;
    expect(renditions).toHaveLength(1);
    const { readings } = (await send('GET', `/readings?document=${document.id}`)).json;
    expect(readings).toHaveLength(1);
  });

  it('is refused for one with passages, and for one that stands for another', async () => {
    const [coded, target, merged] = [await propose(), await propose(), await propose()];
    await send('POST', '/annotations', sampleAnnotation(coded.id));
    await send('PUT', `/documents/${merged.id}/merged-into`, { into: target.id });
    for (const { id } of [coded, target]) {
      const shown = (await send('GET', `/documents/${id}`)).json as SourceDocument;
      expect(await remove(shown)).toMatchObject({ status: 409, json: { code: 'document-in-use' } });
    }
  });

  it('names the version that was seen', async () => {
    const document = await propose();
    expect(await send('DELETE', `/documents/${document.id}`)).toMatchObject({ status: 428 });
    await send('PUT', `/documents/${document.id}`, { title: 'Anders' }, { 'If-Match': '*' });
    expect(await remove(document)).toMatchObject({ status: 412 });
  });
});
