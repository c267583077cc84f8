import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printToPdf } from './print-to-pdf.ts';
import { serveFolder } from './serve-folder.ts';

/** A paper on loopback that its publisher changes after it was read. */
export interface ChangingPaper {
  readonly address: string;
  /** Shows other paragraphs from now on. */
  publish(paragraphs: readonly string[]): Promise<void>;
  /** Publishes the paper as it is now as PDF too; gives its address. */
  publishPdf(): Promise<string>;
  close(): Promise<void>;
}

/** Serves a paper with these paragraphs. It says itself whose it is. */
export async function startChangingPaper(
  title: string,
  paragraphs: readonly string[],
): Promise<ChangingPaper> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changing-paper-'));
  const publish = (now: readonly string[]) => writeFile(path.join(folder, 'brief.html'), toPage(title, now));
  await publish(paragraphs);
  const served = await serveFolder(folder);
  const address = `${served.origin}/brief.html`;
  return {
    address,
    publish,
    async publishPdf() {
      await writeFile(path.join(folder, 'brief.pdf'), await printToPdf(address));
      return `${served.origin}/brief.pdf`;
    },
    async close() {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toPage(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="DCTERMS.creator" content="Inspectie Justitie en Veiligheid">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n      ')}
    </main>
  </body>
</html>
`;
}
