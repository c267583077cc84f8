import * as pdfjs from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { TextRun } from './join-pages.ts';
import { textParameters, toRuns } from './text-runs.ts';

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

export type LoadedPdf =
  | { readonly ok: true; readonly pdf: pdfjs.PDFDocumentProxy }
  | { readonly ok: false; readonly trouble: 'not-a-pdf' | 'encrypted-pdf' };

/** Opens a PDF, and takes its bytes over: they are not to be used any more. What pdf.js reads beside it is shipped with the extension: without it text or images vanish. */
export async function loadPdf(bytes: ArrayBuffer): Promise<LoadedPdf> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
  });
  try {
    return { ok: true, pdf: await task.promise };
  } catch (error) {
    const isEncrypted = error instanceof pdfjs.PasswordException;
    return { ok: false, trouble: isEncrypted ? 'encrypted-pdf' : 'not-a-pdf' };
  }
}

/** The runs of text of a page, as its text layer has them. */
export async function readRuns(pdf: pdfjs.PDFDocumentProxy, pageNumber: number): Promise<TextRun[]> {
  const page = await pdf.getPage(pageNumber);
  const { items } = await page.getTextContent(textParameters);
  return toRuns(items);
}
