import { createTestDatabase } from '@waarborg/server/testing';

/** A database for one test of endurance, gone afterwards. */
export interface EnduranceDatabase {
  /** What a server on it reads from its environment, besides its folder. */
  readonly environment: Record<string, string>;
  remove(): Promise<void>;
}

/** Both databases, each by its name. Where PostgreSQL cannot start, its tests fail with the reason. */
export const databases: readonly (readonly [string, () => Promise<EnduranceDatabase>])[] = [
  ['SQLite', async () => ({ environment: {}, remove: async () => {} })],
  [
    'PostgreSQL',
    async () => {
      const { environment, remove } = await createTestDatabase();
      return { environment: { ...environment }, remove };
    },
  ],
];

/**
 * How often each hardship is done: a few times in every run of the tests, since each is a start of the server and
 * none falls where the last did, and a hundred in `npm run endurance`.
 */
export const rounds = Number(process.env.ROUNDS ?? 4);
