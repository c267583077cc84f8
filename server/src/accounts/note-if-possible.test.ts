import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findDossierId } from '../dossiers/dossier-store.ts';
import { readSettings } from '../settings.ts';
import { createInstance } from '../start.ts';
import { localAccount } from './sign-in.ts';
import { createToken } from './token-store.ts';
import { findUser } from './user-store.ts';

/** On SQLite alone: what PostgreSQL says of a disk on which nothing can be written is tried in `test/endurance`. */
it('reading goes on while nothing can be written, for who comes with a cookie and who comes with a token', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'note-test-'));
  const faults: Error[] = [];
  const { app, database, signIn, close } = await createInstance(readSettings({ DATA_DIR: folder }), (error) =>
    faults.push(error),
  );
  const host = '127.0.0.1:8787';
  const page = await app.request('/', { headers: { host, accept: 'text/html' } });
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const user = (await findUser(database, localAccount.email))?.id ?? '';
  const dossier = (await findDossierId(database, 'voorbeeld')) ?? '';
  const token = await createToken(database, { user, dossier, name: 'test' });
  const { adapter } = await signIn.$context;
  await adapter.updateMany({ model: 'session', where: [], update: { updatedAt: new Date(0) } });
  await sql`pragma query_only = on`.execute(database);
  for (const who of [{ cookie }, { authorization: `Bearer ${token}` }]) {
    const answer = await app.request('/api/v1/dossiers/voorbeeld', { headers: { host, ...who } });
    expect(answer.status, JSON.stringify(Object.keys(who))).toBe(200);
  }
  expect(faults).toEqual([]);
  await close();
  rmSync(folder, { recursive: true });
});
