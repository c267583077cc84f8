import type { TextPosition } from '@waarborg/shared/anchoring';
import { maxQuoteLength, maxRanges } from '@waarborg/shared/annotation';
import { omission } from '@waarborg/shared/text';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { SelectionTrouble } from '../page/document-text.ts';
import type { DocumentView } from '../page/document-view.ts';
import { isReachable, placeOfFrame } from '../page/frames.ts';
import { nextIdle } from '../page/in-slices.ts';
import { readSelection } from '../page/read-selection.ts';
import type { PassagePlace } from '../tagging/passage-place.ts';
import type { PageTrouble, TaggingKit } from '../tagging/tagging-kit.ts';
import type { CodedBy, TaggingTask } from '../tagging/tagging-task.ts';
import type { Toolbar } from '../tagging/toolbar.ts';
import type { DocumentSession } from './document-session.ts';
import { joinPieces } from './join-pieces.ts';
import { attachPicking, pieceToAdd } from './kept-passage-picking.ts';
import type { PassageStore } from './passage-store.ts';
import type { PassageUpkeep } from './passage-upkeep.ts';
import { placeOfRanges } from './place-of-ranges.ts';
import { type Picking, PlacePicker } from './place-picker.ts';
import { type PassageInHand, TaggingTasks } from './tagging-tasks.ts';
import type { SelectionHow } from './watch-selection.ts';

/** What a page has without its tagger. */
export interface PageParts {
  readonly view: DocumentView;
  readonly session: DocumentSession;
  readonly store: PassageStore;
  readonly highlights: PassageHighlights;
  /** The passages are others now. */
  readonly onChanged: () => void;
}

/** What the tagger works with; what is here alone comes into a page with it, when it is first needed. */
export interface TaggerParts extends PageParts {
  readonly upkeep: PassageUpkeep;
  readonly kit: TaggingKit;
}

/** How words come to the toolbar for the first time. */
interface PassageOffer {
  /** What comes after the toolbar. */
  readonly onClose?: (() => void) | undefined;
  /** Of a passage that is in the toolbar already and gets other pieces. */
  readonly id?: string | undefined;
  /** Concept id of what was suggested for it. */
  readonly safeguard?: string | undefined;
  /** The colleague who coded the same words. */
  readonly codedBy?: CodedBy | undefined;
}

/** Brings selections and marked passages to the toolbar, and what was chosen there to the dossier. */
export class PassageTagger {
  readonly #parts: TaggerParts;
  readonly #tasks: TaggingTasks;
  readonly #picker: PlacePicker;
  #offered: TextPosition | undefined;
  /** What the toolbar is on, when that is no passage yet. */
  #inHand: (PassageInHand & Pick<PassageOffer, 'onClose' | 'codedBy'>) | undefined;
  #saidUnopened = false;
  #isClosed = false;
  /** What was selected in words that are not read yet, as where a page has only just shown them. */
  #unread: { readonly selection: Selection; readonly within: Node } | undefined;
  readonly #stops: readonly (() => void)[];

  constructor(parts: TaggerParts) {
    this.#parts = parts;
    this.#tasks = new TaggingTasks(parts);
    this.#picker = new PlacePicker(parts);
    this.#stops = [
      parts.view.onWindow((shown) => parts.kit.listenIn(shown)),
      parts.view.onChange(() => this.#lookAgain()),
    ];
    void this.#rehearse();
  }

  /** In the time that it takes to select the words for which the tagger was made. */
  async #rehearse(): Promise<void> {
    await nextIdle();
    const { opened } = this.#parts.session;
    if (opened && !this.#isClosed) this.#toolbar.rehearse(opened);
  }

  /** What mends kept passages. */
  get upkeep(): PassageUpkeep {
    return this.#parts.upkeep;
  }

