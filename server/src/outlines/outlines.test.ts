import { randomUUIDv7 as uuid } from 'node:crypto';
import { type OutlineResponse, outlineListSchema, outlineResponseSchema } from '@waarborg/shared/api';
import { maxOutlineParts, placeBetween } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMatrixIndexes } from '../matrix/matrix-index-service.ts';
import { toMarkdown } from '../papers/to-markdown.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { makeOutlinePaper } from './outline-paper-service.ts';

const any = { 'If-Match': '*' };
let server: TestServer;
let dossier: { id: string; slug: string; owner: { id: string; token: string } };
let document: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `/api/v1/dossiers/${dossier.slug}${path}`, {
    token: dossier.owner.token,
    body,
    headers,
  });
const addOutline = async (title = 'Position paper') => {
  const id = uuid();
  expect((await send('POST', '/outlines', { id, title })).status).toBe(201);
  return id;
};
const read = async (outline: string): Promise<OutlineResponse> =>
  outlineResponseSchema.parse((await send('GET', `/outlines/${outline}`)).json);
/** Adds at the end; gives the id. */
const add = async (outline: string, content: object): Promise<string> => {
  const id = uuid();
  const answer = await send('POST', `/outlines/${outline}/parts`, { id, content });
  expect(answer.status, answer.text).toBe(201);
  return id;
};
const mark = async (exact: string) => {
  const draft = sampleAnnotation(document, { ranges: [{ exact, page: 3 }] });
  expect((await send('POST', '/annotations', draft)).status).toBe(201);
  return draft.id;
};
const contents = async (outline: string) =>
  (await read(outline)).parts.map(({ content }) =>
    content.kind === 'passage' ? content.annotation : content.text,
  );

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  const paper = sampleDocument({
    sourceType: 'parliamentary-paper',
    date: '2025-02-03',
    identifiers: [{ scheme: 'official-publication', value: 'kst-36704-3' }],
  });
  document = (await send('POST', '/documents', paper)).json.id;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('outlines', () => {
  it('are listed by title, renamed by version, and made once', async () => {
    const id = await addOutline('B');
    await addOutline('A');
    expect((await send('POST', '/outlines', { id, title: 'B' })).status).toBe(200);
    expect((await send('POST', '/outlines', { id, title: 'C' })).json.code).toBe('outline-exists');
    const { outlines } = outlineListSchema.parse((await send('GET', '/outlines')).json);
    expect(outlines.map(({ title }) => title)).toEqual(['A', 'B']);
    expect((await send('PUT', `/outlines/${id}`, { title: 'D' })).json.code).toBe('precondition-required');
    const stale = await send('PUT', `/outlines/${id}`, { title: 'D' }, { 'If-Match': '"1"' });
    expect(stale.json).toMatchObject({ code: 'precondition-failed', current: { title: 'B' } });
    expect((await send('PUT', `/outlines/${id}`, { title: 'D' }, any)).json.title).toBe('D');
  });

  it('keep headings, texts and passages in their order, wherever they are moved', async () => {
    const outline = await addOutline();
    const passage = await mark('Het voornemen vervalt.');
    const heading = await add(outline, { kind: 'heading', level: 1, text: 'Inleiding' });
    await add(outline, { kind: 'passage', annotation: passage });
    const text = await add(outline, { kind: 'text', text: 'Eigen woorden' });
    expect(await contents(outline)).toEqual(['Inleiding', passage, 'Eigen woorden']);
    const { parts } = await read(outline);
    const place = placeBetween(undefined, parts[0]?.place);
    const content = { kind: 'text', text: 'Andere woorden' };
    await send('PUT', `/outlines/${outline}/parts/${text}`, { place, content }, any);
    expect(await contents(outline)).toEqual(['Andere woorden', 'Inleiding', passage]);
    const other = { place, content: { kind: 'text', text: '' } };
    expect((await send('PUT', `/outlines/${outline}/parts/${heading}`, other, any)).status).toBe(422);
    const twice = { id: heading, place, content: { kind: 'heading', level: 1, text: 'Anders' } };
    expect((await send('POST', `/outlines/${outline}/parts`, twice)).json.code).toBe('outline-part-exists');
  });

  it('keep the words of a passage as they were put in, until somebody takes the new ones', async () => {
    const outline = await addOutline();
    const passage = await mark('De oude woorden.');
    const part = await add(outline, { kind: 'passage', annotation: passage });
    const update = {
      source: 'https://example.org/brief.html',
      codings: [],
      ranges: [{ exact: 'De nieuwe woorden.' }],
    };
    expect((await send('PUT', `/annotations/${passage}`, update, any)).status).toBe(200);
    const words = async () => JSON.stringify((await read(outline)).parts[0]?.content);
    expect(await words()).toContain('De oude woorden.');
    const { parts } = await read(outline);
    const renewed = {
      place: parts[0]?.place,
      content: { kind: 'passage', annotation: passage, renew: true },
    };
    await send('PUT', `/outlines/${outline}/parts/${part}`, renewed, any);
    expect(await words()).toContain('De nieuwe woorden.');
  });

  it('carry comments with who made them, once each, until they are dealt with', async () => {
    const outline = await addOutline();
    const part = await add(outline, { kind: 'text', text: 'Tekst' });
    const address = `/outlines/${outline}/parts/${part}/comments`;
    const comment = { id: uuid(), text: 'Klopt dit?' };
    await send('POST', address, comment);
    await send('POST', address, comment);
    const { parts, people } = await read(outline);
    expect(parts[0]?.comments).toMatchObject([{ ...comment, author: dossier.owner.id }]);
    expect(Object.keys(people)).toEqual([dossier.owner.id]);
    expect((await send('DELETE', `${address}/${comment.id}`)).json.comments).toEqual([]);
  });

  it('go as one change, and come back with everything in them', async () => {
    const outline = await addOutline();
    await add(outline, { kind: 'heading', level: 2, text: 'Kop' });
    await add(outline, { kind: 'text', text: 'Tekst' });
    const before = await contents(outline);
    expect((await send('DELETE', `/outlines/${outline}`, undefined, any)).status).toBe(204);
    expect((await send('GET', `/outlines/${outline}`)).json.code).toBe('outline-not-found');
    const { revision } = (await send('GET', '')).json;
    expect((await send('POST', `/revisions/${revision}/undo`)).status).toBe(200);
    expect(await contents(outline)).toEqual(before);
  });

  it('are no business of another dossier, and refuse a passage that is not there', async () => {
    const other = await server.addDossier();
    const outline = await addOutline();
    const address = `/api/v1/dossiers/${other.slug}/outlines/${outline}`;
    expect((await server.request('GET', address, { token: other.owner.token })).status).toBe(404);
    const draft = { id: uuid(), place: 'V', content: { kind: 'passage', annotation: uuid() } };
    expect((await send('POST', `/outlines/${outline}/parts`, draft)).json.code).toBe('annotation-not-found');
    const text = { id: uuid(), place: 'V0', content: { kind: 'text', text: '' } };
    expect((await send('POST', `/outlines/${outline}/parts`, text)).status).toBe(422);
  });
});

