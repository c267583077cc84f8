import type { Language } from '@waarborg/shared/messages';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { render } from 'preact';
import { createTagger } from '../agent/create-tagger.ts';
import { PageAgent } from '../agent/page-agent.ts';
import { getPdf, putPdf, type StoredPdf } from '../outbox/pdf-store.ts';
import type { ViewTrouble } from '../page/document-view.ts';
import { OwnElement } from '../tagging/own-element.ts';
import type { TextRun } from './join-pages.ts';
import { loadPdf, readRuns } from './load-pdf.ts';
import { PdfStage, type StageState } from './pdf-stage.ts';
import { PdfView } from './pdf-view.ts';
import { printPages } from './print-pages.ts';
import { readPdfClues } from './read-pdf-clues.ts';
import { ViewerBar } from './viewer-bar.tsx';

/** Elements of the viewer's page. */
export interface ViewerElements {
  readonly bar: HTMLElement;
  /** Where sentences stand that take the place of pages. */
  readonly sentence: HTMLElement;
  readonly stage: HTMLDivElement;
}

type Trouble = ViewTrouble | 'not-found' | 'storage-failed';

/** Our PDF viewer: a stored PDF by its id, or a file by picker or drop. */
export class Viewer {
  readonly #elements: ViewerElements;
  readonly #language: Language;
  #stageState: StageState = { page: 1, pages: 0, scale: 1, scaleName: 'auto' };
  #stage: PdfStage | undefined;
  #pdf: PDFDocumentProxy | undefined;
  #stored: StoredPdf | undefined;
  #title = '';
  #progress: string | undefined;
  #writesPage = false;

  constructor(elements: ViewerElements, language: Language) {
    this.#elements = elements;
    this.#language = language;
    this.#render();
  }

  /** Opens a PDF that the background or the picker has stored; without id it asks for a file. */
  async open(id: string | null): Promise<void> {
    if (!id) {
      this.#say(viewerMessages[this.#language].dropHere);
      return;
    }
    const stored = await getPdf(id).catch(() => undefined);
    if (!stored) {
      this.#fail('not-found');
      return;
    }
    this.#stored = stored;
    const loaded = await loadPdf(stored.bytes);
    if (!loaded.ok) {
      this.#fail(loaded.trouble);
      await this.#work(new PdfView({ stored, pages: [], clues: {}, trouble: loaded.trouble }));
      return;
    }
    await this.#show(stored, loaded.pdf);
  }

  /** Keeps a file from disk and opens it. It stays on this computer. */
  async openFile(file: File): Promise<void> {
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

  async #show(stored: StoredPdf, pdf: PDFDocumentProxy): Promise<void> {
    this.#pdf = pdf;
    const first = /^#page=(\d+)$/.exec(location.hash)?.[1];
    this.#elements.stage.hidden = false;
    this.#stage = new PdfStage(this.#elements.stage, (state) => this.#onStage(state));
    this.#stage.show(pdf);
    const pages = await this.#readPages(pdf);
    const clues = await readPdfClues(pages, pdf.fingerprints[0] ?? undefined);
    const view = new PdfView({ stored, pages, clues, stage: this.#stage });
    this.#title = view.candidate().title;
    document.title = this.#title;
    this.#progress = view.trouble && viewerMessages[this.#language][`trouble.${view.trouble}`];
    this.#sayOfPages(view);
    this.#render();
    if (first) await this.#stage.drawPage(Number(first));
    await this.#work(view);
    this.#writesPage = true;
    // Where a reader has gone while the text was being read. A link to a passage stays what it is.
    if (this.#stageState.page > 1 && (first || location.hash === '')) this.#writePage();
  }

  /** The page stands in the address, so that a link or a reload comes back to it. */
  #writePage(): void {
    history.replaceState(null, '', `#page=${this.#stageState.page}`);
  }

  /** Says on each page that cannot be marked why; of a PDF without any text the bar says it. */
  #sayOfPages({ text, trouble }: PdfView): void {
    for (const [index, pageTrouble] of text.pageTroubles.entries()) {
      if (!pageTrouble || (trouble === 'no-text' && pageTrouble === 'no-text')) continue;
      this.#stage?.setNotice(index + 1, viewerMessages[this.#language][`page.${pageTrouble}`]);
    }
  }

  async #readPages(pdf: PDFDocumentProxy): Promise<TextRun[][]> {
    const pages: TextRun[][] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      if (page % 10 === 0) this.#tell(viewerMessages[this.#language].reading(page, pdf.numPages));
      // A page that cannot be read keeps the others readable.
      pages.push(await readRuns(pdf, page).catch(() => []));
    }
    return pages;
  }

  /** Lets the page agent work on the PDF as it does on a web page. */
  async #work(view: PdfView): Promise<void> {
    const own = new OwnElement();
    const agent = new PageAgent({
      view,
      own,
      createTagger: async (parts) => createTagger(parts, own, this.#language),
    });
    await agent.start();
  }

  #onStage(state: StageState): void {
    const isOtherPage = state.page !== this.#stageState.page;
    this.#stageState = state;
    if (isOtherPage && this.#writesPage) this.#writePage();
    this.#render();
  }

  async #print(): Promise<void> {
    if (!this.#pdf) return;
    const words = viewerMessages[this.#language];
    await printPages(this.#pdf, (page, count) => this.#tell(words.printing(page, count)));
    this.#tell(undefined);
  }

  #tell(progress: string | undefined): void {
    this.#progress = progress;
    this.#render();
  }

  #fail(trouble: Trouble): void {
    this.#elements.stage.hidden = true;
    this.#say(viewerMessages[this.#language][`trouble.${trouble}`], true);
  }

  #say(sentence: string, isTrouble = false): void {
    render(
      <p class={isTrouble ? 'sentence trouble' : 'sentence'} role={isTrouble ? 'alert' : undefined}>
        {sentence}
      </p>,
      this.#elements.sentence,
    );
  }

  #render(): void {
    const { name, address } = this.#stored ?? {};
    render(
      <ViewerBar
        language={this.#language}
        title={this.#title || name || ''}
        source={address}
        stage={this.#stageState}
        progress={this.#progress}
        on={{
          openFile: (file) => void this.openFile(file),
          goToPage: (page) => this.#stage?.goToPage(page),
          zoom: (steps) => this.#stage?.zoom(steps),
          zoomTo: (scaleName) => this.#stage?.zoomTo(scaleName),
          find: (query, direction) => this.#stage?.find(query, direction),
          print: () => void this.#print(),
        }}
      />,
      this.#elements.bar,
    );
  }
}
