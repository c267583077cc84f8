import type { DossierDatabase } from './database.ts';

/**
 * The text in which passages were marked, by its SHA-256: one that was kept, or that waits to be sent. Asks the
 * server nothing, since pages that are only looked at need it; undefined when it is not here (yet).
 */
export async function findOriginal(db: DossierDatabase, rendition: string): Promise<string | undefined> {
  return (await db.get('originals', rendition)) ?? (await db.get('texts', rendition))?.text;
}
