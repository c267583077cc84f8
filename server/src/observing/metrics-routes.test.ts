import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const token = 'een-geheim-voor-prometheus-van-veertig-tekens';

let open: TestServer;
let shut: TestServer;
beforeAll(async () => {
  open = await createTestServer();
  shut = await createTestServer({
    ...{ HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl' },
    METRICS_TOKEN: token,
  });
});
afterAll(() => Promise.all([open.close(), shut.close()]));

const neighbour = { from: '127.0.0.1' };

describe('the metrics', () => {
  it('count requests by the pattern of their address', async () => {
    const { slug, owner } = await open.addDossier();
    const base = `/api/v1/dossiers/${slug}`;
    const draft = sampleDocument();
    await open.request('POST', `${base}/documents`, { token: owner.token, body: draft });
    const annotation = sampleAnnotation(draft.id);
    await open.request('POST', `${base}/annotations`, { token: owner.token, body: annotation });
    await open.request('GET', `${base}/annotations/${annotation.id}?wie=noor`, { token: owner.token });
    await open.request('GET', `${base}/annotations/${annotation.id}`);
    const { status, headers, text } = await open.request('GET', '/metrics', neighbour);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    const route = '/api/v1/dossiers/:dossier/annotations';
    expect(text).toContain(`waarborg_http_requests_total{method="POST",route="${route}",status="201"} 1`);
    expect(text).toContain(`waarborg_http_requests_total{method="GET",route="${route}/:id",status="401"} 1`);
    expect(text).toContain(
      `waarborg_http_request_duration_seconds_count{method="GET",route="${route}/:id"} 2`,
    );
    for (const secret of [slug, annotation.id, draft.id, owner.id, owner.token, 'noor', 'voornemen']) {
      expect(text).not.toContain(secret);
    }
  });

  it('say how large the database is and how many codings it has', async () => {
    const { text } = await open.request('GET', '/metrics', neighbour);
    expect(Number(/^waarborg_database_bytes (\d+)$/mu.exec(text)?.[1])).toBeGreaterThan(100_000);
    expect(Number(/^waarborg_codings (\d+)$/mu.exec(text)?.[1])).toBeGreaterThan(40);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
  });

  it.each([
    ['another machine', { from: '192.0.2.1' }],
    ['nobody knows whom', {}],
    ['a proxy', { ...neighbour, headers: { 'x-forwarded-for': '192.0.2.1' } }],
    ['a name that leads here', { ...neighbour, headers: { host: 'evil.example' } }],
  ])('are not there for %s', async (_who, request) => {
    const answer = await open.request('GET', '/metrics', request);
    expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('are with a token for whoever has it, and for no neighbour without', async () => {
    const elsewhere = { from: '192.0.2.1', token };
    expect((await shut.request('GET', '/metrics', elsewhere)).status).toBe(200);
    expect((await shut.request('GET', '/metrics', neighbour)).status).toBe(401);
    expect((await shut.request('GET', '/metrics', { ...elsewhere, token: `${token}x` })).status).toBe(401);
  });
});
