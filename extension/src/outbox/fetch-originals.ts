import type { DossierDatabase } from './database.ts';
import type { Way } from './send.ts';
import { sha256 } from './sha256.ts';

/** How long a pass with the server may go on with texts before changes get their turn again. */
const turnMs = 3_000;

/** Texts that the server does not have, and will not have before the background starts again. */
const missing = new Set<string>();

/** What came of fetching texts. */
export interface FetchedOriginals {
  readonly fetched: number;
  /** Whether there are more to fetch. */
  readonly isUnfinished: boolean;
}

/**
 * Fetches the texts in which the passages of the dossier were marked and that are not here yet. It happens
 * with every pass and never because of a page, so that the server cannot see what somebody reads. Trouble is no
 * matter: without its text a passage is looked for by its words, and the next pass tries again.
 */
export async function fetchOriginals(db: DossierDatabase, way: Way): Promise<FetchedOriginals> {
  const wanted = await findWanted(db);
  // From here on: a turn that was over before its first text would begin again and again.
  const end = Date.now() + turnMs;
  let fetched = 0;
  for (const [rendition, document] of wanted) {
    if (Date.now() >= end) return { fetched, isUnfinished: true };
    const path = `/documents/${document}/renditions/${rendition}`;
    const answer = await way.call({ path, expects: 'text' });
    const isMissing = answer.kind === 'problem' && answer.code === 'rendition-not-found';
    if (isMissing) missing.add(nameOf(db, rendition));
    else if (answer.kind !== 'ok' || typeof answer.body !== 'string') break;
    // What does not have the right hash came from something else than the server, or was cut off.
    else if ((await sha256(answer.body)) !== rendition) break;
    else {
      await db.put('originals', answer.body, rendition);
      fetched += 1;
    }
  }
  return { fetched, isUnfinished: false };
}

/** The texts that passages name and that are not here, each with a document that has it. */
async function findWanted(db: DossierDatabase): Promise<ReadonlyMap<string, string>> {
  const here = new Set([...(await db.getAllKeys('originals')), ...(await db.getAllKeys('texts'))]);
  const wanted = new Map<string, string>();
  // One passage of each text, however many name it.
  const passages = db.transaction('annotations').store.index('rendition');
  for (let at = await passages.openKeyCursor(null, 'nextunique'); at; at = await at.continue()) {
    if (here.has(at.key) || missing.has(nameOf(db, at.key))) continue;
    const annotation = await passages.get(at.key);
    if (annotation) wanted.set(at.key, annotation.document);
  }
  return wanted;
}

function nameOf(db: DossierDatabase, rendition: string): string {
  return `${db.name} ${rendition}`;
}
