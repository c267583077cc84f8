import { countWaitingChanges, type Executor } from '../database/index.ts';
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

/** What a server of ours counts of itself. `countStreams` says how many follow a dossier. */
export function createServerMetrics(database: Executor, countStreams: () => number): Metrics {
  return createMetrics([
    {
      name: 'waarborg_event_streams',
      help: 'Open streams of changes.',
      read: countStreams,
    },
    {
      name: 'waarborg_changes_waiting',
      help: 'Changes that wait to be written.',
      read: () => countWaitingChanges(database),
    },
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
