/**
 * The Web Annotation Protocol (W3C Recommendation, 23 February 2017), sentence by sentence. It is long because
 * each sentence of it that says MUST or SHOULD is a test of its own. The sentences are read from the standard,
 * which is kept beside the repository; the tests know them by some words of each.
 */

import { randomUUIDv7 as uuid } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'n3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { webAnnotationStandards } from '../testing/web-annotation-schemas.ts';

const file = path.join(webAnnotationStandards, 'protocol-requirements.txt');
const sentences = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /\b(?:MUST|SHOULD)\b/u.test(line))
  : [];
const decision = readFileSync(
  path.resolve(import.meta.dirname, '../../../docs/adr/0017-web-annotation-protocol.md'),
  'utf8',
);

const publicUrl = 'https://waarborg.example';
const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const ldp = 'http://www.w3.org/ns/ldp#';
const oa = 'http://www.w3.org/ns/oa#';
const include = (...names: string[]) => ({
  prefer: `return=representation;include="${names.join(' ')}"`,
});
const minimal = `${ldp}PreferMinimalContainer`;
const iris = `${oa}PreferContainedIRIs`;
const descriptions = `${oa}PreferContainedDescriptions`;

let server: TestServer;
/** Tokens by the container that they are good for. */
const tokens = new Map<string, string>();
/** A container with more than one page, a small one, and an annotation in that. */
let large: string;
let small: string;
let one: string;

const toPath = (address: string) => address.replace(publicUrl, '');
const tokenOf = (address: string) =>
  [...tokens].find(([container]) => toPath(address).startsWith(container))?.[1] ?? '';
const send = (method: string, address: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, toPath(address), {
    token: tokenOf(address),
    body,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
  });
const get = (address: string, headers?: Record<string, string>) => send('GET', address, undefined, headers);
const annotation = (changes: Record<string, unknown> = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'Zie hier', purpose: 'commenting' },
  target: {
    source: 'https://example.org/brief.html',
    selector: { type: 'TextQuoteSelector', exact: 'Het voornemen vervalt' },
  },
  ...changes,
});
const create = async (changes?: Record<string, unknown>, headers?: Record<string, string>) =>
  send('POST', small, annotation(changes), headers);
const links = (header: string | null) =>
  [...(header ?? '').matchAll(/<([^>]+)>; rel="([^"]+)"/gu)].map(([, target, rel]) => `${rel} ${target}`);

const addContainer = async () => {
  const { slug, owner } = await server.addDossier();
  tokens.set(`/annotations/${slug}/`, owner.token);
  return `/annotations/${slug}/`;
};

beforeAll(async () => {
  server = await createTestServer({ PUBLIC_URL: publicUrl });
  large = await addContainer();
  for (let index = 0; index < 101; index++) await send('POST', large, annotation());
  small = await addContainer();
  one = (await create()).json.id;
  await create();
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const both = async (address: string) => [await get(address), await send('HEAD', address)];
const expectMethods = async (address: string, methods: readonly string[]) => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    const answer = await send(method, address);
    expect([method, answer.status]).toEqual([method, 200]);
    expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining([...methods]));
  }
};
const readTurtle = async (address: string) => {
  const { status, headers, text } = await get(address, { accept: 'text/turtle' });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/turtle']);
  return new Parser()
    .parse(text)
    .map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value].join(' '));
};
const isHttps = (value: unknown) =>
  expect(JSON.stringify(value).replaceAll(/http:\/\/(?:www\.w3\.org|tools\.ietf\.org)/gu, '')).not.toContain(
    'http://',
  );

