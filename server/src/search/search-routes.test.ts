import { gunzipSync } from 'node:zlib';
import { readWholeList, type SearchResult, searchResponseSchema } from '@waarborg/shared/api';
import type { Kysely } from 'kysely';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { up as forgetStems } from '../database/migrations/0023-stems-made-anew.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { rebuildSearch } from './rebuild-search.ts';

let server: TestServer;
let base: string;
let token: string;
let letter: string;
let ruling: string;
const passages = new Map<string, string>();

const send = (method: string, path: string, body?: unknown) =>
  server.request(method, `${base}${path}`, { token, body, headers: { 'if-match': '*' } });
const search = async (q: string, more = '') => {
  const get = async (path: string) => searchResponseSchema.parse((await send('GET', path)).json);
  return (await readWholeList(`/search?q=${encodeURIComponent(q)}${more}`, get)).results;
};
/** What was found, by the names that the tests give things. */
const names = (results: readonly SearchResult[]) =>
  results.map(
    ({ annotation, document }) =>
      passages.get(annotation ?? '') ?? (document === letter ? 'brief' : 'uitspraak'),
  );
const mark = async (name: string, exact: string, changes: object = {}) => {
  const draft = sampleAnnotation(letter, { ranges: [{ exact }], ...changes });
  const made = await send('POST', '/annotations', draft);
  expect(made.status, made.text).toBe(201);
  passages.set(draft.id, name);
  return draft.id;
};

