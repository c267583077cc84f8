import type { TextPosition } from '@waarborg/shared/anchoring';
import { lookOf } from '../highlighting/look.ts';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { LocalAnnotation } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { type AnchoredPassage, anchorPassages } from './anchored-passages.ts';

/** The passages of the document under view: where they are, and drawn there. */
export class PassageStore {
  readonly #view: DocumentView;
  readonly #highlights: PassageHighlights;
  #annotations: readonly LocalAnnotation[] = [];
  #passages: readonly AnchoredPassage[] = [];

  constructor(view: DocumentView, highlights: PassageHighlights) {
    this.#view = view;
    this.#highlights = highlights;
  }

  /** In the order of the text; orphans last. */
  get passages(): readonly AnchoredPassage[] {
    return this.#passages;
  }

  find(id: string): AnchoredPassage | undefined {
    return this.#passages.find(({ annotation }) => annotation.id === id);
  }

  /** Shows these annotations, and no others. */
  replace(annotations: readonly LocalAnnotation[]): void {
    this.#annotations = annotations;
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
    this.#passages = anchorPassages(this.#view.text.text, this.#annotations);
    this.draw();
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
