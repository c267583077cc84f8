import { type CodingDraft, withoutRepeats } from '@waarborg/shared/annotation';
import type { Language } from '@waarborg/shared/messages';
import { render } from 'preact';
import { nextIdle } from '../page/in-slices.ts';
import { OfferView } from './offer-view.tsx';
import { once } from './once.ts';
import type { Proposal } from './proposals.ts';
import { findSpeaker } from './propose-details.ts';
import { divideByKept, saysAgain } from './says-again.ts';
import { proposalsFor, settingOf } from './setting-of-task.ts';
import {
  type ProposedAtFirst,
  readCodings,
  startTagging,
  type TaggingSetting,
  type TaggingState,
  troubled,
} from './tagging-state.ts';
import type { Done, SaveResult, TaggingOutcome, TaggingTask } from './tagging-task.ts';
import { createActions } from './toolbar-actions.ts';
import type { ToolbarActions, ToolbarContext } from './toolbar-context.ts';
import type { ToolbarFocus } from './toolbar-focus.ts';
import type { ToolbarHost } from './toolbar-host.ts';
import { ToolbarView } from './toolbar-view.tsx';

/** What a session shows itself in, and whom it tells. */
export interface SessionParts {
  readonly host: ToolbarHost;
  readonly focus: ToolbarFocus;
  readonly language: Language;
  /** The passage was saved or removed; called when the toolbar has gone. */
  readonly onDone: (outcome: 'saved' | 'removed', done: Done) => void;
}

/**
 * `offered`: the small bar is there, and the page has the focus; `active`: the reviewer works in the toolbar;
 * `aside`: it waits, out of sight, while something is done in the page; `ended`: nothing of it is left.
 */
type Stage = 'offered' | 'active' | 'aside' | 'ended';

/** For the small bar, which shows nothing of what is proposed for later rows. */
const nothingProposed = { proposedBasis: 'finding', proposedSpeaker: '' } as const;

/** One passage in the toolbar: what was chosen for it so far, drawn anew with each choice. */
export class ToolbarSession {
  readonly setting: TaggingSetting;
  readonly #parts: SessionParts;
  readonly #actions: ToolbarActions;
  #task: TaggingTask;
  #proposals: () => readonly Proposal[];
  /** Made when it is first needed. */
  #begun: TaggingState | undefined;
  #stage: Stage = 'offered';

  constructor(task: TaggingTask, parts: SessionParts) {
    this.#task = task;
    this.#parts = parts;
    const proposals = once(() => proposalsFor(task, parts.language));
    this.#proposals = proposals;
    this.setting = settingOf(task, parts.language, proposals);
    this.#actions = createActions(this);
  }

  get state(): TaggingState {
    this.#begun ??= this.#begin(this.setting);
    return this.#begun;
  }

  get isActive(): boolean {
    return this.#stage === 'active';
  }

  /** Whether anything of it is in the window. */
  get isShown(): boolean {
    return this.#stage === 'offered' || this.#stage === 'active';
  }

  get hasEnded(): boolean {
    return this.#stage === 'ended';
  }

