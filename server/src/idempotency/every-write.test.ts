import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../testing/dossier-rows.ts';
import { createSender, type Send } from '../testing/random-writes.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestAnswer, type TestServer } from '../testing/test-server.ts';

/** A write that succeeds, in a dossier made for it: its path below the dossier, and its body. */
type Prepare = (send: Send, dossier: { readonly id: string }) => Promise<{ path: string; body?: unknown }>;

/** Writes outside dossiers, or whose answer cannot come twice, with what holds in place of a kept answer. */
const others: Readonly<Record<string, string>> = {
  'PUT /me': 'asks for a person; the same name twice is the same',
  'DELETE /me': 'ends the account',
  'POST /tokens': 'answers a secret, of which nothing is kept',
  'DELETE /tokens/current': 'ends the token that asks',
  'DELETE /tokens/{id}': 'asks for a person; members and tokens have their own tests',
  'DELETE /sessions': 'asks for a person; sessions have their own tests',
  'DELETE /sessions/{id}': 'asks for a person; sessions have their own tests',
  'POST /dossiers': 'asks for a person',
  'POST /invitations/lookup': 'changes nothing',
  'POST /invitations/register': 'is asked by nobody yet',
  'POST /invitations/accept': 'asks for a person',
  'DELETE /dossiers/{dossier}': 'leaves no dossier to look into; it has its own tests',
  'DELETE /dossiers/{dossier}/members/me': 'ends the token that asks',
  'POST /dossiers/{dossier}/invitations': 'answers a secret, of which nothing is kept',
  'DELETE /dossiers/{dossier}/invitations/{id}': 'is no change of a dossier; its tests are with invitations',
};

const texts = { label: { nl: 'Nieuw', en: 'New' }, shortLabel: { nl: 'Nieuw', en: 'New' } };
const concept = () => ({
  ...{ id: 'nieuw', kind: 'safeguard', group: 'before-the-interview', ...texts },
  ...{ definition: texts.label, terms: [] },
});
const addDocument = async (send: Send) => (await send('POST', '/documents', sampleDocument())).json;
async function addPassage(send: Send) {
  const draft = sampleAnnotation((await addDocument(send)).id, { codings: [sampleCoding()] });
  return (await send('POST', '/annotations', draft)).json;
}
async function addLink(send: Send) {
  const [from, to] = [await addPassage(send), await addPassage(send)];
  const link = { id: uuid(), from: from.id, to: to.id, kind: 'supports' };
  return { link, send: () => send('POST', '/links', link) };
}
async function addDismissal(send: Send) {
  const body = {
    document: (await addDocument(send)).id,
    safeguard: 'voornemen',
    quote: 'Het voornemen vervalt',
  };
  return { path: `/dismissals/${uuid()}`, body };
}
async function addOutline(send: Send): Promise<string> {
  return (await send('POST', '/outlines', { id: uuid(), title: 'Opzet' })).json.id;
}
const outlineText = { place: 'V', content: { kind: 'text', text: 'Eigen woorden' } };
async function addOutlinePart(send: Send): Promise<string> {
  const parts = `/outlines/${await addOutline(send)}/parts`;
  return `${parts}/${(await send('POST', parts, { id: uuid(), ...outlineText })).json.id}`;
}
const speaker = (name: string) => ({ id: uuid(), name, kind: 'ngo', aliases: [] });
async function addSpeakers(send: Send) {
  const made = [];
  for (const name of ['Een', 'Twee']) made.push((await send('POST', '/speakers', speaker(name))).json);
  return made;
}
const group = { id: 'nieuwe-groep', kind: 'safeguard', label: texts.label };
const mergeConcepts = { path: '/codebook/concepts/voornemen/merged-into', body: { into: 'interpreter' } };

