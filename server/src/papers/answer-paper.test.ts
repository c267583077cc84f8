import { strFromU8, unzipSync } from 'fflate';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { answerDocx } from './answer-paper.ts';
import { footnote, type Paper, plain } from './paper.ts';
import { toDocx } from './to-docx.ts';

/** A paper of so many paragraphs, each with a footnote. */
const paperOf = (paragraphs: number): Paper => ({
  ...{ title: 'Stuk', lines: ['12 mei 2026'], language: 'nl' },
  parts: [
    {
      blocks: Array.from({ length: paragraphs }, (_, place) => ({
        kind: 'paragraph' as const,
        content: [...plain(`Alinea ${place}`), footnote(`noot ${place}`)],
      })),
    },
  ],
});

/** The parts of a Word file, without the moment at which it was made. */
function partsOf(file: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => name !== 'docProps/core.xml');
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

it.each([3, 400])(
  'a paper of %i paragraphs is answered as a whole Word file, wherever it is written',
  async (count) => {
    const paper = paperOf(count);
    const app = new Hono().get('/', (c) => answerDocx(c, paper, 'stuk.docx'));
    const answer = await app.request('/');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="stuk.docx"');
    const parts = partsOf(new Uint8Array(await answer.arrayBuffer()));
    expect(parts).toEqual(partsOf(await toDocx(paper)));
    expect(parts['word/footnotes.xml']).toContain(`Noot ${count - 1}`);
  },
);

it('a large paper that nobody waits for is not written', async () => {
  const app = new Hono().get('/', (c) => answerDocx(c, paperOf(400), 'stuk.docx'));
  let problem: unknown;
  app.onError((error, c) => {
    problem = error;
    return c.body(null, 408);
  });
  const answer = await app.request('/', { signal: AbortSignal.abort() });
  expect(answer.status).toBe(408);
  expect(problem).toMatchObject({ code: 'request-timeout' });
});
