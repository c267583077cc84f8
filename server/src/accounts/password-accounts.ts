import { ApiError } from '../errors.ts';
import { isGuessable } from './guessable-password.ts';
import type { SignIn } from './sign-in.ts';

/** Who gets an account. */
interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Whether somebody can sign in with a password. */
export async function hasPassword(signIn: SignIn, user: string): Promise<boolean> {
  const accounts = await (await signIn.$context).internalAdapter.findAccounts(user);
  return accounts.some(({ providerId }) => providerId === 'credential');
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
  const { internalAdapter, password: passwords, baseURL } = await signIn.$context;
  if (await isGuessable(password, { name, email, publicUrl: baseURL }))
    throw new ApiError('password-guessable');
  const isTaken = async () => (await internalAdapter.findUserByEmail(email.toLowerCase())) !== null;
  if (await isTaken()) throw new ApiError('account-exists');
  try {
    const user = { name, email, emailVerified: false };
    const { id } = await internalAdapter.createUser(user, { method: 'email-password' });
    await internalAdapter.linkAccount({
      ...{ userId: id, accountId: id, providerId: 'credential' },
      password: await passwords.hash(password),
    });
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
