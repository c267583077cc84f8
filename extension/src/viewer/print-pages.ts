import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Sharpness on paper: dots an inch, where a PDF counts 72 units an inch. */
const dotsPerInch = 150;

/**
 * Prints all pages as pictures. They are made one after the other, so that a long document can be
 * watched and given up; what was made is thrown away when the browser's dialogue closes.
 *
 * @param signal gives it up: nothing is printed.
 */
export async function printPages(
  pdf: PDFDocumentProxy,
  onProgress: (page: number, count: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const sheets = document.createElement('div');
  sheets.id = 'sheets';
  document.body.append(sheets);
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      onProgress(number, pdf.numPages);
      const image = new Image();
      image.src = await drawPage(pdf, number);
      await image.decode();
      image.classList.toggle('is-lying', image.naturalWidth > image.naturalHeight);
      sheets.append(image);
      if (signal.aborted) return;
    }
    print();
  } finally {
    for (const image of sheets.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    sheets.remove();
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new RangeError(`page ${number} of ${canvas.width} × ${canvas.height} dots is too large`);
  return URL.createObjectURL(blob);
}
