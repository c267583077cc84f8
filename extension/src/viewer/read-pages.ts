import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PageRuns } from './join-pages.ts';
import { readRuns } from './load-pdf.ts';

/** After how many pages it is told how far reading has come. */
const toldEvery = 10;

/**
 * Reads the text of the pages of a PDF that were not read yet.
 *
 * @param pages runs of those that were; the others come to them.
 * @param signal stops it: what was read stays.
 * @returns whether all of them are read now.
 */
export async function readPages(
  pdf: PDFDocumentProxy,
  pages: PageRuns[],
  onProgress: (page: number, count: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (let page = pages.length + 1; page <= pdf.numPages; page += 1) {
    if (signal.aborted) return false;
    if (page % toldEvery === 0) onProgress(page, pdf.numPages);
    // A page that cannot be read keeps the others readable.
    pages.push(await readRuns(pdf, page).catch(() => undefined));
  }
  return true;
}
