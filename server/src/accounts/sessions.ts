import type { KeptSession } from '@waarborg/shared/api';
import { noteIfPossible, useNotedEveryMs } from './note-if-possible.ts';
import type { SignIn } from './sign-in.ts';

/** Most that are listed: who opens a local server every day in several browsers makes one each week. */
const maxListed = 500;

/** A session as better-auth keeps it; its token is left out, since what is kept of that is a hash. */
interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent?: string | null;
}

const ofUser = (user: string) => ({ field: 'userId', value: user });

/** Which browser on which system says this of itself; nothing of what is not known. */
async function nameBrowser(userAgent: string): Promise<Pick<KeptSession, 'browser' | 'system'>> {
  // Read when somebody looks at the list, not at the start.
  const { default: Bowser } = await import('bowser');
  const { browser, os } = Bowser.parse(userAgent);
  return { ...(browser.name && { browser: browser.name }), ...(os.name && { system: os.name }) };
}

/** The sessions in which a person is signed in now. `current` is the one that asks. */
export async function listSessions(
  signIn: SignIn,
  { user, current }: { user: string; current: string | undefined },
): Promise<KeptSession[]> {
  const { adapter } = await signIn.$context;
  const rows = await adapter.findMany<SessionRow>({
    model: 'session',
    where: [ofUser(user), { field: 'expiresAt', operator: 'gt', value: new Date() }],
    sortBy: { field: 'updatedAt', direction: 'desc' },
    limit: maxListed,
  });
  return Promise.all(
    rows.map(async ({ id, createdAt, updatedAt, expiresAt, userAgent }) => ({
      id,
      ...(userAgent ? await nameBrowser(userAgent) : {}),
      created: createdAt.toISOString(),
      used: updatedAt.toISOString(),
      expires: expiresAt.toISOString(),
      isCurrent: id === current,
    })),
  );
}

/** Ends one session of a person: that browser is signed out. False when there is no such session. */
export async function endSession(
  signIn: SignIn,
  { user, id }: { user: string; id: string },
): Promise<boolean> {
  const { adapter } = await signIn.$context;
  const ended = await adapter.deleteMany({
    model: 'session',
    where: [ofUser(user), { field: 'id', value: id }],
  });
  return ended > 0;
}

/** Ends the sessions of a person, but for the one that is kept. */
export async function endSessionsBut(
  signIn: SignIn,
  { user, kept }: { user: string; kept?: string },
): Promise<void> {
  const { adapter } = await signIn.$context;
  const others = kept === undefined ? [] : [{ field: 'id', operator: 'ne' as const, value: kept }];
  await adapter.deleteMany({ model: 'session', where: [ofUser(user), ...others] });
}

/** Ends the sessions of everybody. */
export async function endEverySession(signIn: SignIn): Promise<void> {
  const { adapter } = await signIn.$context;
  await adapter.deleteMany({ model: 'session', where: [] });
}

/** Notes that a session is used, once an hour: its list says when that was. */
export async function noteUse(
  signIn: SignIn,
  { id, updatedAt }: { readonly id: string; readonly updatedAt: Date },
  now = new Date(),
): Promise<void> {
  if (now.getTime() - updatedAt.getTime() < useNotedEveryMs) return;
  const { adapter } = await signIn.$context;
  const where = [{ field: 'id', value: id }];
  await noteIfPossible(adapter.update({ model: 'session', where, update: { updatedAt: now } }));
}
