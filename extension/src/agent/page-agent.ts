import { PassageHighlights } from '../highlighting/passage-highlights.ts';
import {
  type BackgroundEvent,
  handlePageRequests,
  onEvent,
  oneAtATime,
  type PageReport,
  type PageTextAnswer,
  requestBackground,
  UnansweredError,
} from '../messaging/index.ts';
import type { DocumentView, ViewChange } from '../page/document-view.ts';
import type { OwnElement } from '../tagging/own-element.ts';
import { AddressLink } from './address-link.ts';
import type { AnchoredPassage } from './anchored-passages.ts';
import { DocumentSession } from './document-session.ts';
import { PassagePointer } from './passage-pointer.ts';
import { PassageStore } from './passage-store.ts';
import type { PassageTagger, TaggerParts } from './passage-tagger.ts';
import { PassageUpkeep } from './passage-upkeep.ts';
import { watchForeignFrames } from './watch-foreign-frames.ts';
import { type SelectionHow, watchSelection } from './watch-selection.ts';

/** What the page agent of a web page and that of our viewer have each in their own way. */
export interface PageAgentParts {
  readonly view: DocumentView;
  readonly own: OwnElement;
  /** Called with the passages whenever they are others, or stand elsewhere. */
  readonly onPassages?: (passages: readonly AnchoredPassage[]) => void;
  /** Gives what brings passages to the toolbar; called when it is first needed. */
  readonly createTagger: (parts: Omit<TaggerParts, 'kit'>) => Promise<PassageTagger>;
}

/** A background that was asked something stays awake at least this long. */
const wakePauseMs = 20_000;

