import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { mayTakeKey } from './may-take-key.ts';
import type { ToolbarHost } from './toolbar-host.ts';

/** Takes back what was done; false when that does not work any more. */
export type Undo = () => Promise<boolean>;

/**
 * Says what was done, and takes it back by Ctrl+Z (Cmd+Z on a Mac) or a button for as long as that is said.
 * Later it can be done in the panel.
 */
export class UndoOffer {
  readonly #host: ToolbarHost;
  readonly #words: (typeof taggingMessages)['nl'];
  readonly #closing = new AbortController();
  #undo: Undo | undefined;

  constructor(host: ToolbarHost, language: Language) {
    this.#host = host;
    this.#words = taggingMessages[language];
  }

  /** Hears the keys of a window that shows a part of the page. */
  listenIn(shown: Window): void {
    shown.addEventListener('keydown', this.#onKeydown, { capture: true, signal: this.#closing.signal });
  }

  /** At the foot of the window: what a reader goes on with stands below the passage. */
  offer(sentence: string, undo: Undo): void {
    const key = /mac/iu.test(navigator.platform) ? '⌘Z' : 'Ctrl+Z';
    this.#host.notify(sentence, {
      kind: 'status',
      action: { label: `${this.#words.undo} (${key})`, act: () => void this.#take() },
      onGone: () => {
        this.#undo = undefined;
      },
    });
    this.#undo = undo;
  }

  destroy(): void {
    this.#closing.abort();
  }

  async #take(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return;
    this.#host.clearNotice();
    const isUndone = await undo();
    if (isUndone) this.#host.notify(this.#words.undone, { kind: 'status' });
    else this.#host.notify(this.#words['trouble.not-undone'], { kind: 'trouble' });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!this.#undo || !event.isTrusted || event.key.toLowerCase() !== 'z') return;
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    // In a field the key takes back what was typed there.
    if (!this.#host.isSourceOf(event) && !mayTakeKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#take();
  };
}
