import './provide-pdfjs.ts';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PDFFindController } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** What pdf.js' search asks of a document. */
type SearchedDocument = Pick<PDFDocumentProxy, 'getPage'>;

/**
 * The search of pdf.js, which finds a word that a line breaks off where that ends in `-` only: here also where it
 * ends in another hyphen, as most programs that set text write it.
 */
export class FindController extends PDFFindController {
  override setDocument(pdf: PDFDocumentProxy | null): void {
    super.setDocument((pdf && withPlainHyphens(pdf)) as PDFDocumentProxy);
  }
}

/** A document whose lines end in a plain hyphen, at the same place in the text. */
function withPlainHyphens(pdf: PDFDocumentProxy): SearchedDocument {
  const getPage = async (number: number) => {
    const page = await pdf.getPage(number);
    const getTextContent: typeof page.getTextContent = async (options) => {
      const content = await page.getTextContent(options);
      const items = content.items.map((item) =>
        'str' in item ? { ...item, str: item.str.replace(/[\u2010\u00ad]$/u, '-') } : item,
      );
      return { ...content, items };
    };
    return { getTextContent } as typeof page;
  };
  return { getPage };
}
