import { type Annotation, speakersOf } from '@waarborg/shared/annotation';
import { getCodebook } from '../codebooks/codebook-store.ts';
import {
  type Change,
  type Executor,
  type Hindrance,
  type ItemStore,
  type Page,
  type PageRequest,
  sendTogether,
  takePage,
  textColumn,
  type Versions,
  whereAny,
} from '../database/index.ts';
import { findOwnDocument } from '../documents/document-store.ts';
import { listLinks } from '../links/link-store.ts';
import { listSpeakerNames } from '../speakers/speaker-store.ts';
import {
  type AnnotationRow,
  type CodingRow,
  type LoggedAnnotation,
  toAnnotation,
  toCodingRows,
  toRow,
} from './annotation-rows.ts';

/** An annotation with what the REST API does not show. */
export interface StoredAnnotation {
  readonly annotation: Annotation;
  /** JSON text in which somebody else sent it. */
  readonly foreign: string | undefined;
}

/** Most identifiers in one statement; SQLite binds at most 32,766 values. */
const idsAtOnce = 5_000;

function selectAnnotations(database: Executor, dossier: string) {
  return database
    .selectFrom('annotation')
    .innerJoin('user', 'user.id', 'annotation.creator_id')
    .selectAll('annotation')
    .select('user.name as creator_name')
    .where('annotation.dossier_id', '=', dossier);
}

/** Annotations of a dossier in the order in which they were made; with `documents` only those of these. */
export async function listAnnotations(
  database: Executor,
  dossier: string,
  documents?: readonly string[],
): Promise<Annotation[]> {
  let query = selectAnnotations(database, dossier);
  if (documents) query = query.where('annotation.document_id', 'in', [...documents]);
  const rows = await query.orderBy('annotation.created').orderBy('annotation.id').execute();
  let codingQuery = database
    .selectFrom('coding')
    .innerJoin('annotation', 'annotation.id', 'coding.annotation_id')
    .selectAll('coding')
    .where('coding.dossier_id', '=', dossier);
  if (documents) codingQuery = codingQuery.where('annotation.document_id', 'in', [...documents]);
  const codings = Map.groupBy(
    await codingQuery.orderBy('coding.position').execute(),
    (row) => row.annotation_id,
  );
  return rows.map((row) => toAnnotation(row, codings.get(row.id) ?? []));
}

/** The annotations of a document with what the REST API does not show. */
export async function listStoredAnnotations(
  database: Executor,
  dossier: string,
  document: string,
): Promise<StoredAnnotation[]> {
  const rows = await selectAnnotations(database, dossier)
    .where('annotation.document_id', '=', document)
    .execute();
  return withCodings(database, rows);
}

/** How a list of annotations can be ordered. */
export const annotationOrder = {
  keys: { created: textColumn('annotation.created'), modified: textColumn('annotation.modified') },
  id: textColumn('annotation.id'),
};

/** Which annotations are wanted: of any of the values, for each thing that is named. */
export interface AnnotationFilters {
  readonly document?: readonly string[] | undefined;
  readonly reviewer?: readonly string[] | undefined;
  /** Only those that were confirmed to be gone, or only the others. */
  readonly isGone?: boolean | undefined;
  /** Of one and the same coding. */
  readonly coding: Readonly<Partial<Record<FilteredCodingColumn, readonly string[] | undefined>>>;
}

type FilteredCodingColumn = Extract<
  keyof CodingRow,
  'safeguard' | 'impact' | 'measure' | 'stage' | 'direction' | 'basis' | 'speaker_id' | 'provision' | 'status'
>;

/** A page of a dossier's annotations, each with all its codings. */
export async function listAnnotationPage(
  database: Executor,
  dossier: string,
  { document, reviewer, isGone, coding }: AnnotationFilters,
  page: PageRequest,
): Promise<Page<StoredAnnotation>> {
  let query = whereAny(selectAnnotations(database, dossier), 'annotation.document_id', document);
  query = whereAny(query, 'annotation.creator_id', reviewer);
  if (isGone !== undefined) query = query.where('annotation.gone', isGone ? 'is not' : 'is', null);
  if (Object.values(coding).some((values) => values?.length)) {
    query = query.where(({ exists, selectFrom }) => {
      let codings = selectFrom('coding')
        .select('coding.id')
        .whereRef('coding.annotation_id', '=', 'annotation.id');
      for (const [column, values] of Object.entries(coding)) {
        codings = whereAny(codings, `coding.${column}`, values);
      }
      return exists(codings);
    });
  }
  const { entries, ...rest } = await takePage(query, annotationOrder, page);
  return { ...rest, entries: await withCodings(database, entries) };
}

/** Annotations with their codings, by one query for all of them. */
async function withCodings(database: Executor, rows: readonly AnnotationRow[]): Promise<StoredAnnotation[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = await database
    .selectFrom('coding')
    .selectAll()
    .where('annotation_id', 'in', ids)
    .orderBy('position')
    .execute();
  const codings = Map.groupBy(found, (row) => row.annotation_id);
  return rows.map((row) => ({
    annotation: toAnnotation(row, codings.get(row.id) ?? []),
    foreign: row.foreign_json ?? undefined,
  }));
}

/** How many annotations a dossier has, and when one of them was last changed. */
export async function summariseAnnotations(
  database: Executor,
  dossier: string,
): Promise<{ total: number; modified: string | undefined }> {
  const { total, modified } = await database
    .selectFrom('annotation')
    .select(({ fn }) => [fn.countAll().as('total'), fn.max('modified').as('modified')])
    .where('dossier_id', '=', dossier)
    .executeTakeFirstOrThrow();
  return { total: Number(total), modified: modified ?? undefined };
}

