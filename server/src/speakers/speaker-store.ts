import { randomUUIDv7 as uuid } from 'node:crypto';
import { uuidSchema } from '@waarborg/shared/annotation';
import { foldName, type KeptSpeaker, type SpeakerKind } from '@waarborg/shared/dossier';
import { type Selectable, sql } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  type Hindrance,
  type ItemStore,
  type Page,
  type PageRequest,
  prepareQuery,
  takePage,
  textColumn,
  type Versions,
  whereAny,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';

function toSpeaker(row: Selectable<Database['speaker']>): KeptSpeaker {
  return {
    id: row.id,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    kind: row.kind as SpeakerKind,
    ...(row.parent_id ? { parent: row.parent_id } : {}),
    ...(row.merged_into ? { mergedInto: row.merged_into } : {}),
    revision: row.revision,
  };
}

/** How a list of speakers can be ordered. */
export const speakerOrder = { keys: { name: textColumn('speaker.name') }, id: textColumn('speaker.id') };

/** A page of a dossier's speakers, merged ones included. */
export async function listSpeakerPage(
  database: Executor,
  dossier: string,
  { kind }: { readonly kind?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<KeptSpeaker>> {
  const all = database.selectFrom('speaker').selectAll().where('dossier_id', '=', dossier);
  const { entries, ...rest } = await takePage(whereAny(all, 'kind', kind), speakerOrder, page);
  return { ...rest, entries: entries.map(toSpeaker) };
}

const selectAll = prepareQuery((database, dossier: string) =>
  database.selectFrom('speaker').selectAll().where('dossier_id', '=', dossier).orderBy('name').orderBy('id'),
);

/** Every speaker of a dossier, merged ones included, by name. */
export async function listSpeakers(database: Executor, dossier: string): Promise<KeptSpeaker[]> {
  return (await selectAll(database, dossier)).map(toSpeaker);
}

/** One speaker of a dossier. */
export async function findSpeaker(
  database: Executor,
  dossier: string,
  id: string,
): Promise<KeptSpeaker | undefined> {
  const row = await database
    .selectFrom('speaker')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSpeaker(row);
}

/** Whether a speaker of any dossier has this id. */
export async function isSpeakerIdTaken(database: Executor, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('speaker').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

/** Adds, changes or removes a speaker, and logs it. */
export async function saveSpeaker(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<KeptSpeaker>,
): Promise<KeptSpeaker | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved) {
    const row = {
      name: saved.name,
      aliases: JSON.stringify(saved.aliases),
      kind: saved.kind,
      parent_id: saved.parent ?? null,
      merged_into: saved.mergedInto ?? null,
      revision,
    };
    if (before) await transaction.updateTable('speaker').set(row).where('id', '=', id).execute();
    else
      await transaction
        .insertInto('speaker')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
  } else {
    await transaction.deleteFrom('speaker').where('id', '=', id).execute();
  }
  record({ kind: 'speaker', id, before, after: saved });
  return saved;
}

/** Adds a speaker to the dossier's authority list. */
export async function insertSpeaker(
  change: Change,
  speaker: { name: string; kind: SpeakerKind; aliases: string[]; parent?: string },
): Promise<KeptSpeaker> {
  const added: KeptSpeaker = { id: uuid(), ...speaker, revision: change.revision };
  await saveSpeaker(change, added.id, { after: added });
  return added;
}

/** Names that a speaker would share with another one of the dossier. */
export async function findTakenNames(
  { transaction, dossier }: Change,
  speaker: Pick<KeptSpeaker, 'id' | 'name' | 'aliases'>,
): Promise<Hindrance[]> {
  const others = (await listSpeakers(transaction, dossier)).filter(({ id }) => id !== speaker.id);
  const taken = new Set(others.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName));
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
    const seen = new Set([speaker.id]);
    let next = speaker[field];
    while (next !== undefined) {
      const found = seen.has(next) ? undefined : await findSpeaker(transaction, dossier, next);
      if (!found) {
        hindrances.push({ field, subject: next });
        break;
      }
      seen.add(next);
      next = found[field];
    }
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

export const speakerItems: ItemStore<KeptSpeaker> = {
  find: findSpeaker,
  save: saveSpeaker,
  async findHindrances(change, id, { after }) {
    if (!after) return findUses(change, id);
    return [...(await findTakenNames(change, after)), ...(await findBrokenPointers(change, after))];
  },
};

/** Finds a speaker; `path` is where the request names it. */
export type SpeakerFinder = (written: string, path?: string) => Promise<KeptSpeaker>;

/**
 * Reads the speakers of a dossier, to find them as people write them, by id, name or alias in any case. Those whom
 * the dossier does not know are added. No words, and an id that nobody has, are mistakes and no names.
 */
export async function readSpeakerFinder(change: Change): Promise<SpeakerFinder> {
  const known = new Map<string, KeptSpeaker>();
  const learn = (speaker: KeptSpeaker) => {
    for (const name of [speaker.id, ...[speaker.name, ...speaker.aliases].map(foldName)]) {
      // Of two with the same name the first in the list is meant.
      if (!known.has(name)) known.set(name, speaker);
    }
  };
  for (const speaker of await listSpeakers(change.transaction, change.dossier)) learn(speaker);
  return async (written, path = 'speaker') => {
    const wanted = foldName(written);
    const found = known.get(wanted);
    if (found) return found;
    if (wanted === '' || uuidSchema.safeParse(wanted).success) {
      throw new ApiError('invalid-request', [
        { path, message: 'is the name, an alias or the id of a speaker' },
      ]);
    }
    const added = await insertSpeaker(change, { name: written.trim(), kind: 'other', aliases: [] });
    learn(added);
    return added;
  };
}
