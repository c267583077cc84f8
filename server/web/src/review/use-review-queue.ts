import type { Annotation } from '@waarborg/shared/annotation';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isSame, type Meanwhile, sayMeanwhile } from './meanwhile.ts';
import { type QueuedCoding, queueOf } from './queue.ts';
import { type Decision, useDecisions } from './use-decisions.ts';
import { useMeanwhile } from './use-meanwhile.ts';

interface AskedQueue {
  readonly slug: string;
  readonly annotations: readonly Annotation[];
  readonly status: 'draft' | 'rejected';
  /** User id of the reader, once it is known. */
  readonly reader: string | undefined;
  /** Concept ids; empty for all safeguards. */
  readonly safeguards: readonly string[];
  /** Whether the reader is writing about the coding that is looked at. */
  readonly isWriting: boolean;
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

/** The coding as it is now, where somebody changed its passage meanwhile; undefined where it is gone. */
function asItIsNow(item: QueuedCoding, decision: Decision | undefined): QueuedCoding | undefined {
  if (decision?.state !== 'conflict') return item;
  // The list may have been asked for again since.
  if (item.annotation.revision > (decision.theirs?.revision ?? 0)) return decision.theirs && item;
  const coding = decision.theirs?.codings.find(({ id }) => id === item.coding.id);
  return decision.theirs && coding && { annotation: decision.theirs, coding };
}

/** Whether a coding of the list still asks for a decision: none was made, or it was taken back or stopped. */
function isOpen(item: QueuedCoding, decision: Decision | undefined): boolean {
  switch (decision?.state) {
    case 'conflict':
      return asItIsNow(item, decision)?.coding.status === item.coding.status;
    case 'sent':
      // Somebody asks for a decision once more.
      return item.annotation.revision > (decision.revision ?? Number.POSITIVE_INFINITY);
    case 'waiting':
      return decision.status === item.coding.status;
    default:
      return true;
  }
}

/**
 * Which coding is looked at. One that leaves the list, because somebody else decided about it, stays under its reader's
 * eyes until they go on: from the place where it stood.
 */
function usePlace(open: readonly QueuedCoding[]) {
  const [, redraw] = useState(0);
  const seen = useRef<QueuedCoding>(undefined);
  const before = useRef<ReadonlySet<string>>(new Set());
  seen.current ??= open[0];
  const place = open.findIndex(({ coding }) => coding.id === seen.current?.coding.id);
  if (place !== -1) before.current = new Set(open.slice(0, place).map(({ coding }) => coding.id));
  const passed = open.findLastIndex(({ coding }) => before.current.has(coding.id));
  return {
    /** The coding as it was when one came to it. */
    seen: seen.current,
    /** As the list has it; absent where it left. */
    listed: open[place],
    previous: open[place === -1 ? passed : place - 1],
    next: open[place === -1 ? passed + 1 : place + 1],
    isLast: place > 0 && place === open.length - 1,
    choose(item: QueuedCoding | undefined): void {
      seen.current = item;
      redraw((count) => count + 1);
    },
  };
}

/** The codings that ask for a decision, which of them is looked at, and what is decided about it. */
export function useReviewQueue(asked: AskedQueue) {
  const { slug, annotations, status, safeguards, isWriting, hasMore, onMore, onRest } = asked;
  const { decisions, decide, forget, ...sending } = useDecisions(slug);
  /** What the reader decided about, each coding once, the last at the end. */
  const made = useRef<readonly QueuedCoding[]>([]);
  const without = (item: QueuedCoding) => made.current.filter(({ coding }) => coding.id !== item.coding.id);
  const open = queueOf(annotations, { status, safeguards }).filter((item) =>
    isOpen(item, decisions.get(item.coding.id)),
  );
  const { seen, listed, previous, next, isLast, choose: goTo } = usePlace(open);
  const decision = seen && decisions.get(seen.coding.id);
  const stopped = [...decisions.values()].find(
    (one) => isStopped(one) && one.item.coding.id !== seen?.coding.id,
  );
  /** The version over which the reader decides or decided. */
  const base = decision?.state === 'conflict' ? decision.item : seen;
  const latest = listed && asItIsNow(listed, decision);
  const isOverdue = base && decision?.state !== 'waiting' && !isSame(base, latest);
  const found = useMeanwhile(slug, isOverdue ? base : undefined);
  // The refusal says what became of it, before the history says who did that.
  const told: Meanwhile | undefined =
    base && decision?.state === 'conflict' ? { now: asItIsNow(base, decision) } : undefined;
  const meanwhile = latest && found ? { ...found, now: latest } : (found ?? told);

  const isDone = open.length === 0 && sending.unsent === 0;
  useEffect(() => {
    if (isDone && hasMore) onMore();
  }, [isDone, hasMore, onMore]);
  useEffect(() => {
    if (isLast && hasMore) onRest();
  }, [isLast, hasMore, onRest]);
  // What was taken back may have left the list since it was decided about.
  const isMissing = sending.unsent === 0 && seen !== undefined && !listed;
  useEffect(() => {
    if (isMissing) onMore();
  }, [isMissing, onMore]);

  const choose = (item: QueuedCoding | undefined) => {
    // There is nothing left to decide about it.
    if (seen && !listed && isStopped(decision)) {
      made.current = without(seen);
      forget(seen.coding.id);
    }
    goTo(item);
  };
  const leave = () => choose(next ?? previous);
  const news = base && meanwhile && sayMeanwhile(base, meanwhile, asked.reader);
  // Whoever mended it, or decided about it or deleted it on another page, knows.
  const isOwn = news !== undefined && !listed && !decision && meanwhile?.by?.id === asked.reader;
  const isKnown = isOwn && !isWriting;
  useEffect(() => {
    if (isKnown) leave();
  }, [isKnown]);
  const current = meanwhile ? meanwhile.now : (latest ?? seen);
  // To take back what never arrived would take back what somebody else decided.
  const undoable = made.current.filter(({ coding }) => !isStopped(decisions.get(coding.id)));
  return {
    ...sending,
    open,
    /** The coding that is looked at; absent where nothing waits or it is gone. */
    current,
    /** The same as it was last, also where it is gone. */
    shown: current ?? seen,
    /** What was decided about it before and did not arrive. */
    decision,
    /** Who did what to it since the reader came to it or decided about it. */
    news: isKnown ? undefined : news,
    /** Whether it asks for a decision. */
    isWaiting: current?.coding.status === status,
    upcoming: next,
    canStep: previous !== undefined || next !== undefined,
    /** A decision about another coding that did not arrive. */
    stopped,
    /** Looks at a coding. */
    choose,
    step(by: 1 | -1): void {
      const item = by === 1 ? next : previous;
      if (item) choose(item);
    },
    /** Goes on to the next coding, or to the one before where it was the last. */
    leave,
    settle(decided: 'accepted' | 'rejected', reason?: string): void {
      if (!current) return;
      leave();
      made.current = [...without(current), current];
      decide(current, decided, reason);
    },
    canUndo: undoable.length > 0,
    /** Takes back the last decision. */
    undo(): void {
      const last = undoable.at(-1);
      if (!last) return;
      made.current = without(last);
      choose(last);
      decide(last, last.coding.status, last.coding.reason);
    },
  };
}
