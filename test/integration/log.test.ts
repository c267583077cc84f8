/** The log of a team's server: one line of JSON an event, and nobody and nothing that somebody wrote in it. */

import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { askApi, makeDocument } from '../helpers/steady-writer.ts';

const publicUrl = 'https://waarborg.example.nl';
const person = { email: 'noor.de.wit@example.nl', name: 'Noor de Wit' };
const words = { exact: 'Het voornemen vervalt.', note: 'geheime opmerking', query: 'zoekwoord' };

let server: RunningServer;
let secrets: string[];
let lines: {
  level: number;
  requestId?: string;
  method?: string;
  route?: string;
  status?: number;
  ms?: number;
  msg: string;
}[];
beforeAll(async () => {
  server = await startServer({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'trace' });
  const dossier = 'geheim-dossier';
  const { link } = JSON.parse(
    await server.admin('create-user', '--user', person.email, '--name', person.name),
  );
  const [password, linkSecret] = ['een-zin-van-woorden', new URL(link).hash.slice(1)];
  const { token } = await server.createToken(person.email, dossier);
  const place = { api: `${server.address}/api/v1`, dossier, token };
  const document = await makeDocument(place);
  const id = uuid();
  const base = `${place.api}/dossiers/${dossier}`;
  const passage = {
    ...{ id, document, source: 'https://example.org/brief.html', note: words.note, codings: [] },
    ranges: [{ exact: words.exact, prefix: '', suffix: '', start: 0, end: 22 }],
  };
  await askApi(place, `${base}/annotations`, {
    method: 'POST',
    body: passage,
    headers: { 'x-request-id': 'van-de-proxy' },
  });
  await askApi(place, `${base}/annotations`, { method: 'POST', body: { ...passage, ranges: words.exact } });
  await askApi(place, `${base}/matrix?q=${words.query}`);
  await askApi(place, `${base}/${words.query}/${words.query}`);
  await askApi({ token: 'wbg_gestolen' }, `${base}/annotations/${id}`);
  const post = (path: string, body: object) =>
    fetch(`${server.address}/api/auth${path}?${words.query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify(body),
    });
  await post('/reset-password', { token: linkSecret, newPassword: password });
  const signIn = (secret: string) => post('/sign-in/email', { email: person.email, password: secret });
  const cookie = (await signIn(password)).headers.getSetCookie().join('; ');
  await signIn('een-fout-wachtwoord');
  await fetch(`${server.address}/dossiers/${dossier}?q=${words.query}`, {
    headers: { cookie, referer: `https://elders.example/${words.query}` },
  });
  await server.stop();
  secrets = [
    ...[token, linkSecret],
    'wbg_gestolen',
    password,
    'een-fout-wachtwoord',
    cookie,
    dossier,
    document,
    id,
    '127.0.0.1',
  ].filter(Boolean);
  lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}, 60_000);
afterAll(() => server.close());

describe('the log', () => {
  it('has a line for every request, by the pattern of its address', () => {
    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests.length).toBeGreaterThanOrEqual(10);
    for (const line of requests) {
      expect(line).toMatchObject({
        requestId: expect.stringMatching(/^[\w=-]{1,64}$/u),
        method: expect.stringMatching(/^(?:GET|POST)$/u),
        route: expect.stringMatching(/^[/*]/u),
        status: expect.any(Number),
        ms: expect.any(Number),
      });
    }
    const route = '/api/v1/dossiers/:dossier/annotations';
    expect(requests).toContainEqual(
      expect.objectContaining({ requestId: 'van-de-proxy', route, status: 201 }),
    );
    expect(requests).toContainEqual(expect.objectContaining({ route, status: 422 }));
    expect(requests).toContainEqual(expect.objectContaining({ route: `${route}/:id`, status: 401 }));
  });

  it('says when the server began and ended', () => {
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['listening', 'stopped']));
  });

  it('names nobody, and holds nothing that somebody wrote, asked for or knows', () => {
    const log = lines
      .map((line) => JSON.stringify(line))
      .join('\n')
      .toLowerCase();
    const everything = [
      ...secrets,
      person.email,
      person.name,
      'noor',
      ...Object.values(words),
      'voornemen',
      'elders.example',
    ];
    expect(everything.filter((secret) => log.includes(secret.toLowerCase()))).toEqual([]);
  });
});
