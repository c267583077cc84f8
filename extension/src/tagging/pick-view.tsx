import type { taggingMessages } from '@waarborg/shared/messages/tagging';
import { onOneLine, shorten } from '@waarborg/shared/text';
import type { PickPurpose, PickState } from './pick-bar.tsx';

interface PickViewProps {
  readonly purpose: PickPurpose;
  readonly quote: string | undefined;
  readonly state: PickState;
  readonly words: (typeof taggingMessages)['nl'];
  readonly onConfirm: () => void;
  readonly onAddPiece: () => void;
  readonly onCancel: () => void;
}

/** Most characters of a passage that the bar shows. */
const mostShown = 240;

/** What there is to pick, what is picked, and the ways out. */
export function PickView({ purpose, quote, state, words, ...on }: PickViewProps) {
  const { words: picked, isSaving, trouble } = state;
  return (
    // An application: a screen reader leaves the arrow keys to it.
    <div class="toolbar pick" role="application" aria-label={words[`pick.${purpose}`]} tabIndex={-1}>
      {quote && <p>{words[`pickFrom.${purpose}`](inShort(quote))}</p>}
      <p role="status">{picked ? words.picked(inShort(picked)) : words[`pickHint.${purpose}`]}</p>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble === 'page-changed' ? words.pickPageChanged : words[`trouble.${trouble}`]}
        </p>
      )}
      <p class="muted keys">
        <span class="key">↑</span>
        <span class="key">↓</span> {words.pickParagraph} <span class="key">←</span>
        <span class="key">→</span> {words.pickSentence} <span class="key">Shift</span> {words.pickMore}
      </p>
      <div class="footer">
        <button type="button" class="primary" disabled={!picked || isSaving} onClick={on.onConfirm}>
          <span class="key" aria-hidden="true">
            Enter
          </span>{' '}
          {isSaving ? words.saving : words[`pickTake.${purpose}`]}
        </button>
        {purpose !== 'attach' && (
          <button type="button" class="plain" disabled={!picked} onClick={on.onAddPiece}>
            <span class="key" aria-hidden="true">
              .
            </span>{' '}
            {words.addPiece}
          </button>
        )}
        <button type="button" class="plain" onClick={on.onCancel}>
          <span class="key" aria-hidden="true">
            Esc
          </span>{' '}
          {words[`pickCancel.${purpose}`]}
        </button>
      </div>
    </div>
  );
}

const inShort = (text: string) => shorten(onOneLine(text), mostShown);
