import { readFileSync } from 'node:fs';
import { joinPages } from '@waarborg/extension/viewer/join-pages';
import { textParameters, toRuns } from '@waarborg/extension/viewer/text-runs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The pages of a PDF, by its path or its bytes, read and joined as our viewer does it. */
export async function readPdf(pdfOrPath: string | Uint8Array): Promise<ReturnType<typeof joinPages>> {
  const bytes = typeof pdfOrPath === 'string' ? readFileSync(pdfOrPath) : pdfOrPath;
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: ReturnType<typeof toRuns>[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(toRuns((await page.getTextContent(textParameters)).items));
  }
  await task.destroy();
  return joinPages(pages);
}

/** The text of a PDF as our viewer has it. */
export async function textOfPdf(pdfOrPath: string | Uint8Array): Promise<string> {
  return (await readPdf(pdfOrPath)).flat.text;
}
