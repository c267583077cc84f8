import type { Annotation } from '@waarborg/shared/annotation';
import { annotationListSchema } from '@waarborg/shared/api';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useList, useResource } from '../api/use-resource.ts';
import type { DossierNames } from '../cell/use-dossier-names.ts';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { language } from '../frame/language.ts';
import { DecisionButtons } from './decision-buttons.tsx';
import { MendForm } from './mend-form.tsx';
import { earlierReasons, type QueuedCoding, queueOf } from './queue.ts';
import { ReviewedPassage } from './reviewed-passage.tsx';
import { type Decision, useDecisions } from './use-decisions.ts';
import { type ReviewKeys, useReviewKeys } from './use-review-keys.ts';

interface ReviewQueueProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly annotations: readonly Annotation[];
  readonly status: 'draft' | 'rejected';
  readonly safeguard: string | undefined;
  readonly mayDecide: boolean;
  /** Whether more wait than are here. */
  readonly hasMore: boolean;
  /** Asks for those that still wait. */
  readonly onMore: () => void;
}

/** Whether a coding still asks for a decision: none was made, or it was taken back or stopped. */
function isOpen(item: QueuedCoding, decision: Decision | undefined): boolean {
  if (!decision || decision.status === item.coding.status) return true;
  return decision.state === 'conflict' || decision.state === 'failed';
}

/** The coding as it is now, where somebody changed its passage meanwhile; undefined where it is gone. */
function asItIsNow(item: QueuedCoding, decision: Decision | undefined): QueuedCoding | undefined {
  if (decision?.state !== 'conflict') return item;
  // The list may have been asked for again since.
  if (item.annotation.revision > (decision.theirs?.revision ?? 0)) return decision.theirs && item;
  const coding = decision.theirs?.codings.find(({ id }) => id === item.coding.id);
  return decision.theirs && coding && { annotation: decision.theirs, coding };
}

