import {
  annotationListSchema,
  articlesResponseSchema,
  documentListSchema,
  matrixResponseSchema,
} from '@waarborg/shared/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../accounts/token-store.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { readExampleDossier } from './example-dossier.ts';

const example = readExampleDossier();
const base = '/api/v1/dossiers/voorbeeld';
let server: TestServer;
let token: string;

async function tokenOfYou({ instance: { database } }: TestServer): Promise<string> {
  const { user_id, dossier_id } = await database
    .selectFrom('membership')
    .innerJoin('dossier', 'dossier.id', 'membership.dossier_id')
    .select(['membership.user_id', 'membership.dossier_id'])
    .where('dossier.slug', '=', 'voorbeeld')
    .executeTakeFirstOrThrow();
  return createToken(database, { user: user_id, dossier: dossier_id, name: 'test' });
}
const get = async (path: string) => (await server.request('GET', `${base}${path}`, { token })).json;

beforeAll(async () => {
  server = await createTestServer();
  token = await tokenOfYou(server);
});
afterAll(() => server.close());

describe('a first start', () => {
  it('shows the whole example, in two changes', async () => {
    const { documents } = documentListSchema.parse(await get('/documents'));
    const { annotations } = annotationListSchema.parse(await get('/annotations'));
    expect(documents.map(({ title }) => title).toSorted()).toEqual(
      example.documents.map(({ title }) => title).toSorted(),
    );
    const byId = annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId.map(({ ranges }) => ranges[0]?.exact)).toEqual(
      example.passages.map(({ ranges }) => ranges[0]?.exact),
    );
    expect((await get('/links')).links.length).toBe(example.links.length);
    const { changes } = await get('/changes');
    expect(changes.map(({ operation }: { operation: string }) => operation)).toEqual([
      'create-dossier',
      'import-example',
    ]);
  });

  it('counts every kind of cell', async () => {
    const { cells } = matrixResponseSchema.parse(await get('/matrix'));
    const seen = (wanted: (cell: (typeof cells)[number]) => boolean) => cells.some(wanted);
    expect(seen(({ contested }) => contested)).toBe(true);
    expect(seen(({ denied }) => denied)).toBe(true);
    expect(seen(({ mixed }) => mixed)).toBe(true);
    expect(seen(({ state }) => state === 'not-read')).toBe(true);
    expect(seen(({ state }) => state === 'nothing-found')).toBe(true);
  });

  it('knows its bill, with the articles that nobody codes', async () => {
    const { bill } = articlesResponseSchema.parse(await get('/matrix/articles'));
    expect(bill).toMatchObject({ isNamed: false, read: 'partly', articles: 7, unnamed: 2 });
    expect(bill?.rows.map(({ article, naming }) => [article, naming])).toEqual([
      ['art. I, onderdeel E', 'nowhere'],
      ['art. III', 'nowhere'],
    ]);
  });

  it('leads from each passage to a paper that the server has', async () => {
    const { annotations } = annotationListSchema.parse(await get('/annotations'));
    for (const source of new Set(annotations.map((annotation) => annotation.source))) {
      const answer = await server.request('GET', new URL(source).pathname);
      expect(answer.status, source).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
  });

  it('happens once', async () => {
    const before = await get('/changes');
    await server.restart();
    expect(await get('/changes')).toEqual(before);
  });
});

describe('the change that fills the example', () => {
  it('can be undone, and that too', async () => {
    const other = await createTestServer();
    const token = await tokenOfYou(other);
    const ask = async (method: string, path: string) =>
      (await other.request(method, `${base}${path}`, { token })).json;
    await ask('POST', '/revisions/2/undo');
    expect((await ask('GET', '/documents')).documents).toEqual([]);
    await ask('POST', '/revisions/3/undo');
    expect((await ask('GET', '/annotations?limit=500')).annotations).toHaveLength(example.passages.length);
    expect((await ask('GET', '/matrix/articles')).bill.rows).toHaveLength(2);
    await other.close();
  });
});

describe('a first start of a server for a team', () => {
  it('shows nobody work of somebody who is called “Ik”', async () => {
    const team = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl' });
    const { id } = await team.instance.database
      .selectFrom('dossier')
      .select('id')
      .where('slug', '=', 'voorbeeld')
      .executeTakeFirstOrThrow();
    const reader = await team.addMember(id, 'reader', 'Lezer');
    const read = async (path: string) =>
      (await team.request('GET', `${base}${path}`, { token: reader.token })).json;
    const { annotations } = annotationListSchema.parse(await read('/annotations'));
    expect(new Set(annotations.map(({ creator }) => creator.name))).toEqual(
      new Set(['Sam Visser', 'Noor de Wit']),
    );
    const { members } = await read('/members');
    expect(members.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Lezer', 'Sam Visser']);
    await team.close();
  });
});

describe('a start on another port', () => {
  it('moves the addresses of the papers as one change, and nothing else', async () => {
    const { token: own, document } = await addOwnPassage();
    const { revision } = await get('');
    const sourceOfBill = async () => (await get('/matrix/articles')).bill.source;
    expect(await sourceOfBill()).toBe('http://127.0.0.1:8787/voorbeeld/voorstel-van-wet.html');
    await server.restart({ PORT: '9123' });
    const { changes } = await get(`/changes?since=${revision}`);
    expect(changes).toMatchObject([{ operation: 'relocate-example' }]);
    const { annotations } = annotationListSchema.parse(await get('/annotations'));
    const addresses = annotations.filter((one) => one.document !== document).map(({ source }) => source);
    expect(addresses.every((source) => source.startsWith('http://127.0.0.1:9123/voorbeeld/'))).toBe(true);
    const moved = changes[0].items.filter(({ kind }: { kind: string }) => kind === 'annotation');
    expect(moved.length).toBe(addresses.length);
    expect(await sourceOfBill()).toBe('http://127.0.0.1:9123/voorbeeld/voorstel-van-wet.html');
    expect(annotations.find((one) => one.document === document)?.source).toBe(
      'http://127.0.0.1:8787/elders/a.html',
    );
    expect(own).toBe(token);
  });
});

/** A passage in a page of this machine that is no paper of the example. */
async function addOwnPassage() {
  const { sampleAnnotation, sampleDocument } = await import('../testing/samples.ts');
  const address = 'http://127.0.0.1:8787/elders/a.html';
  const body = sampleDocument({ addresses: [{ address, mediaType: 'text/html' }] });
  const { id } = (await server.request('POST', `${base}/documents`, { token, body })).json;
  await server.request('POST', `${base}/annotations`, {
    token,
    body: sampleAnnotation(id, { source: address }),
  });
  return { token, document: id as string };
}
