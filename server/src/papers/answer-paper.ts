import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
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

/** Answers with a paper as a Word file. The library is read at the first paper, not at the start. */
export async function answerDocx(c: Context, paper: Paper, name: string): Promise<Response> {
  const { toDocx } = await import('./to-docx.ts');
  return c.body(await toDocx(paper), 200, fileHeaders(docxType, name));
}

/** Answers with a paper as Markdown. */
export function answerMarkdown(c: Context, paper: Paper, name: string): Response {
  return c.body(toMarkdown(paper), 200, fileHeaders(`${markdownType}; charset=utf-8`, name));
}
