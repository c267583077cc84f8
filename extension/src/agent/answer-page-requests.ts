import { handlePageRequests } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import type { PageReporter } from './page-reporter.ts';
import type { PassagePointer } from './passage-pointer.ts';
import type { TaggerOnDemand } from './tagger-on-demand.ts';
import { findFocusedForeignFrame } from './watch-foreign-frames.ts';

interface AnsweringParts {
  readonly view: DocumentView;
  readonly reporter: PageReporter;
  readonly pointer: PassagePointer;
  readonly tagger: TaggerOnDemand;
  /** Resolves when it is known for the first time whether the document can be worked on. */
  readonly whenAnswered: Promise<void>;
  /** Resolves when the document was opened for the first time, and what is marked in it is being searched for. */
  readonly whenOpened: Promise<void>;
  /** Gives a promise that resolves when every passage has been searched for. */
  readonly whenFound: () => Promise<void>;
}

/** Answers what the panel and the background ask of a page. Returns how to stop. */
export function answerPageRequests(parts: AnsweringParts): () => void {
  const { view, reporter, pointer, tagger, whenAnswered, whenOpened } = parts;
  /** What is asked of a page that has just been loaded waits until its passages have been searched for. */
  const whenFound = <T>(answer: () => T | Promise<T>): Promise<T> => parts.whenFound().then(answer);
  const upkeep = async () => (await tagger.get()).upkeep;
  return handlePageRequests({
    'describe-page': () => reporter.describe(),
    'show-passage': ({ id }) => whenOpened.then(() => pointer.goTo(id)),
    'show-place': (place) => pointer.goToPlace(place),
    'point-at': ({ place }) => pointer.suggest(place),
    'code-place': ({ safeguard, ...place }) =>
      whenFound(
        async () => pointer.stands(place) && (await tagger.get()).codePlace(place.position, safeguard),
      ),
    'read-text': ({ known, from }) => reporter.readText(known, from),
    'emphasise-passage': ({ id }) => pointer.emphasise(id),
    'edit-passage': ({ id }) => whenFound(async () => (await tagger.get()).edit(id)),
    'compare-passage': ({ id }) => whenFound(async () => (await upkeep()).compare(id)),
    'accept-passage': ({ id }) => whenFound(async () => (await upkeep()).accept(id)),
    'add-piece': ({ id }) => whenFound(async () => (await tagger.get()).addPiece(id)),
    'remove-piece': ({ id, index }) => whenFound(async () => (await upkeep()).removePiece(id, index)),
    'restore-passage': ({ annotation }) => whenFound(async () => (await upkeep()).restore(annotation)),
    'confirm-gone': ({ id, isGone }) => whenFound(async () => (await upkeep()).confirmGone(id, isGone)),
    'attach-passage': ({ id }) => whenFound(async () => (await tagger.get()).attach(id)),
    'pick-passages': () => whenFound(async () => (await tagger.get()).pickPassages()),
    'code-selection': () => whenAnswered.then(() => codeSelection(view, tagger)),
  });
}

/** The selection may be in any window of the page; one in a frame from elsewhere is nobody's to see. */
async function codeSelection(view: DocumentView, tagger: TaggerOnDemand): Promise<void> {
  const made = await tagger.get();
  // What is selected in a field, a browser tells as if nothing was.
  if (document.activeElement?.matches('input, textarea')) return made.say('editable');
  let isFound = false;
  const stop = view.onWindow((shown) => {
    isFound ||= made.codeSelection(shown.getSelection());
  });
  stop();
  if (isFound) return;
  const frame = findFocusedForeignFrame();
  if (frame) made.sayOfFrame(frame);
  else made.say('empty');
}
