import type { Annotation, Coding } from '@waarborg/shared/annotation';
import type { ExportQuery } from '@waarborg/shared/api';
import { idsOfDocument } from '@waarborg/shared/dossier';
import {
  cellTable,
  codebookTable,
  codingTable,
  createDossierWords,
  documentTable,
  matrixTable,
  passageTable,
  speakerTable,
  type Table,
  type TableName,
} from '@waarborg/shared/exchange';
import {
  buildMatrix,
  currentFilters,
  filtersCodings,
  includesRejected,
  type MatrixFilters,
  type MatrixIndex,
  type MatrixQuery,
  passesDocument,
  selectCodings,
  selectPassages,
} from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { listUserNames } from '../accounts/user-store.ts';
import {
  listAnnotations,
  listAnnotationsById,
  listAnnotationsFrom,
} from '../annotations/annotation-store.ts';
import type { Executor } from '../database/index.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { findPassages } from '../search/search-service.ts';

/** What is asked to be exported. */
export type Wanted = Omit<ExportQuery, 'table' | 'separator' | 'language' | 'wordsBy'> & {
  readonly language: Language;
  readonly wordsBy?: ExportQuery['wordsBy'];
};

/** How the matrix of what is exported stands when it is opened. */
export type Layout = Pick<Wanted, 'count' | 'sortRows' | 'sortColumns' | 'fold' | 'hide'>;

/** A dossier, or the part of it that was asked for, as it goes into a file. */
export interface ExportedDossier {
  readonly index: MatrixIndex;
  readonly annotations: readonly Annotation[];
  readonly query: MatrixQuery;
  /** Whether a coding of these passages belongs to what was asked for. */
  readonly isWanted: (coding: Coding) => boolean;
  /**
   * Whether it goes into a file for other programs, and comes back from one as a draft: what a curator sent back is
   * left out as in the matrix, unless it was asked for.
   */
  readonly isCarried: (coding: Coding) => boolean;
  readonly layout: Layout;
}

/** Whether only a part is asked for. */
export function isFiltered(filters: MatrixFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined && value.length > 0);
}

/** Passages that pass: all that a search found, or else by their codings or, where filters are about documents only, by their document. */
async function listWanted(
  database: Executor,
  dossier: string,
  index: MatrixIndex,
  filters: MatrixFilters,
): Promise<Annotation[]> {
  if (index.found) return listAnnotationsById(database, dossier, [...index.found]);
  if (filtersCodings(filters))
    return listAnnotationsById(database, dossier, [...selectPassages(index, filters)]);
  const wanted = index.frame.documents
    .filter((document) => passesDocument(document, filters))
    .flatMap(idsOfDocument);
  const ids = new Set(wanted);
  return (await listAnnotations(database, dossier)).filter(({ document }) => ids.has(document));
}

/** Reads what is asked for of a dossier, as of now. */
export async function readExport(
  { database, indexes }: { readonly database: Executor; readonly indexes: MatrixIndexes },
  dossier: { readonly id: string; readonly revision: number },
  { rows, columns, language, wordsBy, count, sortRows, sortColumns, fold, hide, ...asked }: Wanted,
): Promise<ExportedDossier> {
  const { q, ...others } = asked;
  const whole = (await indexes.get(dossier.id, dossier.revision)).index;
  const isSought = wordsBy === 'search' && q !== undefined && q.trim() !== '';
  const index = isSought
    ? { ...whole, found: await findPassages({ database, indexes, dossier }, q, others) }
    : whole;
  const filters = currentFilters(index.frame, asked);
  const annotations = await listWanted(database, dossier.id, index, filters);
  // A search by words alone finds a passage whatever a curator said of its codings, so all of them go with it.
  const codings = isFiltered(isSought ? others : asked) ? selectCodings(index, filters) : undefined;
  const reviewers = [
    ...new Set([...annotations.map(({ creator }) => creator.id), ...(asked.reviewer ?? [])]),
  ];
  const reviewerNames = await listUserNames(database, reviewers);
  const isWanted = ({ id }: Coding) => codings?.has(id) ?? true;
  const isCarried = (coding: Coding) =>
    isWanted(coding) && (coding.status !== 'rejected' || includesRejected(filters));
  return {
    ...{ index, annotations, isWanted, isCarried },
    layout: { count, sortRows, sortColumns, fold, hide },
    query: { rows, columns, filters, language, reviewerNames },
  };
}

/** Annotations that are read at once. */
const annotationsAtOnce = 2_000;

/** The JSON text in which somebody else sent an annotation, by its id. */
export async function readForeignTexts(database: Executor, dossier: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let offset = 0; ; offset += annotationsAtOnce) {
    const stored = await listAnnotationsFrom(database, dossier, { offset, limit: annotationsAtOnce });
    for (const { annotation, foreign } of stored)
      if (foreign !== undefined) texts.set(annotation.id, foreign);
    if (stored.length < annotationsAtOnce) return texts;
  }
}

/** One table of an export; what is cited has a service of its own. */
export function exportTable(
  name: Exclude<TableName, 'references'>,
  { index, annotations, query, isWanted, layout }: ExportedDossier,
): Table {
  const { codebook, speakers, documents } = index.frame;
  const { language, rows, columns, filters } = query;
  const words = createDossierWords(index.frame, language);
  const axes = matrixMessages[language];
  switch (name) {
    case 'matrix': {
      const names = { rows: axes[`axis.${rows}`], columns: axes[`axis.${columns}`] };
      return matrixTable(buildMatrix(index, query), layout.count, names, language);
    }
    case 'cells':
      return cellTable(buildMatrix(index, query), language);
    case 'codings':
      return codingTable(annotations, isWanted, words);
    case 'passages':
      return passageTable(annotations, words);
    case 'documents': {
      const wanted = documents.filter((document) => passesDocument(document, filters));
      return documentTable(wanted, annotations, words);
    }
    case 'speakers':
      return speakerTable(speakers, words);
    case 'codebook':
      return codebookTable(codebook, language);
  }
}
