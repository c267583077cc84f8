import type { TextPosition } from '@waarborg/shared/anchoring';
import { lookOf } from '../highlighting/look.ts';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { LocalAnnotation } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { type AnchoredPassage, anchorPassages } from './anchored-passages.ts';
import type { OriginalTexts } from './original-texts.ts';

interface PassageStoreParts {
  readonly view: DocumentView;
  readonly highlights: PassageHighlights;
  readonly originals: OriginalTexts;
  /** A text came by which passages were found that were awaited. */
  readonly onFound: () => void;
}

/** The passages of the document under view: where they are, and drawn there. */
export class PassageStore {
  readonly #view: DocumentView;
  readonly #highlights: PassageHighlights;
  readonly #originals: OriginalTexts;
  readonly #onFound: () => void;
  #annotations: readonly LocalAnnotation[] = [];
  #passages: readonly AnchoredPassage[] = [];

  constructor({ view, highlights, originals, onFound }: PassageStoreParts) {
    this.#view = view;
    this.#highlights = highlights;
    this.#originals = originals;
    this.#onFound = onFound;
  }

  /** In the order of the text; orphans last. Without those that wait for the text in which they were marked. */
  get passages(): readonly AnchoredPassage[] {
    return this.#passages;
  }

  find(id: string): AnchoredPassage | undefined {
    return this.#passages.find(({ annotation }) => annotation.id === id);
  }

  /** Shows these annotations, and no others. */
  replace(annotations: readonly LocalAnnotation[]): void {
    this.#annotations = annotations;
    const failed = this.#originals.keepOnly(new Set(annotations.flatMap(({ rendition }) => rendition ?? [])));
    this.#fetch(failed);
    this.anchor();
  }

  /** Shows one that was saved just now, before everything is read again. */
  add(annotation: LocalAnnotation): void {
    this.replace([...this.#annotations.filter(({ id }) => id !== annotation.id), annotation]);
  }

  remove(id: string): void {
    this.replace(this.#annotations.filter((annotation) => annotation.id !== id));
  }

  /** Finds all passages again, after the text has changed. */
  anchor(): void {
    const { text } = this.#view.text;
    const { passages, awaited } = anchorPassages(text, this.#annotations, this.#originals.known);
    this.#passages = passages;
    this.draw();
    this.#fetch(awaited);
  }

  #fetch(renditions: readonly string[]): void {
    this.#originals.fetch(renditions, () => {
      this.anchor();
      this.#onFound();
    });
  }

  /** Draws all passages where they stand now. */
  draw(): void {
    this.#highlights.keepOnly(new Set(this.#passages.map(({ annotation }) => annotation.id)));
    for (const { annotation, positions } of this.#passages) {
      this.#highlights.draw(annotation.id, lookOf(annotation.codings), this.rangesOf(positions));
    }
  }

  rangesOf(positions: readonly TextPosition[]): StaticRange[] {
    return positions.flatMap((position) => this.#view.text.toRanges(position));
  }
}
