import { historyMessages } from '@waarborg/shared/messages/history';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Changes } from '../api/use-changes.ts';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { revisionHref } from '../routing/route.ts';
import { DoneLine, ProblemLine } from './notices.tsx';

interface LastChangeProps {
  readonly slug: string;
  readonly changes: Changes;
}

/** What the last change did or why it was not made, in sight wherever on the page it was asked; and the way back. */
export function LastChange({ slug, changes: { action, done, undo } }: LastChangeProps) {
  const messages = historyMessages[language.value];
  const revision = done?.revision;
  const line = useRef<HTMLDivElement>(null);
  const asked = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (action.isBusy) asked.current = document.activeElement;
  }, [action.isBusy]);
  // What was pressed may be gone; from here the way back is one step. Whoever types elsewhere by then stays there.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isTyping = focused !== asked.current && focused?.matches('input, textarea, select') === true;
    if (done && !done.isRepeatable && !isTyping) line.current?.focus();
  }, [done]);
  return (
    <div class="wb-last-change" ref={line} tabIndex={-1}>
      <ProblemLine text={action.problem} />
      <DoneLine text={done?.text} />
      {revision !== undefined && (
        <Button aria-disabled={action.isBusy} onClick={() => void undo(revision)}>
          {messages.undo}
        </Button>
      )}
      {revision !== undefined && action.problem !== undefined && (
        <a class="utrecht-link utrecht-link--html-a" href={revisionHref(slug, revision)}>
          {messages.seeChange(revision)}
        </a>
      )}
    </div>
  );
}
