import { PassageHighlights } from '../highlighting/passage-highlights.ts';
import { type BackgroundEvent, onEvent, oneAtATime } from '../messaging/index.ts';
import type { DocumentView, ViewChange } from '../page/document-view.ts';
import type { OwnElement } from '../tagging/own-element.ts';
import type { PageTrouble } from '../tagging/tagging-kit.ts';
import { AddressLink } from './address-link.ts';
import type { AnchoredPassage, AnchorQuotes } from './anchored-passages.ts';
import { answerPageRequests } from './answer-page-requests.ts';
import { DocumentSession } from './document-session.ts';
import type { OpeningAhead } from './open-ahead.ts';
import { PageReporter } from './page-reporter.ts';
import { PassagePointer } from './passage-pointer.ts';
import { PassageStore } from './passage-store.ts';
import type { PageParts, PassageTagger } from './passage-tagger.ts';
import { TaggerOnDemand } from './tagger-on-demand.ts';
import { watchReviewer } from './watch-reviewer.ts';

/** What the page agent of a web page and that of our viewer have each in their own way. */
export interface PageAgentParts {
  readonly view: DocumentView;
  readonly own: OwnElement;
  /** What was asked of the document while it was being read. */
  readonly ahead?: OpeningAhead | undefined;
  /** Called with the passages whenever they are others, or stand elsewhere. */
  readonly onPassages?: (passages: readonly AnchoredPassage[]) => void;
  /** Gives what brings passages to the toolbar; called when it is first needed. */
  readonly createTagger: (parts: PageParts) => Promise<PassageTagger>;
}

/** Works on the document under view: shows its passages, lets the reviewer code, answers the panel. */
export class PageAgent {
  readonly #parts: PageAgentParts;
  readonly #session: DocumentSession;
  readonly #highlights: PassageHighlights;
  readonly #store: PassageStore;
  readonly #reporter: PageReporter;
  readonly #pointer: PassagePointer;
  readonly #tagger: TaggerOnDemand;
  readonly #link: AddressLink;
  readonly #opened = Promise.withResolvers<void>();
  readonly #stops: (() => void)[];
  #connection = '';

  constructor(parts: PageAgentParts) {
    const { view, own } = parts;
    this.#parts = parts;
    const session = new DocumentSession(view, parts.ahead);
    const highlights = new PassageHighlights(own.element);
    const anchor: AnchorQuotes = (text, quotes) => session.anchorQuotes(text, quotes);
    const store = new PassageStore({ view, highlights, anchor });
    const reporter = new PageReporter({ view, store });
    const pointer = new PassagePointer({ view, store, highlights });
    const onChanged = () => this.#report();
    const pageParts = { view, session, store, highlights, onChanged };
    const tagger = new TaggerOnDemand(() => parts.createTagger(pageParts));
    this.#session = session;
    this.#highlights = highlights;
    this.#store = store;
    this.#reporter = reporter;
    this.#pointer = pointer;
    this.#tagger = tagger;
    this.#link = new AddressLink({
      goTo: (id) => pointer.goTo(id),
      isKnown: (id) => store.find(id) !== undefined,
      isConnected: () => reporter.isConnected,
      say: (trouble) => this.say(trouble),
    });
    own.attach();
    const closing = new AbortController();
    this.#stops = [
      view.onChange((change) => this.#onViewChange(change)),
      onEvent((event) => this.#onEvent(event)),
      answerPageRequests({
        view,
        reporter,
        pointer,
        tagger,
        whenAnswered: session.whenAnswered,
        whenOpened: this.#opened.promise,
        whenFound: () => this.#opened.promise.then(() => store.whenSettled),
      }),
      () => closing.abort(),
      this.#link.watch(),
      () => pointer.close(),
    ];
    watchReviewer({ view, own, highlights, tagger }, closing.signal);
  }

  /** Opens the document and shows what is marked in it. */
  async start(): Promise<void> {
    const opening = this.#reopen();
    // While the background looks the document up, and its passages.
    this.#highlights.prepare();
    await opening;
    this.#opened.resolve();
    const { view } = this.#parts;
    // Our viewer says so itself, where the pages stand.
    if (view.trouble === 'no-text' && view.mediaType === 'text/html') this.say('no-text');
  }

  /** Whether the reviewer is in the middle of a passage. */
  get isInUse(): boolean {
    return this.#tagger.made?.isInUse ?? false;
  }

  /** Says one sentence in the page. */
  say(trouble: PageTrouble): void {
    this.#tagger.use((tagger) => tagger.say(trouble));
  }

  /** Lets the reviewer code words that were typed out from a page of a PDF, from 1, that has no text. */
  codeTyped(words: string, page: number): void {
    this.#tagger.use((tagger) => tagger.codeTyped(words, page));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#tagger.close();
    this.#highlights.close();
    this.#parts.own.close();
  }

  /** Reads everything of the document again. */
  readonly #reopen = oneAtATime(() => this.#open());

  async #open(): Promise<void> {
    const outcome = await this.#session.open().catch(() => undefined);
    // No answer: the extension was updated or is being removed. What is drawn stays.
    if (!outcome) return;
    this.#reporter.isConnected = outcome.ok || outcome.code !== 'not-connected';
    await this.#store.replace(outcome.ok ? outcome.value.annotations : []);
    await this.#tell('news');
  }

  /** Says what is shown now, and goes to the passage to which the address leads once it is found. */
  async #tell(what: 'news' | 'text'): Promise<void> {
    this.#report();
    this.#pointer.redraw();
    const { trouble } = this.#parts.view;
    // Where no text could be read, its absence says nothing of a passage.
    if (!trouble || trouble === 'no-text') await this.#link.follow(what);
  }

  #report(): void {
    this.#parts.onPassages?.(this.#store.passages);
    this.#reporter.report();
  }

  /** Resolves when the passages are drawn as the view is now. */
  #onViewChange(change: ViewChange): Promise<void> {
    if (change !== 'drawing') this.#reporter.renewText();
    const following = this.#follow(change);
    this.#pointer.redraw();
    return following;
  }

  async #follow(change: ViewChange): Promise<void> {
    if (change === 'drawing') return this.#store.draw();
    if (change === 'document') return this.#reopen();
    await this.#store.anchor();
    await this.#tell('text');
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
}
