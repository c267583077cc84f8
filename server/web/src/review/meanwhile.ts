import { annotationSchema } from '@waarborg/shared/annotation';
import type { Revision } from '@waarborg/shared/api';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { language } from '../language/language.ts';
import type { QueuedCoding } from './queue.ts';

/** What became of a coding after the reader saw it. */
export interface Meanwhile {
  /** As it is now; absent where it is gone. */
  readonly now: QueuedCoding | undefined;
  /** Who did that; absent where it is not known. */
  readonly by?: { readonly id: string; readonly name: string } | undefined;
}

/** Whether two versions of a coding say and were decided the same, of the same words. */
export function isSame(one: QueuedCoding, other: QueuedCoding | undefined): boolean {
  const read = ({ coding, annotation }: QueuedCoding) =>
    JSON.stringify([coding, annotation.ranges, annotation.note]);
  return other !== undefined && read(one) === read(other);
}

/**
 * What the history of its passage, latest first, says of a coding that was seen before; undefined where nothing was
 * changed since.
 */
export function meanwhileOf(seen: QueuedCoding, revisions: readonly Revision[]): Meanwhile | undefined {
  const { id, revision: since } = seen.annotation;
  const readState = (state: unknown, revision: number): QueuedCoding | undefined => {
    const { data } = annotationSchema.safeParse(state);
    const coding = data?.codings.find((one) => one.id === seen.coding.id);
    return data && coding && { annotation: { ...data, revision }, coding };
  };
  const changes = revisions
    .filter(({ revision }) => revision > since)
    .flatMap(({ revision, by, items }) =>
      items
        .filter((item) => item.id === id)
        .map(({ before, after }) => ({
          ...{ by, before: readState(before, revision), after: readState(after, revision) },
        })),
    );
  const [latest] = changes;
  // Whoever decided about the coding, though somebody wrote a note since or decided about another of the passage.
  const ofCoding = changes.find(
    ({ before, after }) => JSON.stringify(before?.coding) !== JSON.stringify(after?.coding),
  );
  return latest && { now: latest.after, by: (ofCoding ?? latest).by };
}

/** Who did what to a coding since the reader saw it; undefined where that changes nothing for them. */
export function sayMeanwhile(
  seen: QueuedCoding,
  { now, by }: Meanwhile,
  reader: string | undefined,
): string | undefined {
  const messages = reviewMessages[language.value];
  const who = by ? (by.id === reader ? messages.you : by.name) : messages.somebody;
  if (!now) return messages['meanwhile.deleted'](who);
  if (isSame(seen, now)) return undefined;
  const { status } = now.coding;
  return status === seen.coding.status
    ? messages['meanwhile.changed'](who)
    : messages[`meanwhile.${status}`](who);
}
