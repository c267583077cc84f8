import { createHash } from 'node:crypto';
import { isUnderEmbargo, type ProblemCode } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';
import { dutchMomentInWords } from '@waarborg/shared/messages/dutch-moment';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import type { Context, ErrorHandler, Handler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import type { Executor } from '../database/index.ts';
import { ApiError, languageOf } from '../errors.ts';
import { addPreface } from '../exports/write-page.ts';
import { findPublication, findPublicationBySecret, readPublishedPage } from './publication-store.ts';

/** What no search engine keeps and no cache serves after it is withdrawn. */
const headers = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'no-store' };
/** How a page looks that only says something; a reader of a publication has nothing else of ours. */
const style =
  ':root{color-scheme:light dark;font:1.0625rem/1.5 "Source Sans 3","Segoe UI",system-ui,sans-serif}body{margin:0}main{max-width:40rem;margin:3rem auto;padding:0 1.25rem}h1{font-size:1.5rem}';
const styleHash = createHash('sha256').update(style).digest('base64');
/** Why somebody may not look before the others. */
const refusalStatuses: { readonly [code in ProblemCode]?: 401 | 403 | 404 } = {
  unauthenticated: 401,
  forbidden: 403,
  'dossier-not-found': 404,
};
const policyOfPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/u;

function say(
  c: Context,
  status: 401 | 403 | 404 | 410,
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

function show(c: Context, page: string) {
  const policy = policyOfPage.exec(page)?.[1] ?? "default-src 'none'";
  return c.html(page, 200, { ...headers, 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` });
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
    if (found.embargo !== undefined && isUnderEmbargo(found)) {
      const text = messages.embargoText(dutchMomentInWords(found.embargo, language));
      return say(c, 403, language, { title: messages.embargoTitle, text });
    }
    const page = await readPublishedPage(database, found.id);
    if (page === undefined) return say(c, 410, language, withdrawn);
    return show(c, page);
  };
}

/**
 * The page of a publication under embargo, for whoever may publish: as others will read it, with above it that they do
 * not yet. When there is no embargo any more it is at its link.
 */
export function servePreview(database: Executor): Handler<Env> {
  return async (c) => {
    const language = languageOf(c);
    const messages = publicationMessages[language];
    const found = await findPublication(database, c.get('access').dossier.id, c.req.param('id') ?? '');
    if (!found) return say(c, 404, language, { title: messages.notFoundTitle, text: messages.notFoundText });
    const page = isUnderEmbargo(found) ? await readPublishedPage(database, found.id) : undefined;
    if (found.embargo === undefined || page === undefined) {
      c.header('Cache-Control', 'no-store');
      return c.redirect(`/gepubliceerd/${found.secret}`);
    }
    const moment = dutchMomentInWords(found.embargo, language);
    return show(c, addPreface(page, messages.previewText(moment)));
  };
}

/** Says in a page, to whoever opens a preview in a browser and may not, that it cannot be read yet; others get the problem. */
export const refusePreview: ErrorHandler = (error, c) => {
  const status = error instanceof ApiError ? refusalStatuses[error.code] : undefined;
  if (status === undefined || !c.req.header('accept')?.includes('text/html')) throw error;
  const language = languageOf(c);
  const { embargoTitle, previewRefused } = publicationMessages[language];
  return say(c, status, language, { title: embargoTitle, text: previewRefused });
};