describe('the paper of an outline', () => {
  it('has headings, own text, verbatim passages with footnotes, its sources and the matrix', async () => {
    const outline = await addOutline('Ons *standpunt*');
    await add(outline, { kind: 'heading', level: 1, text: 'Inleiding' });
    await add(outline, { kind: 'text', text: 'Wij zijn **tegen**.\n\n- een\n- twee' });
    const kept = await mark('Het voornemen vervalt.');
    const deleted = await mark('De zienswijze vervalt.');
    await add(outline, { kind: 'passage', annotation: kept });
    await add(outline, { kind: 'passage', annotation: deleted });
    await send('DELETE', `/annotations/${deleted}`, undefined, any);
    const { database } = server.instance;
    const { revision } = (await send('GET', '')).json;
    const about = {
      dossier: { id: dossier.id, revision },
      id: outline,
      language: 'nl' as const,
      onlyAccepted: false,
    };
    const now = new Date('2026-05-12T10:00:00Z');
    const paper = await makeOutlinePaper(database, createMatrixIndexes(database, 'test'), { ...about, now });
    const text = toMarkdown(paper);
    expect(text).toContain(
      '# Ons \\*standpunt\\*\n\n12 mei 2026\n\n1 passage is nog niet door een redacteur geaccepteerd: daar staat ° bij.\n\n## Inleiding\n\nWij zijn **tegen**.\n\n- een\n- twee',
    );
    expect(text).toContain('> ‘Het voornemen vervalt.’[^1] °\n');
    expect(text).toContain(
      '> ‘De zienswijze vervalt.’[^2]\n\n*Opmerking: deze passage is uit het dossier verwijderd',
    );
    expect(text).toContain('[^2]: Kamerstukken II 2024/25, 36704, nr. 3, p. 3.');
    expect(text).toContain('### Kamerstukken\n\n| Bron | Passages |');
    expect(text).toContain('## Bijlage: de matrix');
  });

  it('comes as Word and as Markdown', async () => {
    const outline = await addOutline('Eén reactie op “de wet”');
    const word = await send('GET', `/outlines/${outline}/paper`);
    expect(word.text.startsWith('PK')).toBe(true);
    expect(word.headers.get('content-disposition')).toBe('attachment; filename="een-reactie-op-de-wet.docx"');
    const markdown = await send('GET', `/outlines/${outline}/paper?format=markdown&language=en`);
    expect(markdown.headers.get('content-type')).toContain('text/markdown');
    expect(markdown.text).toContain('## Appendix: the matrix');
    expect((await send('GET', `/outlines/${outline}/paper?format=pdf`)).status).toBe(422);
  });

  it('says what the matrix in its appendix counts, and counts accepted codings only where that is asked', async () => {
    const outline = await addOutline();
    const draft = sampleAnnotation(document, { codings: [sampleCoding()] });
    expect((await send('POST', '/annotations', draft)).status).toBe(201);
    const read = async (query = '') =>
      (await send('GET', `/outlines/${outline}/paper?format=markdown&language=nl${query}`)).text;
    const [all = '', accepted = ''] = [await read(), await read('&status=accepted')].map(
      (text) => text.split('## Bijlage: de matrix')[1],
    );
    expect(all).toContain('Telt alle coderingen van het dossier, ook wat nog niet is nagekeken.');
    expect(all).toMatch(/\| \**1\b/u);
    expect(accepted).toContain('Telt alleen coderingen die een redacteur heeft geaccepteerd.');
    expect(accepted).not.toMatch(/\| \**1\b/u);
    expect((await send('GET', `/outlines/${outline}/paper?status=draft`)).status).toBe(422);
  });

  it('marks what no curator has accepted with °, as the briefing does, and says how many that are', async () => {
    const outline = await addOutline();
    const coded = async (exact: string, codings: ReturnType<typeof sampleCoding>[]) => {
      const draft = sampleAnnotation(document, { ranges: [{ exact }], codings });
      const answer = await send('POST', '/annotations', draft);
      await add(outline, { kind: 'passage', annotation: draft.id });
      return answer.json as { id: string; revision: number; codings: { id: string }[] };
    };
    const waiting = await coded('Dit wacht nog.', [sampleCoding()]);
    const accepted = await coded('Dit is aanvaard.', [sampleCoding()]);
    await coded('Dit is alleen gemarkeerd.', []);
    const accept = async ({ codings: [coding], revision }: typeof waiting) => {
      const codings = [{ id: coding?.id, revision }];
      expect((await send('POST', '/reviews', { codings, status: 'accepted' })).status).toBe(200);
    };
    await accept(accepted);
    const read = async (language: string) =>
      (await send('GET', `/outlines/${outline}/paper?format=markdown&language=${language}`)).text;
    const text = await read('nl');
    expect(text).toContain('1 passage is nog niet door een redacteur geaccepteerd: daar staat ° bij.');
    expect(text).toContain('> ‘Dit wacht nog.’[^1] °');
    expect(text).toMatch(/> ‘Dit is aanvaard\.’\[\^2\]\n/u);
    expect(text).toMatch(/> ‘Dit is alleen gemarkeerd\.’\[\^3\]\n/u);
    expect(await read('en')).toContain('1 passage has not been accepted by a curator yet: ° stands with it.');
    await accept(waiting);
    expect(await read('nl')).not.toContain('°');
  });
});

