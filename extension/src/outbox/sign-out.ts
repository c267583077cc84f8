import { forgetAccount } from './account-store.ts';
import { type DossierDatabase, openOtherDossiers } from './database.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { synchroniseNow } from './scheduler.ts';

/**
 * Ends the sign-in. What is not sent stays on this machine until somebody signs in so again; of dossiers in which
 * nothing waits no copy is left.
 */
export async function signOut(): Promise<void> {
  const account = await forgetAccount();
  if (!account) return;
  // What a pass that is under way still fetches must not come into a copy that was emptied.
  await synchroniseNow(false);
  void revokeTokens(account);
  for (const { db } of await openOtherDossiers(undefined)) await emptyWhereAllIsSent(db);
}

/** In one transaction: what is done meanwhile is there before it, and keeps the copy, or comes after it. */
async function emptyWhereAllIsSent(db: DossierDatabase): Promise<void> {
  const stores = [...db.objectStoreNames];
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  if ((await transaction.objectStore('operations').count()) === 0) {
    for (const store of stores) void transaction.objectStore(store).clear();
  }
  await transaction.done;
}
