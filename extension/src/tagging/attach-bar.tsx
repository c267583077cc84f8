import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { render } from 'preact';
import { AttachView } from './attach-view.tsx';
import { mayTakeKey } from './may-take-key.ts';
import type { Trouble } from './tagging-state.ts';
import type { SaveResult } from './toolbar.tsx';
import type { ToolbarHost } from './toolbar-host.ts';

/** A passage that gets a new place, and what becomes of it. */
export interface AttachTask {
  /** Its words as they were marked. */
  readonly quote: string;
  /** Keeps the words that were chosen last. */
  readonly confirm: () => Promise<SaveResult>;
  /** Called once, whatever the way out. */
  readonly onClose: () => void;
}

/** What is shown now. */
export interface AttachState {
  /** The words that are chosen. */
  readonly words?: string | undefined;
  readonly isSaving?: boolean;
  readonly trouble?: Trouble | 'page-changed' | undefined;
}

/**
 * The bar that is shown while a reviewer selects the new place of a passage. It leaves the focus in the
 * page: Enter takes what is selected, Esc ends it, and both have a button.
 */
export class AttachBar {
  readonly #host: ToolbarHost;
  readonly #language: Language;
  readonly #closing = new AbortController();
  #task: AttachTask | undefined;
  #state: AttachState = {};

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

  open(task: AttachTask): void {
    this.close();
    this.#task = task;
    this.#state = {};
    this.#host.clearNotice();
    this.#host.show();
    this.#render();
  }

  /** Shows the words that are chosen; without words what there is to do, and why. */
  choose(words: string | undefined, trouble?: AttachState['trouble']): void {
    this.#go({ words, trouble });
  }

  /** Takes the bar away; the passage stays as it is unless it was confirmed. */
  close(): void {
    const task = this.#task;
    if (!task) return;
    this.#task = undefined;
    this.#host.hide();
    render(null, this.#host.layer);
    task.onClose();
  }

  destroy(): void {
    this.close();
    this.#closing.abort();
  }

  #go(state: AttachState): void {
    this.#state = state;
    if (this.#task) this.#render();
  }

  #render(): void {
    if (!this.#task) return;
    render(
      <AttachView
        quote={this.#task.quote}
        state={this.#state}
        words={taggingMessages[this.#language]}
        onConfirm={() => void this.#confirm()}
        onCancel={() => this.close()}
      />,
      this.#host.layer,
    );
    this.#place();
  }

  /** At the foot of the window, in the middle: the words to be selected may be anywhere else. */
  readonly #place = (): void => {
    if (!this.#task) return;
    const { width } = this.#host.layer.getBoundingClientRect();
    this.#host.place({ top: innerHeight, bottom: innerHeight, left: (innerWidth - width) / 2 });
  };

  async #confirm(): Promise<void> {
    const task = this.#task;
    const { words, isSaving } = this.#state;
    if (!task || !words || isSaving) return;
    this.#go({ words, isSaving: true });
    const result = await task.confirm();
    if (this.#task !== task) return;
    if (!result.ok) {
      this.#go({ words: this.#state.words, trouble: this.#state.trouble ?? result.trouble });
      return;
    }
    this.close();
    this.#host.notify(taggingMessages[this.#language].attached, 'status');
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!this.#task || !event.isTrusted || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isInside = event.target === this.#host.element;
    if (isInside) event.stopImmediatePropagation();
    else if (!mayTakeKey(event)) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && !isInside) void this.#confirm();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