  get #toolbar(): Toolbar {
    return this.#parts.kit.toolbar;
  }

  /** Whether the reviewer codes or picks a passage now. */
  get isInUse(): boolean {
    return this.#toolbar.isActive || this.#picker.isActive;
  }

  /** Says one sentence in the page. */
  say(trouble: PageTrouble, place?: PassagePlace): void {
    this.#parts.kit.say(trouble, place);
  }

  /** Says of a frame from elsewhere that nothing can be marked in it. */
  sayOfFrame(frame: Element): void {
    this.say('foreign-frame', placeOfFrame(frame));
  }

  /** Offers the toolbar on what is selected; takes it away when nothing is, or when nobody meant that. */
  onSelect(selection: Selection | null, { isAcrossOurs, isAdding }: SelectionHow): void {
    this.#unread = undefined;
    if (this.#picker.isActive) {
      if (!isAcrossOurs) this.#picker.onSelect(selection);
      return;
    }
    if (this.#toolbar.isActive && !isAdding) return;
    const range = selection ? this.#parts.view.text.rangeOf(selection) : undefined;
    const reading = range && readSelection(this.#parts.view.text, range);
    if (!range || !reading?.ok) {
      // A toolbar on a marked passage is not on what was selected.
      if (this.#inHand && !this.#inHand.codedBy && !isAdding) this.withdraw();
      this.#offered = undefined;
      if (!selection || !range || range.collapsed || !reading || reading.ok) return;
      if (isUnread(selection, reading.reason)) this.#unread = { selection, within: range.startContainer };
      else this.#sayWhyNot(reading.reason, range);
      return;
    }
    const { position } = reading;
    // Esc on the same words, or the selection that the page gave back: already answered.
    if (position.start === this.#offered?.start && position.end === this.#offered.end) return;
    if (isAcrossOurs) {
      this.withdraw();
      this.#offered = position;
      this.say('own-interface');
    } else if (isAdding && this.#inHand && this.#toolbar.isOpen) {
      this.#offered = position;
      this.#extend([position]);
    } else if (!this.#toolbar.isActive) this.#offer(position);
  }

  /** The page has been read again: whoever selects words as soon as they are there is faster than that. */
  #lookAgain(): void {
    const unread = this.#unread;
    if (!unread || !isReachable(unread.within)) return;
    this.onSelect(unread.selection, { isAcrossOurs: false, isAdding: false });
  }

  /** Opens the toolbar on what is selected in a window, or says why it cannot be coded; false when nothing is. */
  codeSelection(selection: Selection | null): boolean {
    const { view } = this.#parts;
    const range = selection ? view.text.rangeOf(selection) : undefined;
    if (!range || range.collapsed) return false;
    const reading = readSelection(view.text, range);
    if (reading.ok) this.#openOn([reading.position]);
    // Who asks gets an answer, also of what is none of our business when it is only selected.
    else this.say(reading.reason, placeOfRanges([range]));
    return true;
  }

  /** Opens the toolbar on words that the reviewer typed out from a page that has no text. */
  async codeTyped(words: string, page: number): Promise<void> {
    const { session } = this.#parts;
    // Whoever types as soon as the page is there is faster than the answer about the document.
    await session.whenAnswered;
    const { opened } = session;
    this.#picker.cancel();
    if (opened) this.#toolbar.open(this.#tasks.ofTyped(words, page, opened));
    else this.#sayUnopened();
  }

  /** Opens the toolbar on words with a safeguard chosen; false while there is no connection with a dossier. */
  async codePlace(position: TextPosition, safeguard: string): Promise<boolean> {
    const { session, view } = this.#parts;
    if (!session.opened) return false;
    this.#picker.cancel();
    await view.reveal(position);
    this.#openOn([position], { safeguard });
    return true;
  }

  /** Lets the reviewer step through the text by keyboard and code what is chosen. */
  pickPassages(from?: number): void {
    this.#toolbar.close();
    if (this.#parts.view.trouble) {
      this.say('no-text');
      return;
    }
    this.#picker.start({
      purpose: 'code',
      from,
      take: async (pieces) => {
        const last = pieces.at(-1);
        return {
          ok: true,
          next: () => this.#openOn(pieces, { onClose: () => this.#resumePicking(last?.start) }),
        };
      },
    });
  }

  /** Goes on after a passage, unless the toolbar was closed because something else begins. */
  #resumePicking(from: number | undefined): void {
    queueMicrotask(() => {
      if (!this.#toolbar.isOpen && !this.#picker.isActive && !this.#isClosed) this.pickPassages(from);
    });
  }

  /** Offers to edit one's own passage, and to code the words of a colleague's oneself. */
  offerEdit(id: string): void {
    if (this.#toolbar.isActive || this.#picker.isActive) return;
    const task = this.#taskAt(id);
    if (task) this.#toolbar.offer(task);
  }

  /**
   * Opens the toolbar on a passage, one's own also where it was not found; false when there is nothing that this
   * reviewer can code.
   */
  async edit(id: string): Promise<boolean> {
    const { store, view } = this.#parts;
    const passage = store.find(id);
    if (!passage) return false;
    const [position] = passage.positions;
    this.#picker.cancel();
    if (position) await view.reveal(position);
    else if (passage.page !== undefined) await view.revealPage?.(passage.page);
    // First: what is taken away takes its mark with it.
    this.#toolbar.close();
    const task = this.#taskAt(id);
    if (task) this.#toolbar.open(task);
    return task !== undefined;
  }

  /** One's own passage, first of all where several marked the same words; else the words of a colleague's anew. */
  #taskAt(id: string): TaggingTask | undefined {
    const { session, store } = this.#parts;
    const found = store.find(id);
    if (!found) return undefined;
    const { creator, codings } = found.annotation;
    const user = session.opened?.connection.user.id;
    if (creator.id === user) return this.#tasks.ofExisting(id);
    if (found.positions.length === 0) return undefined;
    const place = JSON.stringify(found.positions);
    const own = store.passages.find(
      ({ annotation, positions }) => annotation.creator.id === user && JSON.stringify(positions) === place,
    );
    if (own) return this.#tasks.ofExisting(own.annotation.id);
    return this.#newTask(found.positions, { codedBy: { name: creator.name, codings } });
  }

  /** Lets the reviewer pick the new place of a passage; false when there is no such passage. */
  attach(id: string): boolean {
    return this.#pick(attachPicking(this.#parts, id));
  }

  /** Lets the reviewer pick another piece of a kept passage; false when that cannot be done. */
  addPiece(id: string): boolean {
    return this.#pick(pieceToAdd(this.#parts, id));
  }

  #pick(picking: Picking | undefined): boolean {
    if (!picking) return false;
    this.#toolbar.close();
    this.#picker.start(picking);
    return true;
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#picker.close();
    this.#parts.kit.close();
  }

  /** Takes away what was only offered: the reviewer is doing something else. */
  withdraw(): void {
    // Nor a toolbar that waits while a piece for it is picked.
    if (!this.isInUse) this.#toolbar.close();
  }

  #offer(position: TextPosition): void {
    const { session, view } = this.#parts;
    // First: what is taken away takes its mark with it.
    this.withdraw();
    this.#offered = position;
    if (isTooLong(position)) {
      this.say('too-long', placeOfRanges(view.text.toRanges(position)));
      return;
    }
    if (session.opened) this.#toolbar.offer(this.#newTask([position]) as TaggingTask);
    else void this.#offerWhenOpened(position);
  }

  /** Whoever selects as soon as the page is there is faster than the answer about the document. */
  async #offerWhenOpened(position: TextPosition): Promise<void> {
    const { session, view } = this.#parts;
    await session.whenAnswered;
    if (this.#offered !== position || this.#toolbar.isActive) return;
    const task = this.#newTask([position]);
    if (task) this.#toolbar.offer(task);
    else if (!this.#saidUnopened && session.trouble !== 'own-page') {
      this.#saidUnopened = true;
      this.#sayUnopened(placeOfRanges(view.text.toRanges(position)));
    }
  }

  /** Says why nothing can be coded: the document could not be opened. */
  #sayUnopened(place?: PassagePlace): void {
    const { trouble } = this.#parts.session;
    this.say(trouble === 'not-connected' ? trouble : `unopened-${trouble}`, place);
  }

  #openOn(pieces: readonly TextPosition[], offer: PassageOffer = {}): void {
    // First: what is taken away takes its mark with it.
    this.#toolbar.close();
    this.#offered = pieces.at(-1);
    const place = placeOfRanges(this.#parts.store.rangesOf(pieces));
    if (pieces.some(isTooLong)) {
      this.say('too-long', place);
      return;
    }
    const task = this.#newTask(pieces, offer);
    if (task) this.#toolbar.open(task);
    else this.#sayUnopened(place);
  }

  /** What is no part of the document, or is being written, is none of our business. */
  #sayWhyNot(reason: SelectionTrouble, range: AbstractRange): void {
    if (reason !== 'outside' && reason !== 'editable') this.say(reason, placeOfRanges([range]));
  }

  /** Undefined while there is no connection with a dossier. */
  #newTask(
    pieces: readonly TextPosition[],
    { onClose, id, safeguard, codedBy }: PassageOffer = {},
  ): TaggingTask | undefined {
    const { opened } = this.#parts.session;
    if (!opened) return undefined;
    const passage = this.#tasks.takeInHand(pieces, id);
    this.#inHand = { ...passage, onClose, codedBy };
    return this.#tasks.ofNew(passage, opened, {
      safeguard,
      codedBy,
      addPiece: () => this.#pickPiece(),
      onClose: () => {
        this.#inHand = undefined;
        onClose?.();
      },
    });
  }

  /** Sets the toolbar aside while another piece of its passage is picked. */
  #pickPiece(): void {
    const passage = this.#inHand;
    if (!passage) return;
    this.#toolbar.setAside();
    let isTaken = false;
    this.#picker.start({
      purpose: 'add',
      quote: passage.pieces.map(({ start, end }) => passage.text.slice(start, end)).join(omission),
      from: passage.pieces.at(-1)?.end,
      take: async (pieces) => {
        isTaken = true;
        return { ok: true, next: () => this.#extend(pieces) };
      },
      onClose: () => {
        if (!isTaken) this.#extend([]);
      },
    });
  }

  /** Adds pieces to the passage in the toolbar, whose choices stay as they are. */
  #extend(added: readonly TextPosition[]): void {
    const passage = this.#inHand;
    if (!passage) return;
    // In another text the pieces stand elsewhere; those that were described stay as they are.
    if (passage.text !== this.#parts.view.text.text) {
      this.#toolbar.resume();
      this.say('page-changed');
      return;
    }
    const pieces = added.reduce(joinPieces, passage.pieces);
    const isTooMany = pieces.length > maxRanges;
    this.#toolbar.resume(this.#newTask(isTooMany ? passage.pieces : pieces, passage));
    if (isTooMany) this.say('too-many-pieces');
  }
}

/** Whether words are selected of which the text as last read knows nothing. */
function isUnread(selection: Selection, reason: SelectionTrouble): boolean {
  return reason === 'outside' || (reason === 'empty' && selection.toString().trim() !== '');
}

function isTooLong({ start, end }: TextPosition): boolean {
  return end - start > maxQuoteLength;
}
