import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Something to see in a page that has no words. */
export const picture = '<img width="60" height="60" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';

/** Papers with which something is the matter, as files in a folder. */
export async function writeOddPapers(folder: string): Promise<void> {
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await write('without-text.html', page(picture));
  await write('no-pdf.pdf', 'Dit is geen pdf.\n');
  await write('damaged.pdf', '%PDF-1.7\nDe rest is verloren gegaan.\n');
  await write('scan.pdf', pdfWithoutText());
}

/** A web page as a ministry publishes it, with its issuer. */
export function page(body: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Nota</title>
    <meta name="DCTERMS.creator" content="IND"></head><body>${body}</body></html>`;
}

/** One page with a grey area, as a scan has: something to see and nothing to read. */
function pdfWithoutText(): string {
  const content = '0.6 g 100 500 400 200 re f';
  return `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
trailer <</Root 1 0 R>>
`;
}
