import { randomUUIDv7 as uuid } from 'node:crypto';
import * as api from '@waarborg/shared/api';
import { readWholeList } from '@waarborg/shared/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { arbitraryOf, type JsonSchema } from '../testing/arbitrary-of-schema.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createFaultFinder, hasSchemas } from '../testing/web-annotation-schemas.ts';

/**
 * How many requests are made: some forty to each route in an ordinary run, other ones each time and on each database,
 * and more in `npm run endurance`.
 */
const count = Number(process.env.GENERATED_REQUESTS ?? 4_000);
const seed = Number(process.env.GENERATED_SEED ?? Date.now() % 2 ** 31);
/** A request that takes longer hangs. */
const patienceMs = 30_000;

interface Operation {
  readonly method: string;
  readonly route: string;
  readonly parameters: readonly { name: string; in: string; schema: JsonSchema }[];
  readonly body: JsonSchema | undefined;
}

let server: TestServer;
let dossier: { id: string; slug: string };
let token: string;
let operations: Operation[];
/** Identifiers of what is there. */
const ids: string[] = [uuid()];

beforeAll(async () => {
  server = await createTestServer({ REQUESTS_PER_MINUTE: '0' });
  const added = await server.addDossier();
  dossier = added;
  token = added.owner.token;
  const { json } = await server.request('GET', '/api/v1/openapi.json');
  const webAnnotation: JsonSchema = {
    type: 'object',
    required: ['@context', 'type', 'target'],
    properties: {
      '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
      type: { const: 'Annotation' },
      id: { type: 'string', format: 'uri' },
      bodyValue: { type: 'string' },
      target: {
        anyOf: [
          { type: 'string', format: 'uri' },
          {
            type: 'object',
            properties: { id: { type: 'string', format: 'uri' }, value: {} },
            required: ['id'],
          },
        ],
      },
      'x:more': {},
    },
  };
  operations = [
    ...toOperations(json),
    { method: 'POST', route: '/annotations/{dossier}/', parameters: [], body: webAnnotation },
    { method: 'PUT', route: '/annotations/{dossier}/{id}', parameters: [], body: webAnnotation },
    {
      method: 'GET',
      route: '/annotations/{dossier}/',
      parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
      body: undefined,
    },
  ];
  for (let index = 0; index < 3; index++) await addSamples();
});
afterAll(() => server.close());

function toOperations({ paths }: { paths: Record<string, Record<string, object>> }): Operation[] {
  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { parameters = [], requestBody } = described as {
        parameters?: Operation['parameters'];
        requestBody?: { content: Record<string, { schema: JsonSchema }> };
      };
      const body = requestBody?.content['application/json']?.schema;
      return { method: method.toUpperCase(), route: `/api/v1${route}`, parameters, body };
    }),
  );
}

async function addSamples() {
  const base = `/api/v1/dossiers/${dossier.slug}`;
  const document = sampleDocument();
  await server.request('POST', `${base}/documents`, { token, body: document });
  const annotation = sampleAnnotation(document.id);
  const made = await server.request('POST', `${base}/annotations`, { token, body: annotation });
  ids.push(
    document.id,
    annotation.id,
    made.json.codings[0].id,
    made.json.codings[0].speaker,
    made.json.creator.id,
  );
}

/** One request, as its parts; what the path needs is looked up when it is made, because things come and go. */
function arbitraryRequest(operation: Operation) {
  const known = fc.nat().map((place) => ids[place % ids.length] ?? '');
  const inPath = fc.oneof(
    { arbitrary: known, weight: 9 },
    { arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }), weight: 1 },
  );
  const values = Object.fromEntries(
    operation.parameters
      .filter((parameter) => parameter.in !== 'path')
      .map(({ name, in: place, schema }) => [`${place} ${name}`, arbitraryOf(schema, known)]),
  );
  return fc.record({
    operation: fc.constant(operation),
    path: fc.array(inPath, { minLength: 4, maxLength: 4 }),
    isOwn: fc.nat(30).map((number) => number > 0),
    values: fc.record(values, { requiredKeys: [] }),
    ifMatch: fc.option(fc.constantFrom('*', '"1"', 'x'), { nil: undefined }),
    body: operation.body ? arbitraryOf(operation.body, known) : fc.constant(undefined),
  });
}
type GeneratedRequest = ReturnType<typeof arbitraryRequest> extends fc.Arbitrary<infer R> ? R : never;

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

