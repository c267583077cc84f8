import type { DBSchema } from 'idb';
import type { AccountDraft, AccountState } from '../messaging/index.ts';
import { openOnce } from './open-once.ts';

/**
 * The sign-in with its tokens. It is in IndexedDB and not in `storage.local`, because content
 * scripts can read the latter, and a hostile page may get hold of a content script.
 */
export interface Account extends AccountDraft {
  /** Slug of the dossier that is worked on. */
  readonly chosen: string;
}

interface AccountSchema extends DBSchema {
  account: { key: 'current'; value: Account };
}

const database = openOnce<AccountSchema>('waarborg-account', 1, (db) => {
  db.createObjectStore('account');
});

/** The sign-in on this machine; undefined where nobody is signed in. */
export async function findAccount(): Promise<Account | undefined> {
  return (await database()).get('account', 'current');
}

/**
 * Keeps a new sign-in. The dossier that was worked on stays chosen where it is still there.
 *
 * @param preferred slug of the dossier to begin in otherwise, where it is there.
 */
export async function saveAccount(draft: AccountDraft, preferred?: string): Promise<Account> {
  const transaction = (await database()).transaction('account', 'readwrite', { durability: 'strict' });
  const before = await transaction.store.get('current');
  const find = (wanted: string | undefined) => draft.dossiers.find(({ slug }) => slug === wanted);
  const kept = find(before?.chosen) ?? find(preferred) ?? draft.dossiers[0];
  if (!kept) throw new RangeError(`no dossier at ${draft.server} for ${draft.user.name}`);
  const account = { ...draft, chosen: kept.slug };
  await transaction.store.put(account, 'current');
  await transaction.done;
  return account;
}

/** Changes the dossier that is worked on; a dossier without a token changes nothing. */
export async function chooseDossier(slug: string): Promise<Account | undefined> {
  const transaction = (await database()).transaction('account', 'readwrite', { durability: 'strict' });
  const account = await transaction.store.get('current');
  if (!account?.dossiers.some((dossier) => dossier.slug === slug)) return account;
  const changed = { ...account, chosen: slug };
  await transaction.store.put(changed, 'current');
  await transaction.done;
  return changed;
}

/** Forgets the sign-in; gives what it was. */
export async function forgetAccount(): Promise<Account | undefined> {
  const transaction = (await database()).transaction('account', 'readwrite', { durability: 'strict' });
  const account = await transaction.store.get('current');
  await transaction.store.delete('current');
  await transaction.done;
  return account;
}

/** The sign-in as pages may know it. */
export function withoutTokens({ server, user, dossiers, chosen }: Account): AccountState {
  return { server, user, chosen, dossiers: dossiers.map(({ slug, title }) => ({ slug, title })) };
}
