import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Role, roles, slugSchema } from '@waarborg/shared/dossier';
import { preferredLanguage } from '@waarborg/shared/messages';
import { z } from 'zod';
import { addPassword } from './accounts/password-accounts.ts';
import { createResetLink } from './accounts/reset-password.ts';
import { localAccount } from './accounts/sign-in.ts';
import { createToken } from './accounts/token-store.ts';
import { findUser, type User } from './accounts/user-store.ts';
import { createDossier, findDossier, findDossierId } from './dossiers/dossier-store.ts';
import { eraseUser } from './erasure/erasure-service.ts';
import { ApiError } from './errors.ts';
import { setRole } from './members/member-store.ts';
import { toProblemLine } from './problem-lines.ts';
import { rebuildSearch } from './search/rebuild-search.ts';
import { readSettings, type Settings, withServingEnvironment } from './settings.ts';
import { createInstance, databasePlace, findOrCreateUser, type Instance, openUpToDate } from './start.ts';
import {
  toUpkeepLine,
  type UpkeepCommand,
  type UpkeepContext,
  upkeepCommands,
} from './upkeep/upkeep-commands.ts';

/** A command that cannot be carried out; the message is one line for the administrator. */
class CommandError extends Error {}

const firstPasswordBytes = 12;
const language = preferredLanguage([process.env.LANG ?? 'nl'].filter((value) => /^(?:nl|en)/u.test(value)));

const usage = `Gebruik: npm run --silent admin -- OPDRACHT

  create-token --user E-MAIL --dossier NAAM [--name OMSCHRIJVING]
  create-user  --user E-MAIL [--name NAAM]
  set-role     --user E-MAIL --dossier NAAM --role ${roles.join('|')}
  reset-link   --user E-MAIL   een link om een nieuw wachtwoord in te stellen, eenmalig
  erase-user   --user E-MAIL   naam en adres overal door een schuilnaam vervangen; het werk blijft

  rebuild-search               alles wat gezocht kan worden opnieuw indexeren

  backup  BESTAND              een back-up in één bestand, ook terwijl de server draait
  restore BESTAND [--replace]  een back-up terugzetten; over bestaande gegevens alleen met --replace
  copy    VAN NAAR             naar een andere database: een bestand of postgres://…
  verify                       nagaan of de gegevens heel zijn`;

