import type { Account } from './account-store.ts';
import { type DossierAddress, type DossierDatabase, openOtherDossiers } from './database.ts';

/** The dossier that is worked on. */
interface Chosen {
  readonly account: Account;
  readonly db: DossierDatabase;
}

/**
 * What is not sent, as a file: of every dossier on this machine the changes in their order, each as it goes to
 * the server and with the reason why it was refused, and the texts that wait with them. Tokens are not in it.
 */
export async function exportOutbox(chosen: Chosen | undefined): Promise<string> {
  const dossiers = chosen ? [{ address: addressOf(chosen), db: chosen.db }] : [];
  const all = [...dossiers, ...(await openOtherDossiers(chosen?.db))];
  const unsent = await Promise.all(all.map(({ address, db }) => unsentOf(address, db)));
  const file = {
    format: 'waarborg-outbox',
    version: 1,
    exported: new Date().toISOString(),
    dossiers: unsent.filter(({ changes }) => changes.length > 0),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function addressOf({ account }: Chosen): DossierAddress {
  return { server: account.server, slug: account.chosen, user: account.user.id };
}

async function unsentOf(address: DossierAddress, db: DossierDatabase) {
  const transaction = db.transaction(['operations', 'texts']);
  const texts = transaction.objectStore('texts');
  const [operations, ids, kept] = await Promise.all([
    transaction.objectStore('operations').getAll(),
    texts.getAllKeys(),
    texts.getAll(),
  ]);
  return {
    ...address,
    changes: operations.map(({ key, at, change, refusal }) => ({ key, at, change, refusal })),
    texts: Object.fromEntries(ids.map((id, index) => [id, kept[index]])),
  };
}
