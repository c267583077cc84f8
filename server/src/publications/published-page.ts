import { createHash } from 'node:crypto';
import type { Language } from '@waarborg/shared/messages';
import { dutchMomentInWords } from '@waarborg/shared/messages/dutch-moment';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import type { Context, Handler } from 'hono';
import type { Executor } from '../database/index.ts';
import { languageOf } from '../errors.ts';
import { findPublicationBySecret, readPublishedPage } from './publication-store.ts';

/** What no search engine keeps and no cache serves after it is withdrawn. */
const headers = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'no-store' };
/** How a page looks that only says something; a reader of a publication has nothing else of ours. */
const style =
  ':root{color-scheme:light dark;font:1.0625rem/1.5 "Source Sans 3","Segoe UI",system-ui,sans-serif}body{margin:0}main{max-width:40rem;margin:3rem auto;padding:0 1.25rem}h1{font-size:1.5rem}';
const styleHash = createHash('sha256').update(style).digest('base64');
const policyOfPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/u;

function say(
  c: Context,
  status: 403 | 404 | 410,
  language: Language,
  { title, text }: { title: string; text: string },
) {
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Waarborg</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>
`;
  return c.html(html, status, {
    ...headers,
    'Content-Language': language,
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`,
  });
}

/**
 * The page of a publication for whoever has its link. Before the end of its embargo it says when it can be read and
 * nothing else; withdrawn, that it is.
 */
export function servePublished(database: Executor): Handler {
  return async (c) => {
    const language = languageOf(c);
    const messages = publicationMessages[language];
    const found = await findPublicationBySecret(database, c.req.param('secret') ?? '');
    if (!found) return say(c, 404, language, { title: messages.notFoundTitle, text: messages.notFoundText });
    const withdrawn = { title: messages.withdrawnTitle, text: messages.withdrawnText };
    if (found.withdrawn !== undefined) return say(c, 410, language, withdrawn);
    if (found.embargo !== undefined && new Date(found.embargo) > new Date()) {
      const text = messages.embargoText(dutchMomentInWords(found.embargo, language));
      return say(c, 403, language, { title: messages.embargoTitle, text });
    }
    const page = await readPublishedPage(database, found.id);
    if (page === undefined) return say(c, 410, language, withdrawn);
    const policy = policyOfPage.exec(page)?.[1] ?? "default-src 'none'";
    return c.html(page, 200, {
      ...headers,
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    });
  };
}
