import './provide-pdfjs.ts';
import { AnnotationEditorType, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { EventBus, LinkTarget, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { footRoom, toLiveRange } from '../page/frames.ts';
import { FindController } from './find-controller.ts';
import type { OutlineDestination } from './outline-view.tsx';
import { noTranslator, type PartNames, PdfNames } from './pdf-names.ts';

/** What the bar above the pages shows. */
export interface StageState {
  readonly page: number;
  /** What the PDF itself calls that page (`iv`), where that is not its number. */
  readonly label?: string | undefined;
  readonly pages: number;
  /** 1 is a hundred per cent. */
  readonly scale: number;
  /** `page-width`, `page-fit`, `auto` or a number. */
  readonly scaleName: string;
  readonly found?:
    | { readonly current: number; readonly total: number; readonly isMissing: boolean }
    | undefined;
}

/** Names of scales that depend on the room there is. */
const fittingScales = new Set(['auto', 'page-width', 'page-fit']);

/** How long a page may take to be drawn before a passage on it is given up. */
const drawMs = 5_000;

/** How many pages are asked for their size together. */
const sizesInTurn = 50;

/** Parts of pdf.js' page view that its types keep to themselves. */
interface PageView {
  readonly div?: HTMLElement;
  readonly pdfPage?: PDFPageProxy | null;
  setPdfPage(page: PDFPageProxy): void;
  readonly textLayer?: { readonly highlighter?: { readonly textDivs?: readonly Node[] | null } } | null;
}

/** The pages of a PDF on the screen: pdf.js' own viewer, with its link service and find controller. */
export class PdfStage {
  readonly #events = new EventBus();
  readonly #links: PDFLinkService;
  readonly #viewer: PDFViewer;
  readonly #find: FindController;
  readonly #names: PdfNames;
  readonly #firstSeen: Promise<void>;
  #sizesKnown = Promise.resolve();
  readonly #container: HTMLDivElement;
  readonly #notices = new Map<number, HTMLElement>();
  readonly #textLayerListeners = new Set<(page: number) => void>();
  readonly #set: (changes: Partial<StageState>) => void;
  #state: StageState = { page: 1, pages: 0, scale: 1, scaleName: 'auto' };

  /**
   * @param container scrolls, is positioned, and holds one element for the pages
   * @param names of what is in it
   */
  constructor(container: HTMLDivElement, names: PartNames, onState: (state: StageState) => void) {
    this.#container = container;
    const eventBus = this.#events;
    this.#links = new PDFLinkService({
      eventBus,
      externalLinkTarget: LinkTarget.BLANK,
      externalLinkRel: 'noopener noreferrer',
    });
    // A place on a page is known when its size is.
    const goToDestination = this.#links.goToDestination.bind(this.#links);
    this.#links.goToDestination = (destination) => this.#sizesKnown.then(() => goToDestination(destination));
    this.#find = new FindController({ eventBus, linkService: this.#links });
    this.#viewer = new PDFViewer({
      container,
      eventBus,
      linkService: this.#links,
      findController: this.#find,
      // Forms and scripts of a PDF are not for reading: only its links are.
      annotationMode: 1,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      imageResourcesPath: '/pdfjs/images/',
      l10n: noTranslator as never,
      enableAutoLinking: false,
      // The browser's own selection is seen by our toolbar, and by assistive technology.
      enableSelectionRendering: false,
    });
    this.#links.setViewer(this.#viewer);
    this.#set = (changes) => {
      this.#state = { ...this.#state, ...changes };
      onState(this.#state);
    };
    this.#listen(this.#set);
    this.#names = new PdfNames(names);
    this.#names.give(eventBus, this.#viewer);
    this.#firstSeen = firstSeen(eventBus);
    new ResizeObserver(() => this.#fitAnew()).observe(container);
  }

  /** A page that was made to fit fits again when the window, the panel or the outline beside it changes. */
  #fitAnew(): void {
    const { currentScaleValue } = this.#viewer;
    if (this.#viewer.pagesCount > 0 && fittingScales.has(currentScaleValue)) {
      this.#viewer.currentScaleValue = currentScaleValue;
    }
    this.#viewer.update();
  }

  /** Shows a document, from its first page, and comes back when that is seen: all else that a PDF is asked can wait. */
  async show(pdf: PDFDocumentProxy): Promise<void> {
    this.#links.setDocument(pdf, null);
    this.#viewer.setDocument(pdf);
    await this.#firstSeen;
    this.#sizesKnown = this.#learnSizes(pdf);
    void this.#learnLabels(pdf);
  }

  async #learnLabels(pdf: PDFDocumentProxy): Promise<void> {
    const labels = await pdf.getPageLabels().catch(() => null);
    // Labels that are numbers say nothing new.
    if (!labels || labels.every((label, index) => label === String(index + 1))) return;
    this.#viewer.setPageLabels(labels);
    this.#names.namePages(this.#viewer);
    this.#set({ label: this.#viewer.currentPageLabel ?? undefined });
  }

  /** Until they are drawn pages have the size of the first: here those that differ get theirs, many in a turn. */
  async #learnSizes(pdf: PDFDocumentProxy): Promise<void> {
    const first = await pdf.getPage(1).catch(() => undefined);
    if (!first) return;
    for (let from = 2; from <= pdf.numPages; from += sizesInTurn) {
      const count = Math.min(sizesInTurn, pdf.numPages + 1 - from);
      const asked = Array.from({ length: count }, (_, index) =>
        pdf.getPage(from + index).catch(() => undefined),
      );
      const views = (await Promise.all(asked)).flatMap((page) => {
        const view = page && this.#viewOf(page.pageNumber);
        return view && !view.pdfPage && sizeOf(page) !== sizeOf(first) ? [{ view, page }] : [];
      });
      if (views.length > 0) {
        this.#keepPlace(() => {
          for (const { view, page } of views) view.setPdfPage(page);
        });
      }
    }
  }

  /** Has pages change their size while what the reader sees stays where it is, also where that is one of them. */
  #keepPlace(change: () => void): void {
    const container = this.#container;
    const pages = [...container.querySelectorAll<HTMLElement>('.page')];
    const seen = pages.find((page) => page.offsetTop + page.offsetHeight > container.scrollTop);
    const before = (seen?.offsetTop ?? 0) - container.scrollTop;
    // A browser that keeps the place itself does so unless the page that is seen changes too.
    container.style.overflowAnchor = 'none';
    change();
    container.scrollTop = (seen?.offsetTop ?? 0) - before;
    container.style.overflowAnchor = '';
  }

  /** The page that a reader sees most of, from 1. */
  get page(): number {
    return this.#state.page;
  }

  /**
   * Whether there is such a page.
   *
   * @param page its label, or its number from 1
   */
  goToPage(page: string | number): boolean {
    const number = this.#viewer.pageLabelToPageNumber(String(page)) ?? Number(page);
    const isThere = Number.isInteger(number) && number >= 1 && number <= this.#viewer.pagesCount;
    if (isThere) this.#viewer.currentPageNumber = number;
    return isThere;
  }

  /** @param destination of an entry of the outline */
  goTo(destination: OutlineDestination): void {
    if (destination !== null) void this.#links.goToDestination(destination);
  }

  /** @param steps negative to make it smaller */
  zoom(steps: number): void {
    this.#viewer.updateScale({ steps });
  }

  zoomTo(scaleName: string): void {
    this.#viewer.currentScaleValue = scaleName;
  }

  find(query: string, direction: 'first' | 'next' | 'previous'): void {
    this.#events.dispatch('find', {
      source: this,
      type: direction === 'first' ? '' : 'again',
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: direction === 'previous',
      matchDiacritics: false,
    });
  }

  /**
   * The elements of a page's text layer, one for each run of text; undefined while it is not drawn.
   * @param page from 0
   */
  findTextLayer(page: number): readonly Node[] | undefined {
    const divs = this.#viewOf(page + 1)?.textLayer?.highlighter?.textDivs;
    return divs?.[0]?.isConnected ? divs : undefined;
  }

  /** Calls back when the text layer of a page has been drawn, or drawn anew. */
  onTextLayer(listener: (page: number) => void): () => void {
    this.#textLayerListeners.add(listener);
    return () => this.#textLayerListeners.delete(listener);
  }

  /**
   * Scrolls to a page and waits until its text layer is there.
   * @param page from 1
   */
  async drawPage(page: number): Promise<void> {
    await this.#firstSeen;
    await this.#sizesKnown;
    const drawn = new Promise<void>((resolve) => {
      const stop = this.onTextLayer((number) => {
        if (number !== page) return;
        stop();
        resolve();
      });
      setTimeout(resolve, drawMs);
    });
    this.#viewer.scrollPageIntoView({ pageNumber: page });
    if (!this.findTextLayer(page - 1)) await drawn;
  }

  /**
   * The element at the head of a page, where something is said of it; what is drawn of the page moves down as far as
   * that takes. It is the same one for good: what is typed in it stays when the page is drawn anew.
   * @param page from 1
   */
  noticeOn(page: number): HTMLElement {
    const known = this.#notices.get(page);
    if (known) return known;
    const notice = document.createElement('div');
    notice.className = 'page-notice';
    makeRoomFor(notice);
    this.#notices.set(page, notice);
    this.#showNotice(page);
    return notice;
  }

  /** Where the notice on a page ends, else the page begins, in the window; undefined when the page is not there. */
  placeOfPage(page: number): DOMRect | undefined {
    const element = this.#viewOf(page)?.div;
    if (!element) return undefined;
    const { left, top, width } = element.getBoundingClientRect();
    const notice = element.querySelector('.page-notice')?.getBoundingClientRect();
    return new DOMRect(left, notice?.bottom ?? top, width, 0);
  }

  #viewOf(page: number): PageView | undefined {
    return this.#viewer.getPageView(page - 1);
  }

  /** pdf.js empties the element of a page whenever it draws it anew. */
  #showNotice(page: number): void {
    const element = this.#viewOf(page)?.div;
    const notice = this.#notices.get(page);
    if (element && notice && notice.parentNode !== element) element.append(notice);
  }

  /** Puts the beginning of a range at a third of the height of the stage, unless all of it is in view. */
  scrollToRange(range: AbstractRange): void {
    const { top, bottom } = toLiveRange(range).getBoundingClientRect();
    const stage = this.#container.getBoundingClientRect();
    if (top >= stage.top && bottom <= stage.bottom - footRoom) return;
    this.#container.scrollBy({ top: top - stage.top - stage.height / 3 });
  }

  #listen(set: (changes: Partial<StageState>) => void): void {
    this.#events.on('pagesinit', () => {
      this.#viewer.currentScaleValue = 'auto';
      set({ pages: this.#viewer.pagesCount });
    });
    this.#events.on('pagechanging', ({ pageNumber, pageLabel }: PageChange) =>
      set({ page: pageNumber, label: pageLabel ?? undefined }),
    );
    this.#events.on('scalechanging', ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
      set({ scale, scaleName: presetValue ?? String(scale) }),
    );
    const tell = (page: number) => {
      for (const listener of this.#textLayerListeners) listener(page);
    };
    this.#events.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => this.#showNotice(pageNumber));
    this.#events.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => tell(pageNumber));
    // The find controller puts other nodes into the text layers.
    this.#events.on('updatetextlayermatches', ({ pageIndex }: { pageIndex: number }) =>
      queueMicrotask(() => tell(pageIndex + 1)),
    );
    const count = ({ state, matchesCount }: FindUpdate) =>
      set({ found: { ...matchesCount, isMissing: state === findStateNotFound } });
    this.#events.on('updatefindcontrolstate', count);
    this.#events.on('updatefindmatchescount', count);
  }
}

