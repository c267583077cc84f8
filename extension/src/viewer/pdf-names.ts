import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** What the parts of a PDF are called for who does not see them. */
export interface PartNames {
  readonly pageNamed: (page: string) => string;
  /** A link to a place in the PDF, where it says nothing itself. */
  readonly linkWithin: string;
  /** The sign of a remark that somebody made on a page. */
  readonly remark: string;
}

/** What pdf.js' types keep to themselves. */
interface PageView {
  readonly div: HTMLElement;
  readonly pageLabel: string | null;
}

/**
 * What pdf.js' viewer takes for its translator. It translates nothing: its own words are English, and would be put to
 * each page of a document before the first is drawn.
 */
export const noTranslator = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => {},
  translateOnce: async () => {},
  destroy: async () => {},
  pause: () => {},
  resume: () => {},
};

/** Names the pages of pdf.js' viewer in our language, the links that it leaves unnamed and what remarks there are. */
export class PdfNames {
  readonly #names: PartNames;

  constructor(names: PartNames) {
    this.#names = names;
  }

  /** Names what is drawn of each document that is shown from now on, and its pages by their numbers. */
  give(events: EventBus, viewer: PDFViewer): void {
    events.on('pagesinit', () => this.namePages(viewer));
    events.on('annotationlayerrendered', ({ pageNumber }: { pageNumber: number }) => {
      const layer = viewOf(viewer, pageNumber)?.div.querySelector('.annotationLayer');
      if (layer) this.#nameAnnotations(layer);
    });
  }

  /** Names the pages anew: what a PDF calls them itself is known later than how many there are. */
  namePages(viewer: PDFViewer): void {
    for (let page = 1; page <= viewer.pagesCount; page += 1) {
      const view = viewOf(viewer, page);
      if (view) view.div.ariaLabel = this.#names.pageNamed(view.pageLabel ?? String(page));
    }
  }

  #nameAnnotations(layer: Element): void {
    for (const link of layer.querySelectorAll('.linkAnnotation > a:not([title])')) {
      link.ariaLabel ??= this.#names.linkWithin;
    }
    const remarks = layer.querySelectorAll<HTMLImageElement>('.textAnnotation img');
    for (const sign of remarks) sign.alt = this.#names.remark;
    // What a remark says is made when it is first opened.
    if (layer.querySelector('.popupAnnotation')) {
      new MutationObserver(() => writeDates(layer)).observe(layer, { childList: true, subtree: true });
      writeDates(layer);
    }
  }
}

/** In the language of our page. */
function writeDates(layer: Element): void {
  const format = { dateStyle: 'short', timeStyle: 'medium' } as const;
  for (const time of layer.querySelectorAll<HTMLTimeElement>('time.popupDate:empty')) {
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, format);
  }
}

function viewOf(viewer: PDFViewer, page: number): PageView | undefined {
  return viewer.getPageView(page - 1);
}
