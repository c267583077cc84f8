import type { TextPosition } from '@waarborg/shared/anchoring';
import { maxQuoteLength } from '@waarborg/shared/annotation';
import { findSpeech } from '@waarborg/shared/references';
import { v7 as uuidv7 } from 'uuid';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { OpenedDocument } from '../messaging/index.ts';
import type { SelectionTrouble } from '../page/document-text.ts';
import type { DocumentView } from '../page/document-view.ts';
import { placeOfFrame, rectsInWindow } from '../page/frames.ts';
import { speakerOfSpeech } from '../tagging/proposals.ts';
import type { PageTrouble, TaggingKit } from '../tagging/tagging-kit.ts';
import type { SaveResult, TaggingTask, Toolbar } from '../tagging/toolbar.tsx';
import type { PassagePlace } from '../tagging/toolbar-host.ts';
import type { DocumentSession, Saving } from './document-session.ts';
import { describeRange, draftAnnotation, redraftAnnotation, toCodingDraft } from './draft-annotation.ts';
import { PassageAttacher } from './passage-attacher.ts';
import type { PassageStore } from './passage-store.ts';
import type { PassageUpkeep } from './passage-upkeep.ts';

/** What the tagger works with. */
export interface TaggerParts {
  readonly view: DocumentView;
  readonly session: DocumentSession;
  readonly store: PassageStore;
  readonly highlights: PassageHighlights;
  readonly upkeep: PassageUpkeep;
  readonly kit: TaggingKit;
  /** The passages are others now. */
  readonly onChanged: () => void;
}

/** Brings selections and marked passages to the toolbar, and what was chosen there to the dossier. */
export class PassageTagger {
  readonly #parts: TaggerParts;
  readonly #attacher: PassageAttacher;
  #offered: TextPosition | undefined;
  #saidNotConnected = false;
  readonly #stop: () => void;

  constructor(parts: TaggerParts) {
    this.#parts = parts;
    this.#attacher = new PassageAttacher(parts);
    this.#stop = parts.view.onWindow((shown) => parts.kit.listenIn(shown));
  }

