import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printPair } from './anchoring-copies.ts';
import { printPapers } from './anchoring-made.ts';
import { textOfHtml } from './corpus-texts.ts';
import { generateText } from './generated-text.ts';
import { makePapers } from './made-papers.ts';
import { createRandom } from './random.ts';

/** Characters of the paper: reading its pages takes seconds each. */
const LENGTH = 8000;
/** Dots per inch: a good scan, a fax, and less. */
const RESOLUTIONS = [200, 100, 80];

/**
 * Prints how passages of a page are found in what tesseract reads in pictures of its print: a scan has its own kind of
 * errors. Nothing is asked of it, because they depend on the version of tesseract and its languages.
 */
export async function printScans(seed: number): Promise<void> {
  const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  const language = ['nld', 'eng'].find((one) => languages.stdout?.split('\n').includes(one));
  console.log(`\nPassages of a page found in a scan of its print, seed ${seed}`);
  if (language === undefined || spawnSync('pdftoppm', ['-v']).status !== 0) {
    console.log('  Skipped: tesseract with Dutch or English, or pdftoppm, is not installed.');
    return;
  }
  const random = createRandom(seed);
  const papers = makePapers(generateText(LENGTH, random), random).slice(0, 2);
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-scans-'));
  try {
    for (const { name, html, pdf } of await printPapers(papers, folder)) {
      for (const resolution of RESOLUTIONS) {
        const text = readScan(pdf, folder, resolution, language);
        const why = 'what tesseract makes of it is not ours';
        const way = `${resolution} dpi, tesseract ${language}`;
        printPair(`${name}, ${way}: HTML → scan`, textOfHtml(html), text, seed, { why });
        printPair(`${name}, ${way}: scan → HTML`, text, textOfHtml(html), seed, { why });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readScan(pdf: string, folder: string, resolution: number, language: string): string {
  const pages = mkdtempSync(join(folder, 'pages-'));
  execFileSync('pdftoppm', ['-gray', '-r', `${resolution}`, pdf, join(pages, 'page')]);
  return readdirSync(pages)
    .sort()
    .map((page) =>
      execFileSync('tesseract', [join(pages, page), '-', '-l', language, '--dpi', `${resolution}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
    .join('\n');
}
