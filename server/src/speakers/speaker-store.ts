import { uuidSchema } from '@waarborg/shared/annotation';
import type { Speaker, SpeakerKind } from '@waarborg/shared/dossier';
import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
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
import { ApiError } from '../errors.ts';

function toSpeaker(row: Selectable<Database['speaker']>): Speaker {
  return {
    id: row.id,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    kind: row.kind as SpeakerKind,
    ...(row.parent_id ? { parent: row.parent_id } : {}),
    ...(row.merged_into ? { mergedInto: row.merged_into } : {}),
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
): Promise<Page<Speaker>> {
  const all = database.selectFrom('speaker').selectAll().where('dossier_id', '=', dossier);
  const { entries, ...rest } = await takePage(whereAny(all, 'kind', kind), speakerOrder, page);
  return { ...rest, entries: entries.map(toSpeaker) };
}

/** Every speaker of a dossier, merged ones included, by name. */
export async function listSpeakers(database: Executor, dossier: string): Promise<Speaker[]> {
  const rows = await database
    .selectFrom('speaker')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toSpeaker);
}

/** Adds a speaker to the dossier's authority list. */
export async function insertSpeaker(
  change: Change,
  speaker: { name: string; kind: SpeakerKind; aliases: string[]; parent?: string },
): Promise<Speaker> {
  const added: Speaker = { id: uuid(), ...speaker };
  await change.transaction
    .insertInto('speaker')
    .values({
      id: added.id,
      dossier_id: change.dossier,
      name: added.name,
      aliases: JSON.stringify(added.aliases),
      kind: added.kind,
      parent_id: added.parent ?? null,
      merged_into: null,
    })
    .execute();
  change.record({ kind: 'speaker', id: added.id, after: added });
  return added;
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Finds a speaker; `path` is where the request names it. */
export type SpeakerFinder = (written: string, path?: string) => Promise<Speaker>;

/**
 * Finds speakers as people write them, by id, name or alias in any case, and adds those whom the dossier does
 * not know. No words, and an id that nobody has, are mistakes and no names. One list is read per change.
 */
export async function createSpeakerFinder(change: Change): Promise<SpeakerFinder> {
  const speakers = await listSpeakers(change.transaction, change.dossier);
  return async (written, path = 'speaker') => {
    const wanted = fold(written);
    const isWanted = ({ id, name, aliases }: Speaker) =>
      id === wanted || [name, ...aliases].some((one) => fold(one) === wanted);
    const known = speakers.find(isWanted);
    if (known) return known;
    if (wanted === '' || uuidSchema.safeParse(wanted).success) {
      throw new ApiError('invalid-request', [
        { path, message: 'is the name, an alias or the id of a speaker' },
      ]);
    }
    const added = await insertSpeaker(change, { name: written.trim(), kind: 'other', aliases: [] });
    speakers.push(added);
    return added;
  };
}
