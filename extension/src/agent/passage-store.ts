import type { TextPosition } from '@waarborg/shared/anchoring';
import { lookOf } from '../highlighting/look.ts';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import { type LocalAnnotation, UnansweredError } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { lastTurn, runInSlices, type SlicedWork } from '../page/in-slices.ts';
import {
  type AnchoredPassage,
  type AnchorQuotes,
  anchorPassages,
  findAsMarked,
  findTyped,
  inOrder,
} from './anchored-passages.ts';

interface PassageStoreParts {
  readonly view: DocumentView;
  readonly highlights: PassageHighlights;
  /** Finds quotes, not on the main thread of the page. */
  readonly anchor: AnchorQuotes;
}

/** The passages of the document under view: where they are, and drawn there. */
export class PassageStore {
  readonly #view: DocumentView;
  readonly #highlights: PassageHighlights;
  readonly #anchorQuotes: AnchorQuotes;
  #annotations: readonly LocalAnnotation[] = [];
  #passages: readonly AnchoredPassage[] = [];
  /** The text in which the passages stand. */
  #text = '';
  /** Counts the searches: only what the latest one finds counts. */
  #searches = 0;
  /** Counts the drawings: the latest one ends those before it. */
  #drawings = 0;
  /** Passages that are being searched for; they stay drawn where they were. */
  #sought: ReadonlySet<string> = new Set();
  #settled: Promise<void> = Promise.resolve();

  constructor({ view, highlights, anchor }: PassageStoreParts) {
    this.#view = view;
    this.#highlights = highlights;
    this.#anchorQuotes = anchor;
  }

  /**
   * In the order of the text; orphans last. One that is being searched for stands where the same text had it, and is
   * left out of another text until it is found.
   */
  get passages(): readonly AnchoredPassage[] {
    return this.#passages;
  }

  /** Resolves when every passage has been searched for in the text of now. */
  get whenSettled(): Promise<void> {
    return this.#settled;
  }

  find(id: string): AnchoredPassage | undefined {
    return this.#passages.find(({ annotation }) => annotation.id === id);
  }

  /** Whether one that may not be shown yet stands in the text of now; undefined where nobody can say. */
  async stands(annotation: LocalAnnotation): Promise<boolean | undefined> {
    const anchoring = anchorPassages(this.#anchorQuotes, this.#view.text.text, this.#allWith(annotation));
    const found = await anchoring.catch(ignoreUnanswered);
    return found?.some(({ annotation: { id }, positions }) => id === annotation.id && positions.length > 0);
  }

  /** Shows these annotations, and no others. Those that stand as they were marked are there at once. */
  replace(annotations: readonly LocalAnnotation[]): Promise<void> {
    this.#annotations = annotations;
    return this.anchor();
  }

  /** Shows one that was saved just now, before everything is read again. */
  add(annotation: LocalAnnotation): void {
    void this.replace(this.#allWith(annotation));
  }

  #allWith(annotation: LocalAnnotation): LocalAnnotation[] {
    return [...this.#annotations.filter(({ id }) => id !== annotation.id), annotation];
  }

  remove(id: string): void {
    void this.replace(this.#annotations.filter((annotation) => annotation.id !== id));
  }

  /** Finds all passages again, after the text has changed. */
  anchor(): Promise<void> {
    this.#settled = this.#anchor();
    return this.#settled;
  }

  async #anchor(): Promise<void> {
    this.#searches += 1;
    const search = this.#searches;
    const { text } = this.#view.text;
    const typed = this.#annotations.flatMap((annotation) => findTyped(annotation, this.#view.text) ?? []);
    const typedIds = new Set(typed.map(({ annotation }) => annotation.id));
    const annotations = this.#annotations.filter(({ id }) => !typedIds.has(id));
    const asMarked = findAsMarked(text, annotations);
    const found = new Set(asMarked.map(({ annotation }) => annotation.id));
    const others = annotations.filter(({ id }) => !found.has(id));
    const before = text === this.#text ? foundBefore(this.#passages, others) : [];
    this.#text = text;
    this.#passages = inOrder([...asMarked, ...before, ...typed]);
    const stands = new Set(before.filter(isFoundAsQuoted).map(({ annotation }) => annotation.id));
    this.#sought = new Set(others.map(({ id }) => id).filter((id) => !stands.has(id)));
    // No answer: the extension was updated under an open page. What is drawn stays.
    const searching =
      this.#sought.size > 0 && anchorPassages(this.#anchorQuotes, text, annotations).catch(ignoreUnanswered);
    await this.draw();
    if (search !== this.#searches) return this.#settled;
    const result = await searching;
    if (!result) return;
    if (search !== this.#searches) return this.#settled;
    this.#passages = inOrder([...result, ...typed]);
    this.#sought = new Set();
    await this.draw();
  }

  /** Draws all passages where they stand now: at once as many as a slice of work takes, the others soon after. */
  async draw(): Promise<void> {
    this.#drawings += 1;
    const drawing = this.#drawings;
    const { preparing } = this.#highlights;
    if (preparing) await preparing;
    if (drawing !== this.#drawings) return;
    // Those in sight may be seen before the others are there.
    await runInSlices(this.#drawing(), () => drawing !== this.#drawings, lastTurn);
  }

  *#drawing(): SlicedWork<void> {
    const passages = this.#passages;
    const drawn = passages.map(({ annotation }) => annotation.id);
    this.#highlights.keepOnly(new Set([...drawn, ...this.#sought]));
    for (const { annotation, positions } of passages) {
      this.#highlights.draw(annotation.id, lookOf(annotation.codings), this.rangesOf(positions));
      yield;
    }
  }

  rangesOf(positions: readonly TextPosition[]): StaticRange[] {
    return positions.flatMap((position) => this.#view.text.toRanges(position));
  }
}

/**
 * Whether a passage was found word for word: the same text is not searched for it again. What was found otherwise
 * may be found better, since the text in which it was marked may have come.
 */
function isFoundAsQuoted({ state }: AnchoredPassage): boolean {
  return state === 'exact' || state === 'moved';
}

/** The passages of annotations that were found for the same words, whatever is said of them now. */
function foundBefore(
  passages: readonly AnchoredPassage[],
  annotations: readonly LocalAnnotation[],
): AnchoredPassage[] {
  const byId = new Map(passages.map((passage) => [passage.annotation.id, passage]));
  return annotations.flatMap((annotation) => {
    const before = byId.get(annotation.id);
    return before && isSameWords(before.annotation, annotation) ? { ...before, annotation } : [];
  });
}

/** Most are the very same: when one is saved, the others need not be compared before it is drawn. */
function isSameWords(one: LocalAnnotation, other: LocalAnnotation): boolean {
  return one.ranges === other.ranges || JSON.stringify(one.ranges) === JSON.stringify(other.ranges);
}

function ignoreUnanswered(error: unknown): undefined {
  if (!(error instanceof UnansweredError)) throw error;
}
