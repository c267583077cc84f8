import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How the server runs (contracts.md, "Environment"). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly secret: string;
  /** Whether it serves one person on one machine. */
  readonly isLocal: boolean;
}

/** A value of the environment that cannot be used; the message is one line for whoever starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1']);
const minSecretLength = 32;

/** A variable that is set but empty counts as unset. */
function read(environment: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

function readPort(text: string | undefined): number {
  const port = z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .safeParse(text ?? 8787);
  if (!port.success) throw new SettingsError(`PORT is geen poortnummer tussen 1 en 65535: ${text}`);
  return port.data;
}

function readPublicUrl(text: string | undefined, fallback: string | undefined): string {
  const url = text ?? fallback;
  if (!url) {
    throw new SettingsError(
      'PUBLIC_URL ontbreekt: het adres waarop anderen deze server bereiken, zoals https://waarborg.example.nl',
    );
  }
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) {
    throw new SettingsError(`PUBLIC_URL is geen webadres: ${url}`);
  }
  return url.replace(/\/+$/u, '');
}

/** The secret that signs cookies: given, or made once and kept where only the owner can read it. */
function readSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) {
    if (given.length < minSecretLength)
      throw new SettingsError(`AUTH_SECRET is te kort: neem ten minste ${minSecretLength} tekens`);
    return given;
  }
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new SettingsError(`DATA_DIR kan niet worden gebruikt: ${dataDir}`, { cause });
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
  const isLocal = loopbackHosts.has(host);
  if (read(environment, 'DATABASE_URL')) {
    throw new SettingsError(
      'DATABASE_URL: deze versie bewaart alles in SQLite (DATA_DIR); laat DATABASE_URL weg',
    );
  }
  const fallback = isLocal ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : undefined;
  const publicUrl = readPublicUrl(read(environment, 'PUBLIC_URL'), fallback);
  const dataDir = path.resolve(read(environment, 'DATA_DIR') ?? 'data');
  makeDataDir(dataDir);
  return {
    port,
    host,
    publicUrl,
    dataDir,
    secret: readSecret(read(environment, 'AUTH_SECRET'), dataDir),
    isLocal,
  };
}
