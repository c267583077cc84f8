import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createFaultFinder, hasSchemas, webAnnotationStandards } from '../testing/web-annotation-schemas.ts';

type Json = Record<string, unknown>;
const readStandard = (name: string) =>
  hasSchemas ? JSON.parse(readFileSync(path.join(webAnnotationStandards, name), 'utf8')) : {};
/** The examples of the Web Annotation Data Model; collections and pages of annotations are no annotations. */
const examples = Object.entries(readStandard('valid-annotations.json') as Record<string, Json>).filter(
  ([, { type }]) => [type].flat().includes('Annotation'),
);
const incorrect: { file: string; annotation: Json; failsMust: string[] }[] =
  readStandard('wpt-incorrect-repaired.json').rows ?? [];
const published: { file: string; bytes: string; json: string }[] =
  readStandard('wpt-incorrect-annotations.json').rows ?? [];

let server: TestServer;
let container: string;
let token: string;

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  container = `/annotations/${slug}/`;
  token = owner.token;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const send = (method: string, address: string, body?: unknown) =>
  server.request(method, address, { token, body });
const titled = (title: string) =>
  hasSchemas ? title : `${title} (skipped: ${webAnnotationStandards} is not there)`;

it.skipIf(!hasSchemas)(titled('the 41 examples of the W3C are taken and come back whole'), async () => {
  expect(examples).toHaveLength(41);
  for (const [name, example] of examples) {
    const made = await send('POST', container, example);
    expect(made.status, `${name} ${made.text}`).toBe(201);
    const { pathname } = new URL(made.json.id);
    const { json } = await send('GET', pathname);
    expect(json, name).toEqual(made.json);
    const { id, via, ...said } = example;
    expect(json, name).toMatchObject(said);
    expect([json.via].flat(), name).toEqual([via, id].flat().filter((value) => value !== undefined));
    expect('body' in json, name).toBe('body' in example);
    // What the server adds, and nothing else.
    const added = Object.keys(json).filter((key) => !(key in example));
    expect(['via', 'created', 'modified', 'creator'], name).toEqual(expect.arrayContaining(added));
  }
});

it.skipIf(!hasSchemas)(
  titled('every document that is sent out is valid by the schemas of the W3C'),
  async () => {
    const findFaults = createFaultFinder();
    for (const [name, example] of examples) {
      const made = await send('POST', container, example);
      expect(findFaults(made.json), name).toEqual([]);
    }
    const readPage = async (address: string) => {
      const { json } = await send('GET', address.replace(/^https?:\/\/[^/]+/u, ''));
      expect(findFaults(json), address).toEqual([]);
      return json;
    };
    const { first, last } = await readPage(container);
    await readPage(`${container}?iris=1`);
    await readPage(first.id);
    await readPage(last);
  },
);

/** What the test suite cannot refuse: the model lets values that it does not know stand. */
const reasons: Record<string, string> = {
  'anno14.json': 'the model asks nothing of `format` of a resource elsewhere that a reader must refuse',
  'anno15.json': '`langauage` is no property of the model, so it is somebody’s own',
  'anno23.json': 'the model says that there should be one processing language, not that there must',
  'anno26.json': 'the schemas let a creator be anything',
  'anno27.json': 'the schemas let a generator be anything',
};
for (const { file, annotation, failsMust } of incorrect) {
  const reason = reasons[file];
  it(`${file} of the incorrect annotations is ${reason ? `taken: ${reason}` : `refused: ${failsMust[0]}`}`, async () => {
    const answer = await send('POST', container, annotation);
    if (reason === undefined) {
      expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
      expect(answer.json.errors).toHaveLength(1);
    } else {
      expect(failsMust).toEqual([]);
      const { id, ...said } = annotation;
      expect(answer, answer.text).toMatchObject({ status: 201, json: { ...said, via: id } });
    }
  });
}

it.skipIf(!hasSchemas)(
  titled('the incorrect annotations as published are refused, as JSON or as annotations'),
  async () => {
    for (const { file, bytes, json } of published) {
      const answer = await send('POST', container, bytes);
      expect(answer.status, `${file} ${answer.text}`).toBe(json === 'valid JSON' ? 422 : 400);
    }
  },
);
