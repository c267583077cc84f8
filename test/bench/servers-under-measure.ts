import { startPostgresql } from '@waarborg/server/embedded-postgresql';
import { type PrintedToken, type RunningServer, startServer } from '../helpers/running-server.ts';
import { type BareDriver, openBareDriver } from './bare-driver.ts';

/** A server on a database of its own, with the bare driver beside it. */
export interface MeasuredServer {
  /** `SQLite` or `PostgreSQL`. */
  readonly database: string;
  readonly server: RunningServer;
  readonly driver: BareDriver;
  /** An owner of a dossier with a token; gives the ids that rows need. */
  addDossier(slug: string): Promise<{ dossier: string; user: string; token: PrintedToken }>;
}

/** Measures on SQLite and on PostgreSQL, each durable, one after the other; `only` names one of both. */
export async function measureOnBoth(
  measure: (measured: MeasuredServer) => Promise<void>,
  only?: string,
): Promise<void> {
  if (only !== 'postgresql') {
    const server = await startServer();
    await measureOn('SQLite', server, `${server.dataDir}/waarborg.sqlite`, measure);
  }
  if (only === 'sqlite') return;
  const postgresql = await startPostgresql({ durable: true });
  try {
    const address = await postgresql.createDatabase('bench');
    const secret = 'a-secret-for-measuring-and-for-nothing-else';
    const server = await startServer({ DATABASE_URL: address, AUTH_SECRET: secret });
    await measureOn('PostgreSQL', server, address, measure);
  } finally {
    await postgresql.stop();
  }
}

async function measureOn(
  database: string,
  server: RunningServer,
  place: string,
  measure: (measured: MeasuredServer) => Promise<void>,
): Promise<void> {
  const driver = openBareDriver(place);
  const email = 'meter@example.org';
  try {
    await measure({
      database,
      server,
      driver,
      async addDossier(slug) {
        const token = await server.createToken(email, slug);
        const [dossier] = await driver.all<{ id: string }>('select id from dossier where slug = ?', [slug]);
        const [user] = await driver.all<{ id: string }>('select id from "user" where email = ?', [email]);
        if (!dossier || !user) throw new RangeError(`there is no dossier ${slug}`);
        return { dossier: dossier.id, user: user.id, token };
      },
    });
  } finally {
    await driver.close();
    await server.close();
  }
}

/** How long something takes, in milliseconds, with what it gives. */
export async function time<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
