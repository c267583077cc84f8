import type { Language } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import { wordsOfPieces } from '@waarborg/shared/text';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ComponentChild, render } from 'preact';
import type { AnchoredPassage } from '../agent/anchored-passages.ts';
import { createTagger } from '../agent/create-tagger.ts';
import { PageAgent } from '../agent/page-agent.ts';
import type { DocumentTrouble } from '../messaging/index.ts';
import { getPdf, putPdf, type StoredPdfName } from '../outbox/pdf-store.ts';
import { OwnElement } from '../tagging/own-element.ts';
import type { PageRuns } from './join-pages.ts';
import { type AskPassword, loadPdf } from './load-pdf.ts';
import { type Outline, OutlineView } from './outline-view.tsx';
import { PageNotice } from './page-notice.tsx';
import { PasswordForm } from './password-form.tsx';
import { PdfStage, type StageState } from './pdf-stage.ts';
import { PdfView } from './pdf-view.ts';
import { printPages } from './print-pages.ts';
import { titleOfFile } from './propose-pdf-title.ts';
import { readPages } from './read-pages.ts';
import { readPdfClues } from './read-pdf-clues.ts';
import { Invitation, type Progress, ViewerBar } from './viewer-bar.tsx';
import { hearViewerKeys } from './viewer-keys.ts';

/** Elements of the viewer's page. */
export interface ViewerElements {
  readonly bar: HTMLElement;
  /** Where sentences stand that take the place of pages. */
  readonly sentence: HTMLElement;
  readonly stage: HTMLDivElement;
  readonly outline: HTMLElement;
}

type Trouble = DocumentTrouble | 'not-found' | 'empty-file' | 'storage-failed';

/** Where it is remembered on this machine that pages are shown dark. */
const darkKey = 'dark-pages';

/** Our PDF viewer: a stored PDF by its id, or a file by picker or drop. */
export class Viewer {
  readonly #elements: ViewerElements;
  readonly #language: Language;
  #stageState: StageState = { page: 1, pages: 0, scale: 1, scaleName: 'auto' };
  #stage: PdfStage | undefined;
  #pdf: PDFDocumentProxy | undefined;
  #stored: StoredPdfName | undefined;
  #outline: Outline | undefined;
  #showsOutline = false;
  #agent: PageAgent | undefined;
  #title = '';
  #progress: Progress | undefined;
  #writesPage = false;
  #isPrinting = false;

  constructor(elements: ViewerElements, language: Language) {
    this.#elements = elements;
    this.#language = language;
    this.#render();
    hearViewerKeys({
      find: () => {
        this.#search?.focus();
        this.#search?.select();
      },
      findAgain: (direction) => this.#stage?.find(this.#search?.value ?? '', direction),
      print: () => void this.#print(),
      leaveFind: () => this.#leaveSearch(),
    });
  }

  /** Opens a PDF that the background or the picker has stored; without id it asks for a file. */
  async open(id: string | null, trouble: string | null = null): Promise<void> {
    if (trouble) {
      this.#say(sentenceOf(trouble, this.#language), true);
      return;
    }
    if (!id) {
      this.#say(<Invitation language={this.#language} />);
      return;
    }
    const stored = await getPdf(id).catch(() => undefined);
    if (!stored) {
      this.#fail('not-found');
      return;
    }
    const { bytes, ...name } = stored;
    this.#stored = name;
    this.#render();
    const loaded = await loadPdf(bytes, this.#askForPassword(name));
    if (!loaded.ok) {
      this.#fail(loaded.trouble);
      await this.#work(new PdfView({ stored: name, pages: [], clues: {}, trouble: loaded.trouble }));
      return;
    }
    await this.#show(name, loaded.pdf);
  }

  /** Keeps a file from disk and opens it. It stays on this computer. */
  async openFile(file: File): Promise<void> {
    if (file.size === 0) {
      this.#fail('empty-file');
      return;
    }
    const bytes = await file.arrayBuffer();
    if (!new TextDecoder('latin1').decode(bytes.slice(0, 1024)).includes('%PDF-')) {
      this.#fail('not-a-pdf');
      return;
    }
    try {
      location.assign(`?id=${await putPdf({ bytes, name: file.name })}`);
    } catch {
      // The disk is full, or the browser keeps nothing in this mode: either way the file is not there.
      this.#fail('storage-failed');
    }
  }

  /** Asks for a password where the pages will stand, and tells the panel why there are none yet. It is not kept. */
  #askForPassword(stored: StoredPdfName): AskPassword {
    let failures = 0;
    return (isWrong) => {
      if (isWrong) failures += 1;
      else void this.#work(new PdfView({ stored, pages: [], clues: {}, trouble: 'encrypted-pdf' }));
      return new Promise((resolve) =>
        render(
          <PasswordForm language={this.#language} failures={failures} onPassword={resolve} />,
          this.#elements.sentence,
        ),
      );
    };
  }

  async #show(stored: StoredPdfName, pdf: PDFDocumentProxy): Promise<void> {
    this.#pdf = pdf;
    render(null, this.#elements.sentence);
    this.#elements.stage.hidden = false;
    // Page keys and the space bar scroll at once.
    this.#elements.stage.focus({ preventScroll: true });
    this.#stage = new PdfStage(this.#elements.stage, viewerMessages[this.#language], (state) =>
      this.#onStage(state),
    );
    await this.#stage.show(pdf);
    void this.#readOutline(pdf);
    await this.#readText(stored, pdf, []);
  }

