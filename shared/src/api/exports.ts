import { z } from 'zod';
import { csvSeparators, tableNames } from '../exchange/index.ts';
import { languages } from '../messages/index.ts';
import { layoutFields, matrixQuerySchema } from './matrix.ts';

/** File formats in which a dossier is exported. */
export const exportFormats = ['xlsx', 'html', 'csv', 'qdpx', 'qdc', 'ttl', 'jsonld'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * `GET /dossiers/{dossier}/exports/{format}`: axes and filters of the matrix. Without any filter all codings are
 * exported, those that were sent back too; with filters the ones that count in that matrix.
 */
export const exportQuerySchema = matrixQuerySchema.extend({
  /** The page that opens from disk (`html`) shows the matrix so; a file of tables has no layout. */
  ...layoutFields,
  /** Which table, where the file holds one (`csv`). */
  table: z.enum(tableNames).default('codings'),
  /** What stands between the values of a row (`csv`); with a semicolon, numbers have a decimal comma. */
  separator: z.enum(csvSeparators).default('comma'),
  /** How words (`q`) are taken: letter for letter, as the matrix filters, or in any form, as the search finds. */
  wordsBy: z.enum(['filter', 'search']).default('filter'),
  /** Language of the words in the file; left out, that of the request. */
  language: z.enum(languages).optional(),
});
export type ExportQuery = z.output<typeof exportQuerySchema>;
