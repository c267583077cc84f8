import type { Annotation, Coding, PassageRange } from '@waarborg/shared/annotation';
import type { Selectable } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** An annotation with what the REST API does not show. */
export interface StoredAnnotation {
  readonly annotation: Annotation;
  /** JSON text in which somebody else sent it. */
  readonly foreign: string | undefined;
}

/** Most identifiers in one statement; SQLite binds at most 32,766 values. */
const idsAtOnce = 5_000;

type AnnotationRow = Selectable<Database['annotation']> & { creator_name: string };
type CodingRow = Selectable<Database['coding']>;

/** Leaves out what is null: an absent field is absent, not null. */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;
}

function toCoding(row: CodingRow): Coding {
  return present({
    id: row.id,
    safeguard: row.safeguard,
    measure: row.measure as Coding['measure'],
    stage: row.stage as Coding['stage'],
    impact: row.impact,
    direction: row.direction as Coding['direction'],
    basis: row.basis as Coding['basis'],
    speaker: row.speaker_id,
    reportedBy: row.reported_by_id,
    provision: row.provision,
    quantity: row.quantity === null ? null : (JSON.parse(row.quantity) as Coding['quantity']),
    status: row.status as Coding['status'],
    reason: row.reason,
  }) as Coding;
}

function toAnnotation(row: AnnotationRow, codings: readonly CodingRow[]): Annotation {
  return present({
    id: row.id,
    document: row.document_id,
    source: row.source,
    rendition: row.rendition_id,
    ranges: JSON.parse(row.ranges) as PassageRange[],
    codings: codings.map(toCoding),
    note: row.note,
    gone: row.gone,
    creator: { id: row.creator_id, name: row.creator_name },
    created: row.created,
    modified: row.modified,
    revision: row.revision,
  }) as Annotation;
}

function selectPresent(database: Executor, dossier: string) {
  return database
    .selectFrom('annotation')
    .innerJoin('user', 'user.id', 'annotation.creator_id')
    .selectAll('annotation')
    .select('user.name as creator_name')
    .where('annotation.dossier_id', '=', dossier)
    .where('annotation.deleted', '=', 0);
}

/** Annotations of a dossier in the order in which they were made; with `document` only those of it. */
export async function listAnnotations(
  database: Executor,
  dossier: string,
  document?: string,
): Promise<Annotation[]> {
  let query = selectPresent(database, dossier);
  if (document !== undefined) query = query.where('annotation.document_id', '=', document);
  const rows = await query.orderBy('annotation.created').orderBy('annotation.id').execute();
  let codingQuery = database
    .selectFrom('coding')
    .innerJoin('annotation', 'annotation.id', 'coding.annotation_id')
    .selectAll('coding')
    .where('coding.dossier_id', '=', dossier)
    .where('annotation.deleted', '=', 0);
  if (document !== undefined) codingQuery = codingQuery.where('annotation.document_id', '=', document);
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
  const rows = await selectPresent(database, dossier)
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
  { document, reviewer, coding }: AnnotationFilters,
  page: PageRequest,
): Promise<Page<StoredAnnotation>> {
  let query = whereAny(selectPresent(database, dossier), 'annotation.document_id', document);
  query = whereAny(query, 'annotation.creator_id', reviewer);
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

/** One annotation that is not deleted. */
export async function findAnnotation(
  database: Executor,
  dossier: string,
  id: string,
): Promise<StoredAnnotation | undefined> {
  const rows = await selectPresent(database, dossier).where('annotation.id', '=', id).execute();
  return (await withCodings(database, rows))[0];
}

/** Those of the annotations with these ids that are not deleted, in the order of the ids. */
export async function listAnnotationsById(
  database: Executor,
  dossier: string,
  ids: readonly string[],
): Promise<Annotation[]> {
  const found: StoredAnnotation[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const some = ids.slice(start, start + idsAtOnce);
    const rows = await selectPresent(database, dossier).where('annotation.id', 'in', some).execute();
    found.push(...(await withCodings(database, rows)));
  }
  const byId = new Map(found.map(({ annotation }) => [annotation.id, annotation]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether any annotation, deleted ones and other dossiers' included, has this id. */
export async function isAnnotationIdTaken(database: Executor, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('annotation').select('id').where('id', '=', id).executeTakeFirst()) !==
    undefined
  );
}

async function insertCodings({ transaction, dossier }: Change, annotation: Annotation): Promise<void> {
  if (annotation.codings.length === 0) return;
  await transaction
    .insertInto('coding')
    .values(
      annotation.codings.map((coding, position) => ({
        id: coding.id,
        annotation_id: annotation.id,
        dossier_id: dossier,
        position,
        safeguard: coding.safeguard,
        measure: coding.measure ?? null,
        stage: coding.stage ?? null,
        impact: coding.impact ?? null,
        direction: coding.direction,
        basis: coding.basis,
        speaker_id: coding.speaker,
        reported_by_id: coding.reportedBy ?? null,
        provision: coding.provision ?? null,
        quantity: coding.quantity ? JSON.stringify(coding.quantity) : null,
        status: coding.status,
        reason: coding.reason ?? null,
      })),
    )
    .execute();
}

/** What the log keeps: all of it, so that nothing is lost when a change is undone. */
export function toLogged({ annotation, foreign }: StoredAnnotation): unknown {
  return foreign === undefined ? annotation : { ...annotation, foreign };
}

/** Adds an annotation with its codings, and logs it. */
export async function insertAnnotation(
  change: Change,
  { annotation, foreign }: StoredAnnotation,
): Promise<void> {
  await change.transaction
    .insertInto('annotation')
    .values({
      id: annotation.id,
      dossier_id: change.dossier,
      document_id: annotation.document,
      source: annotation.source,
      rendition_id: annotation.rendition ?? null,
      ranges: JSON.stringify(annotation.ranges),
      note: annotation.note ?? null,
      gone: annotation.gone ?? null,
      creator_id: annotation.creator.id,
      created: annotation.created,
      modified: annotation.modified,
      revision: annotation.revision,
      deleted: 0,
      foreign_json: foreign ?? null,
    })
    .execute();
  await insertCodings(change, annotation);
  change.record({ kind: 'annotation', id: annotation.id, after: toLogged({ annotation, foreign }) });
}

/** Puts an annotation in the place of its former version, and logs both. */
export async function replaceAnnotation(
  change: Change,
  before: StoredAnnotation,
  { annotation, foreign }: StoredAnnotation,
): Promise<void> {
  await change.transaction
    .updateTable('annotation')
    .set({
      source: annotation.source,
      ranges: JSON.stringify(annotation.ranges),
      rendition_id: annotation.rendition ?? null,
      note: annotation.note ?? null,
      gone: annotation.gone ?? null,
      modified: annotation.modified,
      revision: annotation.revision,
      foreign_json: foreign ?? null,
    })
    .where('id', '=', annotation.id)
    .execute();
  await change.transaction.deleteFrom('coding').where('annotation_id', '=', annotation.id).execute();
  await insertCodings(change, annotation);
  change.record({
    kind: 'annotation',
    id: annotation.id,
    before: toLogged(before),
    after: toLogged({ annotation, foreign }),
  });
}

/** Hides an annotation; its rows and its history stay. */
export async function deleteAnnotation(change: Change, before: StoredAnnotation): Promise<void> {
  await change.transaction
    .updateTable('annotation')
    .set({ deleted: 1, revision: change.revision, modified: change.at })
    .where('id', '=', before.annotation.id)
    .execute();
  change.record({ kind: 'annotation', id: before.annotation.id, before: toLogged(before) });
}
