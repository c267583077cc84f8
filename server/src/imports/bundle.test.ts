import { randomUUIDv7 as uuid } from 'node:crypto';
import type { Bundle } from '@waarborg/shared/api';
import { bundleResponseSchema, bundleSchema } from '@waarborg/shared/api';
import {
  createVocabularyReader,
  guessColumns,
  type OtherwiseDocument,
  planRows,
} from '@waarborg/shared/imports';
import { v5 as deriveUuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { importBundle } from './bundle-service.ts';

let server: TestServer;
let slug: string;
let dossier: string;
let token: string;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  const made = await server.addDossier();
  ({ slug, id: dossier } = made);
  token = made.owner.token;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const get = async (path: string) =>
  (await server.request('GET', `/api/v1/dossiers/${slug}${path}`, { token })).json;
const send = (body: unknown, query = '', as = token) =>
  server.request('POST', `/api/v1/dossiers/${slug}/imports/bundle${query}`, { token: as, body });

/** Two linked passages of a document with its text, by speakers and with a concept that are new. */
function sampleBundle(): Bundle {
  const document = sampleDocument({ issuer: 'Nieuwe afzender' });
  const codings = [sampleCoding({ speaker: 'Genoemde spreker', safeguard: 'nieuw' })];
  const annotations = [sampleAnnotation(document.id), sampleAnnotation(document.id, { codings })];
  const [from = '', to = ''] = annotations.map(({ id }) => id);
  return bundleSchema.parse({
    groups: [{ id: 'eigen', kind: 'safeguard', label: { nl: 'Eigen', en: 'Own' } }],
    concepts: [
      {
        ...{ id: 'nieuw', kind: 'safeguard', group: 'eigen', terms: [] },
        label: { nl: 'Nieuw', en: 'New' },
        shortLabel: { nl: 'Nieuw', en: 'New' },
        definition: { nl: '', en: '' },
      },
    ],
    speakers: [{ id: uuid(), name: 'Genoemde spreker', aliases: ['IND', 'Genoemde'], kind: 'ngo' }],
    documents: [document],
    renditions: [
      {
        ...{ document: document.id, text: 'Het voornemen vervalt. 🧭', mediaType: 'text/html' },
        source: document.addresses[0]?.address ?? '',
      },
    ],
    annotations,
    links: [{ id: uuid(), from, to, kind: 'supports' }],
  });
}

describe('a bundle', () => {
  it('brings speakers with those of which they are part, in any order and part of each other too', async () => {
    const [court, chamber, ind, loop] = Array.from({ length: 4 }, () => uuid());
    const speaker = (id: string | undefined, name: string, parent?: string) => ({
      ...{ id, name, aliases: [], kind: 'court', parent },
    });
    const speakers = [
      ...[speaker(chamber, 'Kamer', court), speaker(court, 'Hof'), speaker(uuid(), 'Unit', ind)],
      ...[speaker(ind, 'IND'), speaker(loop, 'Kring', loop), speaker(uuid(), 'Los', uuid())],
    ];
    expect((await send({ speakers })).json.created).toMatchObject({ speakers: 5 });
    const listed: { id: string; name: string; parent?: string }[] = (await get('/speakers?limit=500'))
      .speakers;
    const nameOf = new Map(listed.map(({ id, name }) => [id, name]));
    const above = Object.fromEntries(listed.map(({ name, parent = '' }) => [name, nameOf.get(parent)]));
    expect(above).toMatchObject({ Kamer: 'Hof', Unit: 'IND' });
    expect([above.Hof, above.Kring, above.Los]).toEqual([undefined, undefined, undefined]);
  });

  it('comes in as one revision that can be undone as a whole', async () => {
    const before = await get('');
    const bundle = sampleBundle();
    const dry = await send(bundle, '?dryRun=true');
    const created = {
      ...{ groups: 1, concepts: 1, speakers: 2, documents: 1 },
      ...{ renditions: 1, passages: 2, codings: 2, links: 1 },
    };
    expect(dry.json, dry.text).toEqual({ created, known: 0, leftOut: 0, differing: 0 });
    expect(await get('')).toEqual(before);

    const answer = await send(bundle);
    expect(bundleResponseSchema.parse(answer.json)).toEqual({
      ...{ revision: before.revision + 1, created, known: 0, leftOut: 0, differing: 0 },
    });
    const { annotations } = await get('/annotations');
    const { speakers } = await get('/speakers?limit=500');
    const speaker = speakers.find(({ name }: { name: string }) => name === 'Genoemde spreker');
    // An alias that is somebody's already stays theirs.
    expect(speaker).toMatchObject({ kind: 'ngo', aliases: ['Genoemde'] });
    expect(annotations.flatMap(({ codings }: { codings: { speaker: string }[] }) => codings)).toContainEqual(
      expect.objectContaining({ speaker: speaker.id, safeguard: 'nieuw' }),
    );
    const document = bundle.documents[0]?.id;
    const { renditions } = await get(`/documents/${document}/renditions`);
    expect(renditions).toHaveLength(1);

    const undone = await server.request(
      'POST',
      `/api/v1/dossiers/${slug}/revisions/${before.revision + 1}/undo`,
      { token },
    );
    expect(undone.status, undone.text).toBe(200);
    expect((await get('/annotations')).annotations).toEqual([]);
    expect((await get('/documents')).documents).toEqual([]);
    expect((await get('/links')).links).toEqual([]);
  });

  it('comes in again after it was undone, but not what somebody took away', async () => {
    const undo = async (revision: number) =>
      (await server.request('POST', `/api/v1/dossiers/${slug}/revisions/${revision}/undo`, { token })).json
        .revision as number;
    const bundle = sampleBundle();
    const [first, second] = bundle.annotations;
    const { revision, created } = (await send(bundle)).json;
    const undone = await undo(revision);
    const ids = async () => (await get('/annotations')).annotations.map(({ id }: { id: string }) => id);
    expect((await send(bundle, '?dryRun=true')).json).toEqual({
      created,
      known: 0,
      leftOut: 0,
      differing: 0,
    });
    const again = (await send(bundle)).json;
    expect(again).toMatchObject({ created, known: 0 });
    expect(new Set(await ids())).toEqual(new Set([first?.id, second?.id]));
    // What was imported again stands in the way of doing the first import again.
    const redone = await server.request('POST', `/api/v1/dossiers/${slug}/revisions/${undone}/undo`, {
      token,
    });
    expect(redone).toMatchObject({ status: 409, json: { code: 'undo-blocked' } });

    const annotation = `/api/v1/dossiers/${slug}/annotations/${first?.id}`;
    await server.request('DELETE', annotation, { token, headers: { 'if-match': '*' } });
    const { revision: deleted } = await get('');
    expect((await send(bundle)).json).toMatchObject({ known: 2, created: { passages: 0 } });
    // To delete, to take that back and to delete again after all is to delete.
    await undo(await undo(deleted));
    expect(await ids()).toEqual([second?.id]);
    expect((await send(bundle)).json).toMatchObject({ known: 2, created: { passages: 0 } });
  });

  it('brings the rows of a table that names no document into the one that was chosen', async () => {
    const known = (
      await server.request('POST', `/api/v1/dossiers/${slug}/documents`, {
        ...{ token, body: sampleDocument() },
      })
    ).json;
    const codebook = await get('/codebook');
    const rows = [
      ['Passage', 'Waarborg', 'Spreker', 'Blz.'],
      ['Het voornemen vervalt.', 'Voornemen', 'IND', 'p. 3-4'],
      ['De zienswijze blijft.', 'Voornemen', 'IND', ''],
    ];
    const bring = async (otherwise?: OtherwiseDocument) => {
      const vocabulary = createVocabularyReader(codebook);
      const { documents, annotations } = planRows(rows, guessColumns(rows, vocabulary), {
        ...{ vocabulary, otherwise },
        documents: (await get('/documents')).documents,
        speakers: (await get('/speakers?limit=500')).speakers,
        createId: (name) => deriveUuid(name, dossier),
      });
      return (await send({ documents, annotations })).json;
    };
    expect(await bring()).toMatchObject({ created: { passages: 0 } });
    const chosen = { kind: 'known', id: known.id } as const;
    expect(await bring(chosen)).toMatchObject({ created: { documents: 0, passages: 2, codings: 2 } });
    expect(await bring(chosen)).toMatchObject({ created: { passages: 0 }, known: 2 });
    const said = { identifier: 'ECLI:NL:RBDHA:2022:6122', issuer: 'Rechtbank Den Haag' };
    expect(await bring({ kind: 'new', said })).toMatchObject({ created: { documents: 1, passages: 2 } });
    expect(await bring({ kind: 'new', said })).toMatchObject({ created: { documents: 0 }, known: 2 });
    const { annotations } = await get('/annotations');
    const pages = annotations.map(({ ranges }: { ranges: { page?: number }[] }) => ranges[0]?.page ?? 0);
    expect(pages.toSorted()).toEqual([0, 0, 3, 3]);
    expect(new Set(annotations.map(({ document }: { document: string }) => document)).size).toBe(2);
  });

  it('leaves as it is what is there already, and what was taken away', async () => {
    const bundle = sampleBundle();
    await send(bundle);
    const { revision } = await get('');
    const again = await send(bundle);
    expect(again.json).toMatchObject({
      known: 2,
      leftOut: 0,
      created: { passages: 0, documents: 0, links: 0 },
    });
    expect(again.json).not.toHaveProperty('revision');
    expect((await get('')).revision).toBe(revision);
    const further = bundle.annotations.map((annotation) => ({
      ...annotation,
      codings: [...annotation.codings, sampleCoding({ impact: 'cost' })],
    }));
    const grown = { ...bundle, annotations: further };
    expect((await send(grown)).json).toMatchObject({ known: 2, leftOut: 2, created: { codings: 0 } });
    const [first] = bundle.annotations;
    await server.request('DELETE', `/api/v1/dossiers/${slug}/annotations/${first?.id}`, {
      ...{ token, headers: { 'if-match': '*' } },
    });
    expect((await send(grown)).json).toMatchObject({ known: 2, leftOut: 1, created: { passages: 0 } });
  });

  it('comes into another dossier under other ids, and there too only once', async () => {
    const bundle = sampleBundle();
    await send(bundle);
    const other = await server.addDossier();
    [slug, token] = [other.slug, other.owner.token];
    const copied = await send(bundle);
    expect(copied.json, copied.text).toMatchObject({ created: { passages: 2, documents: 1, links: 1 } });
    expect((await send(bundle)).json).toMatchObject({ known: 2, created: { passages: 0, links: 0 } });
    const { links } = await get('/links');
    const { annotations } = await get('/annotations');
    const ids = annotations.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([links[0].from, links[0].to]));
    expect(ids).not.toContain(bundle.annotations[0]?.id);
  });

  it('keeps nothing when a part of it is wrong, and says which', async () => {
    const before = await get('');
    const bundle = sampleBundle();
    const wrong = { ...bundle, annotations: [...bundle.annotations, sampleAnnotation(uuid())] };
    const answer = await send(wrong);
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(answer.json.errors[0]).toMatchObject({
      path: 'annotations[2].document',
      message: expect.stringContaining('document-not-found'),
    });
    const nowhere = bundle.concepts.map((concept) => ({ ...concept, group: 'nergens' }));
    expect((await send({ ...bundle, concepts: nowhere })).json.errors[0].path).toBe('concepts[0].group');
    expect(await get('')).toEqual(before);
  });

  it('refuses one id for two passages', async () => {
    const bundle = sampleBundle();
    const [first] = bundle.annotations;
    const answer = await send({ ...bundle, annotations: [first, first], links: [] });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'annotations[1].id' }] } });
  });

  it('keeps nothing when whoever asked is gone', async () => {
    const before = await get('');
    const user = { id: before.id, name: 'Iemand' };
    const options = { isDryRun: false, mayChangeCodebook: true, signal: AbortSignal.abort() };
    const gone = importBundle(server.instance.database, { dossier, user }, sampleBundle(), options);
    await expect(gone).rejects.toMatchObject({ code: 'request-timeout' });
    expect(await get('')).toEqual(before);
    expect((await get('/documents')).documents).toEqual([]);
  });

  it('keeps no text where the dossier keeps none of such documents', async () => {
    const { revision } = await get('/settings');
    const body = { title: slug, withoutText: ['inspection-letter'] };
    const headers = { 'if-match': `"${revision}"` };
    await server.request('PUT', `/api/v1/dossiers/${slug}/settings`, { token, body, headers });
    expect((await send(sampleBundle())).json).toMatchObject({ created: { passages: 2, renditions: 0 } });
  });

  it('says how many concepts and groups a file words otherwise than the codebook, which stays as it is', async () => {
    const { concepts, groups } = await get('/codebook');
    const plain = (one: { revision: number }) => ({ ...one, revision: undefined });
    const whole = { concepts: concepts.map(plain), groups: groups.map(plain) };
    expect((await send(whole)).json).toMatchObject({ differing: 0, created: { concepts: 0 } });
    const [first, second, third, ...others] = whole.concepts;
    const changed = [
      { ...first, label: { ...first.label, nl: 'Heet nu anders' } },
      { ...second, terms: [...second.terms, 'nog een term'] },
      // Only a name, as a team keeps it.
      {
        ...third,
        terms: [],
        definition: { nl: '', en: '' },
        label: { nl: third.label.nl, en: third.label.nl },
      },
    ];
    const label = { nl: 'Andere groep', en: 'Other group' };
    const body = {
      concepts: [...changed, ...others],
      groups: [{ ...whole.groups[0], label }, ...whole.groups.slice(1)],
    };
    expect((await send(body)).json).toMatchObject({ differing: 3, created: { concepts: 0, groups: 0 } });
    expect((await get('/codebook')).concepts).toEqual(concepts);
  });

  it('brings concepts only from whoever may change the codebook', async () => {
    const reviewer = await server.addMember(dossier, 'reviewer');
    const bundle = sampleBundle();
    expect((await send(bundle, '', reviewer.token)).json.code).toBe('import-needs-curator');
    expect((await send(bundle, '?dryRun=true', reviewer.token)).json.code).toBe('import-needs-curator');
    const [first] = bundle.annotations;
    const plain = { documents: bundle.documents, annotations: [first] };
    expect((await send(plain, '', reviewer.token)).json).toMatchObject({ created: { passages: 1 } });
    // A project of Waarborg has the whole codebook in it, of which there is nothing new here.
    const { concepts, groups } = await get('/codebook');
    const known = [concepts, groups].map((list) =>
      list.map(({ revision: _, ...one }: { revision: number }) => one),
    );
    const { status, json } = await send(
      { ...plain, concepts: known[0], groups: known[1] },
      '',
      reviewer.token,
    );
    expect(status, JSON.stringify(json)).toBe(200);
    expect(json.created).toMatchObject({ concepts: 0, groups: 0 });
  });
});