const text = `Uitspraak. ${'De rechtbank overweegt het volgende. '.repeat(60)}Het beroep op de coördinatieplicht slaagt 🏛️ niet. ${'Aldus gedaan. '.repeat(60)}`;

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  letter = (await send('POST', '/documents', sampleDocument({ title: 'Brief over de asielprocedure' }))).json
    .id;
  ruling = (
    await send(
      'POST',
      '/documents',
      sampleDocument({ title: 'ECLI:NL:RVS:2026:1', sourceType: 'court-ruling', date: '2025-01-01' }),
    )
  ).json.id;
  const rendition = { text, source: 'https://example.org/uitspraak.html', mediaType: 'text/html' };
  expect((await send('POST', `/documents/${ruling}/renditions`, rendition)).status).toBe(201);
  await mark('voornemens', 'Alle voornemens vervallen.');
  await mark(
    'lang',
    `Het voornemen is een lang verhaal met veel andere woorden erin, ${'en nog meer '.repeat(30)}.`,
  );
  await mark('notitie', 'Een passage over iets anders.', { note: 'Zie het VOORNEMEN.' });
  await mark('kosten', 'De kosten van tolken.', {
    codings: [sampleCoding({ impact: 'cost', stage: 'adopted' })],
  });
  await mark('terugkeer', 'Het besluit tot terugkeer.');
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('searching', () => {
  it('finds every form of a word, in quotes and notes, the best answer first', async () => {
    expect(names(await search('voornemen'))).toEqual(['voornemens', 'notitie', 'lang']);
    expect(names(await search('Voornemens'))).toEqual(['voornemens', 'notitie', 'lang']);
  });

  it('finds what has all words, wherever in the passage and its note', async () => {
    expect(names(await search('passage voornemen'))).toEqual(['notitie']);
    expect(names(await search('tolk kosten'))).toEqual(['kosten']);
    expect(await search('tolken voornemen')).toEqual([]);
  });

  it('finds compounds by their parts, and parts by their compound', async () => {
    expect(names(await search('procedure'))).toEqual([]);
    await mark('asiel', 'Asiel is een recht; de procedure regelt het.');
    expect(names(await search('procedures'))).toEqual(expect.arrayContaining(['asiel', 'brief']));
    expect(names(await search('terugkeerbesluiten'))).toEqual(['terugkeer']);
    expect(names(await search('keer'))).toEqual([]);
  });

  it('finds an article however it is cited', async () => {
    await mark('voluit', 'Op grond van artikel 3.109 van het Vreemdelingenbesluit.');
    await mark('kort', 'Zie art. 3.109 Vb, par. 2.');
    const both = ['kort', 'voluit'];
    for (const asked of ['art. 3.109', 'artikel 3.109', 'Artikelen 3.109'])
      expect(names(await search(asked)).toSorted()).toEqual(both);
    const [found] = await search('art. 3.109 vreemdelingenbesluit');
    const [{ text = '', hits = [] } = {}] = found?.excerpts ?? [];
    expect(hits.map(({ start, end }) => text.slice(start, end))).toContain('artikel');
    expect(names(await search('paragraaf 2 vb'))).toEqual(['kort']);
  });

  it('finds titles and texts of documents, with the place in the text', async () => {
    const [found] = await search('coordinatieplicht beroep');
    expect(found).toMatchObject({ kind: 'document', document: ruling, excerpts: [{ of: 'text' }] });
    const [excerpt] = found?.excerpts ?? [];
    expect(text.slice(excerpt?.start).startsWith(excerpt?.text ?? '?')).toBe(true);
    expect(excerpt?.hits.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
      'beroep',
      'coördinatieplicht',
    ]);
    expect(names(await search('ecli rvs 2026'))).toEqual(['uitspraak']);
  });

  it('says where the words stand, as places and never as markup', async () => {
    await mark('script', 'Het <b>lawaai</b> & het lawaai');
    const [found] = await search('LAWAAI');
    expect(found?.excerpts).toEqual([
      {
        of: 'quote',
        range: 0,
        start: 0,
        goesOn: false,
        text: 'Het <b>lawaai</b> & het lawaai',
        hits: [
          { start: 7, end: 13 },
          { start: 24, end: 30 },
        ],
      },
    ]);
  });

  it('takes the filters of the matrix', async () => {
    expect(names(await search('kosten', '&impact=cost'))).toEqual(['kosten']);
    expect(names(await search('kosten', '&impact=court-workload'))).toEqual([]);
    expect(names(await search('rechtbank', '&sourceType=court-ruling'))).toEqual(['uitspraak']);
    expect(names(await search('rechtbank', '&from=2026'))).toEqual([]);
    expect(names(await search('rechtbank', '&safeguard=voornemen'))).toEqual([]);
  });

  it('finds passages by whether they are still there, also those that nobody coded', async () => {
    await mark('vervallen', 'De overgangsregeling vervalt.', { gone: '2026-06-01T09:00:00Z' });
    await mark('kaal', 'De overgangsregeling was er.', { gone: '2026-06-01T09:00:00Z', codings: [] });
    await mark('blijft', 'De overgangsregeling blijft.');
    expect(names(await search('overgangsregeling', '&gone=true')).sort()).toEqual(['kaal', 'vervallen']);
    expect(names(await search('overgangsregeling', '&gone=false'))).toEqual(['blijft']);
    expect(names(await search('overgangsregeling', `&gone=true&document=${letter}`))).toHaveLength(2);
    expect(names(await search('overgangsregeling', `&gone=true&document=${ruling}`))).toEqual([]);
    expect(names(await search('overgangsregeling', '&gone=true&impact=cost'))).toEqual([]);
  });

  describe('for a file', () => {
    const read = async (q: string, more: string) => {
      const { text: csv } = await send('GET', `/exports/csv?language=en&wordsBy=search&q=${q}${more}`);
      return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    };

    it.each(['voornemens', 'besluit', 'overgangsregeling', 'flierefluiter', 'terugkeerbesluit'])(
      'finds the same passages of %s',
      async (q) => {
        const found = (await search(q)).flatMap(({ annotation }) => annotation ?? []);
        const ids = (await read(q, '&table=passages')).map((row) => row['Id of the passage']);
        expect(ids.sort()).toEqual([...found].sort());
      },
    );

    it('finds within the filters, and tells what was not found from what was filtered out', async () => {
      expect(await read('kost', '')).toHaveLength(1);
      expect(await read('kost', '&impact=cost')).toHaveLength(1);
      expect(await read('kost', '&impact=court-workload')).toEqual([]);
      const cells = await read('kost', '&table=cells&rows=safeguard&columns=impact');
      expect(cells.filter(({ Claims }) => Claims !== '0')).toHaveLength(1);
      const states = async (q: string) =>
        (await read(q, '&table=cells&rows=safeguard&columns=impact')).map(({ State }) => State);
      const [found, notFound] = [await states('kost'), await states('flierefluiter')];
      expect(notFound).not.toContain('evidence');
      const withoutEvidence = found.map((state) =>
        state === 'evidence' ? 'nothing within this filter' : state,
      );
      expect(notFound).toEqual(withoutEvidence);
    });

    it('is a page that opens on all that was found', async () => {
      const { text: html } = await send('GET', '/exports/html?language=en&wordsBy=search&q=tolk&impact=cost');
      const packed = /id="offline-dossier"[^>]*>([^<]+)/u.exec(html)?.[1] ?? '';
      const { annotations, search: opensOn } = JSON.parse(String(gunzipSync(Buffer.from(packed, 'base64'))));
      expect(annotations).toHaveLength(1);
      expect(annotations[0]).toMatchObject({ ranges: [{ exact: 'De kosten van tolken.' }] });
      expect(new URLSearchParams(opensOn).get('impact')).toBe('cost');
      expect(new URLSearchParams(opensOn).has('q')).toBe(false);
      expect(/<p class="wb-preface">([^<]+)</u.exec(html)?.[1]).toBe(
        'This holds only the passages that were found by searching for ‘tolk’. Limited to: impact Public cost. An empty cell can mean that something lies outside this choice.',
      );
    });
  });

  it('comes in pages that together are the whole', async () => {
    const whole = names(await search('voornemen'));
    const one = await send('GET', '/search?q=voornemen&limit=1');
    expect(one.json.total).toBe(whole.length);
    const two = await send('GET', `/search?q=voornemen&limit=2&cursor=${one.json.next}`);
    expect([...names(one.json.results), ...names(two.json.results)]).toEqual(whole);
    expect(two.json).not.toHaveProperty('next');
  });

  it.each(['', '?', 'q=', 'q=x&limit=0', 'q=x&sort=colour', 'q=x&impact='])('refuses ?%s', async (query) => {
    expect((await send('GET', `/search?${query}`)).status).toBe(422);
  });

  it.each([
    '%',
    '"',
    "'",
    '* OR *',
    'a AND NOT b',
    '🏛️',
    '()',
    'rechtbank NEAR/2 x',
    "o'clock",
    ':*',
    '!'.repeat(200),
  ])('takes any text as words: %s', async (q) => {
    expect((await send('GET', `/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });
});

describe('what is found', () => {
  it('follows every change in the same moment', async () => {
    const id = await mark('eenhoorn', 'Een eenhoorn.');
    expect(names(await search('eenhoorns'))).toEqual(['eenhoorn']);
    const { codings } = (await send('GET', `/annotations/${id}`)).json;
    const drafts = codings.map(({ status: _, ...coding }: object & { status: string }) => coding);
    await send('PUT', `/annotations/${id}`, { ranges: [{ exact: 'Een griffioen.' }], codings: drafts });
    expect(await search('eenhoorn')).toEqual([]);
    expect(names(await search('griffioen'))).toEqual(['eenhoorn']);
    await send('DELETE', `/annotations/${id}`);
    expect(await search('griffioen')).toEqual([]);
    await send('PUT', `/documents/${ruling}`, { title: 'Basilisk' });
    expect(names(await search('basilisken'))).toEqual(['uitspraak']);
  });

  it('is of this dossier alone', async () => {
    const other = await server.addDossier();
    const answer = await server.request('GET', `/api/v1/dossiers/${other.slug}/search?q=voornemen`, {
      token: other.owner.token,
    });
    expect(answer.json).toEqual({ results: [], total: 0 });
  });

  it('is the same after it was made anew', async () => {
    const queries = ['voornemen', 'procedure', 'rechtbank', 'kosten tolk', 'terugkeerbesluit'];
    const before = await Promise.all(queries.map((q) => search(q)));
    await rebuildSearch(server.instance.database);
    expect(await Promise.all(queries.map((q) => search(q)))).toEqual(before);
    // A database whose stems are those of an older version.
    await forgetStems(server.instance.database as Kysely<unknown>);
    await server.restart();
    expect(await Promise.all(queries.map((q) => search(q)))).toEqual(before);
  });
});
