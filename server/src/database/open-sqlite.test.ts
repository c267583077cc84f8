import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openSqlite } from './open-sqlite.ts';

it('makes a database that only its owner can read, with what stands beside it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarborg-'));
  const database = await openSqlite(path.join(folder, 'waarborg.sqlite'));
  await database.schema.createTable('note').addColumn('text', 'text').execute();
  const files = readdirSync(folder);
  expect(files).toContain('waarborg.sqlite-wal');
  for (const file of files) expect([file, statSync(path.join(folder, file)).mode & 0o077]).toEqual([file, 0]);
  await database.destroy();
  rmSync(folder, { recursive: true });
});
