import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgresql, startPostgresql } from './embedded-postgresql.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' PostgreSQL is, or in one line why there is none; absent where tests run on SQLite. */
    postgresql: { address: string } | { problem: string };
  }
}

/** Starts one PostgreSQL for a run of tests and stops it afterwards. Each test that needs it says why there is none. */
export default async function providePostgresql(project: TestProject): Promise<() => Promise<void>> {
  let server: EmbeddedPostgresql | undefined;
  try {
    server = await startPostgresql();
    project.provide('postgresql', { address: server.addressOf('postgres') });
  } catch (cause) {
    project.provide('postgresql', { problem: cause instanceof Error ? cause.message : String(cause) });
  }
  return async () => server?.stop();
}
