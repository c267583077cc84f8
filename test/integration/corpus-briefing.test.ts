/**
 * A briefing of the codings of an experienced reader: every quote is found again in its source, every footnote is
 * the citation of that source, and Word and LibreOffice can open it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { anchorQuotes } from '@waarborg/shared/anchoring';
import type { MatrixResponse } from '@waarborg/shared/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCorpusFile, textOfHtml } from '../bench/corpus-texts.ts';
import {
  corpusFolder,
  readCorpusDocuments,
  readCorpusPassages,
  sayThatCorpusIsMissing,
} from '../helpers/corpus.ts';
import { type ReadDocx, readDocx } from '../helpers/read-docx.ts';
import { type PrintedToken, type RunningServer, startServer } from '../helpers/running-server.ts';
import { sendCorpus } from '../helpers/send-corpus.ts';

const run = promisify(execFile);
/** A server starts and a hundred passages are sent: bounds a hang. */
const timeoutMs = 60_000;

if (!corpusFolder) sayThatCorpusIsMissing('The briefing of real codings is not tested');

/** Whether LibreOffice is there. */
async function hasOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version']);
    return true;
  } catch {
    console.info('LibreOffice is not there: whether it opens a briefing is not tested.');
    return false;
  }
}

describe.runIf(corpusFolder)('the briefing of real codings', () => {
  const folder = corpusFolder ?? '';
  let server: RunningServer;
  let token: PrintedToken;
  let bytes: Uint8Array;
  let briefing: ReadDocx;

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
    await sendCorpus(folder, call);
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

  it('opens in LibreOffice, which makes a PDF of it', async () => {
    if (!(await hasOffice())) return;
    const place = await mkdtemp(path.join(tmpdir(), 'briefing-'));
    try {
      const file = path.join(place, 'briefing.docx');
      await writeFile(file, bytes);
      const profile = `-env:UserInstallation=file://${place}/profile`;
      const { stderr } = await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        place,
        file,
      ]);
      expect(stderr).not.toMatch(/error|corrupt|repair/iu);
      expect(await readdir(place)).toContain('briefing.pdf');
      expect((await readFile(path.join(place, 'briefing.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
});
