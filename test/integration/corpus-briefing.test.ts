/**
 * A briefing of the codings of an experienced reader: every quote is found again in its source, every footnote is
 * the citation of that source, and LibreOffice opens it, as it does an outline and the workbook of the same dossier.
 */

import { convertInOffice, everySheetAsCsv, hasOffice } from '@waarborg/server/convert-in-office';
import { anchorQuotes } from '@waarborg/shared/anchoring';
import type { MatrixResponse } from '@waarborg/shared/api';
import Papa from 'papaparse';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCorpusFile, textOfHtml } from '../bench/corpus-texts.ts';
import { textOfPdf } from '../bench/pdf-text.ts';
import {
  corpusFolder,
  readCorpusDocuments,
  readCorpusPassages,
  sayThatCorpusIsMissing,
} from '../helpers/corpus.ts';
import { type ReadDocx, readDocx } from '../helpers/read-docx.ts';
import { type PrintedToken, type RunningServer, startServer } from '../helpers/running-server.ts';
import { type SentCorpus, sendCorpus } from '../helpers/send-corpus.ts';
import { skeletonOf } from '../helpers/words-in-page.ts';

/** A server starts and a hundred passages are sent: bounds a hang. */
const timeoutMs = 60_000;

if (!corpusFolder) sayThatCorpusIsMissing('The briefing of real codings is not tested');

