import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import type { TestServer } from './test-server.ts';

/** Where in the database of a server a text stands, in any table and column, in whatever case. */
export async function placesOf({ instance }: TestServer, text: string): Promise<string[]> {
  const { database } = instance;
  const places = new Set<string>();
  for (const { name } of await database.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database);
    for (const [column, value] of rows.flatMap((row) => Object.entries(row)))
      if (String(value).toLowerCase().includes(text.toLowerCase())) places.add(`${name}.${column}`);
  }
  return [...places];
}

/** Files in the folder of a server in whose bytes a text stands; those of SQLite are among them. */
export function filesWith({ dataDir }: TestServer, text: string): string[] {
  return readdirSync(dataDir).filter((file) => readFileSync(path.join(dataDir, file)).includes(text));
}
