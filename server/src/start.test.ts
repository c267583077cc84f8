import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { createSignIn } from './accounts/sign-in.ts';
import { openDatabase } from './database/index.ts';
import { updateTables } from './open-up-to-date.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'start-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const settings = readSettings({ DATA_DIR: folder });
const reportError = (error: unknown) => {
  throw error;
};

/** Lets so many statements through, and none after them. */
function stopAfter(statements: number): KyselyPlugin & { readonly seen: number } {
  let seen = 0;
  return {
    get seen() {
      return seen;
    },
    transformQuery({ node }) {
      if (seen === statements) throw new Error('stopped');
      seen += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

describe('a first start', () => {
  it('that is stopped at any of its statements leaves no table', { timeout: 30_000 }, async () => {
    const database = await openDatabase(':memory:');
    const signIn = createSignIn({ database, ...settings, reportError });
    const through = stopAfter(Number.POSITIVE_INFINITY);
    const whole = await openDatabase(':memory:');
    await updateTables({ database: whole.withPlugin(through), signIn });
    const tables = await whole.introspection.getTables({ withInternalKyselyTables: true });
    await whole.destroy();
    expect(through.seen).toBeGreaterThan(50);
    for (let statements = 0; statements < through.seen; statements++) {
      const stopped = updateTables({ database: database.withPlugin(stopAfter(statements)), signIn });
      await expect(stopped, `after ${statements} statements`).rejects.toThrow('stopped');
      const left = await database.introspection.getTables({ withInternalKyselyTables: true });
      expect(left, `after ${statements} statements`).toEqual([]);
    }
    await updateTables({ database, signIn });
    expect(await database.introspection.getTables({ withInternalKyselyTables: true })).toEqual(tables);
    await database.destroy();
  });
});
