import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { render } from 'preact';
import type { ReadingStep } from '../page/reading-cursor.ts';
import { mayTakeKey } from './may-take-key.ts';
import { PageFocus } from './page-focus.ts';
import { stepOfKey } from './pick-keys.ts';
import { PickView } from './pick-view.tsx';
import type { Trouble } from './tagging-state.ts';
import type { ToolbarHost } from './toolbar-host.ts';

/**
 * What words are picked for: `code`, a new passage; `add`, another piece of a passage, coded already or not;
 * `attach`, the new place of a passage that was not found.
 */
export type PickPurpose = 'code' | 'add' | 'attach';

/** What becomes of words that were picked: why not, or what follows once the bar has gone. */
export type PickResult =
  | { readonly ok: true; readonly next?: (() => void) | undefined }
  | { readonly ok: false; readonly trouble: PickTrouble };

/** Why what was picked cannot be taken. */
export type PickTrouble = Trouble | 'page-changed' | 'too-many-pieces';

/** Words that are to be picked in the page, and what becomes of them. */
export interface PickTask {
  readonly purpose: PickPurpose;
  /** The passage as it was marked, or as far as it goes. */
  readonly quote?: string | undefined;
  /** Goes through the text by keyboard. */
  readonly step: (step: ReadingStep) => void;
  /** Keeps the words that are picked as a piece, and goes on to the next one. */
  readonly addPiece: () => void;
  /** Takes the words that were picked last. */
  readonly confirm: () => Promise<PickResult>;
  /** Called once, whatever the way out. */
  readonly onClose: () => void;
}

/** What is shown now. */
export interface PickState {
  /** The words that are picked. */
  readonly words?: string | undefined;
  readonly isSaving?: boolean;
  readonly trouble?: PickTrouble | undefined;
}

/**
 * The bar at the foot of the window while a reviewer picks words in the page: by arrow keys, or by selecting
 * them. Enter takes them, Esc ends it, and both have a button.
 */
export class PickBar {
  readonly #host: ToolbarHost;
  readonly #language: Language;
  readonly #pageFocus = new PageFocus();
  readonly #closing = new AbortController();
  #task: PickTask | undefined;
  #state: PickState = {};

  constructor(host: ToolbarHost, language: Language) {
    this.#host = host;
    this.#language = language;
    addEventListener('resize', this.#place, { passive: true, signal: this.#closing.signal });
  }

  /** Hears the keys of a window that shows a part of the page. */
  listenIn(shown: Window): void {
    shown.addEventListener('keydown', this.#onKeydown, { capture: true, signal: this.#closing.signal });
  }

  get isOpen(): boolean {
    return this.#task !== undefined;
  }

  open(task: PickTask): void {
    this.close();
    this.#task = task;
    this.#state = {};
    this.#host.show();
    this.#pageFocus.remember();
    this.#render();
    this.#host.layer.querySelector<HTMLElement>('.pick')?.focus({ preventScroll: true });
  }

  /** Shows the words that are picked; without words what there is to do, and why. */
  choose(words: string | undefined, trouble?: PickState['trouble']): void {
    this.#go({ words, trouble });
  }

  /** Takes the bar away; nothing comes of what was picked unless it was confirmed. */
  close(): void {
    const task = this.#task;
    if (!task) return;
    this.#task = undefined;
    this.#host.hide();
    render(null, this.#host.layer);
    this.#pageFocus.giveBack(this.#host.root);
    task.onClose();
  }

  destroy(): void {
    this.close();
    this.#closing.abort();
  }

  #go(state: PickState): void {
    this.#state = state;
    this.#render();
  }

  #render(): void {
    if (!this.#task) return;
    const { purpose, quote, addPiece } = this.#task;
    render(
      <PickView
        purpose={purpose}
        quote={quote}
        state={this.#state}
        words={taggingMessages[this.#language]}
        onConfirm={() => void this.#confirm()}
        onAddPiece={addPiece}
        onCancel={() => this.close()}
      />,
      this.#host.layer,
    );
    this.#place();
  }

  /** In the middle: the words to be picked may be anywhere else. */
  readonly #place = (): void => {
    if (!this.#task) return;
    const { width } = this.#host.layer.getBoundingClientRect();
    this.#host.place({ top: innerHeight, bottom: innerHeight, left: (innerWidth - width) / 2 });
  };

  async #confirm(): Promise<void> {
    const task = this.#task;
    const { words, isSaving } = this.#state;
    if (!task || !words || isSaving) return;
    // From here on Ctrl+Z means this, and not what was done before it.
    this.#host.clearNotice();
    this.#go({ words, isSaving: true });
    const result = await task.confirm();
    if (this.#task !== task) return;
    if (!result.ok) {
      this.#go({ words: this.#state.words, trouble: this.#state.trouble ?? result.trouble });
      return;
    }
    this.close();
    result.next?.();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!this.#task || !event.isTrusted || event.isComposing) return;
    const isInside = this.#host.isSourceOf(event);
    if (isInside) event.stopImmediatePropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isInside && !mayTakeKey(event)) return;
    if (!this.#actOn(event, this.#task)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Whether the key means something here. */
  #actOn(event: KeyboardEvent, task: PickTask): boolean {
    const { direction } = getComputedStyle(document.documentElement);
    const step = stepOfKey(event, direction === 'rtl');
    const isOnButton = this.#host.root.activeElement?.matches('button') ?? false;
    if (event.key === 'Escape') this.close();
    else if (step) task.step(step);
    else if (event.key === '.' && task.purpose !== 'attach') task.addPiece();
    else if (event.key === 'Enter' && !isOnButton) void this.#confirm();
    else return false;
    return true;
  }
}