describe('passages that are put in together', () => {
  const put = (outline: string, body: { annotations: string[]; heading?: string }) =>
    send('POST', `/outlines/${outline}/passages`, body);

  it('come last in their order, without what stands there, as one change that is undone at once', async () => {
    const outline = await addOutline();
    const [first = '', second = '', third = ''] = await Promise.all(['Een.', 'Twee.', 'Drie.'].map(mark));
    await add(outline, { kind: 'passage', annotation: second });
    const answer = await put(outline, { annotations: [third, second, first, third] });
    const { revision } = (await send('GET', '')).json;
    expect([answer.status, answer.json]).toEqual([200, { added: 2, standing: 1, revision }]);
    expect(await contents(outline)).toEqual([second, third, first]);
    const again = await put(outline, { annotations: [third, second, first] });
    expect(again.json).toEqual({ added: 0, standing: 3 });
    expect((await send('GET', '')).json.revision).toBe(revision);
    expect((await send('POST', `/revisions/${revision}/undo`)).status).toBe(200);
    expect(await contents(outline)).toEqual([second]);
  });

  it('come under the heading that is named, behind what stands there and before the next one', async () => {
    const outline = await addOutline();
    const [first = '', second = ''] = await Promise.all(['Een.', 'Twee.'].map(mark));
    const top = await add(outline, { kind: 'heading', level: 1, text: 'Eerst' });
    const text = await add(outline, { kind: 'text', text: 'Eigen woorden' });
    const below = await add(outline, { kind: 'heading', level: 2, text: 'Daaronder' });
    await put(outline, { annotations: [first, second], heading: top });
    expect(await contents(outline)).toEqual(['Eerst', 'Eigen woorden', first, second, 'Daaronder']);
    const last = await mark('Drie.');
    await put(outline, { annotations: [last], heading: below });
    expect((await contents(outline)).slice(-2)).toEqual(['Daaronder', last]);
    for (const heading of [text, uuid()]) {
      const refused = await put(outline, { annotations: [await mark('Vier.')], heading });
      expect(refused.json.code).toBe('outline-part-not-found');
    }
  });

  it('come behind two things that share a place, where the next heading has it too', async () => {
    const outline = await addOutline();
    const [heading, other] = ['Een', 'Twee'].map((text) => ({
      ...{ id: uuid(), place: 'V', content: { kind: 'heading', level: 1, text } },
    }));
    for (const part of [heading, other]) await send('POST', `/outlines/${outline}/parts`, part);
    const passage = await mark('Hier.');
    expect((await put(outline, { annotations: [passage], heading: heading?.id ?? '' })).status).toBe(200);
    expect((await contents(outline)).at(-1)).toBe(passage);
  });

  it('are all refused where one is gone, or where they do not fit', async () => {
    const outline = await addOutline();
    const passage = await mark('Blijft.');
    const gone = await put(outline, { annotations: [passage, uuid()] });
    expect(gone.json.code).toBe('annotation-not-found');
    const tooMany = Array.from({ length: maxOutlineParts + 1 }, () => uuid());
    expect((await put(outline, { annotations: tooMany })).status).toBe(422);
    await add(outline, { kind: 'text', text: 'Neemt een plaats in' });
    expect((await put(outline, { annotations: tooMany.slice(1) })).json.code).toBe('outline-full');
    expect(await contents(outline)).toEqual(['Neemt een plaats in']);
  });
});