/** Every test by words of the sentences that it is about. */
const tests: readonly (readonly [words: readonly string[], test: () => Promise<void>])[] = [
  [
    [
      'SHOULD include a representation of the Annotation, after any changes',
      'MUST respond with a 201 Created',
      "MUST have a Location header with the Annotation's new IRI",
    ],
    async () => {
      const made = await create();
      expect(made).toMatchObject({
        status: 201,
        json: { id: made.headers.get('location'), type: 'Annotation' },
      });
      expect(made.json.created).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
      expect(made.headers.get('content-type')).toBe(type);
      expect((await get(made.json.id)).json).toEqual(made.json);
      expect((await create({ target: undefined })).status).toBe(422);
    },
  ],
  [
    [
      'Containers SHOULD only contain Annotations',
      'Resources that are not Annotations SHOULD NOT be included',
    ],
    async () => {
      for (const changes of [{ type: 'Person' }, { type: undefined }, { '@context': 'https://schema.org' }]) {
        expect((await create(changes)).status).toBe(422);
      }
      const { first } = (await get(small)).json;
      expect(first.items.every((item: { type: string }) => item.type === 'Annotation')).toBe(true);
    },
  ],
  [["HTTP methods on the Annotation's IRI"], () => expectMethods(one, ['GET', 'HEAD', 'OPTIONS'])],
  [
    ["HTTP methods on the Annotation Container's IRI"],
    () => expectMethods(small, ['GET', 'HEAD', 'OPTIONS']),
  ],
  [
    [
      'Servers SHOULD use HTTPS rather than HTTP',
      'Implementations SHOULD use HTTPS rather than HTTP',
      'The server SHOULD use HTTPS IRIs',
    ],
    async () => {
      isHttps((await get(one)).json);
      isHttps((await get(small)).json);
      const { headers } = await get(one);
      expect(headers.get('strict-transport-security')).toContain('max-age');
    },
  ],
  [
    [
      'Servers MUST support the JSON-LD representation',
      'MUST have a Content-Type header with the application/ld+json',
    ],
    async () => {
      for (const accept of [type, 'application/ld+json', 'application/json', '*/*']) {
        const { status, headers } = await get(one, { accept });
        expect([status, headers.get('content-type')]).toEqual([200, type]);
      }
    },
  ],
  [
    ['Servers SHOULD support a Turtle representation'],
    async () => {
      const said = await readTurtle(one);
      expect(said).toContain(`${one} http://www.w3.org/1999/02/22-rdf-syntax-ns#type ${oa}Annotation`);
      expect(said.some((line) => line.endsWith(`${oa}exact Het voornemen vervalt`))).toBe(true);
    },
  ],
  [
    ['the server SHOULD support content negotiation'],
    async () => {
      const typeFor = async (accept: string) => (await get(one, { accept })).headers.get('content-type');
      expect(await typeFor('text/turtle;q=0.5, application/ld+json')).toBe(type);
      expect(await typeFor('text/turtle, application/ld+json;q=0.9')).toBe('text/turtle');
      expect(await typeFor('text/html, text/*;q=0.3')).toBe('text/turtle');
      expect(
        await typeFor('application/ld+json; profile="https://example.org/other", text/turtle;q=0.1'),
      ).toBe(type);
      expect(await get(one, { accept: 'text/html' })).toMatchObject({
        status: 406,
        json: { code: 'not-acceptable' },
      });
      expect((await get(one, { accept: 'application/ld+json;q=0' })).status).toBe(406);
    },
  ],
  [
    [
      'Servers SHOULD use the 200 HTTP status code when no errors',
      'SHOULD use the 200 HTTP status code if the request',
    ],
    async () => {
      for (const address of [one, small, large]) expect((await get(address)).status).toBe(200);
    },
  ],
  [
    ['Link header entry where the target IRI is http://www.w3.org/ns/ldp#Resource'],
    async () => {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const { headers } = await send(method, one);
        expect(links(headers.get('link'))).toEqual([`type ${ldp}Resource`, `type ${oa}Annotation`]);
      }
    },
  ],
  [
    [
      'For HEAD and GET requests, the response MUST have an ETag',
      'responses from Annotation Containers MUST include an ETag',
    ],
    async () => {
      for (const address of [one, small]) {
        const [read, head] = await both(address);
        const etag = read?.headers.get('etag') ?? '';
        expect(etag).toMatch(/^"[^"]+"$/u);
        expect(head?.headers.get('etag')).toBe(etag);
        const again = await get(address, { 'if-none-match': etag });
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
        const turtle = await get(address, { accept: 'text/turtle' });
        expect(turtle.headers.get('etag')).not.toBe(etag);
      }
      const before = (await get(small)).headers.get('etag') ?? '';
      await create();
      expect((await get(small, { 'if-none-match': before })).status).toBe(200);
    },
  ],
  [
    ['The response MUST have an Allow header', 'SHOULD be advertised in the Allow header'],
    async () => {
      await expectMethods(one, ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
      await expectMethods(small, ['GET', 'HEAD', 'OPTIONS', 'POST']);
    },
  ],
  [
    ['MUST have a Vary header with Accept', 'MUST have a Vary header that includes Accept'],
    async () => {
      for (const answer of [...(await both(one)), ...(await both(small))]) {
        expect(answer.headers.get('vary')?.split(', ')).toContain('Accept');
      }
    },
  ],
  [
    [
      'MUST provide one or more Containers',
      'component MUST end in a "/" character',
      'SHOULD implement the LDP Basic Container',
    ],
    async () => {
      const { json } = await get(small);
      expect(json.type).toContain('BasicContainer');
      const { pathname } = new URL(json.partOf ?? json.id);
      expect(pathname).toBe(small);
      const bare = await send('GET', small.slice(0, -1));
      expect([bare.status, bare.headers.get('location')]).toEqual([308, small]);
    },
  ],
  [
    [
      'the server MUST return a description of the container',
      'That description MUST be available in JSON-LD, SHOULD be available in Turtle',
    ],
    async () => {
      expect((await get(small)).headers.get('content-type')).toBe(type);
      const { json } = await get(small);
      const said = await readTurtle(small);
      expect(said).toContain(
        `${json.id} http://www.w3.org/1999/02/22-rdf-syntax-ns#type ${ldp}BasicContainer`,
      );
      expect(said).toContain(`${json.id} http://www.w3.org/ns/activitystreams#totalItems ${json.total}`);
    },
  ],
  [
    ['SHOULD use both the LDP context'],
    async () => {
      expect((await get(small)).json['@context']).toEqual([
        'http://www.w3.org/ns/anno.jsonld',
        'http://www.w3.org/ns/ldp.jsonld',
      ]);
    },
  ],
  [
    [
      'MUST return a Link header [[!rfc5988]] on all responses',
      'It MUST advertise its type by including a link',
      'It MUST advertise that it imposes Annotation protocol specific constraints',
    ],
    async () => {
      const answers = [
        ...(await both(small)),
        await send('OPTIONS', small),
        await create(),
        await create({ type: 'Person' }),
        await server.request('GET', small),
        await send('PATCH', small, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201, 422, 401, 405]);
      for (const { headers } of answers) {
        expect(links(headers.get('link'))).toEqual(
          expect.arrayContaining([
            `type ${ldp}BasicContainer`,
            `${ldp}constrainedBy http://www.w3.org/TR/annotation-protocol/`,
          ]),
        );
      }
    },
  ],
  [
    ['This value SHOULD be used by administrative clients'],
    async () => {
      // The container itself cannot be replaced or deleted here: there is nothing that the value could guard.
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const { headers } = await get(small);
        const answer = await send(method, small, {}, { 'if-match': headers.get('etag') ?? '' });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
      }
    },
  ],
  [
    ['If the Accept header is absent'],
    async () => {
      for (const headers of [undefined, { accept: '' }])
        expect((await get(small, headers)).headers.get('content-type')).toBe(type);
    },
  ],
  [
    ['SHOULD include an Accept-Post header'],
    async () => {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        expect((await send(method, small)).headers.get('accept-post')).toBe(type);
      }
    },
  ],
  [
    [
      'MUST have at least the AnnotationCollection class',
      'It SHOULD have a human readable label',
      'SHOULD include the total property',
    ],
    async () => {
      const { json } = await get(large);
      expect(json.type).toContain('AnnotationCollection');
      expect(json.id).toContain(publicUrl);
      expect(json.label).toEqual(expect.any(String));
      expect(json.total).toBe(101);
    },
  ],
  [
    ['MUST either include a link to the first page', 'SHOULD have a link to the last page'],
    async () => {
      const { json } = await get(large);
      expect(json.first.items).toHaveLength(100);
      const last = (await get(json.last)).json;
      expect(last).toMatchObject({ type: 'AnnotationPage', startIndex: 100 });
      expect(last.items).toHaveLength(1);
    },
  ],
  [
    ['The Container SHOULD include the modified property'],
    async () => {
      const { json } = await create();
      expect((await get(small)).json.modified).toBe(json.modified);
    },
  ],
  [
    [
      'SHOULD differentiate between whether the pages contain',
      'otherwise it MUST include a Content-Location header',
    ],
    async () => {
      for (const [preference, query] of [
        [iris, '?iris=1'],
        [descriptions, '?iris=0'],
      ] as const) {
        const { headers, json } = await get(small, include(preference));
        expect(json.id).toBe(`${publicUrl}${small}${query}`);
        expect(headers.get('content-location')).toBe(json.id);
        expect((await get(json.id)).json).toEqual(json);
      }
    },
  ],
  [
    [
      'then it MUST include a Prefer request header with the value return=representation;include="http://www.w3.org/ns/ldp#PreferMinimalContainer"',
      'the server SHOULD NOT embed the Annotations',
      'the response MUST NOT include either the ldp:contains predicate',
      'The linked pages SHOULD follow any PreferContainedDescriptions or PreferContainedIRIs',
    ],
    async () => {
      const { json, headers } = await get(large, include(minimal));
      expect(headers.get('preference-applied')).toBe('return=representation');
      expect([typeof json.first, typeof json.last, 'contains' in json, 'items' in json]).toEqual([
        ...['string', 'string', false, false],
      ]);
      expect((await get(json.first)).json.items[0]).toHaveProperty('target');
      const addresses = (await get(large, include(minimal, iris))).json;
      expect((await get(addresses.first)).json.items[0]).toContain(`${publicUrl}${large}`);
    },
  ],
  [
    [
      'then it MUST include a Prefer request header with the value return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs"',
      'it MUST respond to PreferContainedIRIs',
      'The linked pages SHOULD follow the PreferContainedIRIs preference',
    ],
    async () => {
      const { first } = (await get(large, include(iris))).json;
      expect(first.type).toBe('AnnotationPage');
      expect((await get(first.items[0])).json.type).toBe('Annotation');
      const next = (await get(first.next)).json;
      expect(next.items).toEqual([expect.stringContaining(`${publicUrl}${large}`)]);
    },
  ],
  [
    [
      'then it MUST include a Prefer request header with the value return=representation;include="http://www.w3.org/ns/oa#PreferContainedDescriptions"',
      'it MUST respond to PreferContainedDescriptions',
      'The linked pages SHOULD follow the PreferContainedDescriptions preference',
      'the server SHOULD default to the PreferContainedDescriptions',
    ],
    async () => {
      const { json } = await get(large, include(descriptions));
      expect(json.first.items[0]).toHaveProperty('target');
      expect((await get(json.first.next)).json.items[0]).toHaveProperty('target');
      expect((await get(large)).json).toEqual(json);
    },
  ],
  [
    ['the client MUST NOT include both the PreferContainedIRIs and PreferContainedDescriptions'],
    async () => {
      const { headers, json } = await get(large, include(iris, descriptions));
      expect(headers.get('preference-applied')).toBeNull();
      expect(json).toEqual((await get(large)).json);
    },
  ],
  [
    [
      'The Annotation Page MUST have an IRI',
      'then it MUST have a reference to the Page which follows it',
      'it SHOULD have a reference ot the previous Page',
      'zero-based startIndex',
      'Each page MUST have a link to the Collection',
      'The description of the Collection SHOULD include both the total and modified',
    ],
    async () => {
      const { id, total, modified, first } = (await get(large)).json;
      const page = (await get(first.id)).json;
      expect(page).toMatchObject({
        id: first.id,
        type: 'AnnotationPage',
        startIndex: 0,
        partOf: { id, total, modified },
      });
      expect(page).not.toHaveProperty('prev');
      const last = (await get(page.next)).json;
      expect(last).toMatchObject({ startIndex: 100, prev: page.id, partOf: { id } });
      expect(last).not.toHaveProperty('next');
      expect(new Set([...page.items, ...last.items].map((item) => item.id)).size).toBe(total);
    },
  ],
  [
    ['The client SHOULD NOT send the Prefer header when requesting the Page'],
    async () => {
      const { id } = (await get(large)).json.first;
      expect((await get(id, include(iris))).json).toEqual((await get(id)).json);
    },
  ],
  [
    [
      'when Annotations on the resource SHOULD be created within',
      'the value of the rel parameter MUST be http://www.w3.org/ns/oa#annotationService',
    ],
    async () => {
      const [, slug] = /^\/annotations\/([^/]+)\/$/u.exec(small) ?? [];
      const { headers } = await server.request('GET', `/api/v1/dossiers/${slug}`, { token: tokenOf(small) });
      expect(links(headers.get('link'))).toEqual([`${oa}annotationService ${small}`]);
    },
  ],
  [
    ['All of the known information about the Annotation SHOULD be sent'],
    async () => {
      const known = {
        rights: 'https://creativecommons.org/licenses/by/4.0/',
        generator: 'https://example.org/app',
        created: '2020-01-01T00:00:00Z',
      };
      const made = await create(known);
      expect((await get(made.json.id)).json).toMatchObject(known);
    },
  ],
  [
    ['The serialization SHOULD use the Web Annotation JSON-LD profile'],
    async () => {
      expect((await create({}, { 'content-type': 'application/ld+json' })).status).toBe(201);
      expect((await create({}, { 'content-type': 'text/turtle' })).status).toBe(415);
      expect((await create({ '@context': 'https://example.org/other.jsonld' })).status).toBe(422);
    },
  ],
  [
    [
      'MUST assign an IRI to the Annotation resource',
      'The IRI for the Annotation MUST be the IRI of the Container',
      'SHOULD be copied to the via property',
    ],
    async () => {
      const id = 'https://elsewhere.example/annotations/1';
      const { json } = await create({ id });
      expect(json.via).toBe(id);
      expect(json.id.startsWith(`${publicUrl}${small}`)).toBe(true);
      expect(json.id.slice(`${publicUrl}${small}`.length)).toMatch(/^[^/?#]+$/u);
    },
  ],
  [
    ['that reference MUST be maintained without change'],
    async () => {
      const canonical = 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df';
      const made = await create({ canonical });
      expect((await get(made.json.id)).json.canonical).toBe(canonical);
    },
  ],
  [
    ['The server SHOULD use this name, so long as it does not already identify'],
    async () => {
      const slug = uuid();
      const made = await create({}, { slug });
      expect(made.headers.get('location')).toBe(`${publicUrl}${small}${slug}`);
      const again = await create({}, { slug });
      expect([again.status, again.headers.get('location') === made.headers.get('location')]).toEqual([
        201,
        false,
      ]);
      // A name that is no UUID is not used: see the decision.
      expect((await create({}, { slug: 'mijn-notitie' })).headers.get('location')).not.toContain(
        'mijn-notitie',
      );
    },
  ],
  [
    [
      'Replacing the Annotation with a new state MUST be done with the PUT method',
      'the server MUST return a 200 OK status with the Annotation',
      'the server MUST return the new state of the Annotation',
    ],
    async () => {
      const made = await create();
      const body = { type: 'TextualBody', value: 'Anders', purpose: 'commenting' };
      const put = await send(
        'PUT',
        made.json.id,
        { ...made.json, body },
        { 'if-match': made.headers.get('etag') ?? '', accept: type },
      );
      expect(put).toMatchObject({ status: 200, json: { id: made.json.id, body } });
      expect(put.headers.get('content-type')).toBe(type);
      expect((await get(made.json.id)).json).toEqual(put.json);
    },
  ],
  [
    ['The client SHOULD use the If-Match header'],
    async () => {
      const { json, headers } = await create();
      expect((await send('PUT', json.id, json)).status).toBe(428);
      const first = await send('PUT', json.id, json, { 'if-match': headers.get('etag') ?? '' });
      const stale = await send('PUT', json.id, json, { 'if-match': headers.get('etag') ?? '' });
      expect([first.status, stale.status, stale.json.code]).toEqual([200, 412, 'precondition-failed']);
    },
  ],
  [
    ['Servers SHOULD reject update requests that modify the values of the canonical or via'],
    async () => {
      const { json } = await create({
        id: 'https://elsewhere.example/2',
        canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
      });
      for (const name of ['canonical', 'via']) {
        for (const value of ['https://example.org/other', undefined]) {
          const answer = await send('PUT', json.id, { ...json, [name]: value }, { 'if-match': '*' });
          expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: name }] } });
        }
      }
      const added = await create();
      const set = { ...added.json, canonical: 'https://example.org/canonical' };
      expect((await send('PUT', added.json.id, set, { 'if-match': '*' })).json.canonical).toBe(set.canonical);
    },
  ],
  [
    [
      'Clients MUST use the DELETE HTTP method',
      'the server MUST return a 204 status',
      'MUST be removed from the Annotation Container',
      'The IRIs of deleted Annotations SHOULD NOT be re-used',
      'Annotation Servers SHOULD support this method',
    ],
    async () => {
      const slug = uuid();
      const { json } = await create({}, { slug });
      expect((await get(small, include(iris))).json.first.items).toContain(json.id);
      const gone = await send('DELETE', json.id);
      expect([gone.status, gone.text]).toEqual([204, '']);
      expect((await get(small, include(iris))).json.first.items).not.toContain(json.id);
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const answer = await send(method, json.id, method === 'PUT' ? annotation() : undefined);
        expect([method, answer.status]).toEqual([method, 410]);
      }
      expect((await create({}, { slug })).headers.get('location')).not.toContain(slug);
      expect((await create({ id: `urn:uuid:${slug}` })).status).toBe(409);
    },
  ],
  [
    ['Clients SHOULD send the ETag of the Annotation in the If-Match'],
    async () => {
      const { json, headers } = await create();
      await send('PUT', json.id, json, { 'if-match': '*' });
      const stale = await send('DELETE', json.id, undefined, { 'if-match': headers.get('etag') ?? '' });
      expect(stale.status).toBe(412);
      const { headers: current } = await get(json.id);
      expect(
        (await send('DELETE', json.id, undefined, { 'if-match': current.get('etag') ?? '' })).status,
      ).toBe(204);
    },
  ],
];

