import { readTextClues, readTitlePage, type TextClues } from '@waarborg/shared/references';
import { sha256 } from '../outbox/sha256.ts';
import type { PageRuns } from './join-pages.ts';
import { findLargeLine } from './propose-pdf-title.ts';

/** What is known of a PDF beside its bytes and its address. */
export interface PdfClues {
  /** First large line of its first page. */
  readonly largeLine?: string | undefined;
  /** File identifier, from its trailer. */
  readonly fileId?: string | undefined;
  /** What its first pages say of it. */
  readonly text?: TextClues | undefined;
  /** SHA-256 of its letters and digits: the same for two files with the same words. */
  readonly textHash?: string | undefined;
}

/** Pages on which a document introduces itself. */
const introducingPages = 2;
/** With fewer letters and digits than these two documents can have the same text by chance: forms, covers, scans. */
const shortestHashed = 1_000;

/** Reads what the text of a PDF says of what document it is. */
export async function readPdfClues(
  pages: readonly PageRuns[],
  fileId: string | undefined,
): Promise<PdfClues> {
  const textHash = await hashOfText(pages);
  return {
    largeLine: findLargeLine(pages[0] ?? []),
    fileId,
    text: readWords(pages.slice(0, introducingPages).map(toLines).join('\n')),
    ...(textHash && { textHash }),
  };
}

/** A document that says in a form of its own what it is needs no letterhead for that. */
function readWords(text: string): TextClues {
  const clues = readTextClues(text);
  return clues.sourceType ? clues : { ...readTitlePage(text), ...clues };
}

function toLines(runs: PageRuns = []): string {
  return runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
}

/** Layout, hyphens and ligatures do not count: two exports of one text differ in them. */
async function hashOfText(pages: readonly PageRuns[]): Promise<string | undefined> {
  const text = pages.flatMap((runs = []) => runs.map(({ str }) => str)).join('');
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length < shortestHashed ? undefined : sha256(letters);
}
