import {
  articlesQuerySchema,
  articlesResponseSchema,
  cellQuerySchema,
  cellResponseSchema,
  matrixQuerySchema,
  matrixResponseSchema,
} from '@waarborg/shared/api';
import {
  countByArticle,
  currentFilters,
  type MatrixFilters,
  type MatrixIndex,
  noValue,
  readCell,
  type ToldClaims,
} from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import type { Env } from '../accounts/authenticate.ts';
import { findNamesVersion, listUserNames } from '../accounts/user-store.ts';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import {
  createRouter,
  describeQuery,
  describeRoute,
  dossierParameters,
  jsonContent,
  parseQuery,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { createVersionedAnswer } from '../dossiers/versioned-answer.ts';
import { languageOf } from '../errors.ts';
import { listLinksOf } from '../links/link-store.ts';
import { describeBill } from './bill-service.ts';
import type { IndexedDossier } from './indexed-dossier.ts';
import { matrixAsJson } from './kept-matrices.ts';
import type { MatrixIndexes } from './matrix-index-service.ts';

/** Much of an answer says the same in every cell: a tenth of it goes over the line. */
const middleware = compress();

const matrix = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/matrix',
  middleware,
  tags: ['matrix'],
  summary: 'The safeguard-impact matrix, on any two axes, with filters',
  request: { params: dossierParameters },
  parameters: describeQuery(matrixQuerySchema),
  responses: {
    200: jsonContent(matrixResponseSchema, 'The matrix'),
    304: { description: 'Nothing changed' },
  },
});
const cell = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/matrix/cell',
  middleware,
  tags: ['matrix'],
  summary: 'The claims that a number of the matrix counts, with their passages',
  request: { params: dossierParameters },
  parameters: describeQuery(cellQuerySchema),
  responses: {
    200: jsonContent(cellResponseSchema, 'Claims and passages'),
    304: { description: 'Nothing changed' },
  },
});

const articles = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/matrix/articles',
  middleware,
  tags: ['matrix'],
  summary: 'What each article does to which safeguard, with what impact, and what changes the article',
  request: { params: dossierParameters },
  parameters: describeQuery(articlesQuerySchema),
  responses: {
    200: jsonContent(articlesResponseSchema, 'Articles'),
    304: { description: 'Nothing changed' },
  },
});

/** The links of passages, and the passages elsewhere to which they lead. */
async function listLinked(database: Executor, dossier: string, passages: ReadonlySet<string>) {
  const links = await listLinksOf(database, dossier, [...passages]);
  const others = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => !passages.has(id)));
  return {
    links: links.map(({ revision: _, ...link }) => link),
    linked: await listAnnotationsById(database, dossier, [...others]),
  };
}

/** Claims of a number with the passages behind them. */
async function toCellResponse(database: Executor, dossier: string, told: ToldClaims) {
  const ids = new Set(told.claims.flatMap(({ places }) => places.map(({ annotation }) => annotation)));
  return {
    ...told,
    annotations: await listAnnotationsById(database, dossier, [...ids]),
    ...(await listLinked(database, dossier, ids)),
  };
}

/** What the matrix is answered from. */
interface MatrixSource {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  /** Names what counts: another one may count otherwise, so its answers are other versions. */
  readonly program: string;
}

/** The matrix. */
export function matrixRoutes({ database, indexes, program }: MatrixSource) {
  const answerAsOf = createVersionedAnswer(database, program);
  /** `hasNames`: whether the answer names people, whose names are no part of a dossier's order. */
  const answer = async (
    c: Context<Env>,
    hasNames: boolean,
    { q = '' }: MatrixFilters,
    count: (dossier: IndexedDossier, language: Language) => Promise<string>,
  ) => {
    const language = languageOf(c);
    const names = hasNames ? `-${await findNamesVersion(database)}` : '';
    const kept = q.trim() === '' ? indexes : { get: indexes.getSearchable };
    return answerAsOf(c, kept, `${language}${names}`, (indexed) => count(indexed, language));
  };
  return createRouter()
    .openapi(matrix, (c) => {
      const { rows, columns, fold, ...filters } = parseQuery(matrixQuerySchema, c);
      const asksReviewers = rows === 'reviewer' || columns === 'reviewer';
      const query = { rows, columns, filters, language: languageOf(c), folded: fold };
      const count = async (laidOut: IndexedDossier) => {
        const reviewerNames = asksReviewers
          ? await listUserNames(database, reviewersOf(laidOut.index))
          : undefined;
        const current = currentFilters(laidOut.index.frame, filters);
        return matrixAsJson(laidOut, { ...query, filters: current, reviewerNames });
      };
      return answer(c, asksReviewers, filters, count) as Promise<never>;
    })
    .openapi(articles, (c) => {
      const { article, lines, ...asked } = parseQuery(articlesQuerySchema, c);
      return answer(c, false, asked, async ({ revision, index }) => {
        const filters = currentFilters(index.frame, asked);
        const told = countByArticle(index, filters, { article, lines });
        const dossier = c.get('access').dossier.id;
        const bill =
          article === undefined ? await describeBill(database, index, filters, { dossier, told }) : undefined;
        return JSON.stringify({ revision, bill, articles: told });
      }) as Promise<never>;
    })
    .openapi(cell, (c) => {
      const { rows, columns, row, column, first, each, part, by, cursor, limit, ...asked } = parseQuery(
        cellQuerySchema,
        c,
      );
      return answer(c, true, asked, async ({ revision, index }, language) => {
        const query = { rows, columns, filters: currentFilters(index.frame, asked), language };
        const told = readCell(index, query, { row, column }, { first, each, part, by, cursor, limit });
        const page = await toCellResponse(database, c.get('access').dossier.id, told);
        return JSON.stringify({ revision, ...page });
      }) as Promise<never>;
    });
}

/** User ids of everybody who coded something. */
function reviewersOf({ facts }: MatrixIndex): string[] {
  return facts.axes.reviewer.values.filter((value) => value !== noValue);
}
