import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** What the parts of a PDF are called for who does not see them. */
export interface PartNames {
  readonly pageNamed: (page: string) => string;
  /** A link to a place in the PDF, where it says nothing itself. */
  readonly linkWithin: string;
}

/** What pdf.js' types keep to themselves. */
interface PageView {
  readonly div: HTMLElement;
  readonly pageLabel: string | null;
}

/** Names the pages of pdf.js' viewer in our language, in place of its own English, and the links that it leaves unnamed. */
export class PdfNames {
  readonly #names: PartNames;

  constructor(names: PartNames) {
    this.#names = names;
  }

  /** Gives the names, to each document that is shown from now on. */
  give(events: EventBus, viewer: PDFViewer): void {
    const viewAt = (page: number): PageView | undefined => viewer.getPageView(page - 1);
    const namePage = (div: HTMLElement) => {
      const page = Number(div.dataset.pageNumber);
      const name = this.#names.pageNamed(viewAt(page)?.pageLabel ?? String(page));
      if (div.ariaLabel !== name) div.ariaLabel = name;
    };
    // pdf.js gives its own name some time after a page is made, and again with the page's label.
    const renamed = new MutationObserver((changes) => {
      for (const { target } of changes) namePage(target as HTMLElement);
    });
    events.on('pagesinit', () => {
      renamed.disconnect();
      for (let page = 1; page <= viewer.pagesCount; page += 1) {
        const div = viewAt(page)?.div;
        if (!div) continue;
        namePage(div);
        renamed.observe(div, { attributeFilter: ['aria-label'] });
      }
    });
    events.on('annotationlayerrendered', ({ pageNumber }: { pageNumber: number }) => {
      const links = viewAt(pageNumber)?.div.querySelectorAll<HTMLElement>('.linkAnnotation > a:not([title])');
      for (const link of links ?? []) link.ariaLabel ??= this.#names.linkWithin;
    });
  }
}
