import { locales } from '@waarborg/shared/messages';
import { liveMessages } from '@waarborg/shared/messages/live';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import type { LiveState } from '../live/use-live-dossier.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import type { LiveChanges } from './use-live-changes.ts';

interface LiveNoticeProps {
  readonly slug: string;
  readonly live: LiveState;
  readonly changes: LiveChanges;
  /** Whether rows or columns would stand otherwise now. */
  readonly isHeld: boolean;
  readonly onRearrange: () => void;
}

/** Whether changes of others come in, and what the last ones changed. Its line is always there: nothing moves. */
export function LiveNotice({ slug, live, changes, isHeld, onRearrange }: LiveNoticeProps) {
  const messages = liveMessages[language.value];
  if (isOffline) return null;
  const isBroken = live.isLive === false;
  return (
    <div class="wb-live" data-broken={isBroken || undefined}>
      <p role="status">
        <span class="wb-live-mark" aria-hidden="true">
          {isBroken ? '○' : '●'}
        </span>{' '}
        {isBroken && messages.broken}
        {!isBroken &&
          (changes.last ? <Changed slug={slug} live={live} last={changes.last} /> : messages.live)}
      </p>
      {isHeld && (
        <button type="button" class="wb-text-button" onClick={onRearrange}>
          {messages.rearrange}
        </button>
      )}
    </div>
  );
}

function Changed({
  slug,
  live,
  last,
}: Pick<LiveNoticeProps, 'slug' | 'live'> & { last: NonNullable<LiveChanges['last']> }) {
  const messages = liveMessages[language.value];
  const nameOf = useReviewerNames(slug, live.authors);
  const time = last.at.toLocaleTimeString(locales[language.value], { hour: '2-digit', minute: '2-digit' });
  return <>{messages.changed(last.count, live.authors.map(nameOf).join(', '), time)}</>;
}
