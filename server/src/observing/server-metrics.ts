import type { Executor } from '../database/index.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { countCodings, measureDatabase } from './usage-store.ts';

/** Counting a million rows is not done at every scrape. */
const countedEveryMs = 60_000;

/** A reading that is taken again only when it is older than `everyMs`. */
function atMostEvery(everyMs: number, read: () => Promise<number>): () => Promise<number> {
  let kept: { value: Promise<number>; until: number } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now > kept.until) {
      kept = { value: read(), until: now + everyMs };
      kept.value.catch(() => {
        kept = undefined;
      });
    }
    return kept.value;
  };
}

/** What a server of ours counts of itself. */
export function createServerMetrics(database: Executor): Metrics {
  return createMetrics([
    {
      name: 'waarborg_database_bytes',
      help: 'Size of the database.',
      read: () => measureDatabase(database),
    },
    {
      name: 'waarborg_codings',
      help: 'Codings in all dossiers, counted once a minute.',
      read: atMostEvery(countedEveryMs, () => countCodings(database)),
    },
  ]);
}