/** How every write of a dossier is asked for, by its name in the OpenAPI document without the dossier. */
const writes: Readonly<Record<string, Prepare>> = {
  'PUT /settings': async () => ({ path: '/settings', body: { title: 'Anders', withoutText: [] } }),
  async 'PUT /members/{user}'(_send, { id }) {
    const member = await server.addMember(id, 'reader');
    return { path: `/members/${member.id}`, body: { role: 'curator' } };
  },
  async 'DELETE /members/{user}'(_send, { id }) {
    return { path: `/members/${(await server.addMember(id, 'reader')).id}` };
  },
  async 'POST /annotations'(send) {
    return { path: '/annotations', body: sampleAnnotation((await addDocument(send)).id) };
  },
  async 'PUT /annotations/{id}'(send) {
    const { id, ranges } = await addPassage(send);
    return { path: `/annotations/${id}`, body: { ranges, codings: [], note: 'anders' } };
  },
  async 'POST /imports'(send) {
    return { path: '/imports', body: [sampleAnnotation((await addDocument(send)).id)] };
  },
  async 'POST /imports/bundle'(send) {
    return {
      path: '/imports/bundle',
      body: { annotations: [sampleAnnotation((await addDocument(send)).id)] },
    };
  },
  'DELETE /annotations/{id}': async (send) => ({ path: `/annotations/${(await addPassage(send)).id}` }),
  async 'POST /reviews'(send) {
    const { revision, codings } = await addPassage(send);
    const reviewed = codings.map(({ id }: { id: string }) => ({ id, revision }));
    return { path: '/reviews', body: { status: 'accepted', codings: reviewed } };
  },
  'POST /publications': async () => ({
    path: '/publications',
    body: { title: 'Kopie', acceptedOnly: true, view: {} },
  }),
  async 'DELETE /publications/{id}'(send) {
    const { id } = (await send('POST', '/publications', { title: 'Kopie', acceptedOnly: true, view: {} }))
      .json;
    return { path: `/publications/${id}` };
  },
  'POST /outlines': async () => ({ path: '/outlines', body: { id: uuid(), title: 'Opzet' } }),
  async 'PUT /outlines/{id}'(send) {
    return { path: `/outlines/${await addOutline(send)}`, body: { title: 'Anders' } };
  },
  'DELETE /outlines/{id}': async (send) => ({ path: `/outlines/${await addOutline(send)}` }),
  async 'POST /outlines/{id}/parts'(send) {
    return { path: `/outlines/${await addOutline(send)}/parts`, body: { id: uuid(), ...outlineText } };
  },
  async 'POST /outlines/{id}/passages'(send) {
    const annotations = [(await addPassage(send)).id, (await addPassage(send)).id];
    return { path: `/outlines/${await addOutline(send)}/passages`, body: { annotations } };
  },
  async 'PUT /outlines/{id}/parts/{part}'(send) {
    return { path: await addOutlinePart(send), body: { ...outlineText, place: 'W' } };
  },
  'DELETE /outlines/{id}/parts/{part}': async (send) => ({ path: await addOutlinePart(send) }),
  async 'POST /outlines/{id}/parts/{part}/comments'(send) {
    return { path: `${await addOutlinePart(send)}/comments`, body: { id: uuid(), text: 'Klopt dit?' } };
  },
  async 'DELETE /outlines/{id}/parts/{part}/comments/{comment}'(send) {
    const path = `${await addOutlinePart(send)}/comments`;
    const id = uuid();
    await send('POST', path, { id, text: 'Klopt dit?' });
    return { path: `${path}/${id}` };
  },
  'POST /codebook/concepts': async () => ({ path: '/codebook/concepts', body: concept() }),
  async 'PUT /codebook/concepts/{id}'(send) {
    await send('POST', '/codebook/concepts', concept());
    return { path: '/codebook/concepts/nieuw', body: { ...concept(), terms: ['anders'] } };
  },
  'PUT /codebook/concepts/{id}/place': async () => ({
    path: '/codebook/concepts/information/place',
    body: {},
  }),
  'PUT /codebook/concepts/{id}/merged-into': async () => mergeConcepts,
  async 'DELETE /codebook/concepts/{id}/merged-into'(send) {
    await send('PUT', mergeConcepts.path, mergeConcepts.body);
    return { path: mergeConcepts.path };
  },
  async 'POST /codebook/concepts/{id}/split'(send) {
    const { codings } = await addPassage(send);
    const chosen = codings.map(({ id }: { id: string }) => ({ id, concept: 'nieuw' }));
    const body = { concepts: [concept()], codings: chosen, others: 'interpreter' };
    return { path: '/codebook/concepts/voornemen/split', body };
  },
  'POST /codebook/groups': async () => ({ path: '/codebook/groups', body: group }),
  async 'PUT /codebook/groups/{id}'(send) {
    await send('POST', '/codebook/groups', group);
    return { path: `/codebook/groups/${group.id}`, body: { label: { nl: 'Anders', en: 'Other' } } };
  },
  'PUT /codebook/groups/{id}/place': async () => ({
    path: '/codebook/groups/before-the-interview/place',
    body: {},
  }),
  async 'DELETE /codebook/groups/{id}'(send) {
    await send('POST', '/codebook/groups', group);
    return { path: `/codebook/groups/${group.id}` };
  },
  'POST /documents': async () => ({ path: '/documents', body: sampleDocument() }),
  async 'PUT /documents/{id}'(send) {
    return { path: `/documents/${(await addDocument(send)).id}`, body: { title: 'Anders' } };
  },
  async 'DELETE /documents/{id}'(send) {
    return { path: `/documents/${(await addDocument(send)).id}` };
  },
  async 'PUT /documents/{id}/merged-into'(send) {
    const [from, into] = [await addDocument(send), await addDocument(send)];
    return { path: `/documents/${from.id}/merged-into`, body: { into: into.id } };
  },
  async 'DELETE /documents/{id}/merged-into'(send) {
    const [from, into] = [await addDocument(send), await addDocument(send)];
    const path = `/documents/${from.id}/merged-into`;
    await send('PUT', path, { into: into.id });
    return { path };
  },
  async 'POST /documents/{id}/renditions'(send) {
    const body = { text: uuid(), source: 'https://example.org/a.html', mediaType: 'text/html' };
    return { path: `/documents/${(await addDocument(send)).id}/renditions`, body };
  },
  async 'POST /links'(send) {
    return { path: '/links', body: (await addLink(send)).link };
  },
  async 'DELETE /links/{id}'(send) {
    const added = await addLink(send);
    await added.send();
    return { path: `/links/${added.link.id}` };
  },
  async 'PUT /readings'(send) {
    return { path: '/readings', body: { document: (await addDocument(send)).id, safeguards: 'all' } };
  },
  'PUT /dismissals/{id}': async (send) => addDismissal(send),
  async 'DELETE /dismissals/{id}'(send) {
    const { path, body } = await addDismissal(send);
    await send('PUT', path, body);
    return { path };
  },
  async 'POST /revisions/{revision}/undo'(send) {
    await addDocument(send);
    return { path: `/revisions/${(await send('GET', '')).json.revision}/undo` };
  },
  'POST /speakers': async () => ({ path: '/speakers', body: speaker('Nieuw') }),
  async 'PUT /speakers/{id}'(send) {
    const [{ id }] = await addSpeakers(send);
    const { id: _, ...body } = speaker('Anders');
    return { path: `/speakers/${id}`, body };
  },
  async 'DELETE /speakers/{id}'(send) {
    return { path: `/speakers/${(await send('POST', '/speakers', speaker('Weg'))).json.id}` };
  },
  async 'PUT /speakers/{id}/merged-into'(send) {
    const [from, into] = await addSpeakers(send);
    return { path: `/speakers/${from.id}/merged-into`, body: { into: into.id } };
  },
  async 'DELETE /speakers/{id}/merged-into'(send) {
    const [from, into] = await addSpeakers(send);
    const path = `/speakers/${from.id}/merged-into`;
    await send('PUT', path, { into: into.id });
    return { path };
  },
};

