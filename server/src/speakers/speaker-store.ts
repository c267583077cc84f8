import { randomUUIDv7 as uuid } from 'node:crypto';
import { uuidSchema } from '@waarborg/shared/annotation';
import { foldName, type KeptSpeaker, type SpeakerKind } from '@waarborg/shared/dossier';
import { mergeResolver } from '@waarborg/shared/matrix';
import { sql } from 'kysely';
import {
  type Change,
  createItemRows,
  type Executor,
  findBrokenPointer,
  type Hindrance,
  type ItemStore,
  insertRows,
  type Page,
  type PageRequest,
  prepareQuery,
  type Reading,
  sendTogether,
  takePage,
  textColumn,
  type Versions,
  whereAny,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';

const rows = createItemRows<'speaker', KeptSpeaker>({
  table: 'speaker',
  kind: 'speaker',
  missing: 'speaker-not-found',
  taken: 'speaker-exists',
  toItem: ({ id, name, aliases, kind, parent_id: parent, merged_into: mergedInto, revision }) => ({
    ...{ id, name, aliases: JSON.parse(aliases) as string[], kind: kind as SpeakerKind },
    ...(parent ? { parent } : {}),
    ...(mergedInto ? { mergedInto } : {}),
    revision,
  }),
  toRow: ({ name, aliases, kind, parent, mergedInto }) => ({
    ...{ name, aliases: JSON.stringify(aliases), kind },
    ...{ parent_id: parent ?? null, merged_into: mergedInto ?? null },
  }),
});

/** What a speaker is called, as names are compared. */
function namesOf({ name, aliases }: Pick<KeptSpeaker, 'name' | 'aliases'>): string[] {
  return [...new Set([name, ...aliases].map(foldName))];
}

/** Lets a speaker be found by its names as they now are. */
async function saveNames(
  { transaction, dossier }: Change,
  id: string,
  { before, after }: Versions<KeptSpeaker>,
): Promise<void> {
  const former = before ? namesOf(before) : [];
  const names = after ? namesOf(after) : [];
  if (former.join('\n') === names.join('\n')) return;
  if (before) await transaction.deleteFrom('speaker_name').where('speaker_id', '=', id).execute();
  const named = names.map((name) => ({ dossier_id: dossier, name, speaker_id: id }));
  await insertRows(transaction, 'speaker_name', named);
}

/** Speakers as they are kept. */
export const speakers: typeof rows = {
  ...rows,
  async save(change, id, versions) {
    const saved = await rows.save(change, id, versions);
    await saveNames(change, id, versions);
    return saved;
  },
};

/** How a list of speakers can be ordered. */
export const speakerOrder = { keys: { name: textColumn('speaker.name') }, id: textColumn('speaker.id') };

/** A page of a dossier's speakers, merged ones included. */
export function listSpeakerPage(
  database: Executor,
  dossier: string,
  { kind }: { readonly kind?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<KeptSpeaker>> {
  const wanted = whereAny(speakers.select(database, dossier), 'kind', kind);
  return takePage(wanted, speakerOrder, page, speakers.toItem);
}

/** Every speaker of a dossier, merged ones included, by name. */
export async function listSpeakers(database: Executor, dossier: string): Promise<KeptSpeaker[]> {
  const rows = await speakers.select(database, dossier).orderBy('name').orderBy('id').execute();
  return rows.map(speakers.toItem);
}

/**
 * Names of those speakers of a dossier that have these ids, by id; a merged one has the name of whom it was merged into,
 * along every merge. Asks once, and once more for each merge in a row.
 */
export async function listSpeakerNames(
  database: Executor,
  dossier: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, { id: string; name: string; mergedInto: string | undefined }>();
  for (let asked = new Set(ids); asked.size > 0; ) {
    const rows = await database
      .selectFrom('speaker')
      .select(['id', 'name', 'merged_into'])
      .where('dossier_id', '=', dossier)
      .where('id', 'in', [...asked])
      .execute();
    for (const { id, name, merged_into } of rows)
      found.set(id, { id, name, mergedInto: merged_into ?? undefined });
    asked = new Set(rows.flatMap(({ merged_into: into }) => (into && !found.has(into) ? [into] : [])));
  }
  const currentOf = mergeResolver([...found.values()]);
  return new Map([...found.keys()].map((id) => [id, found.get(currentOf(id))?.name ?? id]));
}

/** How many speakers the dossier has, merged ones too. */
export async function countSpeakers({ transaction, dossier }: Change): Promise<number> {
  const { count } = await transaction
    .selectFrom('speaker')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('dossier_id', '=', dossier)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Adds a speaker to the dossier's authority list. */
export async function insertSpeaker(
  change: Change,
  speaker: { name: string; kind: SpeakerKind; aliases: string[]; parent?: string },
): Promise<KeptSpeaker> {
  const added: KeptSpeaker = { id: uuid(), ...speaker, revision: change.revision };
  await speakers.save(change, added.id, { after: added });
  return added;
}

/** Names that a speaker would share with another one of the dossier. */
export async function findTakenNames(
  { transaction, dossier }: Change,
  speaker: Pick<KeptSpeaker, 'id' | 'name' | 'aliases'>,
): Promise<Hindrance[]> {
  const others = await transaction
    .selectFrom('speaker_name')
    .select('name')
    .where('dossier_id', '=', dossier)
    .where('name', 'in', namesOf(speaker))
    .where('speaker_id', '!=', speaker.id)
    .execute();
  const taken = new Set(others.map(({ name }) => name));
  return [
    ...(taken.has(foldName(speaker.name)) ? [{ field: 'name', subject: speaker.name }] : []),
    ...speaker.aliases
      .filter((alias) => taken.has(foldName(alias)))
      .map((subject) => ({ field: 'aliases', subject })),
  ];
}

/** Pointers to speakers that are not there, or that lead back to where they begin. */
export async function findBrokenPointers(
  { transaction, dossier }: Change,
  speaker: KeptSpeaker,
): Promise<Hindrance[]> {
  const hindrances: Hindrance[] = [];
  for (const field of ['parent', 'mergedInto'] as const) {
    const broken = await findBrokenPointer(
      speaker.id,
      speaker[field],
      (id) => speakers.find(transaction, dossier, id),
      (found) => found[field],
    );
    if (broken !== undefined) hindrances.push({ field, subject: broken });
  }
  return hindrances;
}

/** What names a speaker, so that it cannot go. */
async function findUses({ transaction }: Change, id: string): Promise<Hindrance[]> {
  const { rows } = await sql<{ field: string; subject: string }>`
    select 'codings' as field, annotation_id as subject from coding
      where speaker_id = ${id} or reported_by_id = ${id}
    union all select 'issuer', id from document where issuer_id = ${id}
    union all select 'parent', id from speaker where parent_id = ${id}
    union all select 'mergedInto', id from speaker where merged_into = ${id}
    limit 20`.execute(transaction);
  return rows;
}

/** How a change of a speaker is taken back. */
export const speakerItems: ItemStore<KeptSpeaker> = {
  ...speakers,
  async findHindrances(change, id, { after }) {
    if (!after) return findUses(change, id);
    return [...(await findTakenNames(change, after)), ...(await findBrokenPointers(change, after))];
  },
};

/** Finds the id of a speaker; `path` is where the request names it. */
export type SpeakerFinder = (written: string, path?: string) => Promise<string>;

const selectById = prepareQuery((database, dossier: string, ids: readonly string[]) =>
  database.selectFrom('speaker').select('id').where('dossier_id', '=', dossier).where('id', 'in', ids),
);

const selectByName = prepareQuery((database, dossier: string, names: readonly string[]) =>
  database
    .selectFrom('speaker_name')
    .innerJoin('speaker', 'speaker.id', 'speaker_name.speaker_id')
    .select(['speaker_name.name', 'speaker.id'])
    .where('speaker_name.dossier_id', '=', dossier)
    .where('speaker_name.name', 'in', names)
    .orderBy('speaker.name')
    .orderBy('speaker.id'),
);

const isId = (word: string) => uuidSchema.safeParse(word).success;

/** Ids of the speakers whom words name that were folded; of two with the same name the first in the list is meant. */
async function findSpeakerIds({ transaction, dossier }: Reading, words: readonly string[]) {
  const ids = words.filter(isId);
  const [byId, byName] = await sendTogether(
    ids.length > 0 ? selectById(transaction, dossier, ids) : Promise.resolve([]),
    selectByName(transaction, dossier, words),
  );
  const named = byName.toReversed().map(({ name, id }) => [name, id] as const);
  return new Map([...named, ...byId.map(({ id }) => [id, id] as const)]);
}

/**
 * Ids of those of the speakers that words name, by the word as names are compared; asks for those that no change has
 * asked for.
 */
export async function recallSpeakers(
  reading: Reading,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = reading.recall('speaker', () => new Map<string, ReturnType<typeof findSpeakerIds>>());
  const words = [...new Set(written.map(foldName))];
  const missing = words.filter((word) => !known.has(word));
  if (missing.length > 0) {
    const ids = findSpeakerIds(reading, missing);
    for (const word of missing) known.set(word, ids);
  }
  const found = new Map<string, string>();
  for (const word of words) {
    const id = (await known.get(word))?.get(word);
    if (id !== undefined) found.set(word, id);
  }
  return found;
}

/**
 * Finds the speakers of a dossier as people write them, by id, name or alias in any case. Those whom
 * the dossier does not know are added. No words, and an id that nobody has, are mistakes and no names. Whom `expected`
 * names is asked for at once.
 */
export async function readSpeakerFinder(
  change: Change,
  expected: readonly string[] = [],
): Promise<SpeakerFinder> {
  const known = new Map(await recallSpeakers(change, expected));
  return async (written, path = 'speaker') => {
    const wanted = foldName(written);
    const found = known.get(wanted) ?? (await recallSpeakers(change, [written])).get(wanted);
    if (found === undefined && (wanted === '' || isId(wanted))) {
      throw new ApiError('invalid-request', [
        { path, message: 'is the name, an alias or the id of a speaker' },
      ]);
    }
    const id =
      found ?? (await insertSpeaker(change, { name: written.trim(), kind: 'other', aliases: [] })).id;
    known.set(wanted, id);
    return id;
  };
}
