import type { TextPosition } from '@waarborg/shared/anchoring';
import type { CodingDraft } from '@waarborg/shared/annotation';
import { findSpeech } from '@waarborg/shared/references';
import { wordsOfPieces } from '@waarborg/shared/text';
import { v7 as uuidv7 } from 'uuid';
import type { OpenedDocument } from '../messaging/index.ts';
import type { DocumentText } from '../page/document-text.ts';
import { nextTurnOrEnd } from '../page/in-slices.ts';
import { type Sight, scrollAround, sightAround } from '../page/scroll-around.ts';
import { once } from '../tagging/once.ts';
import type { PassagePlace } from '../tagging/passage-place.ts';
import { speakerOfSpeech } from '../tagging/proposals.ts';
import type { SaveResult, TaggingTask } from '../tagging/tagging-task.ts';
import type { Saving } from './document-session.ts';
import {
  describeRange,
  draftAnnotation,
  redraftAnnotation,
  restoreAnnotation,
  toCodingDraft,
} from './draft-annotation.ts';
import type { TaggerParts } from './passage-tagger.ts';
import { placeOfRanges } from './place-of-ranges.ts';

/** Words that are being coded for the first time. */
export interface PassageInHand {
  readonly id: string;
  /** Address at which they were read. */
  readonly source: string;
  /** The text in which they stand. */
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly TextPosition[];
}

/** What the task of a new passage leaves to its maker. */
export type NewTaskHooks = Pick<TaggingTask, 'addPiece' | 'onClose' | 'safeguard' | 'codedBy'>;

/** Makes tasks for the toolbar: passages to be coded, and what becomes of them. */
export class TaggingTasks {
  readonly #parts: TaggerParts;

  constructor(parts: TaggerParts) {
    this.#parts = parts;
  }

  takeInHand(pieces: readonly TextPosition[], id = uuidv7()): PassageInHand {
    const { source, text } = this.#parts.view;
    return { id, source, text: text.text, pieces };
  }

  ofNew(passage: PassageInHand, opened: OpenedDocument, hooks: NewTaskHooks): TaggingTask {
    const { view, highlights } = this.#parts;
    const { text, pieces } = passage;
    // That text, also when the page has changed by the time that the passage is saved.
    const read = view.text;
    const words = pieces.map(({ start, end }) => ({ exact: text.slice(start, end) }));
    const ranges = () => this.#rangesOf(passage);
    const spokenBy = once(() => speakerAt(text, pieces));
    highlights.mark('selected', ranges());
    return {
      passage: wordsOfPieces(words),
      around: pieces.map((piece) => textAround(text, piece)).join(' '),
      get spokenBy() {
        return spokenBy();
      },
      findPlace: () => placeOfRanges(ranges()),
      words: () => ranges()[0]?.startContainer,
      findSight: () => sightOf(ranges()),
      scroll: (by) => scrollRanges(ranges(), by),
      opened,
      codedHere: () => this.#codedAt(pieces, opened),
      save: (codings, note) => this.#saveNew(passage, read, opened, codings, note),
      remove: async () => ({ ok: true }),
      safeguard: hooks.safeguard,
      codedBy: hooks.codedBy,
      addPiece: hooks.addPiece,
      onClose: (outcome) => {
        highlights.mark('selected', []);
        if (outcome === 'saved') letGoOf(selectionAround(ranges()));
        hooks.onClose(outcome);
      },
    };
  }

  /** @param page of the PDF, from 1, on which the words were read. */
  ofTyped(words: string, page: number, opened: OpenedDocument): TaggingTask {
    const { view, session } = this.#parts;
    const { source } = view;
    const id = uuidv7();
    return {
      passage: words,
      around: '',
      findPlace: () => this.#placeOfPage(page),
      opened,
      save: async (codings, note) => {
        const ranges = [{ exact: words, page }];
        const passage = { id, document: opened.document.id, source, ranges };
        const draft = draftAnnotation(passage, codings, note);
        const saving = await session.save(draft, undefined, undefined, opened);
        return this.#showNew(saving, passage);
      },
      remove: async () => ({ ok: true }),
      onClose: () => {},
    };
  }

  /** Undefined where there is no such passage. One that was not found is coded at the foot of the window. */
  ofExisting(id: string): TaggingTask | undefined {
    const { session, store, view } = this.#parts;
    const passage = store.find(id);
    const { opened } = session;
    if (!passage || !opened) return undefined;
    const { annotation, positions, page } = passage;
    const document = opened.document.id;
    return {
      passage: wordsOfPieces(annotation.ranges),
      around: positions.map((position) => textAround(view.text.text, position)).join(' '),
      findPlace: () => {
        if (page !== undefined) return this.#placeOfPage(page);
        return positions.length > 0 ? placeOfRanges(store.rangesOf(positions)) : placeOfFoot();
      },
      words: () => store.rangesOf(positions)[0]?.startContainer,
      findSight: () => sightOf(store.rangesOf(positions)),
      scroll: (by) => scrollRanges(store.rangesOf(positions), by),
      opened,
      existing: { codings: annotation.codings.map(toCodingDraft), note: annotation.note },
      codedHere: () => this.#codedAt(positions, opened, id),
      save: async (codings, note) => {
        const draft = redraftAnnotation(annotation, document, codings, note);
        const saving = await session.save(draft, undefined, annotation.revision, opened);
        return this.#show(saving, async () =>
          session.save(restoreAnnotation(annotation, document), undefined, this.#revisionOf(id), opened),
        );
      },
      remove: () => this.#remove(id, annotation.revision),
      onClose: () => {},
    };
  }

