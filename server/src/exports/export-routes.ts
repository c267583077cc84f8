import { type ExportFormat, exportFormats, exportQuerySchema } from '@waarborg/shared/api';
import { z } from 'zod';
import { createRouter, describeQuery, describeRoute, dossierParameters, parseQuery } from '../api-routes.ts';
import { languageOf } from '../errors.ts';
import { whileProcessing } from '../http/while-processing.ts';
import { isLargeDossier, writeAside } from './write-aside.ts';
import { type ExportOrder, type ExportSources, isOfCodebook, writeExport } from './write-export.ts';

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

interface ExportSettings extends ExportSources {
  /** Where the database is, for whoever opens it a second time. */
  readonly place: string;
}

/** Files that a dossier is exported as. */
export function exportRoutes({ place, ...sources }: ExportSettings) {
  const { database, publicUrl } = sources;
  /** A workbook is slow to write, whatever it holds; a codebook is small. */
  const isSlow = async (order: ExportOrder) =>
    !isOfCodebook(order) && (order.format === 'xlsx' || (await isLargeDossier(database, order.dossier.id)));
  return createRouter().openapi(exported, async (c) => {
    const { format } = c.req.valid('param');
    const { table, separator, language = languageOf(c), ...asked } = parseQuery(exportQuerySchema, c);
    const { dossier } = c.get('access');
    const order = { dossier, format, table, separator, wanted: { ...asked, language } };
    const body = (await isSlow(order))
      ? await whileProcessing(c, writeAside({ task: { place, publicUrl, order }, signal: c.req.raw.signal }))
      : await writeExport(sources, order);
    const name = format === 'csv' ? `${dossier.slug}-${table}` : dossier.slug;
    return c.body(body as never, 200, {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
    }) as never;
  });
}