describe('the Web Annotation Protocol', () => {
  for (const [words, test] of tests) {
    for (const some of words) {
      it(sentences.find((sentence) => sentence.includes(some)) ?? some, test);
    }
  }

  const missing = sentences.length === 0;
  const title = 'has a test or a reason for each sentence that says MUST or SHOULD';
  it.skipIf(missing)(missing ? `${title} (skipped: ${file} is not there)` : title, () => {
    const reasons = [...decision.matchAll(/^> (.+)$/gmu)].map(([, some]) => some ?? '');
    const known = [...tests.flatMap(([words]) => words), ...reasons];
    expect(sentences.filter((sentence) => !known.some((some) => sentence.includes(some)))).toEqual([]);
    expect(known.filter((some) => !sentences.some((sentence) => sentence.includes(some)))).toEqual([]);
  });
});

describe('a browser on another site', () => {
  const origin = 'https://annotator.example';

  it('may ask, may send what the protocol needs, and may read what it answers', async () => {
    const asked = await server.request('OPTIONS', small, {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, prefer, slug, if-match',
      },
    });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')?.split(',')).toEqual(
      expect.arrayContaining(['POST', 'PUT', 'DELETE']),
    );
    for (const name of ['authorization', 'content-type', 'prefer', 'slug', 'if-match', 'if-none-match']) {
      expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain(name);
    }
    const { headers } = await get(small, { origin });
    for (const name of [
      'ETag',
      'Link',
      'Location',
      'Content-Location',
      'Allow',
      'Accept-Post',
      'Preference-Applied',
    ]) {
      expect(headers.get('access-control-expose-headers')).toContain(name);
    }
  });
});