  /** What the reviewer said of words that are among these, in passages of their own other than `except`. */
  #codedAt(pieces: readonly TextPosition[], { connection }: OpenedDocument, except?: string): CodingDraft[] {
    const sharesWords = (one: TextPosition) =>
      pieces.some(({ start, end }) => one.start < end && start < one.end);
    return this.#parts.store.passages
      .filter(({ annotation: { id, creator } }) => id !== except && creator.id === connection.user.id)
      .filter(({ positions }) => positions.some(sharesWords))
      .flatMap(({ annotation }) => annotation.codings.map(toCodingDraft));
  }

  async #saveNew(
    { id, source, pieces }: PassageInHand,
    read: DocumentText,
    opened: OpenedDocument,
    ...[codings, note]: Parameters<TaggingTask['save']>
  ): Promise<SaveResult> {
    const { view, session, store, highlights } = this.#parts;
    const standing = this.#rangesOf({ text: read.text, pieces });
    highlights.draw(id, 'saving', standing);
    // What is told of it takes as long as the drawing, in a long text.
    await nextTurnOrEnd();
    const passage = {
      id,
      document: opened.document.id,
      source,
      ranges: pieces.map((piece) => describeRange(read, piece, opened.document.sourceType)),
      rendition: session.renditionOf(read.text),
    };
    const draft = draftAnnotation(passage, codings, note);
    const saving = await session.save(draft, read.text, undefined, opened);
    if (!saving.ok || source !== view.source) highlights.erase(id);
    const result = this.#showNew(saving, passage);
    // Of a PDF, whose words never change, only pages that are drawn have ranges.
    if (!saving.ok || !result.ok || standing.length > 0 || !view.whenRead) return result;
    await view.whenRead();
    // What the page shows by now may be another document.
    if (source !== view.source) return result;
    return { ...result, isLost: (await store.stands(saving.value)) === false };
  }

  /** Where pieces of a text stand in the page; nowhere once the page has other words there. */
  #rangesOf({ text, pieces }: Pick<PassageInHand, 'text' | 'pieces'>): AbstractRange[] {
    const { view, store } = this.#parts;
    const now = view.text.text;
    const isThere =
      now === text || pieces.every(({ start, end }) => now.slice(start, end) === text.slice(start, end));
    return isThere ? store.rangesOf(pieces) : [];
  }

  #showNew(saving: Saving, { id, source }: Pick<PassageInHand, 'id' | 'source'>): SaveResult {
    const { session, store } = this.#parts;
    const undo = async () => {
      const removing = await session.remove(id, this.#revisionOf(id));
      if (removing.ok) store.remove(id);
      return removing;
    };
    return this.#show(saving, undo, source);
  }

  /** Where the toolbar stands for words that are drawn nowhere. */
  #placeOfPage(page: number): PassagePlace | undefined {
    const place = this.#parts.view.placeOfPage?.(page);
    return place && { top: place.top, bottom: place.top, left: place.left };
  }

  async #remove(id: string, base: number | undefined): Promise<SaveResult> {
    const { session, store, onChanged } = this.#parts;
    const saving = await session.remove(id, base);
    if (saving.ok) store.remove(id);
    onChanged();
    if (!saving.ok) return saving;
    return {
      ok: true,
      undo: async () => {
        const undone = await session.undoRemove(id);
        if (undone.ok) store.add(undone.value);
        onChanged();
        return undone.ok;
      },
    };
  }

  /** Others may have changed it since it was saved, or the server has given it its number. */
  #revisionOf(id: string): number | undefined {
    return this.#parts.store.find(id)?.annotation.revision;
  }

  /**
   * @param undo takes the saving back.
   * @param source address at which its words were read: what a page showed before belongs to another document.
   */
  #show(saving: Saving, undo: () => Promise<Saving>, source = this.#parts.view.source): SaveResult {
    if (!saving.ok) return saving;
    const { store, view, onChanged } = this.#parts;
    if (source === view.source) store.add(saving.value);
    onChanged();
    return {
      ok: true,
      undo: async () => {
        const undone = await undo();
        // One that was removed is not there to be shown again.
        if (undone.ok && store.find(undone.value.id)) store.add(undone.value);
        onChanged();
        return undone.ok;
      },
    };
  }
}

function scrollRanges([range]: readonly AbstractRange[], by: number): void {
  if (range) scrollAround(range.startContainer, by);
}

function sightOf([range]: readonly AbstractRange[]): Sight | undefined {
  return range && sightAround(range.startContainer);
}

/** Where the toolbar stands for words that are nowhere in the page. */
function placeOfFoot(): PassagePlace {
  return { top: innerHeight, bottom: innerHeight, left: 0 };
}

/** Who speaks at a passage of a debate; nobody where its pieces are of several speeches. */
function speakerAt(text: string, pieces: readonly TextPosition[]): string | undefined {
  const speakers = new Set(
    pieces.map(({ start }) => {
      const speech = findSpeech(text, start);
      return speech && speakerOfSpeech(speech);
    }),
  );
  return speakers.size === 1 ? [...speakers][0] : undefined;
}

/** How far the text around a passage goes on each side, in UTF-16 code units: a sentence or three. */
const aroundLength = 400;

function textAround(text: string, { start, end }: TextPosition): string {
  return `${text.slice(Math.max(0, start - aroundLength), start)} ${text.slice(end, end + aroundLength)}`;
}

/** A passage that is coded is not selected any more. Nothing is selected where it was picked by keyboard. */
function letGoOf(selection: Selection | null | undefined): void {
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}

/** The selection of the window that shows ranges. */
function selectionAround([range]: readonly AbstractRange[]): Selection | null | undefined {
  return range?.startContainer.ownerDocument?.getSelection();
}
