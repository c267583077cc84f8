import type { Outcome } from '../messaging/index.ts';
import { type Account, findAccount } from './account-store.ts';
import type { DossierDatabase } from './database.ts';
import { openChosen } from './synchronise.ts';

/** Does something with the chosen dossier; what fails on this machine is an outcome, not an accident. */
export async function withDossier<O extends Outcome<unknown>>(
  use: (db: DossierDatabase, account: Account) => Promise<O>,
): Promise<O | { readonly ok: false; readonly code: 'not-connected' | 'storage-failed' }> {
  try {
    const account = await findAccount();
    if (!account) return { ok: false, code: 'not-connected' };
    return await use(await openChosen(account), account);
  } catch (error) {
    console.error(error);
    return { ok: false, code: 'storage-failed' };
  }
}