/** One coding at a time: what it says of which words, and the decision about it. */
export function ReviewQueue(props: ReviewQueueProps) {
  const { slug, names, annotations, status, safeguard, mayDecide, hasMore, onMore } = props;
  const messages = reviewMessages[language.value];
  const { decisions, unsent, problem, decide, retry } = useDecisions(slug);
  const [chosen, setChosen] = useState<string>();
  const [isRejecting, setRejecting] = useState(false);
  /** What is being mended stays where it is, also when it leaves the queue because somebody else was before. */
  const [mending, setMending] = useState<QueuedCoding>();
  const [done, setDone] = useState<string>();
  const made = useRef<QueuedCoding[]>([]);
  const place = useRef<HTMLElement>(null);
  const rejected = useResource(
    `/dossiers/${slug}/annotations?status=rejected&limit=200`,
    annotationListSchema,
  );

  const open = queueOf(annotations, { status, safeguard }).filter((item) =>
    isOpen(item, decisions.get(item.coding.id)),
  );
  const index = Math.max(
    0,
    open.findIndex(({ coding }) => coding.id === chosen),
  );
  const queued = open[index];
  const decision = queued && decisions.get(queued.coding.id);
  const current = queued && asItIsNow(queued, decision);
  const shown = mending ?? current;
  const upcoming = open[index + 1];
  // What stands beside the next passage is asked for while this one is read.
  const besidePath = (item: QueuedCoding | undefined) =>
    item && `/dossiers/${slug}/annotations?document=${item.annotation.document}`;
  const beside = useList(besidePath(shown), annotationListSchema);
  useList(besidePath(upcoming), annotationListSchema);

  const stopped = open.find(({ coding }) => {
    const state = decisions.get(coding.id)?.state;
    return coding.id !== queued?.coding.id && (state === 'conflict' || state === 'failed');
  });

  const isDone = open.length === 0 && unsent === 0;
  useEffect(() => {
    if (isDone && hasMore) onMore();
  }, [isDone, hasMore, onMore]);
  // What was taken back may have left the list since it was decided about.
  const isMissing = unsent === 0 && chosen !== undefined && !open.some(({ coding }) => coding.id === chosen);
  useEffect(() => {
    if (isMissing) onMore();
  }, [isMissing, onMore]);

  const show = (step: number) => {
    setRejecting(false);
    setMending(undefined);
    setChosen(open[Math.min(open.length - 1, Math.max(0, index + step))]?.coding.id);
  };
  const settle = (next: 'accepted' | 'rejected', reason?: string) => {
    if (!queued || !current) return;
    setRejecting(false);
    setChosen((open[index + 1] ?? open[index - 1])?.coding.id);
    made.current = [...made.current, queued];
    decide(queued, next, reason);
    place.current?.focus();
  };
  const undo = () => {
    const last = made.current.at(-1);
    if (!last) return;
    made.current = made.current.slice(0, -1);
    decide(last, last.coding.status, last.coding.reason);
    setChosen(last.coding.id);
  };
  const canMend = names.mayWrite && status === 'rejected' && current !== undefined;
  const mended = () => {
    setMending(undefined);
    setDone(messages.mended);
    setChosen((open[index + 1] ?? open[index - 1])?.coding.id);
    onMore();
    place.current?.focus();
  };
  const actions: ReviewKeys = {
    e: () => canMend && setMending(current),
    a: () => mayDecide && status === 'draft' && settle('accepted'),
    r: () => mayDecide && status === 'draft' && current && setRejecting(true),
    u: () => mayDecide && undo(),
    j: () => show(1),
    k: () => show(-1),
  };
  const keys = useReviewKeys(actions);

  return (
    <section class="wb-review" ref={place} tabIndex={-1} aria-label={messages.queue}>
      <p class="wb-result-count" role="status">
        {messages.waiting(open.length, hasMore)} {unsent > 0 && messages.unsent(unsent)}
      </p>
      {problem && (
        <>
          <ProblemLine text={messages.notSent(problem)} />
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={retry}>
            {messages.retry}
          </button>
        </>
      )}
      {stopped && (
        <>
          <ProblemLine text={messages.stopped} />
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => setChosen(stopped.coding.id)}
          >
            {messages.showStopped}
          </button>
        </>
      )}
      <DoneLine text={done} />
      {!mayDecide && <p>{messages.onlyCurators}</p>}
      {status === 'rejected' && names.mayWrite && <p>{messages.howToMend}</p>}
      {status === 'draft' && <YourSentBack annotations={rejected.data?.annotations ?? []} names={names} />}
      {decision?.state === 'failed' && <ProblemLine text={decision.problem} />}
      {decision?.state === 'conflict' && (
        <ProblemLine text={current ? messages.changedMeanwhile : messages.goneMeanwhile} />
      )}
      {shown && (
        <ReviewedPassage
          key={shown.coding.id}
          slug={slug}
          names={names}
          item={shown}
          ofDocument={beside.data?.annotations ?? []}
        />
      )}
      {!shown && open.length === 0 && !hasMore && (
        <section class="wb-empty">
          <h2>{messages.emptyTitle}</h2>
          <p>{status === 'draft' ? messages.emptyDrafts : messages.emptyRejected}</p>
        </section>
      )}
      {mending && (
        <MendForm
          key={mending.coding.id}
          slug={slug}
          names={names}
          item={mending}
          onMended={mended}
          onCancel={() => setMending(undefined)}
        />
      )}
      <DecisionButtons
        actions={actions}
        canDecide={mayDecide && status === 'draft' && current !== undefined}
        canUndo={mayDecide && made.current.length > 0}
        canMend={canMend && !mending}
        canStep={open.length > 1}
        rejecting={isRejecting ? { reasons: earlierReasons(rejected.data?.annotations ?? []) } : undefined}
        onReject={(reason) => settle('rejected', reason)}
        onCancel={() => setRejecting(false)}
        keys={keys}
      />
    </section>
  );
}

/** That codings of the reader were sent back, with the way to them; nothing where none was. */
function YourSentBack({ annotations, names }: Pick<ReviewQueueProps, 'annotations' | 'names'>) {
  const own = annotations.filter(({ creator }) => creator.id === names.reader);
  const count = queueOf(own, { status: 'rejected' }).length;
  if (count === 0) return null;
  return (
    <p>
      <a class="utrecht-link utrecht-link--html-a" href="?status=rejected&reviewer=me">
        {reviewMessages[language.value].yourSentBack(count)}
      </a>
    </p>
  );
}
