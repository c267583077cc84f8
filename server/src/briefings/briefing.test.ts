import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMatrixIndexes } from '../matrix/matrix-index-service.ts';
import type { Block, Inline, Paper } from '../papers/paper.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { makeBriefing } from './briefing-service.ts';

const now = new Date('2026-05-12T10:00:00Z');
let server: TestServer;
let dossier: { id: string; slug: string; owner: { token: string } };

const send = (method: string, path: string, body?: unknown) =>
  server.request(method, `/api/v1/dossiers/${dossier.slug}${path}`, { token: dossier.owner.token, body });
const brief = async (filters = {}, language: 'nl' | 'en' = 'nl'): Promise<Paper> => {
  const { database } = server.instance;
  const { revision } = (await send('GET', '')).json;
  const about = { id: dossier.id, title: 'Asielwetten', revision };
  return makeBriefing(database, createMatrixIndexes(database, 'test'), {
    dossier: about,
    filters,
    language,
    now,
  });
};

const words = (content: readonly Inline[]) =>
  content.map(({ kind, text }) => (kind === 'footnote' ? `[${text}]` : text)).join('');
function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
    case 'quote':
      return words(block.content);
    case 'list':
      return block.items.map((item) => `- ${words(item)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(words).join(' | ')).join('\n');
    case 'grid':
    case 'contents':
      return '';
  }
}
const textOfPaper = ({ parts }: Paper) => parts.flatMap(({ blocks }) => blocks.map(textOf)).join('\n');

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  const paper = sampleDocument({
    sourceType: 'parliamentary-paper',
    title: 'Memorie',
    issuer: 'Regering',
    date: '2025-02-03',
    identifiers: [{ scheme: 'official-publication', value: 'kst-36704-3' }],
  });
  const ruling = sampleDocument({
    sourceType: 'court-ruling',
    issuer: 'Rechtbank Den Haag',
    date: '2022-06-28',
    identifiers: [{ scheme: 'ecli', value: 'ECLI:NL:RBDHA:2022:6122' }],
  });
  const memorandum = (await send('POST', '/documents', paper)).json.id;
  const judgment = (await send('POST', '/documents', ruling)).json.id;
  const add = async (document: string, range: object, coding: object) => {
    const draft = sampleAnnotation(document, {
      ranges: [{ exact: '', ...range }],
      codings: [sampleCoding(coding)],
    });
    expect((await send('POST', '/annotations', draft)).status).toBe(201);
    return draft.id;
  };
  const government = { direction: 'favourable', basis: 'expectation', stage: 'proposed' };
  const first = await add(memorandum, { exact: 'Dat  scheelt\nde rechter werk.', page: 12 }, government);
  const second = await add(memorandum, { exact: 'De rechter krijgt het rustiger.', page: 30 }, government);
  await send('POST', '/links', { id: uuid(), from: first, to: second, kind: 'repeats' });
  const section = { consideration: '5.2' };
  const ruled = await add(
    judgment,
    { exact: 'Een voornemen is vereist.', section },
    { basis: 'norm', measure: 'not-observed' },
  );
  await send('POST', '/links', { id: uuid(), from: ruled, to: first, kind: 'contradicts' });
  await send('PUT', '/readings', { document: judgment, safeguards: ['voornemen', 'interpreter'] });
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('a briefing', () => {
  it('quotes verbatim, with a citation for every quote and the places that repeat it', async () => {
    const text = textOfPaper(await brief());
    expect(text).toContain(
      '‘Dat scheelt de rechter werk.’[Kamerstukken II 2024/25, 36704, nr. 3, p. 12. Zo ook: Kamerstukken II 2024/25, 36704, nr. 3, p. 30. Wordt weersproken door: Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, r.o. 5.2.]\nGevolg voor werklast rechtspraak (verwachting) °',
    );
    expect(text).toContain(
      '‘Een voornemen is vereist.’[Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, r.o. 5.2. Weerspreekt: Kamerstukken II 2024/25, 36704, nr. 3, p. 12.]',
    );
    expect(text).not.toContain('‘De rechter krijgt het rustiger.’');
  });

  it('says what happens to a safeguard at which stage, and who says so', async () => {
    const text = textOfPaper(await brief());
    expect(text).toContain('afgeschaft | voorgesteld | Regering | 1');
    expect(text).toContain('niet nageleefd | niet vermeld | Rechtbank Den Haag | 1');
  });

  it('names who opposes whom, and that a norm does not contradict an expectation', async () => {
    const text = textOfPaper(await brief());
    expect(text).toMatch(
      /alleen een norm tegenover een verwachting[^\n]*\n- Voornemen en zienswijze → Werklast rechtspraak \(1 tegen 1\)\. Helpt, volgens: Rechtbank Den Haag\. Schaadt, volgens: Regering\./u,
    );
  });

  it('asks about what was read and yielded nothing, and tells it apart from what nobody has read', async () => {
    const text = textOfPaper(await brief());
    const [, questions = ''] = text.split('# Vragen aan de minister');
    const [asked = '', unread = ''] = questions.split('## Door niemand gelezen');
    expect(asked.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- ‘Voornemen en zienswijze’ wordt afgeschaft (volgens: Regering) en wordt niet nageleefd (volgens: Rechtbank Den Haag). De stukken (gelezen: 1 van de 2) noemen gevolgen voor ‘werklast rechtspraak’, maar zeggen niets over ‘rechtsbescherming’, ‘zorgvuldigheid en besliskwaliteit’ en ‘positie van de asielzoeker’. Welke gevolgen verwacht de minister daarvoor, en waarop berust die verwachting?',
      '- Over ‘Tolk en vertaling’ zeggen de stukken niets (gelezen: 1 van de 2). Blijft deze waarborg ongewijzigd? Zo niet, met welke gevolgen?',
    ]);
    expect(asked).toContain(
      'Voornemen en zienswijze | afgeschaft en niet nageleefd | werklast rechtspraak | 15 van de 16 | 1 van de 2',
    );
    expect(unread).toContain('- Medisch onderzoek vóór het gehoor');
    expect(unread).not.toContain('- Tolk en vertaling');
  });

  it('says of what was not read within its filters not that nobody read it, nor asks about all papers', async () => {
    const text = textOfPaper(await brief({ from: '2025-01-01' }));
    expect(text).toContain('Binnen deze keuze niet gelezen');
    expect(text).not.toMatch(/Door niemand gelezen|nog geen (?:stuk|enkel document) gelezen/u);
    const rulings = textOfPaper(await brief({ sourceType: ['court-ruling'] }));
    expect(rulings).toContain('De gekozen stukken (gelezen: 1 van de 1) noemen');
    expect(rulings).toContain('Een ander stuk kan er wel iets over zeggen');
    expect(rulings).not.toContain('De stukken (gelezen');
  });

  it('counts as read what the reviewers read whom its filters name, as its matrix does', async () => {
    const text = textOfPaper(await brief({ reviewer: ['somebody-else'] }));
    expect(text).toContain('Op alle waarborgen gelezen: 0 van 2 documenten.');
    expect(text).not.toContain('op een deel daarvan');
  });

  it('lists its sources by kind, with what is quoted and on what they were read', async () => {
    const text = textOfPaper(await brief());
    expect(text).toContain('## Kamerstukken\nKamerstukken II 2024/25, 36704, nr. 3. | 2 | nee');
    expect(text).toContain(
      '## Rechterlijke uitspraken\nRb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122. | 1 | op 2 van 27 waarborgen',
    );
  });

  it('keeps to filters and to accepted codings, says so, and is written in English too', async () => {
    const limited = await brief({ status: ['accepted'], sourceType: ['press'] }, 'en');
    expect(limited.lines).toEqual(['As of 12 May 2026', 'Limited to: source type Press; review accepted']);
    expect(textOfPaper(limited)).toContain('There is no claim within this choice.');
    const few = { safeguard: ['voornemen'], measure: ['none'], from: '2022-06', to: '2026-01-31' };
    expect((await brief(few)).lines).toContain(
      'Beperkt tot: waarborg Voornemen en zienswijze; wat er gebeurt niet vermeld; vanaf juni 2022; tot en met 31 januari 2026',
    );
    expect(textOfPaper(await brief(few))).toContain('Op deze waarborg gelezen: 1 van 2 documenten.');
    const rulings = textOfPaper(await brief({ sourceType: ['court-ruling'] }));
    // What the ruling contradicts is told in its note, and is no source of this briefing.
    expect(rulings).toContain('Weerspreekt: Kamerstukken II 2024/25, 36704, nr. 3, p. 12.]');
    expect(rulings).not.toMatch(/Dat scheelt|## Kamerstukken/u);
  });

  it('quotes a passage once in which several speakers take the same stance, and tells what each says of it', async () => {
    const { documents } = (await send('GET', '/documents')).json;
    const coding = { safeguard: 'interpreter', measure: 'restricted' as const };
    const mark = (exact: string, codings: object[]) =>
      send(
        'POST',
        '/annotations',
        sampleAnnotation(documents[0].id, {
          ranges: [{ exact }],
          codings: codings.map((more) => sampleCoding({ ...coding, ...more })),
        }),
      );
    const both = [{ speaker: 'NOvA' }, { speaker: 'IND' }];
    await mark('Wij delen de zorg.', both);
    await mark('Wij betalen het.', [
      { speaker: 'NOvA', impact: 'cost' },
      { speaker: 'IND', impact: 'cost', basis: 'figure', reportedBy: 'NOvA' },
    ]);
    await mark('Dat vreest de NOvA.', [{ speaker: 'NOvA' }]);
    const text = textOfPaper(await brief({ safeguard: ['interpreter'] }));
    expect(text.match(/Wij delen de zorg\./gu)).toHaveLength(1);
    expect(text).toMatch(
      /\nNOvA en IND\n‘Wij delen de zorg\.’\[[^\]]+\]\nGevolg voor werklast rechtspraak \(verwachting\) °\n/u,
    );
    expect(text).toMatch(
      /\n‘Wij betalen het\.’\[[^\]]+\]\nNOvA: gevolg voor kosten \(verwachting\) °\nIND: gevolg voor kosten \(cijfer\), aangehaald door NOvA °\n/u,
    );
    expect(text).toMatch(/\nNOvA\n‘Dat vreest de NOvA\.’/u);
  });

  it('counts as not accepted the passages that carry the mark, and not those of which something else is not accepted', async () => {
    const { documents } = (await send('GET', '/documents')).json;
    const one = { safeguard: 'judicial-review', measure: 'restricted' as const };
    const other = { ...one, safeguard: 'legal-aid' };
    const draft = sampleAnnotation(documents[0].id, {
      ranges: [{ exact: 'Beroep staat open, bijstand niet.' }],
      codings: [sampleCoding(one), sampleCoding(other)],
    });
    expect((await send('POST', '/annotations', draft)).status).toBe(201);
    const { codings, revision } = (await send('GET', `/annotations/${draft.id}`)).json;
    const accepted = codings.find(({ safeguard }: { safeguard: string }) => safeguard === one.safeguard);
    const review = { codings: [{ id: accepted.id, revision }], status: 'accepted' };
    expect((await send('POST', '/reviews', review)).status).toBe(200);
    const ofReview = textOfPaper(await brief({ safeguard: ['judicial-review'] }));
    expect(ofReview).toContain('Beroep staat open, bijstand niet.');
    expect(ofReview).not.toContain('°');
    const both = textOfPaper(await brief({ safeguard: ['judicial-review', 'legal-aid'] }));
    expect(both).toContain('1 passage is nog niet door een redacteur geaccepteerd: daar staat ° bij.');
    expect(both.match(/ °$/gmu)).toHaveLength(1);
  });

  it('says of no effect that there is none, and of what takes no stance whether the effect is a good one', async () => {
    const { documents } = (await send('GET', '/documents')).json;
    const one = { safeguard: 'corrections', measure: 'moved' as const };
    const mark = (exact: string, codings: object[]) =>
      send(
        'POST',
        '/annotations',
        sampleAnnotation(documents[0].id, {
          ranges: [{ exact }],
          codings: codings.map((more) => sampleCoding({ ...one, ...more })),
        }),
      );
    await mark('Dat blijft gelijk.', [{ measure: 'abolished', direction: 'neutral' }]);
    await mark('Dat verandert.', [
      { impact: 'duration', direction: 'unfavourable' },
      { impact: 'cost', direction: 'favourable' },
      { impact: 'executive-workload', direction: 'unclear' },
    ]);
    const text = textOfPaper(await brief({ safeguard: ['corrections'] }));
    expect(text).toMatch(
      /‘Dat blijft gelijk\.’\[[^\]]+\]\nGeen gevolg voor werklast rechtspraak \(verwachting\) °/u,
    );
    expect(text).toMatch(
      /‘Dat verandert\.’\[[^\]]+\]\nGunstig gevolg voor kosten, ongunstig gevolg voor doorlooptijd, onduidelijk welk gevolg voor werklast uitvoering \(verwachting\) °/u,
    );
  });

  it('names who denies an effect, and who disagrees on the fact itself, also where nobody says the opposite', async () => {
    const { documents } = (await send('GET', '/documents')).json;
    const codings = [
      { speaker: 'NOvA', measure: 'not-observed' as const },
      { speaker: 'IND', measure: 'kept' as const, direction: 'neutral' as const },
    ].map((more) => sampleCoding({ safeguard: 'medical-check', stage: 'in-force', ...more }));
    for (const coding of codings) {
      const ranges = [{ exact: `Volgens ${coding.speaker}.` }];
      await send('POST', '/annotations', sampleAnnotation(documents[0].id, { ranges, codings: [coding] }));
    }
    const paper = await brief({ safeguard: ['medical-check'] });
    const text = textOfPaper(paper);
    expect(text).toContain(
      'een ander zegt dat het er niet is.\n- Medisch onderzoek vóór het gehoor → Werklast rechtspraak. Helpt, volgens: NOvA. Geen gevolg, volgens: IND.\n',
    );
    expect(text).toContain(
      'over het feit zelf.\n- Medisch onderzoek vóór het gehoor (in werking). Gehandhaafd, volgens: IND. Niet nageleefd, volgens: NOvA.\n',
    );
    expect(text).toContain(
      'Bij 1 punt noemt de een een gevolg en zegt een ander dat het er niet is: Medisch onderzoek vóór het gehoor → Werklast rechtspraak.',
    );
    const grid = paper.parts.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'grid');
    if (grid?.kind !== 'grid') throw new Error('the briefing has no matrix');
    const marked = grid.rows.flatMap(({ cells = [] }) => cells.filter(({ marks }) => marks?.includes('⊘')));
    expect(marked.map(({ text: claims }) => claims)).toEqual(['2']);
    expect(grid.legend).toContain('⊘ een ander zegt: geen gevolg');
  });

  it('asks of no procedure as a whole whether it stays as it is: that is no safeguard', async () => {
    const { id } = (await send('POST', '/documents', sampleDocument({ title: 'Op alles gelezen' }))).json;
    await send('PUT', '/readings', { document: id });
    const text = textOfPaper(await brief());
    expect(text).toMatch(/ook over [^\n]*‘Parlementaire controle’/iu);
    expect(text).not.toContain('De procedure als geheel');
  });

  it('asks about the articles of the bill that no coding names, and says whether anybody read it', async () => {
    const bill = sampleDocument({
      sourceType: 'parliamentary-paper',
      title: 'Wet van ‘wachten’; Voorstel van wet',
    });
    const { id } = (await send('POST', '/documents', bill)).json;
    const text = [
      ...['ARTIKEL I', 'De Wachtwet wordt als volgt gewijzigd:', 'A', 'Artikel 1 vervalt.'],
      ...['B', 'Artikel 2 vervalt.', 'ARTIKEL II', 'Deze wet treedt in werking.'],
    ].join('\n');
    const source = 'https://example.org/wachtwet.html';
    await send('POST', `/documents/${id}/renditions`, { text, source, mediaType: 'text/html' });
    const codings = [sampleCoding({ provision: 'art. I, onderdeel B' })];
    await send('POST', '/annotations', sampleAnnotation(id, { codings }));
    const askedIn = async (filters = {}) =>
      textOfPaper(await brief(filters))
        .split('## Artikelen die geen codering noemt\n')[1]
        ?.split('\n#')[0];
    expect(await askedIn()).toBe(
      '“Wet van ‘wachten’; Voorstel van wet” is door niemand gelezen, en geen codering noemt deze artikelen: lees eerst.\nart. I, onderdeel A; art. II.',
    );
    await send('PUT', '/readings', { document: id });
    expect(await askedIn({ measure: ['introduced'] })).toContain(
      'is gelezen, en geen codering noemt deze artikelen. Wat doen zij',
    );
    expect(await askedIn({ provision: ['art. I, onderdeel B'] })).toBeUndefined();
  });

  it('says how many documents have no date where it is limited to a period', async () => {
    const undated = sampleDocument({ sourceType: 'position-paper', title: 'Zonder datum', date: undefined });
    expect((await send('POST', '/documents', undated)).status).toBe(201);
    const { lines } = await brief({ from: '2022' });
    expect(lines).toContain('Beperkt tot: vanaf 2022 (1 document zonder datum valt buiten elke periode)');
    expect((await brief({ stance: ['helps'] })).lines.join()).not.toContain('zonder datum');
    const ofYear = sampleDocument({ sourceType: 'position-paper', title: 'Van een jaar', date: '2022' });
    expect((await send('POST', '/documents', ofYear)).status).toBe(201);
    expect((await brief({ from: '2022-06' })).lines).toContainEqual(
      expect.stringContaining('1 document waarvan niet de dag bekend is, valt misschien buiten deze periode'),
    );
  });

  it('is a Word file', async () => {
    const answer = await send('GET', '/briefing?language=en');
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    expect(answer.headers.get('content-disposition')).toMatch(/filename="briefing-[\w-]+\.docx"/u);
    expect(answer.text.startsWith('PK')).toBe(true);
    expect((await send('GET', '/briefing?language=fr')).status).toBe(422);
  });
});