  get #toolbar(): Toolbar {
    return this.#parts.kit.toolbar;
  }

  /** Says one sentence in the page. */
  say(trouble: PageTrouble, place?: PassagePlace): void {
    this.#parts.kit.say(trouble, place);
  }

  /** Says of a frame from elsewhere that nothing can be marked in it. */
  sayOfFrame(frame: Element): void {
    const { top, left } = placeOfFrame(frame);
    this.say('foreign-frame', { top, bottom: top, left });
  }

  /** Offers the toolbar on what is selected; takes it away when nothing is, or when nobody meant that. */
  onSelect(selection: Selection | null, isAcrossOurs: boolean): void {
    if (this.#attacher.isActive) {
      if (!isAcrossOurs) this.#attacher.onSelect(selection);
      return;
    }
    if (this.#toolbar.isActive) return;
    const range = selection ? this.#parts.view.text.rangeOf(selection) : undefined;
    const reading = range && this.#parts.view.text.toPosition(range);
    if (!range || !reading?.ok) {
      if (this.#offered) this.withdraw();
      this.#offered = undefined;
      if (range && !range.collapsed && reading && !reading.ok) this.#sayWhyNot(reading.reason, range);
      return;
    }
    const { position } = reading;
    // Esc on the same words, or the selection that the page gave back: already answered.
    if (position.start === this.#offered?.start && position.end === this.#offered.end) return;
    if (isAcrossOurs) {
      this.withdraw();
      this.#offered = position;
      this.say('own-interface');
    } else this.#offer(position);
  }

  /** Offers to edit a passage. */
  offerEdit(id: string): void {
    if (this.#toolbar.isActive || this.#attacher.isActive) return;
    const task = this.#taskOf(id);
    if (task) this.#toolbar.offer(task);
  }

  /** Opens the toolbar on a passage; false when it is not in the page. */
  async edit(id: string): Promise<boolean> {
    const passage = this.#parts.store.find(id);
    const task = this.#taskOf(id);
    if (!passage?.positions[0] || !task) return false;
    this.#attacher.cancel();
    await this.#parts.view.reveal(passage.positions[0]);
    this.#toolbar.open(task);
    return true;
  }

  /** Lets the reviewer select the new place of a passage; false when there is no such passage. */
  attach(id: string): boolean {
    return this.#attacher.start(id);
  }

  close(): void {
    this.#stop();
    this.#parts.kit.close();
  }

  /** Takes away what was only offered: the reviewer is doing something else. */
  withdraw(): void {
    if (!this.#toolbar.isActive) this.#toolbar.close();
  }

  #offer(position: TextPosition): void {
    const { session, view } = this.#parts;
    // First: what is taken away takes its mark with it.
    this.withdraw();
    this.#offered = position;
    const place = () => placeOfRanges(view.text.toRanges(position));
    if (position.end - position.start > maxQuoteLength) {
      this.say('too-long', place());
      return;
    }
    if (session.opened) this.#toolbar.offer(this.#newTask(position, session.opened));
    else void this.#offerWhenOpened(position);
  }

  /** Whoever selects as soon as the page is there is faster than the answer about the document. */
  async #offerWhenOpened(position: TextPosition): Promise<void> {
    const { session, view } = this.#parts;
    await session.whenAnswered;
    if (this.#offered !== position || this.#toolbar.isActive) return;
    if (session.opened) this.#toolbar.offer(this.#newTask(position, session.opened));
    else if (!this.#saidNotConnected) {
      this.#saidNotConnected = true;
      this.say('not-connected', placeOfRanges(view.text.toRanges(position)));
    }
  }

  /** What is no part of the document, or is being written, is none of our business. */
  #sayWhyNot(reason: SelectionTrouble, range: AbstractRange): void {
    if (reason !== 'outside' && reason !== 'editable') this.say(reason, placeOfRanges([range]));
  }

  #newTask(position: TextPosition, opened: OpenedDocument): TaggingTask {
    const { view, session, store, highlights } = this.#parts;
    const range = describeRange(view.text, position, opened.document.sourceType);
    const id = uuidv7();
    const ranges = () => store.rangesOf([position]);
    highlights.mark('selected', ranges());
    return {
      passage: range.exact,
      around: textAround(view.text.text, position),
      spokenBy: speakerAt(view.text.text, position),
      findPlace: () => placeOfRanges(ranges()),
      opened,
      save: async (codings, note) => {
        const annotation = draftAnnotation(
          {
            id,
            document: opened.document.id,
            source: view.source,
            ranges: [range],
            rendition: session.rendition,
          },
          codings,
          note,
        );
        highlights.draw(annotation.id, 'saving', ranges());
        const saving = await session.save(annotation, true);
        if (!saving.ok) highlights.erase(annotation.id);
        return this.#show(saving);
      },
      remove: async () => ({ ok: true }),
      onClose: (outcome) => {
        highlights.mark('selected', []);
        if (outcome === 'saved') selectionAround(ranges())?.collapseToEnd();
      },
    };
  }

  #taskOf(id: string): TaggingTask | undefined {
    const { session, store } = this.#parts;
    const passage = store.find(id);
    if (!passage || !session.opened) return undefined;
    const { annotation, positions } = passage;
    const { opened } = session;
    return {
      passage: annotation.ranges.map(({ exact }) => exact).join(' … '),
      around: positions.map((position) => textAround(this.#parts.view.text.text, position)).join(' '),
      findPlace: () => placeOfRanges(store.rangesOf(positions)),
      opened,
      existing: { codings: annotation.codings.map(toCodingDraft), note: annotation.note },
      save: async (codings, note) =>
        this.#show(
          await session.save(
            redraftAnnotation(annotation, opened.document.id, codings, note),
            false,
            annotation.revision,
          ),
        ),
      remove: async () => {
        const saving = await session.remove(id, annotation.revision);
        if (saving.ok) store.remove(id);
        this.#parts.onChanged();
        return saving;
      },
      onClose: () => {},
    };
  }

  #show(saving: Saving): SaveResult {
    if (!saving.ok) return saving;
    this.#parts.store.add(saving.value);
    this.#parts.onChanged();
    return { ok: true };
  }
}

/** Who speaks at a passage of a debate. */
function speakerAt(text: string, { start }: TextPosition): string | undefined {
  const speech = findSpeech(text, start);
  return speech && speakerOfSpeech(speech);
}

/** How far the text around a passage goes on each side, in UTF-16 code units: a sentence or three. */
const aroundLength = 400;

function textAround(text: string, { start, end }: TextPosition): string {
  return `${text.slice(Math.max(0, start - aroundLength), start)} ${text.slice(end, end + aroundLength)}`;
}

/** The selection of the window that shows ranges. */
function selectionAround([range]: readonly AbstractRange[]): Selection | null | undefined {
  return range?.startContainer.ownerDocument?.getSelection();
}

/** Where ranges stand in the window: their first line and their last one. */
function placeOfRanges(ranges: readonly AbstractRange[]): PassagePlace | undefined {
  const rects = ranges.flatMap(rectsInWindow).filter(({ width, height }) => width > 0 && height > 0);
  const first = rects[0];
  const last = rects.at(-1);
  return first && last && { top: first.top, bottom: last.bottom, left: last.left };
}
