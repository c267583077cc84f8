import type { CodingDraft } from '@waarborg/shared/annotation';
import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { render } from 'preact';
import type { OpenedDocument } from '../messaging/index.ts';
import { mayTakeKey } from './may-take-key.ts';
import { OfferView } from './offer-view.tsx';
import { findSpeaker } from './propose-details.ts';
import {
  addAnother,
  change,
  choose,
  currentForm,
  readCodings,
  removeForm,
  repeatLast,
  type Step,
  search,
  showForm,
  startTagging,
  type TaggingState,
  type Trouble,
  takeSuggestion,
  troubled,
  typeSpeaker,
} from './tagging-state.ts';
import type { ToolbarActions, ToolbarContext } from './toolbar-context.ts';
import { ToolbarFocus } from './toolbar-focus.ts';
import type { PassagePlace, ToolbarHost } from './toolbar-host.ts';
import { effectOfKey, type KeyEffect, type KeyPlace } from './toolbar-keys.ts';
import { contextOf, settingOf, type ToolbarSession } from './toolbar-session.ts';
import { ToolbarView } from './toolbar-view.tsx';
import type { Undo, UndoOffer } from './undo-offer.ts';

export type SaveResult =
  | { readonly ok: true; readonly undo?: Undo | undefined }
  | { readonly ok: false; readonly trouble: Trouble };

/** A passage to be coded, and what becomes of it. */
export interface TaggingTask {
  /** Its words. */
  readonly passage: string;
  /** The text around it. */
  readonly around: string;
  /** Concept id of what was suggested for it: chosen from the start. */
  readonly safeguard?: string | undefined;
  /** Who speaks here by name, in a debate. */
  readonly spokenBy?: string | undefined;
  /** Where it stands in the window now; undefined when it is not drawn. */
  readonly findPlace: () => PassagePlace | undefined;
  readonly opened: OpenedDocument;
  /** Of a passage that is coded already. */
  readonly existing?: { readonly codings: readonly CodingDraft[]; readonly note?: string | undefined };
  readonly save: (codings: readonly CodingDraft[], note: string) => Promise<SaveResult>;
  readonly remove: () => Promise<SaveResult>;
  /** Lets the reviewer pick another piece of the passage; absent where it stays as it was marked. */
  readonly addPiece?: (() => void) | undefined;
  /** Called once, whatever the way out. */
  readonly onClose: (outcome: 'saved' | 'removed' | 'cancelled') => void;
}

/** The tagging toolbar: one at a time, on one passage. */
export class Toolbar {
  readonly #host: ToolbarHost;
  readonly #language: Language;
  readonly #focus: ToolbarFocus;
  readonly #undoOffer: UndoOffer;
  readonly #closing = new AbortController();
  #session: ToolbarSession | undefined;

  constructor(host: ToolbarHost, language: Language, undoOffer: UndoOffer) {
    this.#host = host;
    this.#undoOffer = undoOffer;
    this.#language = language;
    this.#focus = new ToolbarFocus(host);
  }

