import { type Role, roles, slugSchema } from '@waarborg/shared/dossier';
import type { Language } from '@waarborg/shared/messages';
import { adminMessages } from '@waarborg/shared/messages/admin';
import { z } from 'zod';
import { findOrCreateUser } from '../accounts/find-or-create-user.ts';
import { hasPassword } from '../accounts/password-accounts.ts';
import { createResetLink } from '../accounts/reset-password.ts';
import { endEverySession, endSessionsBut } from '../accounts/sessions.ts';
import { localAccount } from '../accounts/sign-in.ts';
import { createToken, revokeEveryToken, revokeTokensOf } from '../accounts/token-store.ts';
import { findUser, type User } from '../accounts/user-store.ts';
import { announceAccess } from '../database/index.ts';
import { eraseDossiers, restoreDossier } from '../dossiers/deletion-service.ts';
import { findDeletion } from '../dossiers/deletion-store.ts';
import { createDossier, findDossier, findDossierId } from '../dossiers/dossier-store.ts';
import { eraseUser } from '../erasure/erasure-service.ts';
import { ApiError } from '../errors.ts';
import { setRole } from '../members/member-store.ts';
import type { Opened } from '../open-up-to-date.ts';
import { rebuildSearch } from '../search/rebuild-search.ts';
import type { Settings } from '../settings.ts';
import { type AskedCommand, CommandError, type CommandName } from './read-command.ts';

/** What a command about people and dossiers works with. */
interface CommandContext {
  readonly instance: Opened;
  readonly settings: Settings;
  readonly options: AskedCommand['options'];
  readonly language: Language;
  /** Told what was made on the way, beside the answer. */
  readonly say: (line: string) => void;
}

/** Carries a command out; gives what a program can read of it, if anything. */
type Command = (context: CommandContext) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** An option that must be there and fit. */
function required<T>(
  { options, language }: CommandContext,
  name: 'user' | 'dossier' | 'role',
  schema: z.ZodType<T>,
): T {
  const messages = adminMessages[language];
  const value = options[name];
  if (value === undefined) throw new CommandError(messages.optionMissing(name));
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new CommandError(messages.optionWrong(name, value, messages[`expected.${name}`]));
  return parsed.data;
}

const emailOf = (context: CommandContext) => required(context, 'user', z.email()).toLowerCase();
const slugOf = (context: CommandContext) => required(context, 'dossier', slugSchema);

/** Somebody who has an account: also the one person for whom this server was before it served a team. */
async function getUser(context: CommandContext): Promise<User> {
  const isLocal = context.options.user === localAccount.email;
  const email = isLocal ? localAccount.email : emailOf(context);
  const user = await findUser(context.instance.database, email);
  if (!user) throw new CommandError(adminMessages[context.language].noAccount(email));
  return user;
}

/** Whoever sits at this machine sees what is made on it. */
async function shareWithLocalAccount(instance: Opened, dossier: string): Promise<void> {
  const local = await findOrCreateUser(instance, localAccount);
  await setRole(instance.database, { dossier, user: local.id, role: 'owner' });
}

/** A dossier by its slug; makes it where it is missing, and says so. */
async function findOrMakeDossier(context: CommandContext, slug: string, owner: User): Promise<string> {
  const { instance, settings, language, say } = context;
  const known = await findDossierId(instance.database, slug);
  if (known && (await findDeletion(instance.database, known)))
    throw new CommandError(adminMessages[language].isDeleted(slug));
  if (known) return known;
  const made = await createDossier(instance.database, { slug, title: slug, owner: owner.id });
  if (!made) throw new CommandError(adminMessages[language].noDossier(slug));
  say(adminMessages[language].dossierMade(slug));
  if (settings.isLocal) await shareWithLocalAccount(instance, made);
  return made;
}

