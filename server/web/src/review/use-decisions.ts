import { type Annotation, annotationSchema, type Coding } from '@waarborg/shared/annotation';
import { reviewedSchema } from '@waarborg/shared/api';
import { useRef, useState } from 'preact/hooks';
import { failureLine } from '../api/explain-failure.ts';
import { ApiFailure, currentIn } from '../api/failure.ts';
import { createIdempotencyKey, postJson } from '../api/request.ts';
import { useTypedWarning, useUnsavedWarning } from '../frame/use-unsaved-warning.ts';
import type { QueuedCoding } from './queue.ts';

/** What a curator decided about a coding, and how far it got. */
export interface Decision {
  readonly item: QueuedCoding;
  readonly status: Coding['status'];
  readonly reason?: string | undefined;
  readonly state: 'waiting' | 'sent' | 'failed' | 'conflict';
  /** What went wrong, in words. */
  readonly problem?: string | undefined;
  /** The passage as somebody else made it meanwhile; absent where nobody did or it is gone. */
  readonly theirs?: Annotation | undefined;
  /** The version that was made of the passage, once it was sent. */
  readonly revision?: number | undefined;
}

interface Send {
  readonly slug: string;
  readonly item: QueuedCoding;
  readonly status: Coding['status'];
  readonly reason?: string | undefined;
  /** The same for every attempt, so that a decision whose answer was lost is not made twice. */
  readonly key: string;
}

/** How long after the server could not be reached it is tried again. */
const retryMs = 3_000;

/** Whether a decision can arrive later as it is: whoever was signed out meanwhile signs in again in another tab. */
const isPassing = (code: ApiFailure['code']) =>
  code === 'unreachable' ||
  code === 'unavailable' ||
  code === 'too-many-requests' ||
  code === 'unauthenticated';

/**
 * Sends decisions one after the other, in the order in which they were made, while the reader goes on. What does
 * not arrive stays at the head of the line and is tried again; what somebody else changed meanwhile comes back
 * with their version.
 */
export function useDecisions(slug: string) {
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const line = useRef<Send[]>([]);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Latest version of each passage that an answer told. */
  const versions = useRef(new Map<string, number>());
  const [problem, setProblem] = useState<string>();

  const mark = (id: string, decision: Decision | undefined) =>
    setDecisions((current) => {
      const next = new Map(current);
      next.delete(id);
      if (decision) next.set(id, decision);
      return next;
    });

  const sendOne = async ({ slug: dossier, item, status, reason, key }: Send) => {
    const { coding, annotation } = item;
    const revision = Math.max(versions.current.get(annotation.id) ?? 0, annotation.revision);
    const body = { codings: [{ id: coding.id, revision }], status, ...(reason ? { reason } : {}) };
    const options = { idempotencyKey: key };
    const { annotations } = await postJson(`/dossiers/${dossier}/reviews`, body, reviewedSchema, options);
    for (const kept of annotations) versions.current.set(kept.id, kept.revision);
    const made = annotations.find(({ id }) => id === annotation.id)?.revision;
    mark(
      coding.id,
      status === coding.status ? undefined : { item, status, reason, state: 'sent', revision: made },
    );
  };

  const settleFailure = (send: Send, failure: ApiFailure) => {
    const { item, status, reason } = send;
    if (failure.code !== 'precondition-failed' && failure.code !== 'coding-not-found') {
      mark(item.coding.id, { item, status, reason, state: 'failed', problem: failureLine(failure) });
      return;
    }
    const theirs = currentIn(failure, annotationSchema);
    mark(item.coding.id, { item, status, reason, state: 'conflict', theirs });
  };

  const sendAll = async () => {
    clearTimeout(timer.current);
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (let send = line.current[0]; send; send = line.current[0]) {
        try {
          await sendOne(send);
          setProblem(undefined);
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error;
          if (isPassing(error.code)) {
            setProblem(failureLine(error));
            timer.current = setTimeout(() => void sendAll(), retryMs);
            return;
          }
          settleFailure(send, error);
        }
        line.current = line.current.slice(1);
      }
    } finally {
      isSending.current = false;
    }
  };

  const decide = (item: QueuedCoding, status: Coding['status'], reason?: string) => {
    mark(item.coding.id, { item, status, reason, state: 'waiting' });
    line.current = [...line.current, { slug, item, status, reason, key: createIdempotencyKey() }];
    void sendAll();
  };

  const unsent = [...decisions.values()].filter(({ state }) => state === 'waiting').length;
  useUnsavedWarning(unsent > 0);
  // A link is no reason to ask while they are on their way; while they do not arrive, they are on this page alone.
  useTypedWarning(problem !== undefined);

  return {
    ...{ decisions, unsent, problem, decide, retry: () => void sendAll() },
    /** Lets go of a decision that was stopped and will not be made again. */
    forget: (id: string) => mark(id, undefined),
  };
}
