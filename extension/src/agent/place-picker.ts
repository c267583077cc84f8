import type { TextPosition } from '@waarborg/shared/anchoring';
import { maxQuoteLength, maxRanges } from '@waarborg/shared/annotation';
import { omission, TextUnits } from '@waarborg/shared/text';
import { readSelection } from '../page/read-selection.ts';
import {
  chosenBy,
  moveCursor,
  type ReadingCursor,
  type ReadingStep,
  startCursor,
} from '../page/reading-cursor.ts';
import type { PickResult, PickTask } from '../tagging/pick-bar.tsx';
import { joinPieces } from './join-pieces.ts';
import { offsetInView } from './offset-in-view.ts';
import type { TaggerParts } from './passage-tagger.ts';

/** What is picked, and what becomes of it. */
export interface Picking extends Pick<PickTask, 'purpose' | 'quote'> {
  /** Offset at which the arrow keys begin; absent: where the reader looks. */
  readonly from?: number | undefined;
  /** Takes the pieces that were picked, in the order of the text; never none. */
  readonly take: (pieces: readonly TextPosition[]) => Promise<PickResult>;
  /** Called once, whatever the way out. */
  readonly onClose?: (() => void) | undefined;
}

/** Lets the reviewer pick words in the text: by arrow keys, through paragraphs and sentences, or by selecting them. */
export class PlacePicker {
  readonly #parts: TaggerParts;
  readonly #stop: () => void;
  #picking: Picking | undefined;
  /** The text in which words are picked: a position says nothing in another one. */
  #text = '';
  #units: TextUnits | undefined;
  #cursor: ReadingCursor | undefined;
  #pieces: readonly TextPosition[] = [];
  #chosen: TextPosition | undefined;

  constructor(parts: TaggerParts) {
    this.#parts = parts;
    this.#stop = parts.view.onChange((change) => {
      if (change === 'drawing') this.#mark();
    });
  }

  get isActive(): boolean {
    return this.#picking !== undefined;
  }

  /** Begins, with what is selected if there is anything. */
  start(picking: Picking): void {
    const { kit } = this.#parts;
    kit.pickBar.close();
    this.#picking = picking;
    this.#read();
    kit.pickBar.open({
      purpose: picking.purpose,
      quote: picking.quote,
      step: (step) => this.#step(step),
      addPiece: () => this.#addPiece(),
      confirm: () => this.#confirm(),
      onClose: () => this.#end(),
    });
    const isSelected = picking.from === undefined && this.onSelect(getSelection());
    // A passage is not attached, nor added to, by an Enter too many.
    if (!isSelected && picking.purpose === 'code') this.#begin();
  }

  /** Takes what is selected, if that is anything; a click that selects nothing takes nothing away. */
  onSelect(selection: Selection | null): boolean {
    const { view, kit } = this.#parts;
    const range = selection ? view.text.rangeOf(selection) : undefined;
    if (!range || range.collapsed) return false;
    const reading = readSelection(view.text, range);
    if (!reading.ok) {
      if (reading.reason !== 'outside' && reading.reason !== 'editable') kit.say(reading.reason);
      return false;
    }
    if (view.text.text !== this.#text) this.#read();
    this.#cursor = { anchor: reading.position, head: reading.position };
    return this.#choose(reading.position);
  }

  cancel(): void {
    this.#parts.kit.pickBar.close();
  }

  close(): void {
    this.#stop();
    this.cancel();
  }

  #read(): void {
    const { text } = this.#parts.view;
    this.#text = text.text;
    this.#units = new TextUnits(text.text, text.isWrapped);
    this.#cursor = undefined;
    this.#pieces = [];
    this.#chosen = undefined;
  }

  #begin(): void {
    const { view } = this.#parts;
    if (!this.#units) return;
    const from = this.#picking?.from ?? view.offsetInView?.() ?? offsetInView(view.text, this.#units);
    this.#cursor = startCursor(this.#units, from);
    if (this.#cursor) this.#reveal(chosenBy(this.#cursor));
  }

  #step(step: ReadingStep): void {
    if (this.#parts.view.text.text !== this.#text) this.#read();
    if (!this.#cursor || !this.#units) {
      this.#begin();
      return;
    }
    this.#cursor = moveCursor(this.#units, this.#cursor, step);
    this.#reveal(chosenBy(this.#cursor));
  }

  #reveal(position: TextPosition): void {
    // The part that was reached last is the one to be seen.
    const { head = position } = this.#cursor ?? {};
    if (this.#choose(position)) void this.#parts.view.reveal(head).then(() => this.#mark());
  }

  #choose(position: TextPosition): boolean {
    const { kit } = this.#parts;
    if (position.end - position.start > maxQuoteLength) {
      kit.say('too-long');
      return false;
    }
    this.#chosen = position;
    this.#mark();
    kit.pickBar.choose(this.#wordsOf(this.#joined()));
    return true;
  }

  /** Keeps what is chosen; the next step goes on from there. */
  #addPiece(): void {
    const { kit } = this.#parts;
    if (!this.#chosen) return;
    const joined = this.#joined();
    if (joined.length >= maxRanges) {
      kit.say('too-many-pieces');
      return;
    }
    this.#pieces = joined;
    this.#chosen = undefined;
    this.#mark();
    kit.pickBar.choose(`${this.#wordsOf(joined)} […]`);
  }

  #joined(): readonly TextPosition[] {
    return this.#chosen ? joinPieces(this.#pieces, this.#chosen) : this.#pieces;
  }

  #wordsOf(pieces: readonly TextPosition[]): string {
    return pieces.map(({ start, end }) => this.#text.slice(start, end)).join(omission);
  }

  #mark(): void {
    if (!this.#picking) return;
    const { highlights, store } = this.#parts;
    highlights.mark('selected', store.rangesOf(this.#joined()));
  }

  async #confirm(): Promise<PickResult> {
    const { view, kit } = this.#parts;
    const pieces = this.#joined();
    if (!this.#picking || pieces.length === 0 || view.text.text !== this.#text) {
      kit.pickBar.choose(undefined, 'page-changed');
      return { ok: false, trouble: 'invalid' };
    }
    return this.#picking.take(pieces);
  }

  #end(): void {
    const picking = this.#picking;
    this.#picking = undefined;
    this.#parts.highlights.mark('selected', []);
    picking?.onClose?.();
  }
}
