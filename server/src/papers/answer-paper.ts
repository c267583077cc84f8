import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createThreads } from '../threads/create-threads.ts';
import type { Paper } from './paper.ts';
import { toMarkdown } from './to-markdown.ts';

/** Media types of the papers that are made. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const markdownType = 'text/markdown';

/** A file in the description of a route. */
export function fileContent(mediaType: string, description: string) {
  const schema = z.string().openapi({ format: 'binary' });
  return { description, content: { [mediaType]: { schema } } };
}

/** Headers of a file that is kept under a name and nowhere else. */
function fileHeaders(mediaType: string, name: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  };
}

/** Blocks from which on a paper is written aside: below it that takes no longer than a thread does to begin. */
const largePaper = 150;

const writeAside = createThreads<Paper>(import.meta, 'docx-thread');

/** A paper as a Word file; a large one is written in a thread of its own. The library is read when it is needed. */
async function writeDocx(paper: Paper, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = paper.parts.reduce((sum, part) => sum + part.blocks.length, 0);
  if (blocks >= largePaper) return writeAside({ task: paper, signal });
  const { toDocx } = await import('./to-docx.ts');
  return toDocx(paper);
}

/** Answers with a paper as a Word file. */
export async function answerDocx(c: Context, paper: Paper, name: string): Promise<Response> {
  return c.body(await writeDocx(paper, c.req.raw.signal), 200, fileHeaders(docxType, name));
}

/** Answers with a paper as Markdown. */
export function answerMarkdown(c: Context, paper: Paper, name: string): Response {
  return c.body(toMarkdown(paper), 200, fileHeaders(`${markdownType}; charset=utf-8`, name));
}