function readWords() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        user: { type: 'string' },
        name: { type: 'string' },
        dossier: { type: 'string' },
        role: { type: 'string' },
        replace: { type: 'boolean' },
      },
    });
  } catch (cause) {
    return { values: {}, positionals: [], problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

const words: ReturnType<typeof readWords> & { problem?: string } = readWords();
const values: Partial<Record<'user' | 'name' | 'dossier' | 'role', string> & { replace: boolean }> =
  words.values;

function required<T>(schema: z.ZodType<T>, value: string | undefined, option: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CommandError(`--${option} ontbreekt of klopt niet: ${value ?? ''}`);
  return parsed.data;
}

const userOption = () => required(z.email(), values.user, 'user').toLowerCase();
const dossierOption = () => required(slugSchema, values.dossier, 'dossier');

/** Whoever sits at this machine sees what is made on it. */
async function shareWithLocalAccount(instance: Instance, dossier: string): Promise<void> {
  const local = await findOrCreateUser(instance, localAccount);
  await setRole(instance.database, { dossier, user: local.id, role: 'owner' });
}

/** Prints a token for a user in a dossier; makes either where it is missing, and says so. */
async function printToken(instance: Instance, { publicUrl, isLocal }: Settings): Promise<void> {
  const { database } = instance;
  const [email, slug] = [userOption(), dossierOption()];
  if (!(await findUser(database, email))) console.error(`Account ${email} is aangemaakt.`);
  const user = await findOrCreateUser(instance, { email, name: email.split('@')[0] ?? email });
  const known = await findDossierId(database, slug);
  const dossier = known ?? (await createDossier(database, { slug, title: slug, owner: user.id }));
  if (!dossier) throw new CommandError(`Dossier ${slug} kon niet worden aangemaakt.`);
  if (!known) {
    console.error(`Dossier ${slug} is aangemaakt.`);
    if (isLocal) await shareWithLocalAccount(instance, dossier);
  }
  if (!(await findDossier(database, slug, user.id))) {
    await setRole(database, { dossier, user: user.id, role: 'reviewer' });
    console.error(`${email} is nu codeur in ${slug}.`);
  }
  const token = await createToken(database, { user: user.id, dossier, name: values.name ?? 'admin' });
  console.log(
    JSON.stringify({ token, container: `${publicUrl}/annotations/${slug}/`, api: `${publicUrl}/api/v1` }),
  );
}

/** Makes an account, or takes one that has no password yet, and prints its first password once. */
async function printUser(instance: Instance): Promise<void> {
  const email = userOption();
  const user = await findOrCreateUser(instance, { email, name: values.name ?? email });
  const first = randomBytes(firstPasswordBytes).toString('base64url');
  if (!(await addPassword(instance.signIn, user.id, first)))
    throw new CommandError(`Account ${email} bestaat al.`);
  console.log(JSON.stringify({ user: user.id, email, password: first }));
}

async function changeRole(instance: Instance): Promise<void> {
  const role = required(z.enum(roles), values.role, 'role') as Role;
  const [email, slug] = [userOption(), dossierOption()];
  const user = await findUser(instance.database, email);
  const dossier = await findDossierId(instance.database, slug);
  if (!user) throw new CommandError(`Er is geen account ${email}.`);
  if (!dossier) throw new CommandError(`Er is geen dossier ${slug}.`);
  await setRole(instance.database, { dossier, user: user.id, role });
  console.log(JSON.stringify({ email, dossier: slug, role }));
}

/** Carries out a command of upkeep: it works on the database as a whole and not on what is in it. */
async function runUpkeep({ words: count, run: command }: UpkeepCommand, settings: Settings): Promise<void> {
  const given = words.positionals.slice(1);
  if (words.problem || given.length !== count) throw new CommandError(words.problem ?? usage);
  const context: UpkeepContext = {
    language,
    place: databasePlace(settings),
    openUpToDate: async (place) => (await openUpToDate(place, settings, console.error)).database,
    say: console.error,
  };
  const { line, isWell } = await command(context, given, { replace: values.replace ?? false });
  console.log(line);
  if (!isWell) process.exitCode = 1;
}

async function getUser(instance: Instance): Promise<User> {
  const email = userOption();
  const user = await findUser(instance.database, email);
  if (!user) throw new CommandError(`Er is geen account ${email}.`);
  return user;
}

/** Prints a link with which somebody sets a new password, once. */
async function printResetLink(instance: Instance, { publicUrl }: Settings): Promise<void> {
  const { id, email } = await getUser(instance);
  console.log(
    JSON.stringify({ email, ...(await createResetLink(instance.signIn, { user: id, publicUrl })) }),
  );
}

/** Replaces a person by a pseudonym everywhere. */
async function erasePerson(instance: Instance): Promise<void> {
  const { id } = await getUser(instance);
  try {
    await eraseUser(instance.database, id);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'last-owner') throw error;
    const slugs = error.errors.map(({ message }) => message).join(', ');
    throw new CommandError(`Geef eerst iemand anders de rol owner in: ${slugs}.`);
  }
  console.log(JSON.stringify({ erased: id }));
}

/** Carries out the command that the words name. */
async function run(settings: Settings): Promise<void> {
  const name = words.positionals[0] ?? '';
  const upkeep = upkeepCommands[name];
  if (upkeep) return runUpkeep(upkeep, settings);
  const commands: Readonly<Record<string, (instance: Instance) => Promise<void>>> = {
    'create-token': (instance) => printToken(instance, settings),
    'create-user': printUser,
    'set-role': changeRole,
    'reset-link': (instance) => printResetLink(instance, settings),
    'erase-user': erasePerson,
    'rebuild-search': ({ database }) => rebuildSearch(database),
  };
  const command = commands[name];
  if (words.problem || !command) throw new CommandError(words.problem ?? usage);
  const instance = await createInstance(settings, console.error);
  try {
    await command(instance);
  } finally {
    await instance.close();
  }
}

let place = '';
try {
  const settings = readSettings(withServingEnvironment(process.env));
  place = databasePlace(settings);
  await run(settings);
} catch (error) {
  const line =
    error instanceof CommandError
      ? error.message
      : (toUpkeepLine(error, language) ?? toProblemLine(error, place, language));
  if (line === undefined) throw error;
  console.error(line);
  process.exitCode = 1;
}
