import type { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { AttachState } from './attach-bar.tsx';

interface AttachViewProps {
  readonly quote: string;
  readonly state: AttachState;
  readonly words: (typeof taggingMessages)['nl'];
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Most of a passage that the bar shows. */
const mostShown = 240;

/** The passage as it was, what is chosen in its place, and the two ways out. */
export function AttachView({ quote, state, words, onConfirm, onCancel }: AttachViewProps) {
  const { words: chosen, isSaving, trouble } = state;
  return (
    <div class="toolbar attach" role="dialog" aria-label={words.attach}>
      <p>{words.attachFrom(shorten(quote))}</p>
      <p role="status">{chosen ? words.attachTo(shorten(chosen)) : words.attachHint}</p>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble === 'page-changed' ? words.attachPageChanged : words[`trouble.${trouble}`]}
        </p>
      )}
      <div class="footer">
        <button type="button" class="primary" disabled={!chosen || isSaving} onClick={onConfirm}>
          <span class="key" aria-hidden="true">
            Enter
          </span>{' '}
          {isSaving ? words.saving : words.attachHere}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          <span class="key" aria-hidden="true">
            Esc
          </span>{' '}
          {words.attachCancel}
        </button>
      </div>
    </div>
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}
