import type { Annotation } from '@waarborg/shared/annotation';
import { annotationListSchema } from '@waarborg/shared/api';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWholePage } from '../api/arrival.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { DecisionButtons } from './decision-buttons.tsx';
import { isSame, sayMeanwhile } from './meanwhile.ts';
import { MendForm } from './mend-form.tsx';
import { earlierReasons, type QueuedCoding, queueOf } from './queue.ts';
import { CodedBeside, ReviewedPassage } from './reviewed-passage.tsx';
import { useMeanwhile } from './use-meanwhile.ts';
import { type ReviewKeys, useReviewKeys } from './use-review-keys.ts';
import { useReviewQueue } from './use-review-queue.ts';

interface ReviewQueueProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly annotations: readonly Annotation[];
  readonly status: 'draft' | 'rejected';
  /** Concept ids; empty for all safeguards. */
  readonly safeguards: readonly string[];
  readonly mayDecide: boolean;
  /** Whether more wait than are here. */
  readonly hasMore: boolean;
  /** Asks for those that still wait. */
  readonly onMore: () => void;
  /** Asks for all of them. */
  readonly onRest: () => void;
}

/** A coding that is being sent back. */
interface Rejecting {
  /** As the reader knows it who writes the reason. */
  readonly item: QueuedCoding;
  /** Whether it was not sent, because the coding had become another one by then. */
  readonly isOvertaken: boolean;
}

/** What a reader does in the queue: steps, decides, sends back with a reason and mends; the focus stays in its place. */
function useReviewing(props: ReviewQueueProps) {
  const { names, status, mayDecide, onMore } = props;
  const [rejecting, setRejecting] = useState<Rejecting>();
  const queue = useReviewQueue({ ...props, reader: names.reader, isWriting: rejecting !== undefined });
  const { current, isWaiting } = queue;
  /** What is being mended stays where it is, also when it leaves the queue because somebody else was before. */
  const [mending, setMending] = useState<QueuedCoding>();
  const [done, setDone] = useState<string>();
  const place = useRef<HTMLElement>(null);
  /** Does something else: what was being written, and what was said about the coding before, goes. */
  const turnTo = (act: () => void) => {
    setRejecting(undefined);
    setMending(undefined);
    setDone(undefined);
    act();
  };
  const settle = (next: 'accepted' | 'rejected', reason?: string) => {
    if (!current) return;
    turnTo(() => queue.settle(next, reason));
    place.current?.focus();
  };
  const canDecide = mayDecide && status === 'draft' && isWaiting;
  const canMend = names.mayWrite && status === 'rejected' && isWaiting;
  const actions: ReviewKeys = {
    e: () => canMend && turnTo(() => setMending(current)),
    a: () => canDecide && settle('accepted'),
    r: () => canDecide && current && !rejecting && setRejecting({ item: current, isOvertaken: false }),
    u: () => mayDecide && turnTo(queue.undo),
    j: () => turnTo(() => queue.step(1)),
    k: () => turnTo(() => queue.step(-1)),
  };
  return {
    ...{ queue, place, done, mending, rejecting, canDecide, canMend, actions },
    /** Nothing is sent over what somebody made of the coding while the reason was written: that is told first. */
    reject(reason: string): void {
      if (!rejecting) return;
      if (isSame(rejecting.item, current)) settle('rejected', reason);
      else setRejecting({ item: current ?? rejecting.item, isOvertaken: true });
    },
    keep: () => setRejecting(undefined),
    show: (item: QueuedCoding) => turnTo(() => queue.choose(item)),
    mended() {
      setMending(undefined);
      setDone(reviewMessages[language.value].mended);
      queue.leave();
      onMore();
      place.current?.focus();
    },
    leaveUnmended: () => setMending(undefined),
  };
}

