import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { PlacedWords } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import type { PassageStore } from './passage-store.ts';

interface PassagePointerParts {
  readonly view: DocumentView;
  readonly store: PassageStore;
  readonly highlights: PassageHighlights;
}

/** How long a passage that was gone to stands out, in milliseconds. */
const targetMs = 4_000;

/** Points in the page at passages and other places: one that is gone to, one at which the panel points. */
export class PassagePointer {
  readonly #parts: PassagePointerParts;
  /** Passages that stand out now; drawn again with the page, as the pages of a PDF come one by one. */
  readonly #marked = new Map<'emphasised' | 'target', string>();
  /** Words of a suggestion that stand out now; drawn again with the page too. */
  #pointedAt: PlacedWords | undefined;
  #targetFrame: number | undefined;
  #targetTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PassagePointerParts) {
    this.#parts = parts;
  }

  /** Brings a passage into view, where it stands out for a while; false when it is not in the page. */
  async goTo(id: string): Promise<boolean> {
    const { store, view } = this.#parts;
    await store.whenSettled;
    const { positions, page } = store.find(id) ?? {};
    const position = positions?.[0];
    if (page !== undefined) await view.revealPage?.(page);
    if (!position) return page !== undefined;
    await view.reveal(position);
    this.#mark('target', id);
    this.#unmarkTargetLater();
    return true;
  }

  /** The same for words that are no passage; false when they do not stand there any more. */
  async goToPlace(place: PlacedWords): Promise<boolean> {
    const { view, highlights } = this.#parts;
    if (!this.stands(place)) return false;
    const { position } = place;
    await view.reveal(position);
    this.#mark('target', undefined);
    const ranges = view.text.toRanges(position);
    highlights.mark('target', ranges);
    this.#unmarkTargetLater();
    return ranges.length > 0;
  }

  /** Emphasises a passage, and no other; without id none. */
  emphasise(id: string | undefined): void {
    this.#mark('emphasised', id);
  }

  /** Marks words that are suggested, and no others; without a place none. */
  suggest(place: PlacedWords | undefined): void {
    const { store, highlights } = this.#parts;
    this.#pointedAt = place;
    const isThere = place && this.stands(place);
    highlights.mark('suggested', isThere ? store.rangesOf([place.position]) : []);
  }

  /** Whether words stand where they were read: that may have been in the text before a change. */
  stands({ position, words }: PlacedWords): boolean {
    return this.#parts.view.text.text.slice(position.start, position.end) === words;
  }

  /** Draws again what stands out, after the page or its passages have changed. */
  redraw(): void {
    for (const [mark, id] of this.#marked) this.#mark(mark, id);
    if (this.#pointedAt) this.suggest(this.#pointedAt);
  }

  close(): void {
    if (this.#targetFrame !== undefined) cancelAnimationFrame(this.#targetFrame);
    clearTimeout(this.#targetTimer);
  }

  /** From when it is seen: a tab in the background draws no frames. */
  #unmarkTargetLater(): void {
    this.close();
    this.#targetFrame = requestAnimationFrame(() => {
      this.#targetTimer = setTimeout(() => this.#mark('target', undefined), targetMs);
    });
  }

  #mark(mark: 'emphasised' | 'target', id: string | undefined): void {
    const { store, highlights } = this.#parts;
    if (id) this.#marked.set(mark, id);
    else this.#marked.delete(mark);
    highlights.mark(mark, store.rangesOf((id && store.find(id)?.positions) || []));
  }
}
