import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusPanel } from './focus-in-panel.ts';
import { usePanel } from './panel-context.ts';
import { isUndoKey } from './panel-keys.ts';

/** Something that was just done. */
export interface Notice {
  /** Counts the notices, so that the same text can be said twice. */
  readonly number: number;
  readonly text: string;
  readonly undo?: (() => Promise<void>) | undefined;
  /** Whether the reviewer goes on where the focus is. */
  readonly keepsFocus?: boolean | undefined;
}

interface NoticeBarProps {
  readonly notice: Notice | undefined;
  readonly onGone: () => void;
}

const shownMs = 5_000;
/** As long as the background waits before it sends a deletion. */
const shownWithUndoMs = 10_000;

/** Says what was done, for eyes and for a screen reader, and lets it be taken back. */
export function NoticeBar({ notice, onGone }: NoticeBarProps) {
  const { messages } = usePanel();
  const undoButton = useRef<HTMLButtonElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const goAway = () => {
    // The keyboard goes on in the list, and not from the top of the panel.
    if (bar.current?.contains(document.activeElement)) focusPanel();
    onGone();
  };
  useLayoutEffect(() => {
    if (!notice) return undefined;
    // What had the focus is gone with what was deleted.
    if (!notice.keepsFocus) undoButton.current?.focus();
    const timer = setTimeout(goAway, notice.undo ? shownWithUndoMs : shownMs);
    const { undo } = notice;
    const takeBack = (event: KeyboardEvent) => {
      if (!undo || event.defaultPrevented || !isUndoKey(event)) return;
      event.preventDefault();
      void undo();
    };
    addEventListener('keydown', takeBack);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', takeBack);
    };
  }, [notice]);
  return (
    <div ref={bar} class="notice" role="status" data-shown={notice !== undefined}>
      {notice && <span key={notice.number}>{notice.text}</span>}
      {notice?.undo && (
        <button ref={undoButton} type="button" onClick={() => void notice.undo?.()}>
          {messages.undo}
        </button>
      )}
    </div>
  );
}
