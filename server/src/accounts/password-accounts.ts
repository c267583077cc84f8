import { ApiError } from '../errors.ts';
import { isGuessable } from './guessable-password.ts';
import type { SignIn } from './sign-in.ts';

/** Who gets an account. */
interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Gives a user who has none a password. False when there is one already. */
export async function addPassword(signIn: SignIn, user: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await signIn.$context;
  const accounts = await internalAdapter.findAccounts(user);
  if (accounts.some(({ providerId }) => providerId === 'credential')) return false;
  await internalAdapter.linkAccount({
    ...{ userId: user, accountId: user, providerId: 'credential' },
    password: await passwords.hash(password),
  });
  return true;
}

/**
 * Makes an account with a password. That the address is the person's own is not known, so no sign-in elsewhere
 * is ever linked to it by that address.
 *
 * @throws ApiError `account-exists`, `password-guessable`
 */
async function createPasswordAccount(
  signIn: SignIn,
  { name, email, password }: NewAccount,
): Promise<{ id: string }> {
  const { internalAdapter, baseURL } = await signIn.$context;
  if (await isGuessable(password, { name, email, publicUrl: baseURL }))
    throw new ApiError('password-guessable');
  const isTaken = async () => (await internalAdapter.findUserByEmail(email.toLowerCase())) !== null;
  if (await isTaken()) throw new ApiError('account-exists');
  try {
    const user = { name, email, emailVerified: false };
    const { id } = await internalAdapter.createUser(user, { method: 'email-password' });
    await addPassword(signIn, id, password);
    return { id };
  } catch (cause) {
    // Two people at once with one address: the database lets one of them have it.
    if (await isTaken()) throw new ApiError('account-exists', [], { cause });
    throw cause;
  }
}

/** Makes accounts with a password, and takes away again one that nobody has used. */
export function createPasswordAccounts(signIn: SignIn) {
  return {
    create: (account: NewAccount) => createPasswordAccount(signIn, account),
    remove: async (user: string) => (await signIn.$context).internalAdapter.deleteUser(user),
  };
}
