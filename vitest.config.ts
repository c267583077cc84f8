import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { effectTimeoutMs } from './test/helpers/effect-timeout.ts';

/**
 * Bounds a hang of a unit test and asserts nothing about speed: properties that take a second or two on a quiet machine
 * take five times as long on a busy one.
 */
const unitTimeoutMs = 20_000;
/** Real browsers need seconds to start; this bounds a hang and asserts nothing about speed. */
const browserTimeoutMs = 120_000;

/**
 * The tests that open a database: they run on SQLite in their own project, and on PostgreSQL once more. What
 * SQLite cannot do, several copies of the server, is tested in `*.postgresql.test.ts`.
 */
const databaseTests = globSync('{server/src,test/integration}/**/*.test.ts', {
  // They look at the form of answers alone, which no database decides.
  exclude: ['server/src/http/{headers,openapi}.test.ts'],
}).filter((file) => /\b(?:createTestServer|createTestDatabase)\(/u.test(readFileSync(file, 'utf8')));

/**
 * Files that share the modules they import: loading them again for each file costs as much as half of the tests do.
 * Our modules keep nothing between two databases, so that files cannot disturb each other.
 */
const shareModules = { isolate: false };

/** For projects whose tests start the server. */
const buildProgram = 'build-program.ts';

export default defineConfig({
  test: {
    // One more than the cores of the machine that accepts: a browser, a server and their test wait for each other.
    maxWorkers: 3,
    expect: { poll: { timeout: effectTimeoutMs } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          ...shareModules,
          include: ['{shared,server,extension}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/.output/**', '**/*.long.test.ts'],
          testTimeout: unitTimeoutMs,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          ...shareModules,
          include: ['test/{bench,integration}/**/*.test.ts', 'server/src/**/*.long.test.ts'],
          exclude: ['**/*.postgresql.test.ts'],
          globalSetup: buildProgram,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgresql',
          ...shareModules,
          include: databaseTests,
          globalSetup: [buildProgram, 'server/src/testing/provide-postgresql.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'endurance',
          ...shareModules,
          include: ['test/{deploy,endurance}/**/*.test.ts'],
          globalSetup: [buildProgram, 'server/src/testing/provide-postgresql.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'structure',
          include: ['test/repository/**/*.test.ts'],
          testTimeout: unitTimeoutMs,
        },
      },
      {
        extends: true,
        test: {
          name: 'screenshots',
          include: ['test/screenshots/screenshots.ts'],
          globalSetup: buildProgram,
          testTimeout: browserTimeoutMs,
          hookTimeout: browserTimeoutMs,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          ...shareModules,
          include: ['test/{helpers,e2e}/**/*.test.ts'],
          globalSetup: buildProgram,
          testTimeout: browserTimeoutMs,
          hookTimeout: browserTimeoutMs,
        },
      },
    ],
  },
});