/** A parameter as the OpenAPI document says it. */
interface Parameter {
  readonly name: string;
  readonly required?: boolean;
}

let server: TestServer;
/** Names of the writing operations of the OpenAPI document. */
let names: string[];
/** Those without the dossier that need `If-Match`, as the document says. */
let needVersion: ReadonlySet<string>;
/** Those without the dossier that read `If-Match`, needed or not. */
let readVersion: ReadonlySet<string>;
beforeAll(async () => {
  server = await createTestServer();
  const { paths } = (await server.request('GET', '/api/v1/openapi.json')).json;
  const operations = Object.entries<Record<string, { parameters?: Parameter[] }>>(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [] }]) => ({ method, path, parameters })),
    )
    .filter(({ method }) => !['get', 'head'].includes(method))
    .map(({ method, path, parameters }) => ({ name: `${method.toUpperCase()} ${path}`, parameters }));
  names = operations.map(({ name }) => name);
  const versioned = operations.flatMap(({ name, parameters }) => {
    const header = parameters.find((parameter) => parameter.name === 'If-Match');
    return header ? [{ name: inDossier(name), isNeeded: header.required === true }] : [];
  });
  needVersion = new Set(versioned.filter(({ isNeeded }) => isNeeded).map(({ name }) => name));
  readVersion = new Set(versioned.map(({ name }) => name));
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const inDossier = (name: string) => name.replace('/dossiers/{dossier}/', '/');

it('every write of the OpenAPI document is tried here, or it is said why not', () => {
  for (const name of names) {
    const isKnown = inDossier(name) in writes || name in others;
    expect(isKnown, `${name}: add how it is asked for to "writes", or why not to "others"`).toBe(true);
  }
  const known = new Set([...names, ...names.map(inDossier)]);
  expect([...Object.keys(writes), ...Object.keys(others)].filter((name) => !known.has(name))).toEqual([]);
});

/** What is taken away for good: the content of a publication. */
const withoutUndo = new Set(['DELETE /publications/{id}']);
/** What leaves a trace when it is undone: of a publication it stays known that it was withdrawn. */
const withTrace = new Set(['POST /publications']);