/** Works on the document under view: shows its passages, lets the reviewer code, answers the panel. */
export class PageAgent {
  readonly #parts: PageAgentParts;
  readonly #session: DocumentSession;
  readonly #highlights: PassageHighlights;
  readonly #store: PassageStore;
  readonly #upkeep: PassageUpkeep;
  readonly #pointer: PassagePointer;
  readonly #link: AddressLink;
  readonly #opened = Promise.withResolvers<void>();
  #tagger: PassageTagger | undefined;
  #loading: Promise<PassageTagger> | undefined;
  readonly #stops: (() => void)[];
  readonly #closing = new AbortController();
  readonly #watchFrames = watchForeignFrames(
    (frame) => this.#tag((tagger) => tagger.sayOfFrame(frame)),
    this.#closing.signal,
  );
  #connection = '';
  #isConnected = true;
  #wokenAt = 0;
  /** Grows with each change of the text, and from one page to the next in the same tab. */
  #textVersion = Date.now();

  constructor(parts: PageAgentParts) {
    const { view, own } = parts;
    this.#parts = parts;
    this.#session = new DocumentSession(view);
    this.#highlights = new PassageHighlights(own.element);
    this.#store = new PassageStore({
      view,
      highlights: this.#highlights,
      anchor: (text, quotes) => this.#session.anchorQuotes(text, quotes),
    });
    this.#upkeep = new PassageUpkeep({
      view,
      session: this.#session,
      store: this.#store,
      onChanged: () => this.#report(),
    });
    this.#pointer = new PassagePointer({ view, store: this.#store, highlights: this.#highlights });
    this.#link = new AddressLink((id) => this.#pointer.goTo(id));
    own.attach();
    this.#stops = [
      view.onChange((change) => this.#onViewChange(change)),
      onEvent((event) => this.#onEvent(event)),
      handlePageRequests({
        'describe-page': () => this.#describe(),
        'show-passage': ({ id }) => this.#opened.promise.then(() => this.#pointer.goTo(id)),
        'show-place': (place) => this.#pointer.goToPlace(place),
        'point-at': ({ place }) => this.#pointer.suggest(place),
        'code-place': ({ safeguard, ...place }) =>
          this.#whenFound(
            async () =>
              this.#pointer.stands(place) && (await this.#loadTagger()).codePlace(place.position, safeguard),
          ),
        'read-text': ({ known }) => this.#readText(known),
        'emphasise-passage': ({ id }) => this.#pointer.emphasise(id),
        'edit-passage': ({ id }) => this.#whenFound(async () => (await this.#loadTagger()).edit(id)),
        'compare-passage': ({ id }) => this.#whenFound(() => this.#upkeep.compare(id)),
        'accept-passage': ({ id }) => this.#whenFound(() => this.#upkeep.accept(id)),
        'add-piece': ({ id }) => this.#whenFound(async () => (await this.#loadTagger()).addPiece(id)),
        'remove-piece': ({ id, index }) => this.#whenFound(() => this.#upkeep.removePiece(id, index)),
        'restore-passage': ({ annotation }) => this.#whenFound(() => this.#upkeep.restore(annotation)),
        'confirm-gone': ({ id, isGone }) => this.#whenFound(() => this.#upkeep.confirmGone(id, isGone)),
        'attach-passage': ({ id }) => this.#whenFound(async () => (await this.#loadTagger()).attach(id)),
        'pick-passages': () => this.#whenFound(async () => (await this.#loadTagger()).pickPassages()),
        'code-selection': () => this.#codeSelection(),
      }),
      () => this.#closing.abort(),
      view.onWindow((shown) => this.#watchWindow(shown)),
      this.#link.watch(),
      () => this.#pointer.close(),
    ];
  }

  #watchWindow(shown: Window): void {
    const { own } = this.#parts;
    const listener = {
      onStart: (isAdding: boolean) => {
        if (!isAdding) this.#tagger?.withdraw();
        this.#wake();
      },
      onSelect: (selection: Selection | null, how: SelectionHow) => this.#onSelect(selection, how),
      onClick: (x: number, y: number) => {
        const id = this.#highlights.findAt(shown.document, x, y);
        if (id) this.#tag((tagger) => tagger.offerEdit(id));
      },
    };
    watchSelection(shown, own.element, listener, this.#closing.signal);
    this.#watchFrames(shown);
  }

  /** Opens the document and shows what is marked in it. */
  async start(): Promise<void> {
    await this.#reopen();
    this.#opened.resolve();
    const { view } = this.#parts;
    // Our viewer says so itself, where the pages stand.
    if (view.trouble === 'no-text' && view.mediaType === 'text/html')
      this.#tag((tagger) => tagger.say('no-text'));
    this.#link.giveUpLater(() => {
      if (this.#isConnected) this.#tag((tagger) => tagger.say('passage-gone'));
    });
  }

  /** Lets the reviewer code words that were typed out from a page of a PDF, from 1, that has no text. */
  codeTyped(words: string, page: number): void {
    this.#tag((tagger) => tagger.codeTyped(words, page));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#tagger?.close();
    this.#highlights.close();
    this.#parts.own.close();
  }

  /** What is asked of a page that has just been loaded waits until its passages have been searched for. */
  async #whenFound<T>(answer: () => T | Promise<T>): Promise<T> {
    await this.#opened.promise;
    await this.#store.whenSettled;
    return answer();
  }

  /** Reads everything of the document again. */
  readonly #reopen = oneAtATime(() => this.#open());

  async #open(): Promise<void> {
    const outcome = await this.#session.open().catch(() => undefined);
    // No answer: the extension was updated or is being removed. What is drawn stays.
    if (!outcome) return;
    this.#isConnected = outcome.ok || outcome.code !== 'not-connected';
    await this.#store.replace(outcome.ok ? outcome.value.annotations : []);
    await this.#tell();
  }

  /** Says what is shown now, and goes to the passage to which the address leads once it is found. */
  async #tell(): Promise<void> {
    this.#report();
    this.#pointer.redraw();
    await this.#link.follow();
  }

  #onViewChange(change: ViewChange): void {
    if (change !== 'drawing') this.#textVersion += 1;
    if (change === 'drawing') this.#store.draw();
    else if (change === 'text') {
      void this.#store.anchor().then(() => this.#tell());
    } else void this.#reopen();
    this.#pointer.redraw();
  }

  #onEvent(event: BackgroundEvent): void {
    if (event.event === 'annotations-changed') void this.#reopen();
    if (event.event !== 'connection-changed') return;
    // How much waits changes all the time; only another dossier or connection shows other passages.
    const { connection } = event;
    const name = connection.state === 'connected' ? `${connection.server} ${connection.dossier.slug}` : '';
    if (name !== this.#connection) void this.#reopen();
    this.#connection = name;
  }

  #describe(): PageReport {
    const { view } = this.#parts;
    const trouble = view.trouble ?? (this.#isConnected ? undefined : 'not-connected');
    return {
      candidate: view.candidate(),
      mediaType: view.mediaType,
      ...(trouble && { trouble }),
      passages: this.#store.passages.map(({ annotation, state }) => ({ id: annotation.id, state })),
    };
  }

  #report(): void {
    this.#parts.onPassages?.(this.#store.passages);
    requestBackground('report-page', this.#describe()).catch(() => {
      // The panel asks by itself when it opens.
    });
  }

  #readText(known: number | undefined): PageTextAnswer {
    const version = this.#textVersion;
    const { text, isWrapped } = this.#parts.view.text;
    const passages = this.#store.passages.map(({ annotation, positions }) => ({
      id: annotation.id,
      positions,
    }));
    return { version, isWrapped, passages, ...(version !== known && { text }) };
  }

  #onSelect(selection: Selection | null, how: SelectionHow): void {
    // Before the toolbar is there, the end of a selection ends nothing.
    if (this.#tagger) this.#tagger.onSelect(selection, how);
    else if (selection && this.#parts.view.text.rangeOf(selection)?.collapsed === false) {
      this.#tag((tagger) => tagger.onSelect(selection, how));
    }
  }

  /** The selection may be in any window of the page. */
  async #codeSelection(): Promise<boolean> {
    const tagger = await this.#loadTagger();
    let isFound = false;
    const stop = this.#parts.view.onWindow((shown) => {
      isFound ||= tagger.codeSelection(shown.getSelection());
    });
    stop();
    return isFound;
  }

  #tag(work: (tagger: PassageTagger) => void): void {
    this.#loadTagger().then(work).catch(extensionIsGone);
  }

  #loadTagger(): Promise<PassageTagger> {
    const parts = {
      view: this.#parts.view,
      session: this.#session,
      store: this.#store,
      highlights: this.#highlights,
      upkeep: this.#upkeep,
      onChanged: () => this.#report(),
    };
    this.#loading ??= this.#parts.createTagger(parts).then(
      (tagger) => {
        this.#tagger = tagger;
        return tagger;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** A cold background takes 50 ms to answer: it is woken while the reviewer is still selecting. */
  #wake(): void {
    this.#tag(() => {});
    if (Date.now() - this.#wokenAt < wakePauseMs) return;
    this.#wokenAt = Date.now();
    requestBackground('connection-state').catch(() => {
      // Told when something is saved.
    });
  }
}

/**
 * The extension was updated or removed under an open page, before its toolbar was there: nothing of
 * ours is left that could say so. Anything else is a mistake of ours and goes to the console.
 */
function extensionIsGone(error: unknown): void {
  if (!(error instanceof UnansweredError)) throw error;
}
