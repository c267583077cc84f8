import { randomUUIDv7 as uuid } from 'node:crypto';
import { itemKinds } from '@waarborg/shared/api';
import { isAllowed, type Role, roles } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setRole } from '../members/member-store.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import {
  assertEveryRouteHasRule,
  type RouteRule,
  routeName,
  routeRules,
  routesOfDeleted,
} from './route-rules.ts';

/** A route with its rule, as the app lists it. */
interface RuledRoute {
  readonly method: string;
  readonly path: string;
  readonly rule: RouteRule;
}

const isRole = (rule: RouteRule): rule is Role => roles.some((role) => role === rule);
/** Stands in every text of a dossier that its strangers must not see. */
const secret = 'vertrouwelijk';

/** Every route is asked as everybody: bounds a hang on a machine that is busy. */
const timeoutMs = 120_000;

let server: TestServer;
let asked = 0;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(async () => {
  await server.close();
  console.info(
    `${asked} requests over ${listRoutes().length} routes, ${ofDossiers().length} of them of a dossier, as nobody, strangers, ended tokens and ${roles.length} roles`,
  );
});
afterEach(() => expect(server.faults).toEqual([]));

/** Every route that Hono knows and that is not middleware; what deletes comes last, and the dossier itself after all else. */
function listRoutes(): RuledRoute[] {
  const found = server.instance.app.routes
    .filter((route) => routeName(route) in routeRules && route.method !== 'ALL')
    .map((route) => ({
      method: route.method,
      path: route.path,
      rule: routeRules[routeName(route)] ?? 'anyone',
    }));
  const routes = [...new Map(found.map((route) => [routeName(route), route])).values()];
  const turn = ({ method, path }: RuledRoute) =>
    Number(method === 'DELETE') + Number(routesOfDeleted.has(routeName({ method, path })));
  return routes.sort((a, b) => turn(a) - turn(b));
}
const guarded = () => listRoutes().filter(({ rule }) => rule !== 'anyone');
const ofDossiers = () => listRoutes().filter(({ rule }) => isRole(rule));

/** The address of a route in a dossier; every other parameter becomes `id`. */
function addressOf({ path }: RuledRoute, dossier: string, id: string = uuid()): string {
  return path
    .replace(':dossier', dossier)
    .replace(/:(\w+)(?:\{.*?\})?/gu, id)
    .replace('*', '');
}

