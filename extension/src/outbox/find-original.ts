import { broadcast } from '../messaging/index.ts';
import type { DossierDatabase } from './database.ts';
import type { Way } from './send.ts';
import { sha256 } from './sha256.ts';

/** How long passages wait for a text before they are looked for without it. */
const patienceMs = 4_000;

/** A text in which passages of a document were marked. */
interface Wanted {
  readonly document: string;
  /** SHA-256 of the text. */
  readonly rendition: string;
}

/** Fetches under way: all pages of a document ask at the same moment. */
const fetching = new Map<string, Promise<string | undefined>>();
/** Texts that the server does not have, and will not have later. */
const missing = new Set<string>();

/**
 * The text in which passages were marked: one that waits to be sent, one that was kept before, else from
 * the server; then it is kept here. Undefined when it cannot be had, or not in time: pages hear of it
 * when it has come after all.
 */
export async function findOriginal(
  db: DossierDatabase,
  way: Way,
  wanted: Wanted,
): Promise<string | undefined> {
  const { rendition } = wanted;
  const kept = (await db.get('originals', rendition)) ?? (await db.get('texts', rendition))?.text;
  if (kept !== undefined) return kept;
  const name = `${db.name} ${rendition}`;
  if (missing.has(name)) return undefined;
  const fetched = fetching.get(name) ?? fetchOriginal(db, way, wanted);
  fetching.set(name, fetched);
  let isLate = false;
  const inTime = fetched.then((text) => {
    fetching.delete(name);
    if (text !== undefined && isLate) void broadcast({ event: 'annotations-changed' });
    return text;
  });
  const late = pause(patienceMs).then(() => {
    isLate = true;
    return undefined;
  });
  return Promise.race([inTime, late]);
}

async function fetchOriginal(
  db: DossierDatabase,
  way: Way,
  { document, rendition }: Wanted,
): Promise<string | undefined> {
  const path = `/documents/${document}/renditions/${rendition}`;
  const answer = await way.call({ path, expects: 'text' });
  if (answer.kind === 'problem' && answer.code === 'rendition-not-found') {
    missing.add(`${db.name} ${rendition}`);
  }
  if (answer.kind !== 'ok' || typeof answer.body !== 'string') return undefined;
  // What does not have the right hash came from something else than the server, or was cut off.
  if ((await sha256(answer.body)) !== rendition) return undefined;
  await db.put('originals', answer.body, rendition);
  return answer.body;
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
