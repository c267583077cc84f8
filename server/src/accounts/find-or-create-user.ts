import type { Kysely } from 'kysely';
import type { Database } from '../database/index.ts';
import type { SignIn } from './sign-in.ts';
import { findUser, type User } from './user-store.ts';

/** Finds an account or makes it, without a password. */
export async function findOrCreateUser(
  { database, signIn }: { readonly database: Kysely<Database>; readonly signIn: SignIn },
  account: { email: string; name: string },
): Promise<User> {
  const known = await findUser(database, account.email);
  if (known) return known;
  const { internalAdapter } = await signIn.$context;
  const email = account.email.toLowerCase();
  const draft = { email, name: account.name, emailVerified: true };
  try {
    const { id, name } = await internalAdapter.createUser(draft, { method: 'admin' });
    return { id, name, email };
  } catch (error) {
    // Another process made it first.
    const made = await findUser(database, email);
    if (made) return made;
    throw error;
  }
}
