import type { Annotation } from '@waarborg/shared/annotation';
import type { DossierDatabase } from './database.ts';

/** What was read last, and after how many writes. */
interface LastReading {
  readonly db: DossierDatabase;
  readonly ids: readonly string[];
  readonly writes: number;
  readonly annotations: Promise<readonly Annotation[]>;
}

let last: LastReading | undefined;
let writes = 0;

/** What a transaction did to the annotations of a database. */
export interface WrittenAnnotations {
  readonly put: readonly Annotation[];
  /** Ids of those that are not there any more. */
  readonly removed: readonly string[];
}

/**
 * To be called in the turn in which a transaction begins that writes annotations: whoever asks after that is told what
 * comes of it. Gives what may be called with what was written, once it is done: then all need not be read again.
 */
export function beginWritingAnnotations(db: DossierDatabase): (written: WrittenAnnotations) => void {
  const before = last?.db === db && last.writes === writes ? last : undefined;
  writes += 1;
  const own = writes;
  return (written) => {
    // Somebody has read it, or written something else, meanwhile.
    if (!before || last !== before || writes !== own) return;
    const annotations = before.annotations.then((kept) => withWritten(kept, before.ids, written));
    keep({ ...before, writes: own, annotations });
  };
}

/** Annotations with those that were written: changed ones in their places, new ones at the end. */
function withWritten(
  kept: readonly Annotation[],
  ids: readonly string[],
  { put, removed }: WrittenAnnotations,
): readonly Annotation[] {
  const found = new Map(kept.map((annotation) => [annotation.id, annotation]));
  for (const id of removed) found.delete(id);
  for (const annotation of put) {
    if (ids.includes(annotation.document)) found.set(annotation.id, annotation);
    else found.delete(annotation.id);
  }
  return [...found.values()];
}

/**
 * The annotations of a document as the server has them. What was read last is kept: page, panel and the number on the
 * button ask at the same moment, and two thousand take a quarter of a second.
 *
 * @param ids every id of the document.
 */
export function findSentAnnotations(
  db: DossierDatabase,
  ids: readonly string[],
): Promise<readonly Annotation[]> {
  if (last?.db === db && last.writes === writes && last.ids.join() === ids.join()) return last.annotations;
  const annotations = Promise.all(ids.map((id) => db.getAllFromIndex('annotations', 'document', id))).then(
    (found) => found.flat(),
  );
  keep({ db, ids, writes, annotations });
  return annotations;
}

function keep(reading: LastReading): void {
  last = reading;
  // What could not be read can be the next time.
  reading.annotations.catch(() => {
    if (last === reading) last = undefined;
  });
}