/** Annotations by their number in the order in which they were made, from `offset`. */
export async function listAnnotationsFrom(
  database: Executor,
  dossier: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<StoredAnnotation[]> {
  const rows = await selectAnnotations(database, dossier)
    .orderBy('annotation.created')
    .orderBy('annotation.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return withCodings(database, rows);
}

/** Whether the dossier once had an annotation that it has no more: only the log knows it. */
export async function isAnnotationDeleted(database: Executor, dossier: string, id: string): Promise<boolean> {
  const logged = await database
    .selectFrom('revision_item')
    .leftJoin('annotation', 'annotation.id', 'revision_item.item_id')
    .select('annotation.id')
    .where('revision_item.dossier_id', '=', dossier)
    .where('revision_item.item_id', '=', id)
    .where('revision_item.kind', '=', 'annotation')
    .limit(1)
    .executeTakeFirst();
  return logged !== undefined && logged.id === null;
}

/** One annotation. */
export async function findAnnotation(
  database: Executor,
  dossier: string,
  id: string,
): Promise<StoredAnnotation | undefined> {
  const rows = await selectAnnotations(database, dossier).where('annotation.id', '=', id).execute();
  return (await withCodings(database, rows))[0];
}

/** Those of the annotations with these ids that are there, in the order of the ids. */
export async function listAnnotationsById(
  database: Executor,
  dossier: string,
  ids: readonly string[],
): Promise<Annotation[]> {
  const found: StoredAnnotation[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const some = ids.slice(start, start + idsAtOnce);
    const rows = await selectAnnotations(database, dossier).where('annotation.id', 'in', some).execute();
    found.push(...(await withCodings(database, rows)));
  }
  const byId = new Map(found.map(({ annotation }) => [annotation.id, annotation]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The annotations that hold codings, by coding; a coding that the dossier does not have is left out. */
export async function findAnnotationsOfCodings(
  database: Executor,
  dossier: string,
  codings: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('coding')
    .select(['id', 'annotation_id'])
    .where('dossier_id', '=', dossier)
    .where('id', 'in', [...codings])
    .execute();
  return new Map(rows.map(({ id, annotation_id }) => [id, annotation_id]));
}

/** Adds many new annotations with their codings, and logs them. They have the revision of the change. */
export async function insertAnnotations(
  { dossier, insert, record }: Change,
  annotations: readonly LoggedAnnotation[],
): Promise<void> {
  const rows = annotations.map((annotation) => ({
    id: annotation.id,
    dossier_id: dossier,
    ...toRow(annotation),
  }));
  const codings = annotations.flatMap((annotation) => toCodingRows(dossier, annotation));
  await sendTogether(insert('annotation', rows), insert('coding', codings));
  for (const annotation of annotations) record({ kind: 'annotation', id: annotation.id, after: annotation });
}

/** All of it, so that nothing is lost when a change is undone. */
export function toLogged({ annotation, foreign }: StoredAnnotation): LoggedAnnotation {
  return foreign === undefined ? annotation : { ...annotation, foreign };
}

/** Adds, changes or removes an annotation with its codings, and logs it. */
export async function saveAnnotation(
  change: Change,
  id: string,
  { before, after }: Versions<LoggedAnnotation>,
): Promise<LoggedAnnotation | undefined> {
  const { transaction, dossier, revision, at, record, insert } = change;
  const saved = after && { ...after, id, modified: before ? at : after.modified, revision };
  if (before) await transaction.deleteFrom('coding').where('annotation_id', '=', id).execute();
  if (saved) {
    const row = toRow(saved);
    await sendTogether(
      before
        ? transaction.updateTable('annotation').set(row).where('id', '=', id).execute()
        : insert('annotation', [{ ...row, id, dossier_id: dossier }]),
      insert('coding', toCodingRows(dossier, saved)),
    );
  } else {
    await transaction.deleteFrom('annotation').where('id', '=', id).execute();
  }
  record({ kind: 'annotation', id, before, after: saved });
  return saved;
}

/** What an annotation names and the dossier does not have any more. */
async function findMissing(change: Change, { document, codings }: Annotation): Promise<Hindrance[]> {
  const { transaction, dossier } = change;
  const found = await findOwnDocument(transaction, dossier, document);
  const speakers = await listSpeakerNames(transaction, dossier, speakersOf(codings));
  const { concepts } = await getCodebook(transaction, dossier);
  const known = new Set(concepts.map(({ kind, id }) => `${kind} ${id}`));
  return [
    ...(found ? [] : [{ field: 'document', subject: document }]),
    ...codings.flatMap(({ safeguard, impact, speaker, reportedBy }) => [
      ...[speaker, reportedBy]
        .filter((one) => one !== undefined && !speakers.has(one))
        .map((subject = '') => ({ field: 'codings', subject })),
      ...(known.has(`safeguard ${safeguard}`) ? [] : [{ field: 'codings', subject: safeguard }]),
      ...(impact === undefined || known.has(`impact ${impact}`)
        ? []
        : [{ field: 'codings', subject: impact }]),
    ]),
  ];
}

/** How a change of an annotation is taken back. */
export const annotationItems: ItemStore<LoggedAnnotation> = {
  async find(executor, dossier, id) {
    const stored = await findAnnotation(executor, dossier, id);
    return stored && toLogged(stored);
  },
  save: saveAnnotation,
  async findHindrances(change, id, { before, after }) {
    const { transaction, dossier } = change;
    if (after) {
      const row = before
        ? undefined
        : await transaction.selectFrom('annotation').select('id').where('id', '=', id).executeTakeFirst();
      return [...(row ? [{ field: 'id', subject: id }] : []), ...(await findMissing(change, after))];
    }
    const links = await listLinks(transaction, dossier, id);
    return links.map((link) => ({ field: 'links', subject: link.id }));
  },
};