  /**
   * Draws the small bar where nobody sees it. A browser compiles what it runs for the first time: done beforehand,
   * the first bar comes as fast as those after it.
   */
  rehearse(): void {
    const nowhere = document.createElement('div');
    render(<OfferView context={this.#context()} />, nowhere);
    render(null, nowhere);
  }

  /** Shows the small bar. */
  offer(): void {
    // Drawn before it is shown: a browser lays out once then.
    this.#draw();
    this.#parts.host.show(this.#task.words?.());
    this.place();
    void this.#prepare();
  }

  /** Shows the whole toolbar, and takes the focus from the page. */
  activate(): void {
    if (this.hasEnded || this.isActive) return;
    this.#stage = 'active';
    this.#parts.host.show();
    this.#parts.focus.remember();
    this.#render();
    this.#parts.focus.toStep(this.state.step);
  }

  /** Goes out of sight, and gives the page its focus; what was chosen is kept. */
  setAside(): void {
    if (this.isShown) this.#leave('aside');
  }

  /** Goes on with what was chosen, of a passage that has other pieces now if a task is given. */
  resume(task = this.#task): void {
    this.#task = task;
    this.#proposals = once(() => proposalsFor(task, this.setting.language));
    if (this.isActive) this.go(this.state);
    else this.activate();
  }

  /** Takes itself away for good; what was chosen is gone. */
  end(outcome: TaggingOutcome): void {
    if (this.hasEnded) return;
    this.#leave('ended');
    this.#task.onClose(outcome);
  }

  /** Stands by the passage again, which the page has moved. */
  place(): void {
    const place = this.isShown ? this.#task.findPlace() : undefined;
    if (place) this.#parts.host.place(place);
  }

  /** Goes to the next state, and with the focus to its row unless it is to stay. */
  go(next: TaggingState, moves: 'focus' | 'stay' = 'focus'): void {
    if (!this.isShown) return;
    this.#begun = next;
    if (!this.isActive) {
      this.activate();
      return;
    }
    this.#render();
    if (moves === 'stay') return;
    if (!this.#parts.focus.toInvalidField()) this.#parts.focus.toStep(next.step);
  }

  /** Keys now mean what they mean in the row of this step; nothing has to be drawn anew for it. */
  enterRow(step: TaggingState['step']): void {
    // The focus stays on the direction that was just chosen; there the next step is to save.
    if (this.state.step === 'save' && step === 'direction') return;
    this.#begun = { ...this.state, step };
    this.activate();
  }

  addPiece(): void {
    this.#task.addPiece?.();
  }

  async save(): Promise<void> {
    if (!this.isShown || this.state.isSaving) return;
    const reading = readCodings(this.state, this.setting);
    if (!reading.ok) {
      this.go(reading.state);
      return;
    }
    // Told once; whoever goes on means it.
    if (this.state.trouble !== 'coded-already' && this.#saysAgain(reading.codings)) {
      this.go(troubled(this.state, 'coded-already'), 'stay');
      return;
    }
    this.go({ ...this.state, isSaving: true, trouble: undefined }, 'stay');
    const codings = withoutRepeats(reading.codings);
    await this.#finish(this.#task.save(codings, this.state.note.trim()), 'saved');
  }

  async remove(): Promise<void> {
    await this.#finish(this.#task.remove(), 'removed');
  }

  #saysAgain(codings: readonly CodingDraft[]): boolean {
    const { opened, codedHere, existing } = this.#task;
    const { speakers, document } = opened;
    // What was kept before is no news.
    const { kept, changed } = divideByKept(codings, existing?.codings ?? []);
    const before = [...(codedHere?.() ?? []), ...kept];
    return saysAgain(changed, before, { speakers, issuer: document.issuer });
  }

  async #finish(work: Promise<SaveResult>, outcome: 'saved' | 'removed'): Promise<void> {
    const result = await work;
    if (this.hasEnded) return;
    if (!result.ok) {
      this.go(troubled(this.state, result.trouble), 'stay');
      return;
    }
    this.end(outcome);
    this.#parts.onDone(outcome, result);
  }

  #leave(stage: 'aside' | 'ended'): void {
    const { host, focus } = this.#parts;
    const { isActive } = this;
    // First of all: what is taken away tells that it loses the focus.
    this.#stage = stage;
    host.hide();
    render(null, host.layer);
    if (isActive) focus.giveBack();
  }

  #render(): void {
    this.#draw();
    if (this.isActive) this.#parts.host.clear(this.#task);
    this.place();
  }

  #draw(): void {
    const context = this.#context();
    render(
      this.isActive ? <ToolbarView context={context} /> : <OfferView context={context} />,
      this.#parts.host.layer,
    );
  }

  /**
   * Works out what the whole toolbar shows while the reviewer still reads the small bar: each part in a turn of its
   * own, since the first time takes long.
   */
  async #prepare(): Promise<void> {
    const { setting } = this;
    const parts = [
      () => setting.impacts,
      () => setting.proposedBasis,
      () => setting.spokenBy,
      () => setting.quoted,
      () => this.state,
    ];
    for (const part of parts) {
      await nextIdle();
      if (this.#stage !== 'offered') return;
      part();
    }
  }

  #begin(proposed: ProposedAtFirst): TaggingState {
    const { existing } = this.#task;
    return startTagging(proposed, existing?.codings ?? [], existing?.note);
  }

  #context(): ToolbarContext {
    const { speakers, document } = this.#task.opened;
    const issuer = document.issuer && findSpeaker(speakers, document.issuer);
    return {
      state: this.#begun ?? (this.isActive ? this.state : this.#begin(nothingProposed)),
      setting: this.setting,
      proposals: this.isActive ? this.#proposals() : [],
      issuerName: issuer ? issuer.name : document.issuer,
      isEditing: this.#task.existing !== undefined,
      codedBy: this.#task.codedBy,
      on: this.#actions,
    };
  }
}
