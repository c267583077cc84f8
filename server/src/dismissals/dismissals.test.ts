import type { DismissalDraft, SourceDocument } from '@waarborg/shared/dossier';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let slug: string;
let owner: { id: string; token: string };
let colleague: { id: string; token: string };
beforeAll(async () => {
  server = await createTestServer();
  const added = await server.addDossier();
  ({ slug, owner } = added);
  colleague = await server.addMember(added.id, 'reviewer');
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const send = (method: string, path: string, body?: unknown, { token } = owner) =>
  server.request(method, `/api/v1/dossiers/${slug}${path}`, { token, body });
const revision = async () => (await send('GET', '')).json.revision as number;
const listOf = async ({ id }: { id: string }) =>
  (await send('GET', `/dismissals?document=${id}`)).json.dismissals as unknown[];

async function addDocument(): Promise<SourceDocument> {
  return (await send('POST', '/documents', sampleDocument())).json;
}
async function draftDismissal(): Promise<DismissalDraft> {
  return { document: (await addDocument()).id, safeguard: 'voornemen', quote: 'Het voornemen vervalt.' };
}

describe('a dismissed suggestion', () => {
  it('is dismissed for everybody, by who was first, however often somebody says so', async () => {
    const [draft, id] = [await draftDismissal(), uuid()];
    const first = await send('PUT', `/dismissals/${id}`, draft, colleague);
    expect(first).toMatchObject({ status: 201, json: { ...draft, id, reviewer: colleague.id } });
    const before = await revision();
    const again = await send('PUT', `/dismissals/${id}`, draft);
    expect(again).toMatchObject({ status: 200, json: first.json });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await revision()).toBe(before);
    expect(await listOf({ id: draft.document })).toEqual([first.json]);
  });

  it('is told to who follows the dossier, and brought back with a change of its own that can be undone', async () => {
    const [draft, id] = [await draftDismissal(), uuid()];
    const since = await revision();
    const dismissed = await send('PUT', `/dismissals/${id}`, draft);
    expect(await send('DELETE', `/dismissals/${id}`, undefined, colleague)).toMatchObject({ status: 204 });
    expect(await listOf({ id: draft.document })).toEqual([]);
    const { changes } = (await send('GET', `/changes?since=${since}`)).json;
    expect(changes).toMatchObject([
      { operation: 'dismiss-suggestion', items: [{ kind: 'dismissal', id, after: dismissed.json }] },
      { operation: 'restore-suggestion', items: [{ kind: 'dismissal', id, after: null }] },
    ]);
    expect((await send('POST', `/revisions/${await revision()}/undo`)).status).toBe(200);
    const { revision: _, ...kept } = dismissed.json;
    expect(await listOf({ id: draft.document })).toMatchObject([kept]);
    expect((await send('DELETE', `/dismissals/${uuid()}`)).json.code).toBe('dismissal-not-found');
  });

  it('keeps its id for itself, and names what the dossier has', async () => {
    const [draft, id] = [await draftDismissal(), uuid()];
    await send('PUT', `/dismissals/${id}`, draft);
    const wrong = [
      [{ quote: 'Iets anders' }, 409, 'dismissal-exists'],
      [{ safeguard: 'legal-aid' }, 409, 'dismissal-exists'],
      [{ document: uuid() }, 404, 'document-not-found'],
    ] as const;
    for (const [change, status, code] of wrong) {
      const answer = await send('PUT', `/dismissals/${id}`, { ...draft, ...change });
      expect(answer).toMatchObject({ status, json: { code } });
    }
    const unknown = await send('PUT', `/dismissals/${uuid()}`, { ...draft, safeguard: 'cost' });
    expect(unknown).toMatchObject({ status: 422, json: { code: 'concept-unknown' } });
    for (const quote of ['', 'x'.repeat(2_001), 'half \ud800']) {
      expect((await send('PUT', `/dismissals/${uuid()}`, { ...draft, quote })).status).toBe(422);
    }
  });

  it('stays with its document when that is merged, and goes and comes back with it', async () => {
    const [draft, id] = [await draftDismissal(), uuid()];
    await send('PUT', `/dismissals/${id}`, draft);
    const target = await addDocument();
    await send('PUT', `/documents/${draft.document}/merged-into`, { into: target.id });
    expect((await send('PUT', `/dismissals/${id}`, { ...draft, document: target.id })).status).toBe(200);
    await send('DELETE', `/documents/${draft.document}/merged-into`);
    const headers = { 'If-Match': '*' };
    const path = `/api/v1/dossiers/${slug}/documents/${draft.document}`;
    expect((await server.request('DELETE', path, { token: owner.token, headers })).status).toBe(204);
    expect(await listOf({ id: draft.document })).toEqual([]);
    expect((await send('POST', `/revisions/${await revision()}/undo`)).status).toBe(200);
    expect(await listOf({ id: draft.document })).toMatchObject([draft]);
  });
});