/** A token for a user in a dossier; makes either where it is missing, and says so. */
const makeToken: Command = async (context) => {
  const { instance, settings, options, language, say } = context;
  const { database } = instance;
  const messages = adminMessages[language];
  const [email, slug] = [emailOf(context), slugOf(context)];
  if (!(await findUser(database, email))) say(messages.accountMade(email));
  const user = await findOrCreateUser(instance, { email, name: email.split('@')[0] ?? email });
  const dossier = await findOrMakeDossier(context, slug, user);
  if (!(await findDossier(database, slug, user.id))) {
    await setRole(database, { dossier, user: user.id, role: 'reviewer' });
    say(messages.isReviewer(email, slug));
  }
  const token = await createToken(database, { user: user.id, dossier, name: options.name ?? 'admin' });
  const { publicUrl } = settings;
  return { token, container: `${publicUrl}/annotations/${slug}/`, api: `${publicUrl}/api/v1` };
};

/** Makes an account, or takes one that has no password yet, with a link to set one: nobody knows another’s password. */
const makeUser: Command = async (context) => {
  const { instance, settings, options, language } = context;
  const email = emailOf(context);
  const { id } = await findOrCreateUser(instance, { email, name: options.name ?? email });
  if (await hasPassword(instance.signIn, id))
    throw new CommandError(adminMessages[language].accountExists(email));
  const link = await createResetLink(instance.signIn, { user: id, publicUrl: settings.publicUrl });
  return { user: id, email, ...link };
};

const changeRole: Command = async (context) => {
  const { database } = context.instance;
  const role = required(context, 'role', z.enum(roles)) as Role;
  const slug = slugOf(context);
  const user = await getUser(context);
  const dossier = await findDossierId(database, slug);
  if (!dossier) throw new CommandError(adminMessages[context.language].noDossier(slug));
  await setRole(database, { dossier, user: user.id, role });
  return { email: user.email, dossier: slug, role };
};

/** A link with which somebody sets a new password, once. */
const makeResetLink: Command = async (context) => {
  const { id, email } = await getUser(context);
  const { signIn } = context.instance;
  return { email, ...(await createResetLink(signIn, { user: id, publicUrl: context.settings.publicUrl })) };
};

/** Ends every session and token, of one person or of all. */
const signOut: Command = async (context) => {
  const { signIn, database } = context.instance;
  const { user: email, everybody } = context.options;
  if (everybody && email === undefined) {
    await endEverySession(signIn);
    await revokeEveryToken(database);
    announceAccess(database);
    return { signedOut: 'everybody' };
  }
  const user = await getUser(context);
  await endSessionsBut(signIn, { user: user.id });
  await revokeTokensOf(database, user.id);
  announceAccess(database);
  return { signedOut: user.email };
};

/** Replaces a person by a pseudonym everywhere. */
const erasePerson: Command = async (context) => {
  const { id } = await getUser(context);
  try {
    await eraseUser(context.instance.database, id);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'last-owner') throw error;
    const slugs = error.errors.map(({ message }) => message).join(', ');
    throw new CommandError(adminMessages[context.language].ownerNeeded(slugs));
  }
  return { erased: id };
};

/** A dossier that was deleted, by its slug. */
async function getDeletedDossier(context: CommandContext): Promise<{ id: string; slug: string }> {
  const { database } = context.instance;
  const messages = adminMessages[context.language];
  const slug = slugOf(context);
  const id = await findDossierId(database, slug);
  if (!id) throw new CommandError(messages.noDossier(slug));
  if (!(await findDeletion(database, id))) throw new CommandError(messages.notDeleted(slug));
  return { id, slug };
}

/** Brings a deleted dossier back, with everybody who worked in it. */
const bringDossierBack: Command = async (context) => {
  const { id, slug } = await getDeletedDossier(context);
  await restoreDossier(context.instance.database, id);
  return { restored: slug };
};

/** Erases a deleted dossier before its time: nothing of it is left. */
const eraseDossier: Command = async (context) => {
  const { id, slug } = await getDeletedDossier(context);
  await eraseDossiers(context.instance.database, [id]);
  return { removed: slug };
};

/** The commands about people and dossiers by their names. */
export const peopleCommands: Readonly<Partial<Record<CommandName, Command>>> = {
  'create-token': makeToken,
  'create-user': makeUser,
  'set-role': changeRole,
  'reset-link': makeResetLink,
  'sign-out': signOut,
  'erase-user': erasePerson,
  'restore-dossier': bringDossierBack,
  'remove-dossier': eraseDossier,
  async 'rebuild-search'({ instance }) {
    await rebuildSearch(instance.database);
    return undefined;
  },
};
