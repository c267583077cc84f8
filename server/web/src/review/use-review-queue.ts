import type { Annotation } from '@waarborg/shared/annotation';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type QueuedCoding, queueOf } from './queue.ts';
import { type Decision, useDecisions } from './use-decisions.ts';

interface AskedQueue {
  readonly slug: string;
  readonly annotations: readonly Annotation[];
  readonly status: 'draft' | 'rejected';
  /** Concept ids; empty for all safeguards. */
  readonly safeguards: readonly string[];
  /** Whether more wait than are here. */
  readonly hasMore: boolean;
  /** Asks for those that still wait. */
  readonly onMore: () => void;
  /** Asks for all of them: who passes over what is here goes on to the rest. */
  readonly onRest: () => void;
}

/** Whether somebody else, or the server, stopped a decision. */
function isStopped(decision: Decision | undefined): boolean {
  return decision?.state === 'conflict' || decision?.state === 'failed';
}

/** Whether a coding still asks for a decision: none was made, or it was taken back or stopped. */
function isOpen(item: QueuedCoding, decision: Decision | undefined): boolean {
  return !decision || decision.status === item.coding.status || isStopped(decision);
}

/** The coding as it is now, where somebody changed its passage meanwhile; undefined where it is gone. */
function asItIsNow(item: QueuedCoding, decision: Decision | undefined): QueuedCoding | undefined {
  if (decision?.state !== 'conflict') return item;
  // The list may have been asked for again since.
  if (item.annotation.revision > (decision.theirs?.revision ?? 0)) return decision.theirs && item;
  const coding = decision.theirs?.codings.find(({ id }) => id === item.coding.id);
  return decision.theirs && coding && { annotation: decision.theirs, coding };
}

/** The codings that ask for a decision, which of them is looked at, and what is decided about it. */
export function useReviewQueue(asked: AskedQueue) {
  const { slug, annotations, status, safeguards, hasMore, onMore, onRest } = asked;
  const { decisions, decide, ...sending } = useDecisions(slug);
  const [chosen, choose] = useState<string>();
  const made = useRef<QueuedCoding[]>([]);
  const open = queueOf(annotations, { status, safeguards }).filter((item) =>
    isOpen(item, decisions.get(item.coding.id)),
  );
  const place = open.findIndex(({ coding }) => coding.id === chosen);
  const index = Math.max(0, place);
  const queued = open[index];
  const decision = queued && decisions.get(queued.coding.id);
  const current = queued && asItIsNow(queued, decision);
  const stopped = open.find((item) => item !== queued && isStopped(decisions.get(item.coding.id)));

  const isDone = open.length === 0 && sending.unsent === 0;
  useEffect(() => {
    if (isDone && hasMore) onMore();
  }, [isDone, hasMore, onMore]);
  const isPassedOver = index > 0 && index === open.length - 1;
  useEffect(() => {
    if (isPassedOver && hasMore) onRest();
  }, [isPassedOver, hasMore, onRest]);
  // What was taken back may have left the list since it was decided about.
  const isMissing = sending.unsent === 0 && chosen !== undefined && place === -1;
  useEffect(() => {
    if (isMissing) onMore();
  }, [isMissing, onMore]);

  const leave = () => choose((open[index + 1] ?? open[index - 1])?.coding.id);
  return {
    ...sending,
    open,
    /** The coding that is looked at; absent where nothing waits or it is gone. */
    current,
    /** What was decided about it before and did not arrive. */
    decision,
    upcoming: open[index + 1],
    /** Another coding about which a decision did not arrive. */
    stopped,
    /** Looks at a coding, by its id. */
    choose,
    step: (by: 1 | -1) => choose(open[Math.min(open.length - 1, Math.max(0, index + by))]?.coding.id),
    /** Goes on to the next coding, or to the one before where it was the last. */
    leave,
    settle(next: 'accepted' | 'rejected', reason?: string): void {
      if (!queued || !current) return;
      leave();
      made.current = [...made.current, queued];
      decide(queued, next, reason);
    },
    canUndo: made.current.length > 0,
    /** Takes back the last decision. */
    undo(): void {
      const last = made.current.pop();
      if (!last) return;
      decide(last, last.coding.status, last.coding.reason);
      choose(last.coding.id);
    },
  };
}
