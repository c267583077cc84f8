import type { z } from '@hono/zod-openapi';
import {
  cellQuerySchema,
  cellResponseSchema,
  matrixQuerySchema,
  matrixResponseSchema,
} from '@waarborg/shared/api';
import { buildMatrix, explainCell, type Matrix } from '@waarborg/shared/matrix';
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

type MatrixAnswer = z.infer<typeof matrixResponseSchema>;
type CellAnswer = z.infer<typeof cellResponseSchema>;

/** Answers are the same until the dossier changes, in each language. */
const caching = (etag: string) => ({
  ETag: etag,
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Language, Cookie',
});

export function matrixRoutes(database: Executor) {
  return createRouter()
    .openapi(matrix, async (c) => {
      const { rows, columns, ...filters } = parseQuery(matrixQuerySchema, c);
      const language = languageOf(c);
      const { dossier } = c.get('access');
      const known = etagOf(dossier.revision, language);
      if (isNotModified(c, known)) return c.body(null, 304, caching(known));
      const { revision, content } = await getDossierContent(database, dossier.id);
      const built: Matrix = buildMatrix(content, { rows, columns, filters, language });
      return c.json(
        { revision, ...built } as unknown as MatrixAnswer,
        200,
        caching(etagOf(revision, language)),
      );
    })
    .openapi(cell, async (c) => {
      const { rows, columns, row, column, ...filters } = parseQuery(cellQuerySchema, c);
      const language = languageOf(c);
      const { dossier } = c.get('access');
      const known = etagOf(dossier.revision, language);
      if (isNotModified(c, known)) return c.body(null, 304, caching(known));
      const { revision, content } = await getDossierContent(database, dossier.id);
      const explained = explainCell(content, { rows, columns, filters, language }, { row, column });
      return c.json(
        { revision, ...explained } as unknown as CellAnswer,
        200,
        caching(etagOf(revision, language)),
      );
    });
}
