import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPasswordAccounts } from '../accounts/password-accounts.ts';
import { createResetLink } from '../accounts/reset-password.ts';
import { createToken } from '../accounts/token-store.ts';
import { setRole } from '../members/member-store.ts';
import { filesWith, placesOf } from '../testing/places-of.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { eraseAgain, eraseUser } from './erasure-service.ts';
import { listErasedUsers } from './erasure-store.ts';
import { pseudonymOf, withoutPerson } from './pseudonym.ts';

const name = 'Willemijn Zoekgeraakt';
const email = 'willemijn.zoekgeraakt@example.nl';
const publicUrl = 'https://waarborg.example.nl';
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

/** Somebody with an account, a password, a session, a token, a reset link, and work of every kind. */
async function addPerson() {
  const { database, signIn } = server.instance;
  const dossier = await server.addDossier();
  const { id } = await createPasswordAccounts(signIn).create({
    name,
    email,
    password: 'een-lang-wachtwoord',
  });
  await setRole(database, { dossier: dossier.id, user: id, role: 'reviewer' });
  const token = await createToken(database, { user: id, dossier: dossier.id, name: `laptop van ${name}` });
  await createResetLink(signIn, { user: id, publicUrl });
  await server.request('POST', '/api/auth/sign-in/email', {
    body: { email, password: 'een-lang-wachtwoord' },
    headers: { host: 'waarborg.example.nl', origin: publicUrl },
    from: '192.0.2.1',
  });
  const base = `/api/v1/dossiers/${dossier.slug}`;
  const document = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() })).json
    .id;
  const passage = sampleAnnotation(document);
  const headers = { 'idempotency-key': uuid() };
  await server.request('POST', `${base}/annotations`, { token, body: passage, headers });
  const foreign = await server.request('POST', `/annotations/${dossier.slug}/`, {
    token,
    headers: { 'content-type': 'application/ld+json' },
    body: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      creator: { type: 'Person', name, email: `mailto:${email}` },
      body: { type: 'TextualBody', value: 'Opmerking' },
      target: {
        source: 'https://example.org/brief',
        selector: { type: 'TextQuoteSelector', exact: 'woord' },
      },
    },
  });
  expect(foreign.status).toBe(201);
  await server.request('PUT', `${base}/readings`, { token, body: { document, safeguards: 'all' } });
  const dismissal = { document, safeguard: 'voornemen', quote: 'Het voornemen vervalt.' };
  await server.request('PUT', `${base}/dismissals/${uuid()}`, { token, body: dismissal });
  await server.request('POST', `${base}/invitations`, {
    token: dossier.owner.token,
    body: { role: 'reader', email },
  });
  return { id, token, dossier, passage: passage.id };
}

describe('erasing a person', { timeout: 60_000 }, () => {
  it('leaves name and address nowhere, and the work where it was', async () => {
    const { id, token, dossier, passage } = await addPerson();
    expect(await placesOf(server, email)).toContain('user.email');
    expect(await placesOf(server, name)).toEqual(
      expect.arrayContaining(['revision_item.after', 'annotation.foreign_json']),
    );
    await eraseUser(server.instance.database, id);
    for (const text of [email, name])
      expect([await placesOf(server, text), filesWith(server, text)]).toEqual([[], []]);
    const owner = { token: dossier.owner.token };
    const base = `/api/v1/dossiers/${dossier.slug}`;
    const kept = await server.request('GET', `${base}/annotations/${passage}`, owner);
    expect(kept.json.creator).toEqual({ id, name: pseudonymOf(id).name });
    const { changes } = (await server.request('GET', `${base}/changes`, owner)).json;
    expect(changes.at(-1)).toMatchObject({ operation: 'erase-person', items: [{ kind: 'membership', id }] });
    expect((await server.request('GET', base, { token })).status).toBe(401);
  });

  it('is done again, by id alone, in a database from before it', async () => {
    const { database } = server.instance;
    const erased = await listErasedUsers(database);
    const id = erased.at(-1)?.user ?? '';
    expect(JSON.stringify(erased)).not.toContain(name);
    // What a restored backup holds: the person as before, and no list.
    await database.updateTable('user').set({ name, email }).where('id', '=', id).execute();
    await database.deleteFrom('erased_user').execute();
    await eraseAgain(database, erased);
    expect(await placesOf(server, name)).toEqual([]);
    expect(await listErasedUsers(database)).toEqual(erased);
  });

  it('waits until a dossier that others work in has another owner', async () => {
    const dossier = await server.addDossier();
    const member = await server.addMember(dossier.id, 'reader');
    const { database } = server.instance;
    await expect(eraseUser(database, dossier.owner.id)).rejects.toMatchObject({
      ...{ code: 'last-owner', errors: [{ message: dossier.slug }] },
    });
    await setRole(database, { dossier: dossier.id, user: member.id, role: 'owner' });
    await eraseUser(database, dossier.owner.id);
    const answer = await server.request('GET', `/api/v1/dossiers/${dossier.slug}/members`, {
      token: member.token,
    });
    expect(answer.json.members.map(({ id }: { id: string }) => id)).toEqual([member.id]);
  });
});

describe('a value without a person', () => {
  const person = { id: 'u1', name: 'Jan', email: 'jan@example.nl' };
  const pseudonym = pseudonymOf('u1');
  it.each([
    ['by id', { creator: { id: 'u1', name: 'Jan' } }, { creator: { id: 'u1', name: pseudonym.name } }],
    ['by address', { creator: 'mailto:Jan@example.nl' }, { creator: pseudonym.email }],
    [
      'as a maker',
      { creator: ['Jan', { name: 'Jan' }] },
      { creator: [pseudonym.name, { name: pseudonym.name }] },
    ],
    ['not where another has the name', { name: 'Jan', id: 'u2' }, { name: 'Jan', id: 'u2' }],
    ['in JSON in JSON', { foreign: '{"creator":"Jan"}' }, { foreign: `{"creator":"${pseudonym.name}"}` }],
    ['not in a quote', { exact: 'Jan', note: 'Jan zegt' }, { exact: 'Jan', note: 'Jan zegt' }],
  ])('is found %s', (_how, value, expected) => {
    expect(withoutPerson(value, person)).toEqual(expected);
  });
});
