import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printToPdf } from './print-to-pdf.ts';
import { serveFolder } from './serve-folder.ts';

/** A chapter of a paper, as a running header names it. */
interface Chapter {
  readonly header: string;
  /** How many paragraphs it has. */
  readonly length: number;
}

/** One takes several pages, and the others one or two; no header stands on many of the pages. */
const chapters: readonly Chapter[] = [
  { header: 'Aanleiding en achtergrond', length: 14 },
  { header: 'Horen en beslissen', length: 22 },
  { header: 'Rechtsbijstand', length: 9 },
  { header: 'Gevolgen voor de uitvoering', length: 14 },
];

/** All words of the running headers and of the footers: no paragraph has any of them. */
export const furnitureWords = /Aanleiding|achtergrond|Horen en|Rechtsbijstand|uitvoering|Blad\s\d/u;

const topics = ['termijn', 'zienswijze', 'tolk', 'beroepszaak', 'aanvraag', 'zitting', 'beschikking'];
const people = ['ambtenaar', 'gemachtigde', 'rechter', 'vreemdeling', 'hoormedewerker'];

/** Each sentence has a number of its own in words, so that no two passages are alike. */
function sentence(number: number): string {
  const [topic, other] = [topics[number % 7], topics[(number * 3 + 2) % 7]];
  const person = people[number % 5];
  return `In zaak ${number * 7919} bekeek de ${person} of de ${topic} van lid ${number} door de ${other} opnieuw ${number * 31} dagen kon schuiven.`;
}

/** One paper on loopback, as a web page and as a PDF in two columns. */
export interface TwoColumnPaper {
  readonly address: string;
  readonly pdfAddress: string;
  close(): Promise<void>;
}

/**
 * Serves a paper whose PDF has two columns on each page: the chapter stands above them, in words that change from
 * chapter to chapter, and the number of the page below.
 *
 * @param head what it is recognised by, line by line.
 */
export async function startTwoColumnPaper(title: string, head: readonly string[]): Promise<TwoColumnPaper> {
  const folder = await mkdtemp(path.join(tmpdir(), 'two-column-paper-'));
  await writeFile(path.join(folder, 'stuk.html'), toPage(title, head));
  const served = await serveFolder(folder);
  const address = `${served.origin}/stuk.html`;
  await writeFile(path.join(folder, 'stuk.pdf'), await printToPdf(address));
  return {
    address,
    pdfAddress: `${served.origin}/stuk.pdf`,
    async close() {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toPage(title: string, head: readonly string[]): string {
  let number = 0;
  const paragraph = () => {
    const sentences = Array.from({ length: 4 }, (_, at) => sentence(number + at + 1));
    number += sentences.length;
    return `<p>${sentences.join(' ')}</p>`;
  };
  const shown = chapters.map(({ length }, at) => {
    const paragraphs = Array.from({ length }, paragraph);
    return `<section style="page: hoofdstuk-${at}">${paragraphs.join('\n')}</section>`;
  });
  const headers = chapters.map(
    ({ header }, at) =>
      `@page hoofdstuk-${at} { @top-left { content: "${at + 1}  ${header}"; font: 9pt sans-serif; } }`,
  );
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <style>
      @page {
        size: A4;
        margin: 25mm 20mm;
        @bottom-center { content: "Blad " counter(page); font: 9pt sans-serif; }
      }
      ${headers.join('\n      ')}
      section { columns: 2; font: 10pt/14pt serif; }
      p { margin: 0 0 6pt; }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${head.map((line) => `<p>${line}</p>`).join('\n      ')}
      ${shown.join('\n      ')}
    </main>
  </body>
</html>
`;
}
