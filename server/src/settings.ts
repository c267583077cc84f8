import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Language } from '@waarborg/shared/messages';
import { environmentMessages } from '@waarborg/shared/messages/environment';
import { z } from 'zod';
import type { OidcSettings } from './accounts/oidc.ts';
import { isPostgresqlAddress } from './database/index.ts';
import { type LogLevel, logLevels } from './observing/logger.ts';

/** How the server runs (contracts.md, "Environment"). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Address of the PostgreSQL database; without one everything is in a SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly secret: string;
  /** Whether it serves one person on one machine, without signing in. */
  readonly isLocal: boolean;
  /** The organisation's own sign-in; absent where none is configured. */
  readonly oidc: OidcSettings | undefined;
  readonly logLevel: LogLevel;
  /** Who knows it may read the metrics from elsewhere; absent: only programs at this machine may. */
  readonly metricsToken: string | undefined;
  /** How many proxies stand before the server and say truly who came to them. */
  readonly trustedProxies: number;
  /** How many requests an account of a team may make; 0 for any number. */
  readonly requestsPerMinute: number;
}

type Explanation = (messages: (typeof environmentMessages)[Language]) => string;

/** A value of the environment that cannot be used. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly #explain: Explanation;

  constructor(explain: Explanation, options?: ErrorOptions) {
    super(explain(environmentMessages.nl), options);
    this.#explain = explain;
  }

  /** One line for whoever starts the server. */
  toLine(language: Language): string {
    return this.#explain(environmentMessages[language]);
  }
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1']);
const minSecretLength = 32;

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set but empty counts as unset. */
function read(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

function readPort(text = '8787'): number {
  const port = z.coerce.number().int().min(1).max(65_535).safeParse(text);
  if (!port.success) throw new SettingsError((messages) => messages.portUnusable(text));
  return port.data;
}

function readPublicUrl(text: string | undefined, fallback: string | undefined): string {
  const url = text ?? fallback;
  if (!url) throw new SettingsError((messages) => messages.publicUrlMissing);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/u.test(parsed.protocol) || parsed.username || parsed.password) {
    throw new SettingsError((messages) => messages.publicUrlUnusable(url));
  }
  if (parsed.pathname !== '/' || parsed.search || parsed.hash) {
    throw new SettingsError((messages) => messages.publicUrlHasPath(url, parsed.origin));
  }
  return parsed.origin;
}

/** The address is not repeated: it can hold a password. */
function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parsed = isPostgresqlAddress(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed || parsed.pathname.length < 2)
    throw new SettingsError((messages) => messages.databaseUrlUnusable);
  return text;
}

/** Makes a file with a secret, whole from its first moment; of two starts at the same time one's secret stays. */
function makeSecret(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch {
    // It is there by now, or the file system knows no second name for a file.
    if (!existsSync(file)) renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives a secret that is long enough. */
function assertLong(name: string, secret: string): string {
  if (secret.length >= minSecretLength) return secret;
  throw new SettingsError((messages) => messages.secretTooShort(name, minSecretLength));
}

/**
 * The secret that signs cookies: given, or made once and kept where only the owner can read it.
 * Copies of a server on one PostgreSQL have no folder in common, so there it is given.
 */
function readSecret(
  given: string | undefined,
  { dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>,
): string {
  if (given !== undefined) return assertLong('AUTH_SECRET', given);
  if (databaseUrl !== undefined)
    throw new SettingsError((messages) => messages.secretMissing(minSecretLength));
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) makeSecret(file);
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < minSecretLength) throw new SettingsError((messages) => messages.fileDamaged(file));
  return kept;
}

/** One person at one machine hears of trouble only; an administrator keeps a line for every request. */
function readLogLevel(text: string | undefined, isLocal: boolean): LogLevel {
  if (text === undefined) return isLocal ? 'warn' : 'info';
  const level = logLevels.find((candidate) => candidate === text);
  if (!level) throw new SettingsError((messages) => messages.logLevelUnknown(text, logLevels.join(', ')));
  return level;
}

function readMetricsToken(text: string | undefined): string | undefined {
  return text === undefined ? undefined : assertLong('METRICS_TOKEN', text);
}

function readCount(
  environment: Environment,
  name: string,
  { fallback, max }: { fallback: number; max: number },
): number {
  const text = read(environment, name) ?? String(fallback);
  const count = z.coerce.number().int().min(0).max(max).safeParse(text);
  if (!count.success) throw new SettingsError((messages) => messages.countUnusable(name, text, max));
  return count.data;
}

/** Tokens and codes travel to it, so the way must be safe, or lead no further than this machine. */
function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return (
    search + hash === '' && (protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname)))
  );
}

