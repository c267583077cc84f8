import { randomUUIDv7 as uuid } from 'node:crypto';
import { type Codebook, defaultCodebook } from '@waarborg/shared/codebook';
import { defaultSpeakers } from '@waarborg/shared/dossier';
import { saveCodebook } from '../codebooks/codebook-store.ts';
import {
  applyChange,
  type Executor,
  type Once,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';
import { saveRole } from '../members/member-store.ts';
import { insertSpeaker } from '../speakers/speaker-store.ts';
import { saveSettings } from './settings-store.ts';

export interface StoredDossier {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly revision: number;
  readonly role: string;
}

function selectMine(database: Executor, user: string) {
  return database
    .selectFrom('dossier')
    .innerJoin('membership', 'membership.dossier_id', 'dossier.id')
    .select(['dossier.id', 'dossier.slug', 'dossier.title', 'dossier.revision', 'membership.role'])
    .where('membership.user_id', '=', user);
}

/** A dossier by its slug, if the user is a member. */
export function findDossier(
  database: Executor,
  slug: string,
  user: string,
): Promise<StoredDossier | undefined> {
  return selectMine(database, user).where('dossier.slug', '=', slug).executeTakeFirst();
}

/** The dossiers of which the user is a member, by title. */
export function listDossiers(database: Executor, user: string): Promise<StoredDossier[]> {
  return selectMine(database, user).orderBy('dossier.title').orderBy('dossier.id').execute();
}

/** How a list of dossiers can be ordered. */
export const dossierOrder = {
  keys: { title: textColumn('dossier.title'), slug: textColumn('dossier.slug') },
  id: textColumn('dossier.id'),
};

/** Which dossiers are wanted: of any of the values, for each thing that is named. */
export interface DossierFilters {
  readonly role?: readonly string[] | undefined;
  /** Dossier id, where an account sees no other one. */
  readonly only?: string | undefined;
}

/** A page of the dossiers of which the user is a member. */
export function listDossierPage(
  database: Executor,
  user: string,
  { role, only }: DossierFilters,
  page: PageRequest,
): Promise<Page<StoredDossier>> {
  const mine = whereAny(selectMine(database, user), 'membership.role', role);
  return takePage(whereAny(mine, 'dossier.id', only === undefined ? undefined : [only]), dossierOrder, page);
}

/** Id of the dossier with a slug, whoever its members are; for the `admin` command and to keep slugs unique. */
export async function findDossierId(database: Executor, slug: string): Promise<string | undefined> {
  const row = await database.selectFrom('dossier').select('id').where('slug', '=', slug).executeTakeFirst();
  return row?.id;
}

/**
 * Creates a dossier with a codebook and speakers, owned by a user, as its first revision.
 * Undefined when the slug is taken.
 */
export function createDossier(
  database: Executor,
  dossier: { slug: string; title: string; owner: string; codebook?: Codebook; once?: Once | undefined },
): Promise<string | undefined> {
  const id = uuid();
  const { slug, title, owner, once } = dossier;
  return applyChange(
    database,
    { dossier: id, isNew: { slug, title }, user: owner, operation: 'create-dossier', once },
    async (change) => {
      await saveSettings(change, { after: { slug, title, withoutText: [] } });
      await saveCodebook(change, dossier.codebook ?? defaultCodebook);
      for (const { name, kind, aliases = [] } of defaultSpeakers) {
        await insertSpeaker(change, { name, kind, aliases: [...aliases] });
      }
      await saveRole(change, owner, 'owner');
      return id;
    },
  );
}
