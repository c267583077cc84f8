import * as pdfjs from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { DocumentTrouble } from '../messaging/index.ts';
import type { TextRun } from './join-pages.ts';
import { textParameters, toRuns } from './text-runs.ts';

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

/** A PDF that is open, or why it is not. */
export type LoadedPdf =
  | { readonly ok: true; readonly pdf: pdfjs.PDFDocumentProxy }
  | { readonly ok: false; readonly trouble: DocumentTrouble };

/** Asks for the password of a PDF; `isWrong` says that the one before did not open it. */
export type AskPassword = (isWrong: boolean) => Promise<string>;

/**
 * Opens a PDF, and takes its bytes over: they are not to be used any more. What pdf.js reads beside it is
 * shipped with the extension: without it text or images vanish.
 *
 * @param askPassword is asked until a password opens it, and only where one is needed.
 */
export async function loadPdf(bytes: ArrayBuffer, askPassword: AskPassword): Promise<LoadedPdf> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    // Its viewer would ask for every page as soon as the first is drawn, before the words of that can be selected.
    disableAutoFetch: true,
  });
  task.onPassword = (update: (password: string) => void, reason: number) =>
    void askPassword(reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD).then(update);
  try {
    const pdf = await task.promise;
    return pdf.numPages > 0 ? { ok: true, pdf } : { ok: false, trouble: 'empty-pdf' };
  } catch (error) {
    return { ok: false, trouble: isOfEncryption(error) ? 'locked-pdf' : 'not-a-pdf' };
  }
}

/** pdf.js has no class of error for a certificate, or for anything else that is no password; only its words tell. */
function isOfEncryption(error: unknown): boolean {
  return error instanceof Error && /encrypt/iu.test(error.message);
}

/** The runs of text of a page, as its text layer has them. */
export async function readRuns(pdf: pdfjs.PDFDocumentProxy, pageNumber: number): Promise<TextRun[]> {
  const page = await pdf.getPage(pageNumber);
  const { items } = await page.getTextContent(textParameters);
  return toRuns(items);
}
