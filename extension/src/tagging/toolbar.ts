import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { OpenedDocument } from '../messaging/index.ts';
import type { Done, TaggingOutcome, TaggingTask } from './tagging-task.ts';
import { ToolbarFocus } from './toolbar-focus.ts';
import type { ToolbarHost } from './toolbar-host.ts';
import { ToolbarKeyboard } from './toolbar-keyboard.ts';
import { ToolbarSession } from './toolbar-session.tsx';
import type { UndoOffer } from './undo-offer.ts';

/** The tagging toolbar: one at a time, on one passage. */
export class Toolbar {
  readonly #host: ToolbarHost;
  readonly #language: Language;
  readonly #focus: ToolbarFocus;
  readonly #keyboard: ToolbarKeyboard;
  readonly #undoOffer: UndoOffer;
  readonly #closing = new AbortController();
  /** The latest one; it may have ended. */
  #session: ToolbarSession | undefined;

  constructor(host: ToolbarHost, language: Language, undoOffer: UndoOffer) {
    this.#host = host;
    this.#undoOffer = undoOffer;
    this.#language = language;
    this.#focus = new ToolbarFocus(host);
    this.#keyboard = new ToolbarKeyboard({ host, focus: this.#focus, session: () => this.#session });
  }

  /** Hears the keys of a window that shows a part of the page, and follows what scrolls in it. */
  listenIn(shown: Window): void {
    const { signal } = this.#closing;
    const place = () => this.#session?.place();
    this.#keyboard.listenIn(shown, signal);
    shown.addEventListener('scroll', place, { capture: true, passive: true, signal });
    shown.addEventListener('resize', place, { passive: true, signal });
  }

  get isOpen(): boolean {
    return this.#session !== undefined && !this.#session.hasEnded;
  }

  /** Whether the reviewer works in it, so that nothing may take its place. */
  get isActive(): boolean {
    return this.#session?.isActive ?? false;
  }

  /** Makes the small bar ready for the first words that are selected, unless they were already. */
  rehearse(opened: OpenedDocument): void {
    if (this.#session) return;
    const done = async () => ({ ok: true }) as const;
    const task: TaggingTask = {
      passage: '',
      around: opened.document.title,
      findPlace: () => undefined,
      opened,
      save: done,
      remove: done,
      onClose: () => {},
    };
    this.#sessionOn(task).rehearse();
  }

  /** Shows the small bar; the page keeps the focus. */
  offer(task: TaggingTask): void {
    this.#begin(task).offer();
  }

  /** Shows the whole toolbar and takes the focus. */
  open(task: TaggingTask): void {
    this.#begin(task).activate();
  }

  /** Takes the toolbar out of sight and gives the page its focus; what was chosen is kept. */
  setAside(): void {
    this.#session?.setAside();
  }

  /** Goes on with what was chosen, of a passage that has other pieces now if a task is given. */
  resume(task?: TaggingTask): void {
    this.#session?.resume(task);
  }

  /** Takes the toolbar away; what was chosen is gone. */
  close(): void {
    this.#session?.end('cancelled');
  }

  destroy(): void {
    this.close();
    this.#closing.abort();
  }

  #begin(task: TaggingTask): ToolbarSession {
    this.close();
    this.#host.clearNotice();
    this.#session = this.#sessionOn(task);
    return this.#session;
  }

  #sessionOn(task: TaggingTask): ToolbarSession {
    return new ToolbarSession(task, {
      host: this.#host,
      focus: this.#focus,
      language: this.#language,
      onDone: (...done) => this.#tell(...done),
    });
  }

  /** Says what was done with the passage, and how it is taken back. */
  #tell(outcome: Exclude<TaggingOutcome, 'cancelled'>, { undo, isLost }: Done): void {
    const sentence = taggingMessages[this.#language][isLost ? 'savedAndLost' : outcome];
    if (undo) this.#undoOffer.offer(sentence, undo);
    else this.#host.notify(sentence, { kind: 'status' });
  }
}
