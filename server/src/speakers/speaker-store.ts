import { randomUUIDv7 as uuid } from 'node:crypto';
import { uuidSchema } from '@waarborg/shared/annotation';
import { foldName, type KeptSpeaker, type SpeakerKind } from '@waarborg/shared/dossier';
import { sql } from 'kysely';
import {
  type Change,
  createItemRows,
  type Executor,
  findBrokenPointer,
  type Hindrance,
  type ItemStore,
  type Page,
  type PageRequest,
  prepareQuery,
  type Reading,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';

/** Speakers as they are kept. */
export const speakers = createItemRows<'speaker', KeptSpeaker>({
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

export const speakerItems: ItemStore<KeptSpeaker> = {
  ...speakers,
  async findHindrances(change, id, { after }) {
    if (!after) return findUses(change, id);
    return [...(await findTakenNames(change, after)), ...(await findBrokenPointers(change, after))];
  },
};

/** Finds the id of a speaker; `path` is where the request names it. */
export type SpeakerFinder = (written: string, path?: string) => Promise<string>;

/** Ids of speakers by what these are called: id, name and aliases, in one case. */
type SpeakerIds = Map<string, string>;

const selectNames = prepareQuery((database, dossier: string) =>
  database
    .selectFrom('speaker')
    .select(['id', 'name', 'aliases'])
    .where('dossier_id', '=', dossier)
    .orderBy('name')
    .orderBy('id'),
);

async function readSpeakerIds({ transaction, dossier }: Reading): Promise<SpeakerIds> {
  const known: SpeakerIds = new Map();
  for (const { id, name, aliases } of await selectNames(transaction, dossier)) {
    const others = aliases === '[]' ? [] : (JSON.parse(aliases) as string[]);
    // Of two with the same name the first in the list is meant.
    for (const called of [id, ...[name, ...others].map(foldName)])
      if (!known.has(called)) known.set(called, id);
  }
  return known;
}

/** What the speakers of a dossier are called, as changes of one transaction share it; nobody adds to it. */
export function recallSpeakers(reading: Reading): Promise<ReadonlyMap<string, string>> {
  return reading.recall('speaker', () => readSpeakerIds(reading));
}

/**
 * Finds the speakers of a dossier as people write them, by id, name or alias in any case. Those whom
 * the dossier does not know are added. No words, and an id that nobody has, are mistakes and no names.
 */
export async function readSpeakerFinder(change: Change): Promise<SpeakerFinder> {
  const known = await recallSpeakers(change);
  const added: SpeakerIds = new Map();
  return async (written, path = 'speaker') => {
    const wanted = foldName(written);
    const found = known.get(wanted) ?? added.get(wanted);
    if (found) return found;
    if (wanted === '' || uuidSchema.safeParse(wanted).success) {
      throw new ApiError('invalid-request', [
        { path, message: 'is the name, an alias or the id of a speaker' },
      ]);
    }
    const { id } = await insertSpeaker(change, { name: written.trim(), kind: 'other', aliases: [] });
    added.set(id, id).set(wanted, id);
    return id;
  };
}