  /** Hears the keys of a window that shows a part of the page, and follows what scrolls in it. */
  listenIn(shown: Window): void {
    const { signal } = this.#closing;
    const options = { capture: true, signal };
    shown.addEventListener('keydown', this.#onKeydown, options);
    shown.addEventListener('keyup', this.#focus.keepFromPage, options);
    shown.addEventListener('keypress', this.#focus.keepFromPage, options);
    shown.addEventListener('scroll', this.#place, { capture: true, passive: true, signal });
    shown.addEventListener('resize', this.#place, { passive: true, signal });
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** Whether the reviewer works in it, so that nothing may take its place. */
  get isActive(): boolean {
    return this.#session?.isActive ?? false;
  }

  /** Shows the small bar; the page keeps the focus. */
  offer(task: TaggingTask): void {
    this.#start(task, false);
  }

  /** Shows the whole toolbar and takes the focus. */
  open(task: TaggingTask): void {
    this.#start(task, true);
  }

  /** Takes the toolbar out of sight and gives the page its focus; what was chosen is kept. */
  setAside(): void {
    const session = this.#session;
    if (!session || session.isAside) return;
    session.isAside = true;
    this.#host.hide();
    render(null, this.#host.layer);
    if (session.isActive) this.#focus.giveBack();
    session.isActive = false;
  }

  /** Goes on with what was chosen, of a passage that has other pieces now if a task is given. */
  resume(task?: TaggingTask): void {
    const session = this.#session;
    if (!session) return;
    if (task) session.task = task;
    session.isAside = false;
    this.#host.show();
    if (session.isActive) this.#go(session.state);
    else this.#activate();
  }

  /** Takes the toolbar away; what was chosen is gone. */
  close(outcome: 'saved' | 'removed' | 'cancelled' = 'cancelled'): void {
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    this.#host.hide();
    render(null, this.#host.layer);
    if (session.isActive) this.#focus.giveBack();
    session.task.onClose(outcome);
  }

  destroy(): void {
    this.close();
    this.#closing.abort();
  }

  #start(task: TaggingTask, isActive: boolean): void {
    this.close();
    this.#host.clearNotice();
    const setting = settingOf(task, this.#language);
    const state = startTagging(setting, task.existing?.codings ?? [], task.existing?.note);
    this.#session = { task, setting, state, isActive: false, isAside: false };
    this.#host.show();
    if (isActive) this.#activate();
    else this.#render();
  }

  #activate(): void {
    if (!this.#session || this.#session.isActive) return;
    this.#session.isActive = true;
    this.#focus.remember();
    this.#render();
    this.#focus.toStep(this.#session.state.step);
  }

  readonly #place = (): void => {
    const session = this.#session;
    const place = session?.isAside ? undefined : session?.task.findPlace();
    if (place) this.#host.place(place);
  };

  #render(): void {
    const session = this.#session;
    if (!session) return;
    const context: ToolbarContext = {
      ...contextOf(session),
      on: this.#actions,
    };
    render(
      session.isActive ? <ToolbarView context={context} /> : <OfferView context={context} />,
      this.#host.layer,
    );
    this.#place();
  }

  /** Goes to the next state, and with the focus to its row when the row is another one. */
  #go(next: TaggingState, moves: 'focus' | 'stay' = 'focus'): void {
    const session = this.#session;
    if (!session) return;
    session.state = next;
    if (session.isActive) {
      this.#render();
      if (moves === 'focus') this.#focusOn(next);
    } else this.#activate();
  }

  #focusOn({ trouble, step }: TaggingState): void {
    if (trouble === 'choose-speaker') this.#focus.toSpeaker();
    else this.#focus.toStep(step);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#focus.forget(event);
    const session = this.#session;
    if (!session || session.isAside || !event.isTrusted) return;
    const isInside = event.target === this.#host.element;
    if (isInside) this.#focus.take(event);
    else if (session.isActive || !mayTakeKey(event)) return;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      if (isInside) this.#onChord(event);
    } else if (isInside && event.key === 'Tab') {
      this.#focus.keepInside(event);
    } else {
      const place = isInside ? this.#focus.placeOf() : 'row';
      const effect = effectOfKey(event.key, place, session.state, session.setting);
      if (effect.does === 'native') return;
      event.preventDefault();
      this.#focus.take(event);
      this.#carryOut(session, effect, event.key, place);
    }
  };

  /** The one chord that is ours: Ctrl+Enter saves, also from the note. */
  #onChord(event: KeyboardEvent): void {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    void this.#save();
  }

  #carryOut(session: ToolbarSession, effect: KeyEffect, key: string, place: KeyPlace): void {
    if (effect.does === 'close') this.close();
    else if (effect.does === 'save') {
      // Enter in the small bar opens it; nothing was chosen that could be saved.
      if (session.isActive) void this.#save();
      else this.#activate();
    } else if (effect.does === 'state') this.#go(effect.state, place === 'speaker' ? 'stay' : 'focus');
    else if (effect.does === 'focus-step') this.#go({ ...session.state, step: effect.step });
    else if (effect.does === 'add-piece') session.task.addPiece?.();
    else if (effect.does === 'move-focus') this.#focus.move(effect.by);
    else if (effect.does === 'search') {
      this.#go(search(session.state, effect.step, key === '/' ? '' : key), 'stay');
      this.#focus.toSearch(effect.step);
    }
  }

  async #save(): Promise<void> {
    const session = this.#session;
    if (!session || session.state.isSaving) return;
    const reading = readCodings(session.state, session.setting);
    if (!reading.ok) {
      this.#go(reading.state);
      return;
    }
    this.#go({ ...session.state, isSaving: true, trouble: undefined }, 'stay');
    await this.#finish(session, session.task.save(reading.codings, session.state.note.trim()), 'saved');
  }