/** When a reader sees a page, with words to select. In a window that nobody looks at none is drawn. */
function firstSeen(events: EventBus): Promise<void> {
  return new Promise((resolve) => {
    const unlessShown = () => {
      if (document.visibilityState === 'hidden') resolve();
    };
    unlessShown();
    document.addEventListener('visibilitychange', unlessShown, { once: true });
    events.on('textlayerrendered', () => resolve(), { once: true });
    events.on('pagerendered', ({ error }: { error?: unknown }) => error && resolve());
    setTimeout(resolve, drawMs);
  });
}

function sizeOf({ view, rotate, userUnit }: PDFPageProxy): string {
  return [...view, rotate, userUnit].join(' ');
}

/** `FindState.NOT_FOUND` of pdf.js. */
const findStateNotFound = 1;

interface PageChange {
  readonly pageNumber: number;
  readonly pageLabel?: string | null;
}

interface FindUpdate {
  readonly state?: number;
  readonly matchesCount: { readonly current: number; readonly total: number };
}

/** Keeps as much room at the head of its page as a notice takes, also while that is folded out, or put back. */
function makeRoomFor(notice: HTMLElement): void {
  new ResizeObserver(() => {
    const size = Math.ceil(notice.getBoundingClientRect().height);
    notice.parentElement?.style.setProperty('--notice-size', `${size}px`);
  }).observe(notice);
}
