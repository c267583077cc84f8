import { type ExportFormat, exportFormats, exportQuerySchema } from '@waarborg/shared/api';
import { type TableName, tableNames, writeCsv } from '@waarborg/shared/exchange';
import { z } from 'zod';
import type { Access } from '../accounts/authenticate.ts';
import { createRouter, describeQuery, describeRoute, dossierParameters, parseQuery } from '../api-routes.ts';
import { describeCodebook } from '../codebooks/describe-concept.ts';
import type { Executor } from '../database/index.ts';
import { languageOf } from '../errors.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import type { ReferenceIndexes } from '../references/reference-index-service.ts';
import { toTurtle } from '../web-annotations/to-turtle.ts';
import { describeSelection } from './describe-selection.ts';
import { type ExportedDossier, exportTable, readExport, readForeignTexts } from './export-service.ts';
import { readOfflineDossier } from './read-offline-dossier.ts';
import { readReferenceTable } from './read-reference-table.ts';
import { writeCollection } from './write-collection.ts';
import { writePage } from './write-page.ts';
import { writeQdc, writeQdpx } from './write-qdpx.ts';
import { writeWorkbookAside } from './write-workbook-aside.ts';

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  jsonld: 'application/ld+json',
  qdpx: 'application/zip',
  qdc: 'application/xml; charset=utf-8',
  ttl: 'text/turtle; charset=utf-8',
};

const parameters = dossierParameters.extend({ format: z.enum(exportFormats) });
const exported = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/exports/{format}',
  tags: ['exchange'],
  summary: 'The dossier, or the part of it that passes the filters of the matrix, as a file',
  request: { params: parameters },
  parameters: describeQuery(exportQuerySchema),
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        Object.values(mediaTypes).map((type) => [type.split(';')[0], { schema: z.string() }]),
      ),
    },
  },
});

interface ExportSettings {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  readonly references: ReferenceIndexes;
  readonly publicUrl: string;
}

/** Files that a dossier is exported as. */
export function exportRoutes({ database, indexes, references, publicUrl }: ExportSettings) {
  const readTable = async (name: TableName, content: ExportedDossier, dossier: Access['dossier']) =>
    name === 'references' ? readReferenceTable(references, dossier, content) : exportTable(name, content);
  type Write = (content: ExportedDossier, dossier: Access['dossier']) => Promise<string | Uint8Array>;
  const writers: Readonly<Record<Exclude<ExportFormat, 'csv'>, Write>> = {
    xlsx: async (content, dossier) =>
      writeWorkbookAside(
        await Promise.all(tableNames.map((name) => readTable(name, content, dossier))),
        content.query.language,
      ),
    html: async (content, dossier) => {
      const held = await readOfflineDossier(database, dossier, content);
      const selection = describeSelection(content);
      return writePage(held, content.query.language, selection === undefined ? [] : [selection]);
    },
    qdpx: (content, dossier) => writeQdpx(database, dossier, content),
    qdc: async ({ index, query }) => writeQdc(index.frame.codebook, query.language),
    ttl: async ({ index }, { slug }) =>
      toTurtle(describeCodebook(index.frame.codebook, `${publicUrl}/codebook/${slug}`), publicUrl),
    jsonld: async (content, { id, slug }) => {
      const foreign = await readForeignTexts(database, id);
      return writeCollection(content, { server: publicUrl, dossier: slug, foreign });
    },
  };
  return createRouter().openapi(exported, async (c) => {
    const { format } = c.req.valid('param');
    const { table, separator, language = languageOf(c), ...wanted } = parseQuery(exportQuerySchema, c);
    const { dossier } = c.get('access');
    const content = await readExport({ database, indexes }, dossier, { ...wanted, language });
    const body =
      format === 'csv'
        ? writeCsv(await readTable(table, content, dossier), separator)
        : await writers[format](content, dossier);
    const name = format === 'csv' ? `${dossier.slug}-${table}` : dossier.slug;
    return c.body(body as never, 200, {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
    }) as never;
  });
}