  /** Reads the text, without which nothing can be marked; who stops it reads on in the pages and can go on later. */
  async #readText(stored: StoredPdfName, pdf: PDFDocumentProxy, pages: PageRuns[]): Promise<void> {
    const words = viewerMessages[this.#language];
    const isWhole = await this.#doAtLength(words.reading, (tell, signal) =>
      readPages(pdf, pages, tell, signal),
    );
    if (!isWhole) {
      const act = () => void this.#readText(stored, pdf, pages);
      this.#tell({ sentence: words.readingStopped, action: { label: words.readOn, act } });
      return;
    }
    await this.#showRead(stored, pdf, pages);
  }

  async #showRead(stored: StoredPdfName, pdf: PDFDocumentProxy, pages: PageRuns[]): Promise<void> {
    const first = /^#page=(\d+)$/.exec(location.hash)?.[1];
    const clues = await readPdfClues(pages, pdf.fingerprints[0] ?? undefined);
    const view = new PdfView({ stored, pages, clues, stage: this.#stage });
    this.#title = view.candidate().title;
    document.title = this.#title;
    const trouble = view.trouble && viewerMessages[this.#language][`trouble.${view.trouble}`];
    this.#sayOfPages(view, []);
    this.#tell(trouble ? { sentence: trouble } : undefined);
    if (first) await this.#stage?.drawPage(Number(first));
    await this.#work(view);
    this.#writesPage = true;
    // Where a reader has gone while the text was being read. A link to a passage stays what it is.
    if (this.#stageState.page > 1 && (first || location.hash === '')) this.#writePage();
  }

  /** The page stands in the address, so that a link or a reload comes back to it. */
  #writePage(): void {
    history.replaceState(null, '', `#page=${this.#stageState.page}`);
  }

  async #readOutline(pdf: PDFDocumentProxy): Promise<void> {
    const outline = await pdf.getOutline().catch(() => null);
    if (!outline || outline.length === 0) return;
    this.#outline = outline;
    this.#render();
  }

  /** Says on each page whose words cannot be selected why, and what was typed out from it. */
  #sayOfPages({ text }: PdfView, passages: readonly AnchoredPassage[]): void {
    for (const [index, pageTrouble] of text.pageTroubles.entries()) {
      if (!pageTrouble) continue;
      const number = index + 1;
      const notice = (
        <PageNotice
          language={this.#language}
          sentence={viewerMessages[this.#language][`page.${pageTrouble}`]}
          passages={passages.filter(({ page }) => page === number).map(toTyped)}
          onType={(words) => this.#agent?.codeTyped(words, number)}
        />
      );
      if (this.#stage) render(notice, this.#stage.noticeOn(number));
    }
  }

  /** Lets the page agent work on the PDF as it does on a web page. */
  async #work(view: PdfView): Promise<void> {
    const own = new OwnElement();
    this.#agent?.close();
    this.#agent = new PageAgent({
      view,
      own,
      onPassages: (passages) => this.#sayOfPages(view, passages),
      createTagger: async (parts) => createTagger(parts, own, this.#language),
    });
    await this.#agent.start();
  }

  #onStage(state: StageState): void {
    const isOtherPage = state.page !== this.#stageState.page;
    this.#stageState = state;
    if (isOtherPage && this.#writesPage) this.#writePage();
    this.#render();
  }

  async #print(): Promise<void> {
    const pdf = this.#pdf;
    if (!pdf || this.#isPrinting) return;
    this.#isPrinting = true;
    const before = this.#progress;
    const words = viewerMessages[this.#language];
    await this.#doAtLength(words.printing, (tell, signal) => printPages(pdf, tell, signal)).finally(() => {
      this.#isPrinting = false;
      this.#tell(before);
    });
  }

  /** Does what takes long: how far it is stands in the bar, with the way to stop it. */
  #doAtLength<T>(
    say: (page: number, count: number) => string,
    work: (tell: (page: number, count: number) => void, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const stopping = new AbortController();
    const action = { label: viewerMessages[this.#language].stop, act: () => stopping.abort() };
    return work((page, count) => this.#tell({ sentence: say(page, count), action }), stopping.signal);
  }

  get #search(): HTMLInputElement | null {
    return this.#elements.bar.querySelector('[type="search"]');
  }

  #leaveSearch(): boolean {
    if (document.activeElement !== this.#search) return false;
    this.#elements.stage.focus({ preventScroll: true });
    return true;
  }

  #darken(darkens: boolean): void {
    localStorage.setItem(darkKey, String(darkens));
    this.#render();
  }

  #tell(progress: Progress | undefined): void {
    this.#progress = progress;
    this.#render();
  }

  /** Says what is the matter in place of the pages; in the bar where there are pages, which stay. */
  #fail(trouble: Trouble): void {
    const sentence = viewerMessages[this.#language][`trouble.${trouble}`];
    if (this.#pdf) this.#tell({ sentence });
    else this.#say(sentence, true);
  }

  #say(sentence: ComponentChild, isTrouble = false): void {
    render(
      <p class={isTrouble ? 'sentence trouble' : 'sentence'} role={isTrouble ? 'alert' : undefined}>
        {sentence}
      </p>,
      this.#elements.sentence,
    );
  }

  #render(): void {
    const { name, address } = this.#stored ?? {};
    const file = name ?? address;
    const darkensPages = localStorage.getItem(darkKey) === 'true';
    this.#elements.stage.classList.toggle('is-dark', darkensPages);
    this.#renderOutline();
    render(
      <ViewerBar
        language={this.#language}
        title={this.#title || (file ? titleOfFile(file) : '')}
        source={address}
        stage={this.#stageState}
        progress={this.#progress}
        showsOutline={this.#outline && this.#showsOutline}
        darkensPages={darkensPages}
        on={{
          openFile: (file) => void this.openFile(file),
          goToPage: (page) => this.#stage?.goToPage(page) ?? false,
          showOutline: (shows) => {
            this.#showsOutline = shows;
            this.#render();
          },
          darkenPages: (darkens) => this.#darken(darkens),
          zoom: (steps) => this.#stage?.zoom(steps),
          zoomTo: (scaleName) => this.#stage?.zoomTo(scaleName),
          find: (query, direction) => this.#stage?.find(query, direction),
          print: () => void this.#print(),
        }}
      />,
      this.#elements.bar,
    );
  }

  #renderOutline(): void {
    const outline = this.#showsOutline ? this.#outline : undefined;
    this.#elements.outline.hidden = !outline;
    render(
      outline ? (
        <OutlineView
          outline={outline}
          label={viewerMessages[this.#language].outline}
          onGo={(destination) => this.#stage?.goTo(destination)}
        />
      ) : null,
      this.#elements.outline,
    );
  }
}

function toTyped({ annotation: { id, ranges } }: AnchoredPassage) {
  return { id, words: wordsOfPieces(ranges) };
}

/** Why a link did not lead to a PDF, as the address of the viewer says it. */
function sentenceOf(trouble: string, language: Language): string {
  const messages = extensionMessages[language];
  const key = `tab.${trouble}`;
  return Object.hasOwn(messages, key)
    ? String(messages[key as keyof typeof messages])
    : messages['tab.pdf-unreachable'];
}
