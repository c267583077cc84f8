import type { ExportFormat, ExportQuery } from '@waarborg/shared/api';
import { codebookTable, type TableName, tableNames, writeCsv } from '@waarborg/shared/exchange';
import type { Access } from '../accounts/authenticate.ts';
import { getCodebook } from '../codebooks/codebook-store.ts';
import { describeCodebook } from '../codebooks/describe-concept.ts';
import type { Executor } from '../database/index.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import type { ReferenceIndexes } from '../references/reference-index-service.ts';
import { toTurtle } from '../web-annotations/to-turtle.ts';
import { describeSelection } from './describe-selection.ts';
import {
  type ExportedDossier,
  exportTable,
  readExport,
  readForeignTexts,
  type Wanted,
} from './export-service.ts';
import { readOfflineDossier } from './read-offline-dossier.ts';
import { readReferenceTable } from './read-reference-table.ts';
import { writeCollection } from './write-collection.ts';
import { writePage } from './write-page.ts';
import { writeQdc, writeQdpx } from './write-qdpx.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What an export is written from. */
export interface ExportSources {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  readonly references: ReferenceIndexes;
  /** Address of the server, without slash at the end. */
  readonly publicUrl: string;
}

/** Which file is wanted of which dossier: plain data, which another thread can be given. */
export interface ExportOrder {
  readonly dossier: Access['dossier'];
  readonly format: ExportFormat;
  /** Of a file of one table: which, and what stands between its values. */
  readonly table: TableName;
  readonly separator: ExportQuery['separator'];
  readonly wanted: Wanted;
}

/** Whether a file holds the codebook and nothing else, so that no passage is read for it. */
export function isOfCodebook({ format, table }: Pick<ExportOrder, 'format' | 'table'>): boolean {
  return format === 'qdc' || format === 'ttl' || (format === 'csv' && table === 'codebook');
}

async function writeCodebook({ database, publicUrl }: ExportSources, order: ExportOrder): Promise<string> {
  const { dossier, format, separator, wanted } = order;
  const codebook = await getCodebook(database, dossier.id);
  if (format === 'qdc') return writeQdc(codebook, wanted.language);
  if (format === 'csv') return writeCsv(codebookTable(codebook, wanted.language), separator);
  return toTurtle(describeCodebook(codebook, `${publicUrl}/codebook/${dossier.slug}`), publicUrl);
}

async function writeOffline(
  { database }: ExportSources,
  dossier: Access['dossier'],
  content: ExportedDossier,
) {
  const held = await readOfflineDossier(database, dossier, content);
  const selection = describeSelection(content);
  return writePage(held, content.query.language, selection === undefined ? [] : [selection]);
}

/** Writes a file that a dossier is exported as; of a large one this takes up to a minute. */
export async function writeExport(sources: ExportSources, order: ExportOrder): Promise<string | Uint8Array> {
  const { database, references, publicUrl } = sources;
  const { dossier, format, table, separator, wanted } = order;
  if (isOfCodebook(order)) return writeCodebook(sources, order);
  const content = await readExport(sources, dossier, wanted);
  const readTable = async (name: TableName) =>
    name === 'references' ? readReferenceTable(references, dossier, content) : exportTable(name, content);
  switch (format) {
    case 'csv':
      return writeCsv(await readTable(table), separator);
    case 'xlsx':
      return writeWorkbook(await Promise.all(tableNames.map(readTable)), wanted.language);
    case 'html':
      return writeOffline(sources, dossier, content);
    case 'qdpx':
      return writeQdpx(database, dossier, content);
    case 'jsonld': {
      const foreign = await readForeignTexts(database, dossier.id);
      return writeCollection(content, { server: publicUrl, dossier: dossier.slug, foreign });
    }
    default:
      throw new RangeError(`no file of a dossier: ${format}`);
  }
}
