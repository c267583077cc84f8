import { randomUUIDv7 as uuid } from 'node:crypto';
import { deletedDossierDays } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { peopleCommands } from '../administration/people-commands.ts';
import type { CommandName } from '../administration/read-command.ts';
import { renditionId } from '../documents/rendition-store.ts';
import { eraseUser } from '../erasure/erasure-service.ts';
import { readSettings } from '../settings.ts';
import { tidyUp } from '../start.ts';
import { readContent } from '../testing/dossier-rows.ts';
import { placesOf } from '../testing/places-of.ts';
import { readEvents } from '../testing/read-events.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { verifyDatabase } from '../upkeep/verify-service.ts';

const dayMs = 24 * 60 * 60 * 1000;
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

/** A dossier with something in it of every kind that refers to something else, and how it is asked. */
async function addFilledDossier(words: string) {
  const dossier = await server.addDossier();
  const { token } = dossier.owner;
  const base = `/api/v1/dossiers/${dossier.slug}`;
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    server.request(method, base + path, { token, body, headers: { 'idempotency-key': uuid(), ...headers } });
  const post = async (path: string, body: unknown) => {
    const answer = await send('POST', path, body);
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.json;
  };
  const document = (await post('/documents', sampleDocument({ title: `Titel ${words}` }))).id as string;
  const text = { text: `Tekst ${words}`, source: 'https://example.org/a.html', mediaType: 'text/html' };
  await post(`/documents/${document}/renditions`, text);
  const passages = [];
  for (let count = 0; count < 2; count++)
    passages.push((await post('/annotations', sampleAnnotation(document, { note: words }))).id);
  await post('/links', { id: uuid(), from: passages[0], to: passages[1], kind: 'supports' });
  await send('PUT', '/readings', { document, safeguards: 'all' });
  await send('PUT', `/dismissals/${uuid()}`, { document, safeguard: 'voornemen', quote: words });
  const outline = (await post('/outlines', { id: uuid(), title: words })).id;
  await post(`/outlines/${outline}/parts`, { id: uuid(), content: { kind: 'text', text: words } });
  const { link } = await post('/publications', { title: words, view: {}, acceptedOnly: false });
  const invitation = await post('/invitations', { role: 'reader' });
  const remove = (headers: Record<string, string> = { 'if-match': '*' }) =>
    send('DELETE', '', undefined, headers);
  return {
    ...{ ...dossier, token, send, document, text, link, remove },
    invitation: new URL(invitation.link).hash.slice(1),
  };
}

/** The dossiers that somebody sees, by slug. */
async function listSlugs(token: string, query = ''): Promise<string[]> {
  const { dossiers } = (await server.request('GET', `/api/v1/dossiers${query}`, { token })).json;
  return dossiers.map(({ slug }: { slug: string }) => slug);
}
const lookUp = (token: string) => server.request('POST', '/api/v1/invitations/lookup', { body: { token } });
const visit = (link: string) => server.request('GET', new URL(link).pathname);

