import { randomUUIDv7 as uuid } from 'node:crypto';
import { type Codebook, defaultCodebook } from '@waarborg/shared/codebook';
import { type Dossier, defaultSpeakers, type Role } from '@waarborg/shared/dossier';
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

/** A dossier as one of its members finds it. */
export interface StoredDossier {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly revision: number;
  readonly role: string;
  /** Instant at which it was deleted; null for one in which people work. */
  readonly deleted: string | null;
}

/** A dossier as its member sees it. */
export function toDossier({ id, slug, title, revision, role }: StoredDossier): Dossier {
  return { id, slug, title, revision, role: role as Role };
}

function selectMine(database: Executor, user: string) {
  return database
    .selectFrom('dossier')
    .innerJoin('membership', 'membership.dossier_id', 'dossier.id')
    .select(['dossier.id', 'dossier.slug', 'dossier.title', 'dossier.revision', 'dossier.deleted'])
    .select('membership.role')
    .where('membership.user_id', '=', user);
}

/** A dossier by its slug, if the user is a member; also one that was deleted. */
export function findDossier(
  database: Executor,
  slug: string,
  user: string,
): Promise<StoredDossier | undefined> {
  return selectMine(database, user).where('dossier.slug', '=', slug).executeTakeFirst();
}

/** The dossiers of which the user is a member, by title. */
export function listDossiers(database: Executor, user: string): Promise<StoredDossier[]> {
  return selectMine(database, user)
    .where('dossier.deleted', 'is', null)
    .orderBy('dossier.title')
    .orderBy('dossier.id')
    .execute();
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
  /** Whether those that were deleted and that the user can bring back are wanted, instead of the others. */
  readonly deleted?: boolean | undefined;
}

/** A page of the dossiers of which the user is a member. */
export function listDossierPage(
  database: Executor,
  user: string,
  { role, only, deleted = false }: DossierFilters,
  page: PageRequest,
): Promise<Page<StoredDossier>> {
  const all = selectMine(database, user);
  const there = deleted
    ? all.where('dossier.deleted', 'is not', null).where('membership.role', '=', 'owner')
    : all.where('dossier.deleted', 'is', null);
  const mine = whereAny(there, 'membership.role', role);
  return takePage(whereAny(mine, 'dossier.id', only === undefined ? undefined : [only]), dossierOrder, page);
}

/** Id of the dossier with a slug, whoever its members are, deleted or not; for the `admin` command and the example. */
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