describe.runIf(corpusFolder)('the briefing of real codings', () => {
  const folder = corpusFolder ?? '';
  let server: RunningServer;
  let token: PrintedToken;
  let bytes: Uint8Array;
  let briefing: ReadDocx;
  let sent: SentCorpus;

  const ask = (method: string, address: string, body?: unknown) =>
    fetch(`${token.api}/dossiers/asielwetten${address}`, {
      method,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const call = async (method: string, address: string, body?: unknown) => {
    const answer = await ask(method, address, body);
    expect(answer.status, await answer.clone().text()).toBeLessThan(300);
    return (await answer.json()) as unknown;
  };
  const download = async (query = '') =>
    new Uint8Array(await (await ask('GET', `/briefing${query}`)).arrayBuffer());
  const quotes = ({ paragraphs }: ReadDocx) => paragraphs.filter(({ style }) => style === 'Passage');

  beforeAll(async () => {
    server = await startServer();
    token = await server.createToken('reader@example.org', 'asielwetten');
    sent = await sendCorpus(folder, call);
    bytes = await download();
    briefing = readDocx(bytes);
  }, timeoutMs);
  afterAll(() => server.close());

  it('quotes every passage that counts, and each quote is found in the document of its footnote', () => {
    const texts = readCorpusDocuments(folder).map(({ id, title }) => ({
      title,
      text: textOfHtml(findCorpusFile(`${id}/page.html`) ?? ''),
    }));
    const marked = readCorpusPassages(folder);
    expect(quotes(briefing).length).toBeGreaterThan(100);
    const used = new Set<number>();
    for (const { beforeNote, notes } of quotes(briefing)) {
      const citation = briefing.notes.get(notes[0] ?? 0) ?? '';
      for (const note of notes) used.add(note);
      const source = texts.find(({ title }) => citation.includes(title));
      const exact = /^[‘“](.*)[’”]$/su.exec(beforeNote)?.[1] ?? '';
      // Two of them stand twice in their document: what stands around them tells which is meant.
      const { prefix, suffix } = marked.find((passage) => passage.exact === exact) ?? {};
      const [found] = anchorQuotes(source?.text ?? '', [{ exact, prefix, suffix }]);
      expect(found?.state, `${exact} in ${citation}`).not.toBe('orphan');
      expect(found?.state, `${exact} in ${citation}`).not.toBe('changed');
    }
    expect([...used].toSorted((a, b) => a - b)).toEqual([...used.keys()].map((_, index) => index + 1));
    expect(used.size).toBe(quotes(briefing).length);
  });

  it('has a chapter for every safeguard with claims, the matrix, contested points, questions and sources', async () => {
    const { rows, totals } = (await call('GET', '/matrix')) as MatrixResponse;
    const headings = briefing.paragraphs.filter(({ style }) => style === 'Heading2').map(({ text }) => text);
    const found = rows.filter(({ id }) => (totals.rows[id]?.claims ?? 0) > 0).map(({ label }) => label);
    expect(headings).toEqual(expect.arrayContaining(found));
    expect(briefing.paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      'In het kort',
      'De matrix',
      'Per waarborg',
      'Omstreden punten',
      'Vragen aan de minister',
      'Bronnen',
    ]);
    expect(briefing.files.get('word/document.xml')).toContain('<w:tblHeader/>');
    expect(briefing.files.get('word/styles.xml')).toContain('w:val="nl-NL"');
    expect(briefing.files.get('docProps/core.xml')).toContain('<dc:title>Briefing: ');
  });

  it('is made in English, within filters, and says so', async () => {
    const english = readDocx(await download('?language=en&speaker=nobody&status=accepted'));
    expect(quotes(english)).toEqual([]);
    expect(english.paragraphs.map(({ text }) => text).join('\n')).toContain('Limited to: ');
    expect(english.files.get('word/styles.xml')).toContain('w:val="en-GB"');
    expect((await ask('GET', '/briefing?language=fr')).status).toBe(422);
  });

  it('opens in LibreOffice, whose PDF of it has every quote and every heading', async (context) => {
    if (!hasOffice('writer', 'whether it opens a briefing')) return context.skip();
    const text = await textInOffice('briefing.docx', bytes);
    expectWords(
      text,
      quotes(briefing).map(({ beforeNote }) => beforeNote),
    );
    const headings = briefing.paragraphs.filter(({ style }) => style?.startsWith('Heading'));
    expectWords(
      text,
      headings.map((heading) => heading.text),
    );
  });

  it('has an outline beside it that opens there too: headings, passages, notes and sources', async (context) => {
    if (!hasOffice('writer', 'whether it opens the paper of an outline')) return context.skip();
    const outline = uuid();
    await call('POST', '/outlines', { id: outline, title: 'Ons standpunt' });
    const add = (content: unknown) => call('POST', `/outlines/${outline}/parts`, { id: uuid(), content });
    await add({ kind: 'heading', level: 1, text: 'Wat er verdwijnt' });
    const chosen = sent.passages.slice(0, 20);
    for (const { id } of chosen) await add({ kind: 'passage', annotation: id });
    await add({ kind: 'text', text: 'Wij zijn **tegen**.' });
    const paper = new Uint8Array(await (await ask('GET', `/outlines/${outline}/paper`)).arrayBuffer());
    const written = readDocx(paper);
    const text = await textInOffice('opzet.docx', paper);
    expectWords(text, ['Ons standpunt', 'Wat er verdwijnt', 'Wij zijn tegen.', 'Bijlage: de matrix']);
    expectWords(
      text,
      chosen.map(({ passage }) => passage.exact),
    );
    expect(written.notes.size).toBe(chosen.length);
    expectWords(text, [...written.notes.values()]);
  });

  it('has a workbook beside it that opens there without a warning: every coding, and the totals of the matrix', async (context) => {
    if (!hasOffice('calc', 'whether it opens the workbook')) return context.skip();
    const file = new Uint8Array(await (await ask('GET', '/exports/xlsx?language=nl')).arrayBuffer());
    const sheets = await convertInOffice('dossier.xlsx', file, everySheetAsCsv);
    const rowsOf = (sheet: string) =>
      Papa.parse<string[]>(String(sheets.get(`dossier-${sheet}.csv`) ?? ''), { skipEmptyLines: true }).data;
    const codings = sent.passages.flatMap(({ passage }) => passage.codings);
    expect(rowsOf('Coderingen')).toHaveLength(codings.length + 1);
    const { totals } = (await call('GET', '/matrix')) as MatrixResponse;
    expect(rowsOf('Matrix').at(-1)).toContain(String(totals.all.claims));
  });
});

/** The text of what LibreOffice makes of a paper, as our viewer reads its PDF. */
async function textInOffice(name: string, bytes: Uint8Array): Promise<string> {
  const [pdf] = (await convertInOffice(name, bytes, 'pdf')).values();
  return textOfPdf(pdf ?? new Uint8Array());
}

/** All of the words stand in the text: as they are, or once in it and parted by the foot of a page. */
function expectWords(text: string, words: readonly string[]): void {
  expect(words.length).toBeGreaterThan(0);
  const letters = skeletonOf(text);
  const parted = words.filter((one) => !letters.includes(skeletonOf(one)));
  const found = anchorQuotes(
    text,
    parted.map((exact) => ({ exact })),
  );
  expect(parted.filter((_, at) => found[at]?.state === 'orphan')).toEqual([]);
}