it('every write that puts something in the place of another or takes it away reads If-Match', () => {
  const overwriting = Object.keys(writes).filter((name) => /^(?:PUT|DELETE) |\/split$/u.test(name));
  expect(overwriting.filter((name) => !readVersion.has(name))).toEqual([]);
});

/** A write that is ready in a dossier of its own: how it is sent and what the dossier holds. */
async function makeReady(name: string, prepare: Prepare) {
  const dossier = await server.addDossier();
  const send = createSender(server, dossier);
  const { path, body } = await prepare(send, dossier);
  const [method = ''] = name.split(' ');
  return {
    ...{ send, method, path, body },
    write: (headers: Record<string, string> = {}, sent: unknown = body) => send(method, path, sent, headers),
    revision: async () => (await send('GET', '')).json.revision as number,
    content: () => readContent(server.instance.database, dossier.id),
  };
}
type ReadyWrite = Awaited<ReturnType<typeof makeReady>>;

/** What the log of a dossier names, but for concepts: they have the same names in every dossier. */
async function listNames(send: Send): Promise<string[]> {
  const { changes } = (await send('GET', '/changes?since=0')).json as {
    changes: { items: { kind: string; id: string }[] }[];
  };
  const items = changes.flatMap((change) => change.items);
  return items.filter(({ kind }) => kind !== 'codebook').flatMap(({ id }) => id.split(' '));
}

/** Asks the same in a dossier that has nothing of what is named. */
async function tryElsewhere({ send, method, path, body }: ReadyWrite): Promise<void> {
  const asked = JSON.stringify([path, body]);
  if (!(await listNames(send)).some((id) => asked.includes(id))) return;
  const elsewhere = createSender(server, await server.addDossier());
  const before = (await elsewhere('GET', '')).json.revision;
  const { status, text } = await elsewhere(method, path, body, { 'If-Match': '*' });
  expect([404, 409, 422], text).toContain(status);
  expect((await elsewhere('GET', '')).json.revision).toBe(before);
}

/** A version that nothing has. */
const gone = '"999999"';

/** Tries versions that are not there; gives the headers with which the write is for the one that is. */
async function tryVersions(name: string, { write }: ReadyWrite): Promise<Record<string, string>> {
  if (needVersion.has(name)) {
    expect(await write()).toMatchObject({ status: 428, json: { code: 'precondition-required' } });
  }
  if (!readVersion.has(name)) return {};
  const stale = await write({ 'If-Match': gone });
  expect(stale).toMatchObject({ status: 412, json: { code: 'precondition-failed' } });
  const current = `"${stale.json.current.revision}"`;
  expect(stale.headers.get('etag')).toBe(current);
  // Who believes that nothing is there changes nothing that is.
  if (current !== '"0"') expect((await write({ 'If-Match': '*', 'If-None-Match': '*' })).status).toBe(412);
  return { 'If-Match': current };
}

/** Does it once and asks for it again, under its key, under that of something else and for something else. */
async function doAndRepeat(
  { write, body, revision }: ReadyWrite,
  version: Record<string, string>,
): Promise<TestAnswer> {
  const before = await revision();
  const headers = { ...version, 'Idempotency-Key': uuid() };
  const first = await write(headers);
  expect(first.status, first.text).toBeLessThan(300);
  expect(await revision()).toBe(before + 1);
  const again = await write(headers);
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  for (const header of ['etag', 'dossier-revision']) {
    expect(again.headers.get(header)).toBe(first.headers.get(header));
  }
  const otherVersion = await write({ ...headers, 'If-Match': gone });
  const otherBody = body !== undefined && (await write(headers, ` ${JSON.stringify(body)}`));
  for (const other of [otherVersion, otherBody || otherVersion]) {
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  }
  expect(await revision()).toBe(before + 1);
  return first;
}

describe('a write', () => {
  it.each(Object.entries(writes))(
    '%s is refused in another dossier and for a version that is gone, is done once however often it comes with its key, and is undone without a trace',
    async (name, prepare) => {
      const ready = await makeReady(name, prepare);
      const { send, revision, content } = ready;
      const [before, last] = [await content(), await revision()];
      await tryElsewhere(ready);
      const version = await tryVersions(name, ready);
      expect([await content(), await revision()]).toEqual([before, last]);
      const done = await doAndRepeat(ready, version);
      if (done.status === 204 && !withoutUndo.has(name)) {
        expect(done.headers.get('dossier-revision')).toBe(String(last + 1));
      }
      const undo = await send('POST', `/revisions/${last + 1}/undo`);
      if (withoutUndo.has(name)) expect(undo.json.code).toBe('undo-blocked');
      else if (withTrace.has(name)) expect(undo.status).toBe(200);
      else expect([undo.status, await content()]).toEqual([200, before]);
    },
  );
});