describe('a deleted dossier', () => {
  it('is there for nobody, and with everything in it again when an owner undoes that', async () => {
    const { id, slug, token, send, remove, link, invitation } = await addFilledDossier('terug');
    const [curator, owner] = [await server.addMember(id, 'curator'), await server.addMember(id, 'owner')];
    const before = await readContent(server.instance.database, id);
    const deleted = await remove();
    expect(deleted.status, deleted.text).toBe(204);
    const revision = Number(deleted.headers.get('dossier-revision'));

    for (const member of [token, curator.token, owner.token]) {
      for (const path of ['', '/matrix', '/changes'])
        expect(
          (await server.request('GET', `/api/v1/dossiers/${slug}${path}`, { token: member })).json.code,
        ).toBe('dossier-not-found');
      expect(await listSlugs(member)).toEqual([]);
    }
    expect(await visit(link)).toMatchObject({ status: 410 });
    expect(await lookUp(invitation)).toMatchObject({ status: 410, json: { code: 'invitation-ended' } });
    expect(await listSlugs(curator.token, '?deleted=true')).toEqual([]);
    const { dossiers } = (
      await server.request('GET', '/api/v1/dossiers?deleted=true', { token: owner.token })
    ).json;
    expect(dossiers).toMatchObject([{ slug, deleted: { revision } }]);
    const [{ at, until }] = dossiers.map((dossier: { deleted: object }) => dossier.deleted);
    expect(Date.parse(until) - Date.parse(at)).toBe(deletedDossierDays * dayMs);

    const undo = (member: string) =>
      server.request('POST', `/api/v1/dossiers/${slug}/revisions/${revision}/undo`, { token: member });
    expect((await undo(curator.token)).json.code).toBe('dossier-not-found');
    expect(await undo(owner.token)).toMatchObject({ status: 200, json: { undoes: revision } });
    expect(await readContent(server.instance.database, id)).toEqual(before);
    expect(await listSlugs(curator.token)).toEqual([slug]);
    expect([(await visit(link)).status, (await lookUp(invitation)).status]).toEqual([200, 200]);

    const [latest] = (await send('GET', '/revisions')).json.revisions;
    const again = await send('GET', `/revisions/${latest.revision}`);
    expect(again.json.undo.obstacles).toMatchObject([{ kind: 'dossier' }]);
    const redo = await send('POST', `/revisions/${latest.revision}/undo`);
    expect(redo.json.code).toBe('undo-blocked');
  });

  it('was deleted in the version that its owner saw, and once however often that is asked with its key', async () => {
    const { send, remove } = await addFilledDossier('eenmaal');
    const { revision } = (await send('GET', '/settings')).json;
    expect((await remove({})).json.code).toBe('precondition-required');
    expect(await remove({ 'if-match': '"999"' })).toMatchObject({ status: 412 });
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': uuid() };
    const [first, again] = [await remove(headers), await remove(headers)];
    expect([first.status, again.status]).toEqual([204, 204]);
    expect(again.headers.get('dossier-revision')).toBe(first.headers.get('dossier-revision'));
    expect((await remove()).json.code).toBe('dossier-not-found');
  });

  it('ends the streams of everybody who follows it', async () => {
    const { slug, token, remove } = await addFilledDossier('stroom');
    const answer = await server.instance.app.request(`/api/v1/dossiers/${slug}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const stream = readEvents(answer);
    await remove();
    expect(await stream.untilEnd()).toEqual([]);
  });

  it('does not keep its last owner from being erased', async () => {
    const { id, owner, remove } = await addFilledDossier('eigenaar');
    await server.addMember(id, 'reader');
    await expect(eraseUser(server.instance.database, owner.id)).rejects.toMatchObject({ code: 'last-owner' });
    await remove();
    await eraseUser(server.instance.database, owner.id);
  });
});

describe('an administrator', () => {
  const command = (name: CommandName, dossier: string) =>
    peopleCommands[name]?.({
      ...{ instance: server.instance, settings: readSettings(server.environment), language: 'nl' },
      ...{ options: { dossier, user: 'iemand@example.nl' }, say: () => {} },
    });

  it('brings a deleted dossier back or erases it before its time, and nothing that is not deleted', async () => {
    const { id, slug, token, remove } = await addFilledDossier('beheer');
    const before = await readContent(server.instance.database, id);
    for (const name of ['restore-dossier', 'remove-dossier'] as const)
      await expect(command(name, slug)).rejects.toThrow(`Dossier ${slug} is niet verwijderd.`);
    await remove();
    await expect(command('create-token', slug)).rejects.toThrow(`Dossier ${slug} is verwijderd.`);
    expect(await command('restore-dossier', slug)).toEqual({ restored: slug });
    expect(await readContent(server.instance.database, id)).toEqual(before);
    expect(await listSlugs(token)).toEqual([slug]);
    await remove();
    expect(await command('remove-dossier', slug)).toEqual({ removed: slug });
    await expect(command('restore-dossier', slug)).rejects.toThrow(`Er is geen dossier ${slug}.`);
    expect((await server.addDossier(slug)).slug).toBe(slug);
  });
});

describe('a dossier that nobody can bring back any more', () => {
  it('is out of reach when a server stops while it erases it, and the next one goes on', async () => {
    const { id, slug, token, remove } = await addFilledDossier('onderbroken');
    await remove();
    const now = new Date(Date.now() + (deletedDossierDays + 1) * dayMs);
    await tidyUp(server.instance, { now, stopping: AbortSignal.abort() });
    expect(await placesOf(server, id)).toContain('annotation.dossier_id');
    expect((await server.request('GET', '/api/v1/dossiers?deleted=true', { token })).status).toBe(401);
    expect((await server.addDossier(slug)).slug).toBe(slug);
    await tidyUp(server.instance, { now });
    expect(await placesOf(server, id)).toEqual([]);
  });

  it('is erased with all that was in it, and nothing of another one', async () => {
    const words = 'onvindbaarheid';
    const gone = await addFilledDossier(words);
    const kept = await addFilledDossier('gebleven');
    // The same text in both is stored once.
    const both = { ...gone.text, text: 'Tekst van beide' };
    for (const { send, document } of [gone, kept])
      await send('POST', `/documents/${document}/renditions`, both);
    const before = await readContent(server.instance.database, kept.id);
    await gone.remove();
    const now = Date.now();
    await tidyUp(server.instance, { now: new Date(now + (deletedDossierDays - 1) * dayMs) });
    expect(await listSlugs(gone.token, '?deleted=true')).toEqual([gone.slug]);
    expect(await placesOf(server, words)).toContain('idempotency.result');

    await tidyUp(server.instance, { now: new Date(now + (deletedDossierDays + 1) * dayMs) });
    for (const text of [words, gone.id, gone.slug, gone.document, renditionId(gone.text.text)])
      expect(await placesOf(server, text), text).toEqual([]);
    expect(await readContent(server.instance.database, kept.id)).toEqual(before);
    const text = await kept.send('GET', `/documents/${kept.document}/renditions/${renditionId(both.text)}`);
    expect(text.status).toBe(200);
    expect((await visit(gone.link)).status).toBe(404);
    expect((await server.request('GET', '/api/v1/dossiers', { token: gone.token })).status).toBe(401);
    const findings: unknown[] = [];
    await verifyDatabase(server.instance.database, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
  });
});
