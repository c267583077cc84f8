/**
 * What the log keeps of a thing says all of its rows, so that the rows can be made of the log and
 * any change can be undone. Deleted passages are in the log only, with the links that hung on them;
 * the codebook is logged concept by concept; vocabulary and links have versions; documents are
 * merged by pointer; a dossier names the source types of which no text is kept.
 */
import { type Kysely, sql } from 'kysely';

/** The tables as they are while this runs. */
interface Tables {
  dossier: { id: string; settings_revision: number };
  annotation: { id: string; dossier_id: string; revision: number; deleted: number };
  coding: { annotation_id: string };
  link: { id: string; dossier_id: string; from_id: string; to_id: string; kind: string; revision: number };
  rendition: {
    document_id: string;
    text_id: string;
    source: string;
    media_type: string;
    retrieved: string;
  };
  document: { id: string; dossier_id: string };
  document_address: { document_id: string; address: string; position: number };
  document_identifier: { document_id: string; scheme: string; value: string; position: number };
  speaker: { id: string; revision: number };
  revision: { dossier_id: string; number: number; at: string; user_id: string | null; operation: string };
  revision_item: Item;
}

interface Item {
  dossier_id: string;
  number: number;
  position: number;
  kind: string;
  item_id: string;
  before: string | null;
  after: string | null;
}

type State = Record<string, unknown>;
type Database = Kysely<Tables>;

