import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import { requestBackground } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import type { OwnElement } from '../tagging/own-element.ts';
import type { TaggerOnDemand } from './tagger-on-demand.ts';
import { watchForeignFrames } from './watch-foreign-frames.ts';
import { type SelectionHow, watchSelection } from './watch-selection.ts';

interface WatchReviewerParts {
  readonly view: DocumentView;
  readonly own: OwnElement;
  readonly highlights: PassageHighlights;
  readonly tagger: TaggerOnDemand;
}

/** A background that was asked something stays awake at least this long. */
const wakePauseMs = 20_000;

/**
 * Brings what a reviewer does in the windows of a page to the tagger: selecting words, clicking on a passage,
 * going into a frame from elsewhere. It stops with the signal.
 */
export function watchReviewer(parts: WatchReviewerParts, signal: AbortSignal): void {
  const { view, own, highlights, tagger } = parts;
  const wake = createWaking();
  const watchFrames = watchForeignFrames((frame) => tagger.use((made) => made.sayOfFrame(frame)));
  const stop = view.onWindow((shown, untilToldAgain) => {
    const both = AbortSignal.any([signal, untilToldAgain]);
    const listener = {
      onStart: (isAdding: boolean) => {
        if (!isAdding) tagger.made?.withdraw();
        tagger.use(() => {});
        wake();
      },
      onSelect: (selection: Selection | null, how: SelectionHow) => select(parts, selection, how),
      onClick: (x: number, y: number) => {
        const id = highlights.findAt(shown.document, x, y);
        if (id) tagger.use((made) => made.offerEdit(id));
      },
    };
    watchSelection(shown, own, listener, both);
    watchFrames(shown, both);
  });
  signal.addEventListener('abort', stop);
}

function select({ view, tagger }: WatchReviewerParts, selection: Selection | null, how: SelectionHow): void {
  // Before the toolbar is there, the end of a selection ends nothing.
  if (tagger.made) tagger.made.onSelect(selection, how);
  else if (selection && view.text.rangeOf(selection)?.collapsed === false) {
    tagger.use((made) => made.onSelect(selection, how));
  }
}

/** A cold background takes 50 ms to answer: it is woken while the reviewer is still selecting. */
function createWaking(): () => void {
  let wokenAt = 0;
  return () => {
    if (Date.now() - wokenAt < wakePauseMs) return;
    wokenAt = Date.now();
    requestBackground('connection-state').catch(() => {
      // Told when something is saved.
    });
  };
}
