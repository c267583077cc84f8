import type { Anchoring } from '@waarborg/shared/anchoring';
import { type AnnotationDraft, maxRenditionLength } from '@waarborg/shared/annotation';

import {
  type LocalAnnotation,
  type MarkedQuote,
  type OpenedDocument,
  type Opening,
  type OpeningTrouble,
  type Outcome,
  requestBackground,
  requestInPieces,
  UnansweredError,
} from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { nextTurn } from '../page/in-slices.ts';
import type { OpeningAhead } from './open-ahead.ts';

/** What became of saving: the annotation as it is kept now, or why not. */
export type Saving =
  | { readonly ok: true; readonly value: LocalAnnotation }
  | {
      readonly ok: false;
      readonly trouble: Extract<Outcome<unknown>, { ok: false }>['code'] | 'unanswered';
    };

/** The background, as far as a session asks it. */
export interface SessionBackground {
  readonly ask: typeof requestBackground;
  readonly askInPieces: typeof requestInPieces;
}

const ownBackground: SessionBackground = { ask: requestBackground, askInPieces: requestInPieces };

/** The document under view as the dossier knows it, and the way there through the background. */
export class DocumentSession {
  readonly #view: DocumentView;
  readonly #background: SessionBackground;
  #ahead: OpeningAhead | undefined;
  readonly #firstAnswer = Promise.withResolvers<void>();
  #opened: OpenedDocument | undefined;
  #trouble: OpeningTrouble = 'not-connected';
  /** The text that the background has, with its id. */
  #rendition: { readonly text: string; readonly id: string } | undefined;
  /** Counts what was saved and removed: an answer that was asked for before does not know of it. */
  #changes = 0;

  /** @param ahead what was asked of it already. */
  constructor(view: DocumentView, ahead?: OpeningAhead, background = ownBackground) {
    this.#view = view;
    this.#ahead = ahead;
    this.#background = background;
  }

  /** Undefined while it cannot be worked on; `trouble` says why. */
  get opened(): OpenedDocument | undefined {
    return this.#opened;
  }

  /** Why the document could not be opened when it was last tried. */
  get trouble(): OpeningTrouble {
    return this.#trouble;
  }

  /** Resolves when it is known for the first time whether there is a connection. */
  get whenAnswered(): Promise<void> {
    return this.#firstAnswer.promise;
  }

  /** Asks anew what is known of the document; gives what to show, or why there is nothing. */
  async open(): Promise<Opening> {
    try {
      const outcome = await this.#askUntilNew();
      this.#opened = outcome.ok ? outcome.value : undefined;
      if (!outcome.ok) this.#trouble = outcome.code;
      return outcome;
    } finally {
      this.#firstAnswer.resolve();
    }
  }

  /** Asks again where something was saved or removed before the answer came: it would be as if that had not been. */
  async #askUntilNew(): Promise<Opening> {
    for (;;) {
      const changes = this.#changes;
      const candidate = this.#view.candidate();
      const answer = this.#ahead?.take(candidate) ?? this.#background.ask('open-document', candidate);
      this.#ahead = undefined;
      const outcome = await answer;
      if (changes === this.#changes) return outcome;
    }
  }

  /** Id of a text of the document, once the background has it. */
  renditionOf(text: string): string | undefined {
    return this.#rendition?.text === text ? this.#rendition.id : undefined;
  }

  /**
   * Keeps an annotation. A document's text goes along with the first passage that is marked in it,
   * and only then: nothing of a page leaves it before the reviewer acts on it.
   *
   * @param markedIn text in which its passage is marked now; absent where it stays as it was marked.
   * @param base revision of the annotation as the reviewer saw it; absent when it is new.
   * @param opened the document that it was marked in, which the page may have replaced by another since.
   */
  async save(
    annotation: AnnotationDraft,
    markedIn: string | undefined,
    base?: number,
    { document } = this.#getOpened(),
  ): Promise<Saving> {
    const { source } = annotation;
    const { mediaType } = this.#view;
    const text = annotation.rendition || (markedIn ?? '').length > maxRenditionLength ? undefined : markedIn;
    const rendition = text === undefined ? undefined : { text, source, mediaType };
    const saving = await this.#change(() =>
      this.#background.askInPieces(
        'save-annotation',
        { annotation, base, document, ...(rendition && { rendition }) },
        nextTurn,
      ),
    );
    if (!saving.ok) return saving;
    if (text !== undefined && saving.value.rendition) {
      this.#rendition = { text, id: saving.value.rendition };
    }
    if (this.#opened) this.#opened = withSaved(this.#opened, annotation, saving.value);
    return saving;
  }

  /** Finds quotes of this document in a text of it. */
  async anchorQuotes(text: string, quotes: readonly MarkedQuote[]): Promise<readonly Anchoring[]> {
    // A thousand of them have just been read, which took a good part of a turn.
    await nextTurn();
    return this.#background.askInPieces('anchor-quotes', { text, quotes }, nextTurn);
  }

  /** @param base as with `save`. */
  remove(id: string, base: number | undefined): Promise<Saving> {
    return this.#change(() => this.#background.ask('delete-annotation', { id, base }));
  }

  /** Takes back that an annotation was removed. */
  undoRemove(id: string): Promise<Saving> {
    return this.#change(() => this.#background.ask('undo-delete', { id }));
  }

  async #change(ask: () => Promise<Outcome<LocalAnnotation>>): Promise<Saving> {
    const saving = await answered(ask);
    if (saving.ok) this.#changes += 1;
    return saving;
  }

  #getOpened(): OpenedDocument {
    if (!this.#opened) throw new TypeError('no document is open: there is nothing to save it in');
    return this.#opened;
  }
}

/**
 * What is known of a document once an annotation is saved, before all is read again: whoever codes the next passage at
 * once goes on from this one.
 */
function withSaved(opened: OpenedDocument, draft: AnnotationDraft, saved: LocalAnnotation): OpenedDocument {
  const lastCoding = draft.codings.at(-1) ?? opened.lastCoding;
  if (draft.document !== opened.document.id) return { ...opened, lastCoding };
  const others = opened.annotations.filter(({ id }) => id !== saved.id);
  return { ...opened, lastCoding, annotations: [...others, saved] };
}

/** An extension that was updated under an open page does not answer: that is told like any other trouble. */
async function answered(ask: () => Promise<Outcome<LocalAnnotation>>): Promise<Saving> {
  try {
    const outcome = await ask();
    return outcome.ok ? outcome : { ok: false, trouble: outcome.code };
  } catch (error) {
    if (!(error instanceof UnansweredError)) throw error;
    return { ok: false, trouble: 'unanswered' };
  }
}
