import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@waarborg/shared/messages';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'settings-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
const read = (environment: Record<string, string> = {}) => readSettings({ DATA_DIR: folder, ...environment });

describe('the settings', () => {
  it('need nothing', () => {
    expect(read()).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8787',
      isLocal: true,
    });
  });

  it('take an empty value for none', () => {
    expect(read({ PORT: ' ', PUBLIC_URL: '', DATABASE_URL: '' })).toEqual(read());
  });

  it('make a secret once that only its owner can read', () => {
    const { secret } = read();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(read().secret).toBe(secret);
    expect(statSync(path.join(folder, 'auth-secret')).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['auth-secret']);
  });

  it.each([
    [{ HOST: '::1' }, 'http://[::1]:8787', true],
    [{ HOST: 'localhost', PORT: '9000' }, 'http://localhost:9000', true],
    [{ PUBLIC_URL: 'http://localhost:8787/' }, 'http://localhost:8787', true],
    [{ PUBLIC_URL: 'https://waarborg.example.nl' }, 'https://waarborg.example.nl', false],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl/' }, 'https://waarborg.example.nl', false],
  ])('with %j serve at %s, for one person on one machine: %s', (environment, publicUrl, isLocal) => {
    expect(read(environment)).toMatchObject({ publicUrl, isLocal });
  });

  it.each([
    ['PORT', { PORT: 'web' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'waarborg.example.nl' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://waarborg.example.nl' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://example.nl/waarborg' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://u:p@example.nl' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'kort' }],
    ['AUTH_SECRET', { DATABASE_URL: 'postgres://localhost/waarborg' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/waarborg' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://local host/waarborg' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'kort' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '-1' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'https://aanmelden.example.nl' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://a.example', OIDC_CLIENT_ID: 'w', OIDC_CLIENT_SECRET: 'w' }],
  ])('say in one line of each language that %s cannot be %j', (name, environment) => {
    const error = catchError(() => read(environment));
    expect(error).toBeInstanceOf(SettingsError);
    const [dutch, english] = languages.map((language) => (error as SettingsError).toLine(language));
    for (const line of [dutch, english]) expect(line).toMatch(new RegExp(`^${name}[^\\n]*$`));
    expect(english).not.toBe(dutch);
  });

  it('take a PostgreSQL database with the secret that its copies share', () => {
    const databaseUrl = 'postgres://waarborg:geheim@db.example.nl/waarborg';
    const secret = 's'.repeat(32);
    expect(read({ DATABASE_URL: databaseUrl, AUTH_SECRET: secret })).toMatchObject({ databaseUrl, secret });
  });

  it('never repeat an address that can hold a password', () => {
    expect(() => read({ DATABASE_URL: 'postgress://waarborg:geheim@db/waarborg' })).toThrow(/^(?!.*geheim)/);
  });

  it('say in one line that a folder cannot be used', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    for (const unusable of [path.join(file, 'data'), file, '/proc/waarborg/data'])
      expect(() => read({ DATA_DIR: unusable })).toThrow(/^DATA_DIR[^\n]*$/);
  });
});
