import type { Outcome } from '../messaging/index.ts';
import type { DossierDatabase } from './database.ts';
import type { Way } from './send.ts';
import { sha256 } from './sha256.ts';

/** Questions under way: many passages of one text ask for it at the same moment. */
const asked = new Map<string, Promise<Outcome<string>>>();

/**
 * The text in which passages were marked, by its SHA-256: one that waits to be sent, one that was kept
 * before, else from the server; then it is kept here.
 *
 * `not-found` says that the server does not have it; `not-connected` that it cannot be asked now.
 */
export async function findRendition(
  db: DossierDatabase,
  way: Way,
  { document, rendition }: { readonly document: string; readonly rendition: string },
): Promise<Outcome<string>> {
  const kept = (await db.get('originals', rendition)) ?? (await db.get('texts', rendition))?.text;
  if (kept !== undefined) return { ok: true, value: kept };
  const name = `${db.name} ${rendition}`;
  const asking = asked.get(name) ?? fetchRendition(db, way, document, rendition);
  asked.set(name, asking);
  try {
    return await asking;
  } finally {
    asked.delete(name);
  }
}

async function fetchRendition(
  db: DossierDatabase,
  way: Way,
  document: string,
  rendition: string,
): Promise<Outcome<string>> {
  const path = `/documents/${document}/renditions/${rendition}`;
  const answer = await way.call({ path, expects: 'text' });
  if (answer.kind === 'problem' && answer.code !== undefined && answer.status === 404) {
    return { ok: false, code: 'not-found' };
  }
  // What does not have the right hash came from something else than the server, or was cut off.
  if (answer.kind !== 'ok' || typeof answer.body !== 'string' || (await sha256(answer.body)) !== rendition) {
    return { ok: false, code: 'not-connected' };
  }
  await db.put('originals', answer.body, rendition);
  return { ok: true, value: answer.body };
}