async function addColumns({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('dossier')
    .addColumn('without_text', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await schema
    .alterTable('dossier')
    .addColumn('settings_revision', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  for (const table of ['document_address', 'document_identifier'] as const) {
    await schema
      .alterTable(table)
      .addColumn('position', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  for (const table of ['concept', 'concept_group', 'speaker', 'link'] as const) {
    await schema
      .alterTable(table)
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  }
  await schema
    .alterTable('document')
    .addColumn('merged_into', 'text', (column) => column.references('document.id'))
    .execute();
  await schema.createIndex('document_merged').on('document').column('merged_into').execute();
  await schema.alterTable('revision').addColumn('undoes', 'integer').execute();
  for (const [table, columns] of [
    ['link', ['from_id']],
    ['link', ['to_id']],
    ['reading', ['document_id']],
    ['coding', ['speaker_id']],
    ['revision', ['dossier_id', 'undoes']],
  ] as const) {
    await schema
      .createIndex(`${table}_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
  }
}

/** Adds items at the end of a revision that is there. */
async function appendItems(
  database: Database,
  { dossier, number }: { dossier: string; number: number },
  items: readonly Pick<Item, 'kind' | 'item_id' | 'before' | 'after'>[],
): Promise<void> {
  if (items.length === 0) return;
  const { last } = await database
    .selectFrom('revision_item')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('dossier_id', '=', dossier)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const first = Number(last ?? -1) + 1;
  await database
    .insertInto('revision_item')
    .values(items.map((item, index) => ({ dossier_id: dossier, number, position: first + index, ...item })))
    .execute();
}

/** A deleted passage stays in the log; the links that hung on it go in the change that deleted it. */
async function forgetDeleted(database: Database): Promise<void> {
  const deleted = await database
    .selectFrom('annotation')
    .select(['id', 'dossier_id', 'revision'])
    .where('deleted', '=', 1)
    .execute();
  for (const { id, dossier_id: dossier, revision: number } of deleted) {
    const links = await database
      .selectFrom('link')
      .selectAll()
      .where((expression) => expression.or([expression('from_id', '=', id), expression('to_id', '=', id)]))
      .execute();
    const items = links.map((link) => ({
      kind: 'link',
      item_id: link.id,
      before: JSON.stringify({ id: link.id, from: link.from_id, to: link.to_id, kind: link.kind }),
      after: null,
    }));
    await appendItems(database, { dossier, number }, items);
    for (const link of links) await database.deleteFrom('link').where('id', '=', link.id).execute();
    await database.deleteFrom('coding').where('annotation_id', '=', id).execute();
    await database.deleteFrom('annotation').where('id', '=', id).execute();
  }
}

/** Addresses and identifiers keep the order in which the log lists them. */
async function orderNames(database: Database): Promise<void> {
  const latest = new Map<string, State>();
  const items = await database
    .selectFrom('revision_item')
    .select(['item_id', 'after'])
    .where('kind', '=', 'document')
    .where('after', 'is not', null)
    .orderBy('dossier_id')
    .orderBy('number')
    .orderBy('position')
    .execute();
  for (const { item_id, after } of items) latest.set(item_id, parse(after) ?? {});
  for (const [id, { addresses, identifiers }] of latest) {
    for (const [position, { address }] of (addresses as { address: string }[]).entries()) {
      await database
        .updateTable('document_address')
        .set({ position })
        .where('document_id', '=', id)
        .where('address', '=', address)
        .execute();
    }
    for (const [position, { scheme, value }] of (identifiers as Record<string, string>[]).entries()) {
      await database
        .updateTable('document_identifier')
        .set({ position })
        .where('document_id', '=', id)
        .where('scheme', '=', scheme ?? '')
        .where('value', '=', value ?? '')
        .execute();
    }
  }
}

function parse(text: string | null): State | undefined {
  return text === null ? undefined : (JSON.parse(text) as State);
}

async function setItem(database: Database, item: Item, before: State | undefined, after: State | undefined) {
  const toText = (state: State | undefined) => (state === undefined ? null : JSON.stringify(state));
  await database
    .updateTable('revision_item')
    .set({ before: toText(before), after: toText(after) })
    .where('dossier_id', '=', item.dossier_id)
    .where('number', '=', item.number)
    .where('position', '=', item.position)
    .execute();
}

/** The codebook as its concepts and groups, in its order. */
async function splitCodebook(database: Database, item: Item): Promise<void> {
  const codebook = parse(item.after) as { groups: State[]; concepts: State[] } | undefined;
  const partsOf = (name: 'group' | 'concept', parts: readonly State[]) =>
    parts.map((part, position) => ({
      kind: 'codebook',
      item_id: `${name}/${part.id}`,
      before: null,
      after: JSON.stringify({ ...part, position, revision: item.number }),
    }));
  const { dossier_id: dossier, number } = item;
  await database
    .deleteFrom('revision_item')
    .where('dossier_id', '=', dossier)
    .where('number', '=', number)
    .where('position', '=', item.position)
    .execute();
  const items = [
    ...partsOf('group', codebook?.groups ?? []),
    ...partsOf('concept', codebook?.concepts ?? []),
  ];
  await appendItems(database, { dossier, number }, items);
}

/** What a reading says, with the instant of each safeguard: that of the change that first named it. */
function toReading(state: State | undefined, at: string, former: State | undefined): State | undefined {
  if (state === undefined) return undefined;
  const { document, reviewer, safeguards } = state as {
    document: string;
    reviewer: string;
    safeguards: 'all' | string[];
  };
  const known = (former?.readings ?? []) as { safeguard?: string; at: string }[];
  const readings = (safeguards === 'all' ? [undefined] : safeguards).map((safeguard) => ({
    document,
    reviewer,
    ...(safeguard === undefined ? {} : { safeguard }),
    at: known.find((reading) => reading.safeguard === safeguard)?.at ?? at,
  }));
  return readings.length === 0 ? undefined : { document, reviewer, readings };
}

/** Completes the log of one dossier, from its first change to its last. */
async function completeLog(database: Database, dossier: string): Promise<void> {
  const items = await database
    .selectFrom('revision_item')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.dossier_id', '=', 'revision_item.dossier_id')
        .onRef('revision.number', '=', 'revision_item.number'),
    )
    .selectAll('revision_item')
    .select('revision.at')
    .where('revision_item.dossier_id', '=', dossier)
    .where('kind', 'in', ['codebook', 'reading', 'speaker', 'link'])
    .orderBy('revision_item.number')
    .orderBy('position')
    .execute();
  const latest = new Map<string, State | undefined>();
  for (const { at, ...item } of items) {
    if (item.kind === 'codebook') {
      await splitCodebook(database, item);
      continue;
    }
    const key = `${item.kind} ${item.item_id}`;
    const former = latest.get(key);
    const state = parse(item.after);
    const after = item.kind === 'reading' ? toReading(state, at, former) : withRevision(state, item.number);
    const before = parse(item.before) && former;
    latest.set(key, after);
    await setItem(database, item, before, after);
  }
}

function withRevision(state: State | undefined, revision: number): State | undefined {
  return state && { ...state, revision };
}

/** Texts that were kept before they were in the log: one change in each dossier that has some. */
async function logRenditions(database: Database): Promise<void> {
  const rows = await database
    .selectFrom('rendition')
    .innerJoin('document', 'document.id', 'rendition.document_id')
    .selectAll('rendition')
    .select('document.dossier_id')
    .orderBy('retrieved')
    .execute();
  for (const [dossier, renditions] of Map.groupBy(rows, ({ dossier_id }) => dossier_id)) {
    const { number, at } = await nextRevision(database, dossier);
    await database
      .insertInto('revision')
      .values({ dossier_id: dossier, number, at, user_id: null, operation: 'keep-text' })
      .execute();
    const items = renditions.map((row) => ({
      kind: 'rendition',
      item_id: `${row.document_id} ${row.text_id}`,
      before: null,
      after: JSON.stringify({
        id: row.text_id,
        document: row.document_id,
        source: row.source,
        mediaType: row.media_type,
        retrieved: row.retrieved,
      }),
    }));
    await appendItems(database, { dossier, number }, items);
  }
}

async function nextRevision(database: Database, dossier: string): Promise<{ number: number; at: string }> {
  await sql`update dossier set revision = revision + 1 where id = ${dossier}`.execute(database);
  const found = await database
    .selectFrom('revision')
    .select(['number', 'at'])
    .where('dossier_id', '=', dossier)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { number: found.number + 1, at: found.at };
}

/** The version of what is there is the last change of it. */
async function setVersions(database: Database): Promise<void> {
  for (const table of ['speaker', 'link'] as const) {
    await sql`
      update ${sql.table(table)} set revision = coalesce((
        select max(number) from revision_item
        where revision_item.dossier_id = ${sql.ref(`${table}.dossier_id`)}
          and kind = ${sql.lit(table)} and item_id = ${sql.ref(`${table}.id`)}
      ), 1)`.execute(database);
  }
}

export async function up(untyped: Kysely<unknown>): Promise<void> {
  const database = untyped as Database;
  await addColumns(untyped);
  await forgetDeleted(database);
  for (const { id } of await database.selectFrom('dossier').select('id').execute()) {
    await completeLog(database, id);
  }
  await orderNames(database);
  await logRenditions(database);
  await setVersions(database);
  await untyped.schema.alterTable('annotation').dropColumn('deleted').execute();
}
