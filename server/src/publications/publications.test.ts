import { randomUUIDv7 as uuid } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Annotation } from '@waarborg/shared/annotation';
import { publicationDraftSchema } from '@waarborg/shared/api';
import { createVocabulary, speakerName } from '@waarborg/shared/dossier';
import { offlineDossierSchema } from '@waarborg/shared/exchange';
import { buildMatrix, explainCell, indexDossier } from '@waarborg/shared/matrix';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isLargeDossier } from '../exports/write-aside.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestMember, type TestServer } from '../testing/test-server.ts';
import { publish as publishCopy } from './publication-service.ts';
import { writeCopy } from './write-copy.ts';

let server: TestServer;
let dossier: { id: string; slug: string; owner: TestMember };
let passage: string;

const send = (
  method: string,
  path: string,
  body?: unknown,
  token = dossier.owner.token,
  slug = dossier.slug,
) => server.request(method, `/api/v1/dossiers/${slug}${path}`, { token, body, headers: { 'if-match': '*' } });
const publish = async (draft: object = {}) => {
  const answer = await send('POST', '/publications', {
    title: 'Wat de wet doet',
    acceptedOnly: false,
    view: {},
    ...draft,
  });
  expect(answer.status, answer.text).toBe(201);
  expect(answer.headers.get('etag')).toBe(`"${answer.json.revision}"`);
  return answer.json as { id: string; link: string; revision: number };
};
/** Opens a link as somebody without an account. */
const visit = (link: string) => server.request('GET', new URL(link).pathname);
/** What a published page carries. */
const contentOf = (html: string) => {
  const packed = /id="offline-dossier">([^<]+)</u.exec(html)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
};

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  const document = (await send('POST', '/documents', sampleDocument({ issuer: 'IND' }))).json.id;
  const annotation = sampleAnnotation(document, { codings: [sampleCoding()], note: 'alleen voor ons' });
  passage = (await send('POST', '/annotations', annotation)).json.id;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('a publication', () => {
  it('is read by whoever has its link, kept out of search engines, without names and notes of reviewers', async () => {
    const { link } = await publish({ note: 'Lees <b>dit</b>' });
    const page = await visit(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'sha256-.+frame-ancestors 'none'/u,
    );
    expect(page.text).toContain('Lees &lt;b&gt;dit&lt;/b&gt;');
    const content = contentOf(page.text);
    expect(content.annotations.map(({ id }: { id: string }) => id)).toEqual([passage]);
    expect(content.annotations[0].creator).toEqual({ id: '1', name: 'codeur 1' });
    expect(JSON.stringify(content)).not.toContain('alleen voor ons');
    expect(JSON.stringify(content)).not.toContain(dossier.owner.id);
  });

  it('does not change when the dossier does, nor when its sources are deleted', async () => {
    const { link } = await publish();
    const before = (await visit(link)).text;
    expect((await send('DELETE', `/annotations/${passage}`)).status).toBe(204);
    expect((await visit(link)).text).toBe(before);
    const { link: later } = await publish();
    expect(contentOf((await visit(later)).text).annotations).toEqual([]);
  });

  it('is of one moment, whatever is written while it is made', async () => {
    const at = await server.addDossier();
    const post = async (path: string, body: unknown) =>
      (await send('POST', path, body, at.owner.token, at.slug)).json;
    const document = (await post('/documents', sampleDocument())).id;
    const writing = Array.from({ length: 12 }, async () => {
      const { id, revision } = await post('/annotations', sampleAnnotation(document));
      return { id: id as string, revision: revision as number };
    });
    const draft = { title: 'Kopie', acceptedOnly: false, view: {} };
    const copies = await Promise.all(Array.from({ length: 4 }, () => post('/publications', draft)));
    const written = await Promise.all(writing);
    for (const { link } of copies) {
      const { dossier: held, annotations } = offlineDossierSchema.parse(contentOf((await visit(link)).text));
      const before = written.filter(({ revision }) => revision <= held.revision);
      expect(annotations.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    }
  });

  it('holds what the filters leave, and only what was accepted where that is asked', async () => {
    const document = (await send('POST', '/documents', sampleDocument({ issuer: 'Rechtspraak' }))).json.id;
    await send('POST', '/annotations', sampleAnnotation(document, { codings: [sampleCoding()] }));
    const count = async (draft: object) =>
      contentOf((await visit((await publish(draft)).link)).text).annotations.length;
    expect(await count({})).toBe(1);
    expect(await count({ acceptedOnly: true })).toBe(0);
    const counts = async (query = '') => (await send('GET', `/status-counts${query}`)).json;
    expect(await counts()).toEqual({ draft: 1, accepted: 0, rejected: 0 });
    expect(await counts('?safeguard=interpreter')).toEqual({ draft: 0, accepted: 0, rejected: 0 });
    expect(await count({ view: { safeguard: ['interpreter'] } })).toBe(0);
  });

  it('holds the links between its passages, of every kind, and none to a passage that is not in it', async () => {
    const paper = (await send('POST', '/documents', sampleDocument({ issuer: 'Rechtspraak' }))).json.id;
    const mark = async (coding: object) => {
      const draft = sampleAnnotation(paper, { codings: [sampleCoding(coding)] });
      return (await send('POST', '/annotations', draft)).json.id as string;
    };
    const [from, to] = [await mark({ impact: 'cost' }), await mark({ impact: 'duration' })];
    await send('POST', '/links', { id: uuid(), from, to, kind: 'contradicts' });
    const linksOf = async (view: object) =>
      contentOf((await visit((await publish({ view })).link)).text).links;
    expect(await linksOf({})).toMatchObject([{ from, to, kind: 'contradicts' }]);
    expect(await linksOf({ impact: ['cost'] })).toEqual([]);
    for (const id of [from, to]) await send('DELETE', `/annotations/${id}`);
  });

  it('names everybody who speaks, reports or issues as they are called since they were merged, and nobody else', async () => {
    const add = async (name: string) =>
      (await send('POST', '/speakers', { id: uuid(), name, aliases: [], kind: 'other' })).json.id as string;
    const merge = async (id: string, into: string) =>
      expect((await send('PUT', `/speakers/${id}/merged-into`, { into })).status).toBe(200);
    const [survivor, between, old] = [await add('Dienst'), await add('Dienst i.o.'), await add('Dnst')];
    const [press, paper] = [await add('Krant'), await add('Krantje')];
    const [publisher, imprint] = [await add('Uitgever'), await add('Uitgeverij')];
    const unheard = await add('Zwijger');
    const document = (await send('POST', '/documents', sampleDocument({ issuer: imprint }))).json.id;
    const codings = [
      sampleCoding({ speaker: old, reportedBy: paper }),
      sampleCoding({ speaker: 'Rechtspraak', direction: 'favourable' }),
    ];
    const { id } = (await send('POST', '/annotations', sampleAnnotation(document, { codings }))).json;
    await merge(old, between);
    await merge(between, survivor);
    await merge(paper, press);
    await merge(imprint, publisher);

    const view = { speaker: [survivor, 'Rechtspraak', unheard], document: [document] };
    const content = offlineDossierSchema.parse(contentOf((await visit((await publish({ view })).link)).text));
    const index = indexDossier(content);
    const query = { rows: 'speaker', columns: 'impact', filters: {}, language: 'nl' } as const;
    expect(buildMatrix(index, query).rows.map(({ label }) => label)).toEqual(['Dienst', 'Rechtspraak']);
    const vocabulary = createVocabulary(content.codebook, content.speakers, 'nl');
    const nameOf = (speaker = '') => speakerName(vocabulary, speaker);
    const { opposition } = explainCell(index, query, {});
    expect(opposition).toMatchObject([{ helps: 'Dienst', hurts: 'Rechtspraak' }]);
    expect(nameOf(content.annotations[0]?.codings[0]?.reportedBy)).toBe('Krant');
    expect(nameOf(content.documents[0]?.issuer)).toBe('Uitgever');
    expect(new URLSearchParams(content.search).getAll('speaker').map(nameOf)).toContain('Zwijger');
    expect(content.speakers.map(({ name }) => name)).not.toContain('COA');
    await send('DELETE', `/annotations/${id}`);
  });

  it('opens as it was shown: by its count, its order, its folded groups and what it hides', async () => {
    const layout = { sortRows: 'desc:cost', sortColumns: 'asc.total', fold: ['people'], hide: ['rows'] };
    const view = { count: 'speakers', rows: 'safeguard', columns: 'impact', ...layout };
    const page = (await visit((await publish({ view })).link)).text;
    const search = new URLSearchParams(contentOf(page).search);
    expect(Object.fromEntries(search)).toEqual({ ...view, fold: 'people', hide: 'rows' });
    // All of the dossier is in it, however it is laid out.
    expect(page).not.toContain('In deze kopie staat een deel van het dossier');
    const wrong = { title: 'Kopie', acceptedOnly: true, view: { sortRows: 'upwards' } };
    expect((await send('POST', '/publications', wrong)).status).toBe(422);
  });

  it('names no reviewer in its order', async () => {
    const { id } = dossier.owner;
    for (const view of [
      { columns: 'reviewer', sortRows: `desc:${id}` },
      { rows: 'reviewer', columns: 'safeguard', sortColumns: `desc:${id}` },
    ]) {
      expect(JSON.stringify(contentOf((await visit((await publish({ view })).link)).text))).not.toContain(id);
    }
  });

  it('tells its readers whether all of it was reviewed', async () => {
    expect((await visit((await publish()).link)).text).toContain('De codering erin is nog niet nagekeken.');
    const accepted = (await visit((await publish({ acceptedOnly: true })).link)).text;
    expect(accepted).toContain('Er staan alleen coderingen in die een redacteur heeft geaccepteerd.');
    // Where the others are, nobody may read that nothing was found.
    const { safeguard, impact } = sampleCoding();
    expect(contentOf(accepted)).toMatchObject({ annotations: [], elsewhere: [{ safeguard, impact }] });
    expect((await send('POST', '/publications', { title: 'Zonder keuze', view: {} })).status).toBe(422);
  });

  it('says under embargo when it can be read, and nothing of what it holds', async () => {
    const { link } = await publish({ embargo: '2999-01-01T09:00:00Z', note: 'geheim' });
    const page = await visit(link);
    expect(page.status).toBe(403);
    expect(page.text).toContain('1 januari 2999');
    expect(page.text).not.toMatch(/geheim|Wat de wet doet|offline-dossier/u);
    expect((await visit((await publish({ embargo: '2020-01-01T09:00:00Z' })).link)).status).toBe(200);
  });

  it('is seen under embargo by whoever may publish, as it will be, with above it that others do not see it yet', async () => {
    const embargo = '2999-01-01T09:00:00Z';
    const { id, link } = await publish({ embargo, note: 'geheim' });
    const preview = (token?: string, copy = id, slug = dossier.slug) =>
      server.request('GET', `/gepubliceerd/${slug}/${copy}`, {
        headers: { accept: 'text/html' },
        ...(token && { token }),
      });
    const [curator, reviewer] = [
      await server.addMember(dossier.id, 'curator'),
      await server.addMember(dossier.id, 'reviewer'),
    ];
    const page = await preview(curator.token);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/u);
    const [before, after] = page.text.split('geheim');
    expect(before).toMatch(/<body>.*Onder embargo tot 1 januari 2999/su);
    expect(after).toContain('offline-dossier');

    const other = await server.addDossier();
    const refused = [
      { answer: await preview(), status: 401 },
      { answer: await preview(reviewer.token), status: 403 },
      { answer: await preview(other.owner.token), status: 404 },
    ];
    for (const { answer, status } of refused) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.text).toContain('zien alleen redacteuren en eigenaars van het dossier deze kopie');
      expect(answer.text).not.toMatch(/geheim|Wat de wet doet|2999|offline-dossier/u);
    }
    expect((await preview(other.owner.token, id, other.slug)).status).toBe(404);
    expect((await visit(link)).status).toBe(403);
  });

  it('is looked at at its link when it is under no embargo', async () => {
    const [past, withdrawn] = [
      await publish({ embargo: '2020-01-01T09:00:00Z' }),
      await publish({ embargo: '2999-01-01T09:00:00Z' }),
    ];
    await send('DELETE', `/publications/${withdrawn.id}`);
    for (const { id, link } of [past, withdrawn]) {
      const { token } = dossier.owner;
      const answer = await server.request('GET', `/gepubliceerd/${dossier.slug}/${id}`, { token });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, new URL(link).pathname]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is gone once it is withdrawn, and its link says so', async () => {
    const { id, link } = await publish();
    expect((await send('DELETE', `/publications/${id}`)).status).toBe(204);
    expect((await send('DELETE', `/publications/${id}`)).status).toBe(204);
    const page = await visit(link);
    expect(page.status).toBe(410);
    expect(page.text).toContain('Deze publicatie is ingetrokken.');
    expect(page.text).not.toContain('offline-dossier');
    const { content } = await server.instance.database
      .selectFrom('publication')
      .select('content')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(content).toBeNull();
    const { publications } = (await send('GET', '/publications')).json;
    const own = publications.find((one: { id: string }) => one.id === id);
    expect(own).toMatchObject({ withdrawn: expect.any(String), by: { id: dossier.owner.id } });
    expect(own.link).toBeUndefined();
  });

  it('is withdrawn in the version that is named, and keeps its link for itself where that is gone', async () => {
    const { id, link, revision } = await publish();
    const withdraw = (version: number) =>
      server.request('DELETE', `/api/v1/dossiers/${dossier.slug}/publications/${id}`, {
        ...{ token: dossier.owner.token, headers: { 'if-match': `"${version}"` } },
      });
    expect((await withdraw(revision)).status).toBe(204);
    const stale = await withdraw(revision);
    expect(stale).toMatchObject({ status: 412, json: { current: { id, withdrawn: expect.any(String) } } });
    expect(stale.headers.get('etag')).toBe(`"${revision + 1}"`);
    expect(stale.text).not.toContain(link.split('/').at(-1));
  });

  it('is withdrawn by undoing its publishing, by whoever may publish, and does not come back', async () => {
    const { id, link } = await publish();
    const [last] = (await send('GET', '/revisions?kind=publication')).json.revisions;
    const undo = (revision: number, token?: string) =>
      send('POST', `/revisions/${revision}/undo`, undefined, token);
    const obstaclesOf = async (revision: number) =>
      (await send('GET', `/revisions/${revision}`)).json.undo.obstacles;
    expect(await obstaclesOf(last.revision)).toEqual([]);
    const reviewer = await server.addMember(dossier.id, 'reviewer');
    expect((await undo(last.revision, reviewer.token)).json.code).toBe('role-too-small');
    const undone = await undo(last.revision);
    expect(undone.status, undone.text).toBe(200);
    expect((await visit(link)).status).toBe(410);
    for (const revision of [last.revision, undone.json.revision]) {
      expect(await obstaclesOf(revision)).toMatchObject([{ kind: 'publication', id }]);
      expect((await undo(revision)).json.code).toBe('undo-blocked');
    }
  });

  it('is listed to readers without its link, and belongs to its dossier alone', async () => {
    const { id } = await publish();
    const reader = await server.addMember(dossier.id, 'reader');
    const { publications } = (await send('GET', '/publications', undefined, reader.token)).json;
    expect(publications.every(({ link }: { link?: string }) => link === undefined)).toBe(true);
    const other = await server.addDossier();
    const foreign = await send('DELETE', `/publications/${id}`, undefined, other.owner.token, other.slug);
    expect([foreign.status, foreign.json.code]).toEqual([404, 'publication-not-found']);
  });

  it('of a large dossier is written aside as the server writes it, and not at all when nobody waits for it', async () => {
    const { id, slug, owner } = await server.addDossier();
    const ask = (method: string, path: string, body?: unknown) => send(method, path, body, owner.token, slug);
    const document = (await ask('POST', '/documents', sampleDocument())).json.id;
    const codings = Array.from({ length: 40 }, (_, article) =>
      sampleCoding({ provision: `art. ${article + 1} Vw 2000` }),
    );
    const passages = Array.from({ length: 51 }, () =>
      sampleAnnotation(document, { codings, note: 'geheim' }),
    );
    await ask('POST', '/imports', passages);
    expect(await isLargeDossier(server.instance.database, id)).toBe(true);

    const draft = publicationDraftSchema.parse({ title: 'Kopie', acceptedOnly: false, view: {} });
    const made = await ask('POST', '/publications', draft);
    expect(made.status, made.text).toBe(201);
    const { title, revision } = (await ask('GET', '')).json;
    const order = { dossier: { id, slug, title, revision }, draft, language: 'nl' as const, program: 'x' };
    const written = await writeCopy(server.instance.database, { ...order, made: made.json.made });
    const here = contentOf(gunzipSync(written).toString('utf8'));
    const there = contentOf((await visit(made.json.link)).text);
    // Publishing is a change too.
    expect(there).toEqual({ ...here, dossier: { ...here.dossier, revision: revision - 1 } });
    expect(there.annotations.flatMap((annotation: Annotation) => annotation.codings)).toHaveLength(51 * 40);
    expect(JSON.stringify(there)).not.toContain('geheim');

    // Who takes part no more while the copy is written publishes nothing.
    const curator = await server.addMember(id, 'curator');
    const refused = send('POST', '/publications', draft, curator.token, slug);
    expect((await ask('DELETE', `/members/${curator.id}`)).status).toBe(204);
    expect((await refused).json.code).toBe('unauthenticated');

    const publishFor = (signal: AbortSignal, key: string) => {
      const { database, place } = server.instance;
      const once = { user: owner.id, key, request: 'publiceer' };
      const writer = { dossier: id, user: { id: owner.id, name: 'Eigenaar' }, once };
      const publishing = { database, place, program: 'x', signal, assertAllowed: async () => {} };
      return publishCopy(publishing, writer, order.dossier, draft, 'nl');
    };
    const nobodyWaits = AbortSignal.abort();
    await expect(publishFor(nobodyWaits, 'een')).rejects.toMatchObject({ code: 'request-timeout' });
    expect((await ask('GET', '/publications')).json.publications).toHaveLength(1);

    // Asked for again when the answer was lost, it is there without being written again.
    const first = await publishFor(new AbortController().signal, 'een');
    expect(await publishFor(nobodyWaits, 'een')).toEqual(first);
    expect((await ask('GET', '/publications')).json.publications).toHaveLength(2);
  });

  it('is not found by a link that is wrong', async () => {
    expect((await visit('https://x.example/gepubliceerd/wbp_niets')).status).toBe(404);
  });
});