function toRequest({ operation, path, isOwn, values, ifMatch, body }: GeneratedRequest) {
  let place = 0;
  const address = operation.route.replace(/\{([^}]+)\}/gu, (_, name: string) =>
    name === 'dossier' && isOwn ? dossier.slug : encode(path[place++ % path.length]),
  );
  const query = Object.entries(values as Record<string, unknown>).flatMap(([name, value]) =>
    name.startsWith('query ') && value !== undefined
      ? [value].flat().map((one) => `${encodeURIComponent(name.slice(6))}=${encode(one)}`)
      : [],
  );
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  const text = body === undefined ? undefined : JSON.stringify(body);
  return { address: query.length > 0 ? `${address}?${query.join('&')}` : address, headers, body: text };
}

async function make(generated: GeneratedRequest): Promise<number> {
  const { address, headers, body } = toRequest(generated);
  const { method } = generated.operation;
  const what = `${method} ${address} ${body?.slice(0, 2_000)}`;
  let timer: NodeJS.Timeout | undefined;
  const hangs = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer: ${what}`)), patienceMs);
  });
  const request = { token, headers, ...(body === undefined ? {} : { body }) };
  const answer = await Promise.race([server.request(method, address, request), hangs]);
  clearTimeout(timer);
  expect(answer.status, `${what}: ${answer.text} ${server.faults.join('; ')}`).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(answer.headers.get('content-type'), what).toBe('application/problem+json');
    expect(api.problemSchema.safeParse(answer.json).error, what).toBeUndefined();
  }
  if (typeof answer.json?.id === 'string' && answer.status < 300) ids.push(answer.json.id);
  const deletion = generated.isOwn && method === 'DELETE' && answer.headers.get('dossier-revision');
  if (deletion && generated.operation.route === '/api/v1/dossiers/{dossier}') {
    const undo = `/api/v1/dossiers/${dossier.slug}/revisions/${deletion}/undo`;
    expect((await server.request('POST', undo, { token })).status).toBe(200);
  }
  // A request can end the token or the membership with which it was made.
  if (answer.status === 401 || answer.json?.code === 'dossier-not-found') {
    if (generated.isOwn || answer.status === 401) ({ token } = await server.addMember(dossier.id, 'owner'));
  }
  return answer.status;
}

it(`${count} generated requests over every route make no fault, and leave nothing that is not valid (seed ${seed})`, async () => {
  const requests = fc.sample(fc.oneof(...operations.map(arbitraryRequest)), { numRuns: count, seed });
  const statuses = new Map<string, number>();
  const asked = new Set((requests as GeneratedRequest[]).map(({ operation }) => operation));
  expect(operations.filter((operation) => !asked.has(operation))).toEqual([]);
  for (const request of requests as GeneratedRequest[]) {
    const status = await make(request);
    const kind = `${Math.floor(status / 100)}xx`;
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
  }
  console.info(
    `${count} generated requests over ${operations.length} operations, seed ${seed}:`,
    Object.fromEntries(statuses),
  );
  expect(server.faults).toEqual([]);
  // Most were refused, but enough were not.
  expect(statuses.get('2xx')).toBeGreaterThan(count / 20);
  await expectValid();
}, 600_000);

/** Everything that the dossier holds now is as the schemas of the API and of the W3C say. */
async function expectValid() {
  ({ token } = await server.addMember(dossier.id, 'owner'));
  const base = `/api/v1/dossiers/${dossier.slug}`;
  const lists: Record<string, z.ZodType<{ next?: string | undefined }>> = {
    annotations: api.annotationListSchema,
    documents: api.documentListSchema,
    speakers: api.speakerListSchema,
    links: api.linkListSchema,
    readings: api.readingListSchema,
    dismissals: api.dismissalListSchema,
    outlines: api.outlineListSchema,
    publications: api.publicationListSchema,
    members: api.memberListSchema,
    invitations: api.invitationListSchema,
  };
  for (const [name, schema] of Object.entries(lists)) {
    await readWholeList(`${base}/${name}`, async (address) =>
      schema.parse((await server.request('GET', address, { token })).json),
    );
  }
  const changes = await server.request('GET', `${base}/changes`, { token });
  expect(api.changesResponseSchema.safeParse(changes.json).error).toBeUndefined();
  const matrix = await server.request('GET', `${base}/matrix`, { token });
  expect(api.matrixResponseSchema.safeParse(matrix.json).error).toBeUndefined();
  if (!hasSchemas) return;
  const findFaults = createFaultFinder();
  for (
    let address: string | undefined = `/annotations/${dossier.slug}/?iris=0&page=0`;
    address !== undefined;
  ) {
    const { json } = await server.request('GET', address, { token });
    expect(findFaults(json)).toEqual([]);
    address = json.next?.replace(/^https?:\/\/[^/]+/u, '');
  }
}
