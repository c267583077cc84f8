import { type PageReport, type PageTextAnswer, pieceLength, requestBackground } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { nextTurn } from '../page/in-slices.ts';
import type { PassageStore } from './passage-store.ts';

interface PageReporterParts {
  readonly view: DocumentView;
  readonly store: PassageStore;
}

/** Says what the page shows and which passages are in it: by itself when they are others, and when the panel asks. */
export class PageReporter {
  readonly #parts: PageReporterParts;
  /** Whether there is a dossier whose passages could be shown. */
  isConnected = true;
  /** Grows with each change of the text, and from one page to the next in the same tab. */
  #textVersion = Date.now();
  #reporting: Promise<void> | undefined;

  constructor(parts: PageReporterParts) {
    this.#parts = parts;
  }

  /** The text is another one from now on. */
  renewText(): void {
    this.#textVersion += 1;
  }

  describe(): PageReport {
    const { view, store } = this.#parts;
    const trouble = view.trouble ?? (this.isConnected ? undefined : 'not-connected');
    return {
      candidate: view.candidate(),
      mediaType: view.mediaType,
      ...(trouble && { trouble }),
      passages: store.passages.map(({ annotation, state }) => ({ id: annotation.id, state })),
    };
  }

  /** In a turn of its own, once for all that changed in this one. */
  report(): void {
    this.#reporting ??= nextTurn().then(() => {
      this.#reporting = undefined;
      requestBackground('report-page', this.describe()).catch(() => {
        // The panel asks by itself when it opens.
      });
    });
  }

  /**
   * A piece of the text; with the first one, where its passages stand.
   *
   * @param known version of the text that the asker has: that one is not sent again.
   * @param from where the piece begins.
   */
  readText(known: number | undefined, from = 0): PageTextAnswer {
    const { view, store } = this.#parts;
    const version = this.#textVersion;
    const { text, isWrapped } = view.text;
    const told = from > 0 ? [] : store.passages;
    const passages = told.map(({ annotation, positions }) => ({ id: annotation.id, positions }));
    if (version === known) return { version, isWrapped, passages };
    const end = from + pieceLength;
    return { version, isWrapped, passages, text: text.slice(from, end), isCut: end < text.length };
  }
}