function readOidc(environment: Environment): OidcSettings | undefined {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const [issuer, clientId, clientSecret] = names.map((name) => read(environment, name));
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret)
    throw new SettingsError((messages) => messages.providerIncomplete(names.join(', ')));
  if (!isSafeIssuer(issuer)) throw new SettingsError((messages) => messages.issuerUnsafe(issuer));
  return { issuer, clientId, clientSecret };
}

/** What says where a server is reached, and whether it serves a team. */
const servingNames = ['PORT', 'HOST', 'PUBLIC_URL'] as const;
const servingSchema = z.partialRecord(z.enum(servingNames), z.string());

const servingFile = (dataDir: string) => path.join(dataDir, 'serving.json');

function dataDirOf(environment: Environment): string {
  return path.resolve(read(environment, 'DATA_DIR') ?? 'data');
}

/** Keeps how the server is reached, for the commands that are called beside it. */
export function keepServingEnvironment({ dataDir }: Settings, environment: Environment): void {
  const kept = Object.fromEntries(servingNames.map((name) => [name, read(environment, name)]));
  writeFileSync(servingFile(dataDir), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

/**
 * The environment of a command, with what the server last ran with where the command is not told.
 *
 * @throws SettingsError when what was kept is damaged.
 */
export function withServingEnvironment(environment: Environment): Environment {
  const file = servingFile(dataDirOf(environment));
  if (!existsSync(file)) return environment;
  try {
    const kept = servingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const told = servingNames.map((name) => [name, read(environment, name) ?? kept[name]]);
    return { ...environment, ...Object.fromEntries(told) };
  } catch (cause) {
    throw new SettingsError((messages) => messages.fileDamaged(file), { cause });
  }
}

/** What is kept in the data folder, with what the server must be able to do with it. */
const keptFiles = Object.entries({
  'auth-secret': constants.R_OK,
  'serving.json': constants.R_OK | constants.W_OK,
  'waarborg.sqlite': constants.R_OK | constants.W_OK,
  'waarborg.sqlite-wal': constants.R_OK | constants.W_OK,
  'waarborg.sqlite-shm': constants.R_OK | constants.W_OK,
});

/** Refuses a folder in which somebody else, such as root, left files that the server cannot use. */
function assertUsable(dataDir: string): void {
  for (const [name, mode] of keptFiles) {
    const file = path.join(dataDir, name);
    if (existsSync(file)) accessSync(file, mode);
  }
}

/**
 * Makes a folder and those in which it lies, one by one: told to make them all, Node tries for ever where nothing can
 * be made, as in `/proc`.
 */
function makeFolder(folder: string): void {
  const above = path.dirname(folder);
  if (!existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
}

function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    assertUsable(dataDir);
  } catch (cause) {
    const { path: at = dataDir, code = '' } = cause as NodeJS.ErrnoException;
    throw new SettingsError((messages) => messages.dataDirUnusable(at, code), { cause });
  }
}

/**
 * Settings from the environment; makes the data folder and the secret where they are missing.
 *
 * @throws SettingsError for a value that cannot be used.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = readPort(read(environment, 'PORT'));
  const host = read(environment, 'HOST') ?? '127.0.0.1';
  const isLoopback = loopbackHosts.has(host);
  const databaseUrl = readDatabaseUrl(read(environment, 'DATABASE_URL'));
  const fallback = isLoopback ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : undefined;
  const publicUrl = readPublicUrl(read(environment, 'PUBLIC_URL'), fallback);
  const dataDir = dataDirOf(environment);
  makeDataDir(dataDir);
  // A public address before a loopback host is a proxy: then not everybody sits at this machine.
  // Whoever configured a sign-in wants people to sign in.
  const oidc = readOidc(environment);
  const isLocal =
    !oidc && isLoopback && loopbackHosts.has(new URL(publicUrl).hostname.replace(/^\[(.*)\]$/u, '$1'));
  return {
    port,
    host,
    publicUrl,
    dataDir,
    databaseUrl,
    secret: readSecret(read(environment, 'AUTH_SECRET'), { dataDir, databaseUrl }),
    isLocal,
    oidc,
    logLevel: readLogLevel(read(environment, 'LOG_LEVEL'), isLocal),
    metricsToken: readMetricsToken(read(environment, 'METRICS_TOKEN')),
    trustedProxies: readCount(environment, 'TRUSTED_PROXIES', { fallback: 0, max: 9 }),
    requestsPerMinute: readCount(environment, 'REQUESTS_PER_MINUTE', { fallback: 3000, max: 1_000_000 }),
  };
}
