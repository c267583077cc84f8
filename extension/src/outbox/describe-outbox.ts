import { shorten } from '@waarborg/shared/text';
import type { LocalAnnotation, OutboxEntry } from '../messaging/index.ts';
import type { DossierDatabase } from './database.ts';
import { findConflict } from './find-conflict.ts';
import { findPassages } from './find-passages.ts';
import { annotationOf, type Change, countsAs, documentOf, isConflict, type Operation } from './operation.ts';
import { overlayDocuments } from './overlay.ts';
import { heldByRefused } from './queue.ts';

const kinds = {
  'put-document': 'document',
  'correct-document': 'correction',
  'add-rendition': 'text',
  'create-annotation': 'annotation',
  'update-annotation': 'annotation',
  'delete-annotation': 'deletion',
  'set-reading': 'reading',
  'create-link': 'link',
  'delete-link': 'unlink',
  dismiss: 'dismissal',
  restore: 'restoring',
} as const satisfies Record<Change['kind'], OutboxEntry['change']>;

/** What a person did and what was refused, in the order of the queue: as much as the line above the list counts. */
export async function describeOutbox(
  db: DossierDatabase,
  user: LocalAnnotation['creator'],
): Promise<OutboxEntry[]> {
  const operations = await db.getAll('operations');
  const held = new Set(heldByRefused(operations));
  const documents = overlayDocuments(await db.getAll('documents'), operations);
  return Promise.all(
    operations
      .filter((operation) => countsAs(operation) || operation.refusal)
      .map(async (operation) => ({
        key: operation.key,
        change: kinds[operation.change.kind],
        subject:
          (await quoteOf(db, operation, user)) ??
          documents.find(({ ids }) => ids.includes(documentOf(operation.change) ?? ''))?.title ??
          '',
        at: operation.at,
        annotation: annotationOf(operation.change),
        problem: operation.refusal,
        isHeld: held.has(operation),
        isConflict: isConflict(operation),
        conflict: await findConflict(db, operation),
      })),
  );
}

/** Most characters of a quote that say what waits. */
const maxShownLength = 120;

async function quoteOf(
  db: DossierDatabase,
  { change }: Operation,
  user: LocalAnnotation['creator'],
): Promise<string | undefined> {
  if (change.kind === 'create-link' || change.kind === 'delete-link') {
    const ends = await findPassages(db, user, [change.link.from, change.link.to]);
    return ends.map(({ ranges }) => shorten(joinQuotes(ranges), maxShownLength)).join(' ↔ ');
  }
  if (change.kind === 'dismiss') return shorten(change.dismissal.quote, maxShownLength);
  if (change.kind === 'restore') {
    const kept = await db.get('dismissals', change.id);
    return kept && shorten(kept.quote, maxShownLength);
  }
  const ranges =
    change.kind === 'create-annotation'
      ? change.draft.ranges
      : change.kind === 'update-annotation'
        ? change.update.ranges
        : change.kind === 'delete-annotation'
          ? (await db.get('annotations', change.id))?.ranges
          : undefined;
  return ranges && shorten(joinQuotes(ranges), maxShownLength);
}

function joinQuotes(ranges: readonly { readonly exact: string }[]): string {
  return ranges.map(({ exact }) => exact).join(' … ');
}
