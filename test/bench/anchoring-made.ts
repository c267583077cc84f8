import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../helpers/browsers.ts';
import { printPair } from './anchoring-copies.ts';
import { textOfHtml } from './corpus-texts.ts';
import { generateText } from './generated-text.ts';
import { type MadePaper, makePapers } from './made-papers.ts';
import { textOfPdf } from './pdf-text.ts';
import { createRandom } from './random.ts';

/** Characters of each paper. */
const LENGTH = 60_000;
/** How others extract text: with poppler, in its three ways. */
const EXTRACTIONS: readonly (readonly [name: string, options: readonly string[]])[] = [
  ['pdftotext', []],
  ['pdftotext -layout', ['-layout']],
  ['pdftotext -raw', ['-raw']],
];

/**
 * Prints how passages of papers of our own making are found between their copies; whether all pairs reach what is asked.
 * Of which less is asked, and why, stands with the papers (ADR 69).
 */
export async function printMade(seed: number): Promise<boolean> {
  const random = createRandom(seed);
  const papers = makePapers(generateText(LENGTH, random), random);
  const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
  console.log(`\nPapers of our own making: right / not found / wrong, seed ${seed}`);
  if (!hasPoppler) console.log('  Skipped: extracted text, pdftotext is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-papers-'));
  let isReached = true;
  try {
    for (const { name, html, pdf, exceptions } of await printPapers(papers, folder)) {
      const page = textOfHtml(html);
      const others: [string, string][] = [['PDF', await textOfPdf(pdf)]];
      for (const [extraction, options] of hasPoppler ? EXTRACTIONS : [])
        others.push([extraction, extract(pdf, options)]);
      for (const [copy, text] of others) {
        const exception = (isFrom: boolean) =>
          exceptions.find(
            ({ copies, isFromCopy }) => (copies?.includes(copy) ?? true) && (isFromCopy ?? isFrom) === isFrom,
          );
        if (!printPair(`${name}: HTML → ${copy}`, page, text, seed, exception(false))) isReached = false;
        if (!printPair(`${name}: ${copy} → HTML`, text, page, seed, exception(true))) isReached = false;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return isReached;
}

function extract(pdf: string, options: readonly string[]): string {
  return execFileSync('pdftotext', [...options, '-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

/** Sets papers in Chromium, each as a PDF in a folder. */
export async function printPapers(
  papers: readonly MadePaper[],
  folder: string,
): Promise<(MadePaper & { pdf: string })[]> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const printed: (MadePaper & { pdf: string })[] = [];
    for (const [at, paper] of papers.entries()) {
      await page.setContent(paper.print);
      const pdf = join(folder, `${at}.pdf`);
      writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
      printed.push({ ...paper, pdf });
    }
    return printed;
  } finally {
    await browser.close();
  }
}
