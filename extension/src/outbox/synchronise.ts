import type { ConnectionState, Unsent } from '../messaging/index.ts';
import { type Account, findAccount } from './account-store.ts';
import { callServer } from './call-server.ts';
import {
  countUnsent,
  type DossierAddress,
  type DossierDatabase,
  findStanding,
  openDossier,
  openOtherDossiers,
  putState,
  type Standing,
  toStored,
} from './database.ts';
import { fetchOriginals } from './fetch-originals.ts';
import { pullChanges } from './pull.ts';
import { backoffMs, nextSendingTime } from './queue.ts';
import type { Trouble } from './read-answer.ts';
import { sendWaiting, type Way } from './send.ts';

/** A pass with the server: what came of it, and when the next one is due. */
export interface Pass {
  /** Whether what a reviewer sees may have changed. */
  readonly changed: boolean;
  /** Milliseconds since the epoch; absent when nothing waits. */
  readonly nextAt?: number | undefined;
}

/**
 * Sends what waits in every dossier of the account and fetches what is new in the chosen one.
 *
 * @param force also while an earlier failure says to wait: somebody asked for it, or the network is back.
 */
export async function synchronise(force: boolean): Promise<Pass> {
  const account = await findAccount();
  if (!account) return { changed: false };
  let changed = false;
  const times: number[] = [];
  for (const { slug } of account.dossiers) {
    const db = await openChosen(account, slug);
    const pass = await passDossier(db, wayTo(account, slug), { force, pull: slug === account.chosen });
    changed ||= pass.changed;
    if (pass.nextAt !== undefined) times.push(pass.nextAt);
  }
  return { changed, ...(times.length > 0 ? { nextAt: Math.min(...times) } : {}) };
}

async function passDossier(
  db: DossierDatabase,
  way: Way,
  { force, pull }: { force: boolean; pull: boolean },
): Promise<Pass> {
  const standing = await findStanding(db);
  if (!force && Date.now() < standing.retryAt) return { changed: false, nextAt: standing.retryAt };
  if (force) await forgetDelays(db);
  const { sent, trouble: sendingTrouble } = await sendWaiting(db, way);
  const pulled = pull && !sendingTrouble ? await pullChanges(db, way) : undefined;
  const originals = pulled && !pulled.trouble ? await fetchOriginals(db, way) : undefined;
  const next = toStanding(standing, sendingTrouble ?? pulled?.trouble);
  await putState(db, 'standing', next);
  const sendingTime = nextSendingTime(await db.getAll('operations'));
  const due = next.trouble ? next.retryAt : originals?.isUnfinished ? Date.now() : sendingTime;
  const changed = sent > 0 || pulled?.changed === true || (originals?.fetched ?? 0) > 0;
  return { changed, ...(due === undefined ? {} : { nextAt: due }) };
}

/** The time for "undo" stays; the wait after a failure ends. */
async function forgetDelays(db: DossierDatabase): Promise<void> {
  const transaction = db.transaction('operations', 'readwrite');
  for (const operation of await transaction.store.getAll()) {
    if (operation.attempts > 0) void transaction.store.put(toStored({ ...operation, notBefore: 0 }));
  }
  await transaction.done;
}

function toStanding(before: Standing, trouble: Trouble | undefined): Standing {
  if (!trouble) return { failures: 0, retryAt: 0 };
  const failures = before.failures + 1;
  return {
    trouble,
    since: before.trouble === trouble && before.since ? before.since : new Date().toISOString(),
    failures,
    retryAt: Date.now() + backoffMs(failures, Math.random()),
  };
}

/** The way to a dossier of the account. */
export function wayTo(account: Account, slug: string): Way {
  const token = account.dossiers.find((dossier) => dossier.slug === slug)?.token ?? '';
  return {
    user: account.user.id,
    call: ({ path, ...call }) =>
      callServer({
        ...call,
        server: account.server,
        token,
        path: `/api/v1/dossiers/${encodeURIComponent(slug)}${path}`,
      }),
  };
}

/** The extension's copy of a dossier of the account; without a slug the chosen one. */
export function openChosen(account: Account, slug = account.chosen): Promise<DossierDatabase> {
  return openDossier({ server: account.server, slug, user: account.user.id });
}

/** How things stand, from what is known on this machine; sends nothing. */
export async function describeConnection(): Promise<ConnectionState> {
  const account = await findAccount();
  if (!account) return { state: 'not-connected', elsewhere: await countElsewhere() };
  return describeDossier(account, await openChosen(account));
}

/** How things stand with the server of the dossier that is chosen. */
export async function describeDossier(
  account: Account,
  db: DossierDatabase,
): Promise<ConnectionState & { state: 'connected' }> {
  const { trouble, since } = await findStanding(db);
  const { slug, title } = account.dossiers.find((dossier) => dossier.slug === account.chosen) ?? {
    slug: account.chosen,
    title: account.chosen,
  };
  return {
    state: 'connected',
    server: account.server,
    dossier: { slug, title },
    user: account.user,
    ...(trouble ? { trouble } : {}),
    ...(since ? { troubleSince: since } : {}),
    ...(await countUnsent(db)),
    elsewhere: await countElsewhere({ db, account }),
  };
}

/** What is not sent of other dossiers, or waits for a sign-in that is not there any more. */
async function countElsewhere(than?: { db: DossierDatabase; account: Account }): Promise<Unsent[]> {
  const others = await openOtherDossiers(than?.db);
  const isOfOther = ({ server, user }: DossierAddress) =>
    than !== undefined && server === than.account.server && user !== than.account.user.id;
  const counted = await Promise.all(
    others.map(async ({ address, db }) => ({
      server: address.server,
      dossier: address.slug,
      ...(isOfOther(address) && { isOfOther: true as const }),
      ...(await countUnsent(db)),
    })),
  );
  return counted.filter(({ waiting, refused }) => waiting + refused > 0);
}
