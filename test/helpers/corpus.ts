import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of real documents beside the project; undefined where it is missing. */
export const corpusFolder = findCorpus();

function findCorpus(): string | undefined {
  const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
  return existsSync(path.join(folder, 'codings.json')) ? folder : undefined;
}

/** Says once why tests do not run on real documents. */
export function sayThatCorpusIsMissing(what: string): void {
  console.info(`${what}: ../shared/corpus is not there.`);
}

/** A passage of the corpus with the codings of an experienced reader. */
export interface CorpusPassage {
  readonly document: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly codings: readonly {
    readonly safeguard: string;
    readonly measure?: string;
    readonly impact: string;
    readonly direction: string;
    readonly basis: string;
    readonly speaker: string;
  }[];
  readonly comment?: string;
}

/** A document of the corpus. */
export interface CorpusDocument {
  readonly id: string;
  readonly title: string;
  readonly sourceType: string;
  readonly issuer: string;
  readonly date: string;
  readonly identifier?: string;
}

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

export function readCorpusPassages(folder: string): CorpusPassage[] {
  return readJson(folder, 'codings.json') as CorpusPassage[];
}

export function readCorpusDocuments(folder: string): CorpusDocument[] {
  return readJson(folder, 'manifest.json') as CorpusDocument[];
}