  async #finish(
    session: ToolbarSession,
    work: Promise<SaveResult>,
    outcome: 'saved' | 'removed',
  ): Promise<void> {
    const result = await work;
    if (this.#session !== session) return;
    if (!result.ok) {
      this.#go(troubled(session.state, result.trouble), 'stay');
      return;
    }
    const place = session.task.findPlace();
    this.close(outcome);
    const sentence = taggingMessages[this.#language][outcome];
    if (result.undo) this.#undoOffer.offer(sentence, result.undo, place);
    else this.#host.notify(sentence, { kind: 'status', place });
  }

  /** Changes the state of the session that is there when it is called. */
  #with(work: (session: ToolbarSession) => void) {
    if (this.#session) work(this.#session);
  }

  readonly #actions: ToolbarActions = {
    choose: (step, value) => this.#with(({ state }) => this.#go(choose({ ...state, step }, step, value))),
    change: (changes) => this.#with(({ state }) => this.#go(change(state, changes), 'stay')),
    typeSpeaker: (field, text) =>
      this.#with(({ state }) => this.#go(typeSpeaker(state, field, text), 'stay')),
    takeSpeaker: (index) =>
      this.#with(({ state, setting }) => this.#go(takeSuggestion(state, setting, index), 'stay')),
    leaveSpeaker: () => this.#with(({ state }) => this.#leaveSpeaker(state)),
    search: (step, query) => this.#with(({ state }) => this.#go(search(state, step, query), 'stay')),
    note: (note) => this.#with(({ state }) => this.#go({ ...state, note }, 'stay')),
    showDetails: (showsDetails) => this.#with(({ state }) => this.#go({ ...state, showsDetails }, 'stay')),
    showForm: (index) => this.#with(({ state }) => this.#go(showForm(state, index))),
    removeForm: (index) => this.#with(({ state, setting }) => this.#go(removeForm(state, index, setting))),
    addAnother: () => this.#with(({ state, setting }) => this.#go(addAnother(state, setting))),
    addPiece: () => this.#with(({ task }) => task.addPiece?.()),
    repeat: () => this.#with(({ state, setting }) => this.#go(repeatLast(state, setting))),
    focusRow: (step: Step) => this.#with((session) => this.#onFocusRow(session, step)),
    activate: () => this.#activate(),
    save: () => void this.#save(),
    remove: () => this.#with((session) => void this.#finish(session, session.task.remove(), 'removed')),
    close: () => this.close(),
  };

  /** An exact name or alias is the speaker who has it. */
  #leaveSpeaker(state: TaggingState): void {
    const { suggesting } = state;
    // A field that goes away with the toolbar is left too.
    if (!suggesting || !this.#session?.isActive || this.#session.isAside) return;
    const typed = currentForm(state)[suggesting.field];
    const known = findSpeaker(this.#session.setting.speakers, typed);
    this.#go(
      { ...change(state, { [suggesting.field]: known?.id ?? typed.trim() }), suggesting: undefined },
      'stay',
    );
  }

  /** Keys now mean what they mean in that row; nothing has to be drawn anew for it. */
  #onFocusRow(session: ToolbarSession, step: Step): void {
    // The focus stays on the direction that was just chosen; there the next step is to save.
    if (session.state.step === 'save' && step === 'direction') return;
    session.state = { ...session.state, step };
    if (!session.isActive) this.#activate();
  }
}