/** Asks without waiting for the end of an answer that never ends. */
async function ask(method: string, address: string, headers: Record<string, string> = {}) {
  asked++;
  const isWrite = !['GET', 'HEAD'].includes(method);
  const answer = await server.instance.app.request(address, {
    method,
    headers: {
      ...{ host: '127.0.0.1:8787', 'if-match': '*' },
      ...(isWrite ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(isWrite ? { body: '{}' } : {}),
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await answer.body?.cancel();
  const text = isStream ? '' : await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  return { status: answer.status, text, code: isProblem ? (JSON.parse(text).code as string) : undefined };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The session cookie of whoever opens a page on this machine. */
async function openPage(): Promise<string> {
  const { headers } = await server.request('GET', '/', { headers: { accept: 'text/html' } });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('the table of rules', () => {
  it('has a rule for every route', () => {
    assertEveryRouteHasRule(server.instance.app.routes);
    expect(ofDossiers().length).toBeGreaterThan(20);
  });

  it('has no rule for a route that is gone', () => {
    const names = new Set(server.instance.app.routes.map(routeName));
    expect(Object.keys(routeRules).filter((name) => !names.has(name))).toEqual([]);
  });

  it('says what to add for a route that nobody decided about', () => {
    const route = { method: 'POST', path: '/api/v1/dossiers/:dossier/nieuw' };
    expect(() => assertEveryRouteHasRule([route])).toThrow(/POST .*\/nieuw.*route-rules\.ts/su);
  });

  it('asks a role for every route below a dossier, and only there', () => {
    for (const { method, path, rule } of listRoutes()) {
      expect(path.includes(':dossier'), `${method} ${path}: ${rule}`).toBe(isRole(rule));
    }
  });
});

describe('every route', { timeout: timeoutMs }, () => {
  it('gives nobody anything without a token, or with one that is not ours', async () => {
    const { slug } = await server.addDossier();
    for (const route of guarded()) {
      for (const headers of [{}, ...['wbg_nergens', 'nergens', 'eyJ.x.y'].map(bearer)]) {
        const answer = await ask(route.method, addressOf(route, slug), headers);
        expect(answer, routeName(route)).toMatchObject({ status: 401, code: 'unauthenticated' });
      }
    }
  });

  it('gives nothing for a token that has ended', async () => {
    const { database } = server.instance;
    const dossier = await server.addDossier();
    const [expired, revoked] = [
      await server.addMember(dossier.id, 'owner'),
      await server.addMember(dossier.id, 'owner'),
    ];
    const past = '2020-01-01T00:00:00.000Z';
    const end = (column: 'expires' | 'revoked', user: string) =>
      database
        .updateTable('token')
        .set({ [column]: past })
        .where('user_id', '=', user)
        .execute();
    await end('expires', expired.id);
    await end('revoked', revoked.id);
    for (const route of guarded()) {
      for (const { token } of [expired, revoked]) {
        const answer = await ask(route.method, addressOf(route, dossier.slug), bearer(token));
        expect(answer, routeName(route)).toMatchObject({ status: 401, code: 'unauthenticated' });
      }
    }
  });

  it('that asks for a person refuses every token', async () => {
    const { slug, owner } = await server.addDossier();
    for (const route of listRoutes().filter(({ rule }) => ['person', 'sign-in'].includes(rule))) {
      const answer = await ask(route.method, addressOf(route, slug), bearer(owner.token));
      expect(answer, routeName(route)).toMatchObject({ status: 403, code: 'token-limited' });
    }
  });

  it('that changes something refuses a cookie that a page of another site sends along', async () => {
    const cookie = await openPage();
    for (const route of guarded().filter(({ method }) => method !== 'GET')) {
      const headers = { cookie, origin: 'https://evil.example' };
      const answer = await ask(route.method, addressOf(route, 'voorbeeld'), headers);
      expect(answer, routeName(route)).toMatchObject({ status: 403, code: 'foreign-origin' });
    }
  });
});

describe('every route of a dossier', { timeout: timeoutMs }, () => {
  it('is not there for whoever is no member, by token or by session', async () => {
    const [mine, others] = [await server.addDossier(), await server.addDossier()];
    const cookie = await openPage();
    const strangers = [bearer(mine.owner.token), { cookie, origin: 'http://127.0.0.1:8787' }];
    for (const route of ofDossiers()) {
      for (const slug of [others.slug, `d-${uuid()}`]) {
        for (const headers of strangers) {
          const answer = await ask(route.method, addressOf(route, slug), headers);
          expect(answer, routeName(route)).toMatchObject({ status: 404, code: 'dossier-not-found' });
        }
      }
    }
  });

  it('is not there for a token of another dossier, also when the person is a member of both', async () => {
    const [mine, other] = [await server.addDossier(), await server.addDossier()];
    await setRole(server.instance.database, { dossier: other.id, user: mine.owner.id, role: 'owner' });
    for (const route of ofDossiers()) {
      const answer = await ask(route.method, addressOf(route, other.slug), bearer(mine.owner.token));
      expect(answer, routeName(route)).toMatchObject({ status: 404, code: 'dossier-not-found' });
    }
  });

  it('is not there for the token of a removed member', async () => {
    const dossier = await server.addDossier();
    const removed = await server.addMember(dossier.id, 'owner');
    await server.instance.database.deleteFrom('membership').where('user_id', '=', removed.id).execute();
    for (const route of ofDossiers()) {
      const { status } = await ask(route.method, addressOf(route, dossier.slug), bearer(removed.token));
      expect([401, 404], routeName(route)).toContain(status);
    }
  });

  it.each(roles)('does for a %s exactly what the role allows', async (role) => {
    const dossier = await server.addDossier();
    for (const route of ofDossiers()) {
      // A new one each time: a route may end its membership.
      const { token } = await server.addMember(dossier.id, role);
      const { status, code } = await ask(route.method, addressOf(route, dossier.slug), bearer(token));
      const isRefused = status === 403 && code === 'forbidden';
      expect(isRefused, `${role}: ${routeName(route)}: ${status} ${code}`).toBe(
        !isAllowed(role, route.rule as Role),
      );
      if (!isRefused) {
        expect([401, 403], `${role}: ${routeName(route)}: ${code}`).not.toContain(status);
        expect(code, `${role}: ${routeName(route)}`).not.toBe('dossier-not-found');
        expect(status, `${role}: ${routeName(route)}: ${code}`).toBeLessThan(500);
      }
    }
  });

  it("gives nothing for another dossier's ids in one's own dossier", async () => {
    const [mine, others] = [await server.addDossier(), await server.addDossier()];
    for (const foreign of await listForeignIds(others)) {
      for (const route of ofDossiers().filter(({ path }) => /:(?!dossier)/u.test(path))) {
        const address = addressOf(route, mine.slug, foreign);
        const { status, text } = await ask(route.method, address, bearer(mine.owner.token));
        expect([400, 403, 404, 412, 422], `${routeName(route)} ${foreign}: ${status}`).toContain(status);
        expect(text, routeName(route)).not.toContain(secret);
      }
    }
  });
});

/** An id of every kind of thing that the log of a dossier names, after something of every kind was put into it. */
async function listForeignIds(dossier: {
  id: string;
  slug: string;
  owner: { id: string; token: string };
}): Promise<string[]> {
  const { token } = dossier.owner;
  const send = (path: string, body: unknown) =>
    server.request('POST', `/api/v1/dossiers/${dossier.slug}${path}`, { token, body });
  const document = (await send('/documents', sampleDocument({ title: secret, issuer: secret }))).json.id;
  const passages = [];
  for (let count = 0; count < 2; count++) {
    passages.push((await send('/annotations', sampleAnnotation(document, { note: secret }))).json.id);
  }
  await send('/links', { id: uuid(), from: passages[0], to: passages[1], kind: 'supports' });
  const dismissal = { document, safeguard: 'voornemen', quote: secret };
  await server.request('PUT', `/api/v1/dossiers/${dossier.slug}/dismissals/${uuid()}`, {
    ...{ token, body: dismissal },
  });
  const source = 'https://example.org/a.html';
  await send(`/documents/${document}/renditions`, { text: secret, source, mediaType: 'text/html' });
  const outline = (await send('/outlines', { id: uuid(), title: secret })).json.id;
  const text = { id: uuid(), content: { kind: 'text', text: secret } };
  await send(`/outlines/${outline}/parts`, text);
  await send(`/outlines/${outline}/parts/${text.id}/comments`, { id: uuid(), text: secret });
  await send('/publications', { title: secret, view: {}, acceptedOnly: false });
  const invitation = (await send('/invitations', { role: 'owner' })).json.id;
  const rows = await server.instance.database
    .selectFrom('revision_item')
    .select(['kind', 'item_id'])
    .where('dossier_id', '=', dossier.id)
    // Concepts have the same names in every dossier.
    .where('kind', '!=', 'codebook')
    .execute();
  // The last of each kind stands for all of it.
  const ids = new Map(rows.map(({ kind, item_id }) => [kind, item_id]));
  expect([...ids.keys(), 'codebook', 'reading'].sort()).toEqual([...itemKinds].sort());
  const kept = [...ids.values()].flatMap((id) => id.split(' '));
  return [...new Set([...kept, invitation])];
}
