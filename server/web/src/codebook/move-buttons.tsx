import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { language } from '../language/language.ts';
import { movesOf } from './lay-out-codebook.ts';

interface MoveButtonsProps {
  readonly id: string;
  readonly name: string;
  /** Ids of all among which it stands, in their order. */
  readonly order: readonly string[];
  readonly isBusy: boolean;
  /** Moves it before another one, or behind them all. */
  readonly onMove: (before: string | undefined) => void;
}

/** Moves something one step up or down. A step that cannot be taken can still be reached, so that no focus is lost. */
export function MoveButtons({ id, name, order, isBusy, onMove }: MoveButtonsProps) {
  const messages = codebookMessages[language.value];
  const moves = movesOf(order, id);
  const pressed = useRef<HTMLButtonElement | null>(null);
  const place = order.join(' ');
  // What moves in the page loses the focus; the next press is where the last one was.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) pressed.current?.focus();
    pressed.current = null;
  }, [place]);
  const buttons = [
    { move: moves.up, text: messages.up, label: messages.upOf(name) },
    { move: moves.down, text: messages.down, label: messages.downOf(name) },
  ];
  return buttons.map(({ move, text, label }) => (
    <button
      key={text}
      type="button"
      class="utrecht-button utrecht-button--secondary-action wb-move"
      aria-label={label}
      aria-disabled={isBusy || move === undefined}
      onClick={(event) => {
        // One press at a time: the next one is about the order that this one makes.
        if (!move || isBusy) return;
        pressed.current = event.currentTarget;
        onMove(move.before);
      }}
    >
      {text}
    </button>
  ));
}