/** One coding at a time: what it says of which words, and the decision about it. */
export function ReviewQueue(props: ReviewQueueProps) {
  const { slug, names, status, mayDecide, hasMore } = props;
  const messages = reviewMessages[language.value];
  const { queue, place, done, mending, rejecting, canDecide, canMend, actions, ...acts } =
    useReviewing(props);
  const { open } = queue;
  const rejectedPath = `/dossiers/${slug}/annotations?status=rejected`;
  // Not before a reason is asked for: whoever reads the first passage would wait for two hundred others.
  const rejected = useResource(rejecting ? `${rejectedPath}&limit=200` : undefined, annotationListSchema);
  const sentBack = useList(
    status === 'draft' ? `${rejectedPath}&reviewer=me` : undefined,
    annotationListSchema,
  );
  const shown = mending ?? queue.shown;
  // At 400 % the next passage is longer than the window: it is read from its beginning.
  useLayoutEffect(() => {
    if (place.current && place.current.getBoundingClientRect().top < 0) place.current.scrollIntoView();
  }, [shown?.coding.id]);
  // The first passage is there to be read before what stands below it is asked for.
  const isRead = useWholePage();
  const beside = useList(isRead ? besidePath(slug, shown) : undefined, annotationListSchema);
  // What stands beside the next passage is asked for while this one is read.
  useList(isRead ? besidePath(slug, queue.upcoming) : undefined, annotationListSchema);
  const keys = useReviewKeys(actions);

  return (
    <section class="wb-review" ref={place} tabIndex={-1} aria-label={messages.queue}>
      <p class="wb-result-count" role="status">
        {howMany(open.length, props)} {queue.unsent > 0 && messages.unsent(queue.unsent)}
      </p>
      <QueueTroubles slug={slug} reader={names.reader} queue={queue} onShow={acts.show} />
      <DoneLine text={newsOf(queue) ?? done} />
      {!mayDecide && <p>{messages.onlyCurators}</p>}
      {status === 'rejected' && names.mayWrite && <p>{messages.howToMend}</p>}
      {status === 'draft' && <YourSentBack annotations={sentBack.data?.annotations ?? []} />}
      <DecisionTrouble queue={queue} />
      {shown && <ReviewedPassage key={shown.coding.id} slug={slug} names={names} item={shown} />}
      {!shown && open.length === 0 && !hasMore && (
        <p class="wb-empty">{status === 'draft' ? messages.emptyDrafts : messages.emptyRejected}</p>
      )}
      {mending && (
        <MendForm
          key={mending.coding.id}
          slug={slug}
          names={names}
          item={mending}
          onMended={acts.mended}
          onCancel={acts.leaveUnmended}
        />
      )}
      <DecisionButtons
        actions={actions}
        canDecide={canDecide}
        canUndo={mayDecide && queue.canUndo}
        canMend={canMend && !mending}
        canStep={queue.canStep}
        rejecting={
          rejecting && {
            reasons: earlierReasons(rejected.data?.annotations ?? []),
            before: queue.decision?.state === 'sent' ? undefined : queue.decision?.reason,
            problem: rejecting.isOvertaken ? sayOvertaken(queue) : undefined,
          }
        }
        onReject={acts.reject}
        onCancel={acts.keep}
        keys={keys}
      />
      {shown && (
        <CodedBeside
          names={names}
          annotation={shown.annotation}
          ofDocument={beside.data?.annotations ?? []}
        />
      )}
    </section>
  );
}

/** How many codings there are, to whoever can do something about them as work; nothing while more are asked for. */
function howMany(count: number, { status, names, mayDecide, hasMore }: ReviewQueueProps): string {
  const messages = reviewMessages[language.value];
  if (count === 0) return hasMore ? '' : messages.nothingToDo;
  if (status === 'draft') return messages[mayDecide ? 'waiting' : 'waitForCurator'](count, hasMore);
  return messages[names.mayWrite ? 'waiting' : 'sentBack'](count, hasMore);
}

/** Where what is coded in the document of a passage is read. */
function besidePath(slug: string, item: QueuedCoding | undefined): string | undefined {
  return item && `/dossiers/${slug}/annotations?document=${item.annotation.document}`;
}

interface TroubleProps {
  readonly queue: ReturnType<typeof useReviewQueue>;
}

/** What somebody else did to the coding that is looked at, and that one can go on; undefined where nobody did. */
function newsOf({ decision, news, isWaiting, upcoming }: TroubleProps['queue']): string | undefined {
  if (!news || decision) return undefined;
  return isWaiting || !upcoming ? news : `${news} ${reviewMessages[language.value].goOn}`;
}

/** What became of a coding while the reason was written for which it was to be sent back, and what can be done now. */
function sayOvertaken({ news, current }: TroubleProps['queue']): string {
  const messages = reviewMessages[language.value];
  return [news, current ? messages.rejectAgain : messages.nothingLeft].filter(Boolean).join(' ');
}

interface QueueTroublesProps extends TroubleProps {
  readonly slug: string;
  readonly reader: string | undefined;
  readonly onShow: (item: QueuedCoding) => void;
}

/** That decisions wait for the server, or that one about another coding was stopped; with what can be done. */
function QueueTroubles({ slug, reader, queue, onShow }: QueueTroublesProps) {
  const messages = reviewMessages[language.value];
  const { problem, retry, stopped } = queue;
  const { item, state } = stopped ?? {};
  const meanwhile = useMeanwhile(slug, state === 'conflict' ? item : undefined);
  const why = item && meanwhile ? sayMeanwhile(item, meanwhile, reader) : stopped?.problem;
  return (
    <>
      {problem && (
        <>
          <ProblemLine text={messages.notSent(problem)} />
          <Button onClick={retry}>{messages.retry}</Button>
        </>
      )}
      {item && (
        <>
          <ProblemLine text={[messages.stopped, why].filter(Boolean).join(' ')} />
          <Button onClick={() => onShow(item)}>{messages.showStopped}</Button>
        </>
      )}
    </>
  );
}

/** Why the decision about the coding that is looked at did not arrive; nothing where none was made. */
function DecisionTrouble({ queue: { decision, news, isWaiting } }: TroubleProps) {
  const messages = reviewMessages[language.value];
  if (decision?.state === 'failed') return <ProblemLine text={decision.problem} />;
  if (decision?.state !== 'conflict') return null;
  const next = isWaiting ? messages.decideAgain : messages.nothingLeft;
  return <ProblemLine text={[messages.notKept, news, next].filter(Boolean).join(' ')} />;
}

/** That codings of the reader were sent back, with the way to them; nothing where none was. */
function YourSentBack({ annotations }: Pick<ReviewQueueProps, 'annotations'>) {
  const count = queueOf(annotations, { status: 'rejected' }).length;
  if (count === 0) return null;
  return (
    <p>
      <a class="utrecht-link utrecht-link--html-a" href="?status=rejected&reviewer=me">
        {reviewMessages[language.value].yourSentBack(count)}
      </a>
    </p>
  );
}
