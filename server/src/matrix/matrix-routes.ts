import {
  cellQuerySchema,
  cellResponseSchema,
  matrixQuerySchema,
  matrixResponseSchema,
} from '@waarborg/shared/api';
import { buildMatrix, type DossierContent, explainCell } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import {
  createRouter,
  describeQuery,
  describeRoute,
  dossierParameters,
  etagOf,
  isNotModified,
  jsonContent,
  parseQuery,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { getDossierContent } from '../dossiers/content-store.ts';
import { languageOf } from '../errors.ts';

const matrix = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/matrix',
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
  tags: ['matrix'],
  summary: 'The claims that a number of the matrix counts, with their passages',
  request: { params: dossierParameters },
  parameters: describeQuery(cellQuerySchema),
  responses: {
    200: jsonContent(cellResponseSchema, 'Claims and passages'),
    304: { description: 'Nothing changed' },
  },
});

/** Answers are the same until the dossier changes or the server starts anew, in each language. */
const caching = (etag: string) => ({
  ETag: etag,
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Language, Authorization, Cookie',
});

/** The matrix. `program` names what counts: another one may count otherwise, so its answers are other versions. */
export function matrixRoutes(database: Executor, program: string) {
  /** Answers with what is made of the dossier's content, unless the client has it already. */
  const answer = async (c: Context<Env>, build: (content: DossierContent, language: Language) => object) => {
    const language = languageOf(c);
    const { dossier } = c.get('access');
    const versionOf = (revision: number) => etagOf(revision, `${language}-${program}`);
    const known = versionOf(dossier.revision);
    if (isNotModified(c, known)) return c.body(null, 304, caching(known));
    const { revision, content } = await getDossierContent(database, dossier.id);
    return c.json({ revision, ...build(content, language) }, 200, caching(versionOf(revision)));
  };
  return createRouter()
    .openapi(matrix, (c) => {
      const { rows, columns, ...filters } = parseQuery(matrixQuerySchema, c);
      return answer(c, (content, language) =>
        buildMatrix(content, { rows, columns, filters, language }),
      ) as Promise<never>;
    })
    .openapi(cell, (c) => {
      const { rows, columns, row, column, ...filters } = parseQuery(cellQuerySchema, c);
      return answer(c, (content, language) =>
        explainCell(content, { rows, columns, filters, language }, { row, column }),
      ) as Promise<never>;
    });
}
