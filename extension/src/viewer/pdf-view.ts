import type { TextPosition } from '@waarborg/shared/anchoring';
import type { DocumentCandidate, DocumentTrouble } from '../messaging/index.ts';
import type { StoredPdfName } from '../outbox/pdf-store.ts';
import type { DocumentView, ViewListener, WindowListener } from '../page/document-view.ts';
import { addressOfPdf, candidateOfPdf } from './candidate-of-pdf.ts';
import { joinPages, type PageRuns } from './join-pages.ts';
import type { PdfStage } from './pdf-stage.ts';
import { PdfText } from './pdf-text.ts';
import type { PdfClues } from './read-pdf-clues.ts';

/** What a view of a PDF is made of. */
export interface PdfViewParts {
  readonly stored: StoredPdfName;
  /** The runs of text of each page; none of a PDF that cannot be read. */
  readonly pages: readonly PageRuns[];
  readonly clues: PdfClues;
  /** Undefined when there is nothing to draw. */
  readonly stage?: PdfStage | undefined;
  readonly trouble?: DocumentTrouble | undefined;
}

/** A PDF in our viewer as a document. Its text never changes; its pages are drawn as they come into view. */
export class PdfView implements DocumentView {
  readonly mediaType = 'application/pdf';
  readonly source: string;
  readonly text: PdfText;
  readonly trouble: DocumentTrouble | undefined;
  readonly #candidate: DocumentCandidate;
  readonly #stage: PdfStage | undefined;

  constructor({ stored, pages, clues, stage, trouble }: PdfViewParts) {
    this.source = addressOfPdf(stored);
    this.text = new PdfText(joinPages(pages), (page) => stage?.findTextLayer(page));
    this.trouble = trouble ?? (/[\p{L}\p{N}]/u.test(this.text.text) ? undefined : 'no-text');
    this.#candidate = candidateOfPdf(stored, clues);
    this.#stage = stage;
  }

  candidate(): DocumentCandidate {
    return this.#candidate;
  }

  offsetInView(): number {
    return this.text.startOf(this.#stage?.page ?? 1);
  }

  async reveal(position: TextPosition): Promise<void> {
    const stage = this.#stage;
    if (!stage) return;
    const page = this.text.pageOf(position.start);
    if (this.text.toRanges(position).length === 0) await stage.drawPage(page);
    const [range] = this.text.toRanges(position);
    if (range) stage.scrollToRange(range);
  }

  async revealPage(page: number): Promise<void> {
    if (page !== this.#stage?.page) await this.#stage?.drawPage(page);
  }

  placeOfPage(page: number): DOMRect | undefined {
    return this.#stage?.placeOfPage(page);
  }

  onWindow(listener: WindowListener): () => void {
    listener(window, new AbortController().signal);
    return () => {};
  }

  onChange(listener: ViewListener): () => void {
    return this.#stage?.onTextLayer(() => void listener('drawing')) ?? (() => {});
  }
}
