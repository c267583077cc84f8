import { dayInWords } from '@waarborg/shared/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { requestPageWhenReady } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { PassageComparison } from './passage-comparison.tsx';
import type { PassageInText } from './passages-in-order.ts';

interface PassageUpkeepProps {
  readonly passage: PassageInText;
  /** First words of the passage: they name the buttons for a screen reader. */
  readonly quote: string;
  /** Only who marked a passage changes it. */
  readonly isOwn: boolean;
}

/** What can be done about a passage whose document has changed; nothing where it stands as it was marked. */
export function PassageUpkeep(props: PassageUpkeepProps) {
  if (props.passage.state === 'changed') return <ChangedPassage {...props} />;
  return props.passage.state === 'orphan' ? <LostPassage {...props} /> : null;
}

function ChangedPassage({ passage, quote, isOwn }: PassageUpkeepProps) {
  const { tab, messages, settle, announce } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { annotation } = passage;
  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  const accept = async () => {
    const entry = button.current?.closest('li');
    if (tab === undefined) return;
    if (!(await settle(requestPageWhenReady(tab, 'accept-passage', { id: annotation.id })))) return;
    announce(messages.accepted);
    // What had the focus goes away with the difference.
    entry?.querySelector<HTMLElement>('.entry-actions button')?.focus();
  };
  return (
    <div class="upkeep">
      <button
        ref={button}
        type="button"
        aria-label={messages.comparePassage(quote)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {messages.compare}
      </button>
      {isOpen && (
        <PassageComparison
          id={id}
          annotation={annotation}
          onAccept={isOwn ? () => void accept() : undefined}
          onLeave={leave}
        />
      )}
    </div>
  );
}

function LostPassage({ passage, quote, isOwn }: PassageUpkeepProps) {
  const { language, tab, messages, settle, announce, askPage } = usePanel();
  const { id, gone } = passage.annotation;
  const line = useRef<HTMLDivElement>(null);
  const attach = async () => {
    if (await askPage((shown) => requestPageWhenReady(shown, 'attach-passage', { id }), messages.notInText))
      announce(messages.attachStarted);
  };
  const confirm = async (isGone: boolean) => {
    if (tab === undefined || !(await settle(requestPageWhenReady(tab, 'confirm-gone', { id, isGone }))))
      return;
    announce(isGone ? messages.goneSaved : messages.goneTakenBack);
    line.current?.querySelector('button')?.focus();
  };
  return (
    <div class="upkeep" ref={line}>
      {gone && <p class="gone">{messages.isGone(dayInWords(gone, language))}</p>}
      {isOwn && (
        <p class="actions">
          <button type="button" aria-label={messages.attachPassage(quote)} onClick={() => void attach()}>
            {messages.attach}
          </button>
          <button
            type="button"
            aria-label={gone ? messages.notGonePassage(quote) : messages.confirmGonePassage(quote)}
            onClick={() => void confirm(!gone)}
          >
            {gone ? messages.notGone : messages.confirmGone}
          </button>
        </p>
      )}
    </div>
  );
}
