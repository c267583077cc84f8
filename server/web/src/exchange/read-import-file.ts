import { type Bundle, maxImported } from '@waarborg/shared/api';
import type { Codebook } from '@waarborg/shared/codebook';
import type { DocumentDraft } from '@waarborg/shared/dossier';
import {
  checkBundle,
  createVocabularyReader,
  decodeText,
  findCodebookTable,
  ImportRefusal,
  isZip,
  leftOutOfCodebook,
  leftOutOfSkos,
  maxFileBytes,
  readAnnotations,
  readCodebookTable,
  readSheets,
  readSkos,
  type Sheet,
  type Statement,
  unzip,
} from '@waarborg/shared/imports';
import { identityKeys } from '@waarborg/shared/references';
import { readCodebookFile, readProject } from '@waarborg/shared/refi-qda';
import { createIds } from './create-ids.ts';
import type { ImportContext } from './use-import-context.ts';

/** What was found in a file: tables whose columns are still to be understood, or what it brings. */
export type FileContent =
  | { readonly kind: 'tables'; readonly sheets: readonly Sheet[] }
  | ReadBundle
  | { readonly kind: 'annotations'; readonly annotations: readonly string[] };

interface ReadBundle {
  readonly kind: 'bundle';
  readonly bundle: Bundle;
  readonly skipped: number;
  readonly unplaced: number;
  /** Names of what the file says and the dossier has no place for: columns, properties, variables. */
  readonly leftOut: readonly string[];
}

/** What a file is read for. */
export interface ReadSettings {
  readonly slug: string;
  readonly context: ImportContext;
}

function toBundle({ groups, concepts }: Codebook, leftOut: readonly string[] = []): FileContent {
  return { kind: 'bundle', bundle: checkBundle({ groups, concepts }), skipped: 0, unplaced: 0, leftOut };
}

/** Statements of a Turtle file. What reads Turtle is loaded only for whoever has some. */
async function readTurtle(text: string): Promise<Statement[]> {
  const { Parser } = await import('n3');
  try {
    return new Parser({ format: 'text/turtle' }).parse(text).map(({ subject, predicate, object }) => ({
      ...{ subject: subject.value, predicate: predicate.value, object: object.value },
      language: object.termType === 'Literal' ? object.language : undefined,
    }));
  } catch (cause) {
    throw new ImportRefusal('turtle-broken', { cause });
  }
}

/** Tables; one that is all there is and that is a codebook is read as that. */
function toTables(sheets: readonly Sheet[], { context }: ReadSettings): FileContent {
  const [only, ...others] = sheets;
  const codebook = only && others.length === 0 ? findCodebookTable(only.rows) : undefined;
  if (codebook) return toBundle(readCodebookTable(codebook, context.codebook), leftOutOfCodebook(codebook));
  return { kind: 'tables', sheets };
}

function createProjectContext({ slug, context }: ReadSettings) {
  const withIssuer = context.documents.filter(({ issuer }) => issuer !== undefined);
  const keys = new Set(withIssuer.flatMap((document) => identityKeys(document)));
  return {
    vocabulary: createVocabularyReader(context.codebook),
    createId: createIds(slug),
    hasIssuer: (document: DocumentDraft) => identityKeys(document).some((key) => keys.has(key)),
  };
}

async function readPacked(bytes: Uint8Array, settings: ReadSettings): Promise<FileContent> {
  const parts = unzip(bytes);
  if ([...parts.keys()].some((name) => /\.qde$/iu.test(name)))
    return { kind: 'bundle', ...readProject(parts, createProjectContext(settings)) };
  const names = [...parts.keys()];
  if (!names.some((name) => name.startsWith('xl/')))
    throw new ImportRefusal(names.includes('content.xml') ? 'other-workbook' : 'unknown-format');
  return toTables(await readSheets(bytes, 'xlsx'), settings);
}

/**
 * How the container begins in which Excel kept its files until 2007, and keeps those with a password now: [MS-CFB], 2.2.
 */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A PDF, or what has characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isNoText = /^%PDF-|\u0000/u;

async function readText(bytes: Uint8Array, name: string, settings: ReadSettings): Promise<FileContent> {
  const text = decodeText(bytes);
  const start = text.slice(0, 1_000).trimStart();
  if (isNoText.test(start)) throw new ImportRefusal('unknown-format');
  if (/<office:document\b/u.test(start)) throw new ImportRefusal('other-workbook');
  if (/^<(?:\?xml|!DOCTYPE|CodeBook)/iu.test(start))
    return toBundle({ ...readCodebookFile(text, createProjectContext(settings)) } as Codebook);
  if (/^[{[]/u.test(start)) {
    const annotations = readAnnotations(text);
    if (annotations.length > maxImported) throw new ImportRefusal('too-many-annotations');
    return { kind: 'annotations', annotations };
  }
  if (/\.ttl$/iu.test(name) || /^@(?:prefix|base)\b/iu.test(start)) {
    const statements = await readTurtle(text);
    return toBundle(readSkos(statements), leftOutOfSkos(statements));
  }
  return toTables(await readSheets(bytes, 'csv'), settings);
}

/**
 * Reads a file by what it is, whatever its name says (Turtle aside, which has no sign of its own).
 *
 * @throws ImportRefusal
 */
export async function readImportFile(file: File, settings: ReadSettings): Promise<FileContent> {
  if (file.size > maxFileBytes) throw new ImportRefusal('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new ImportRefusal('empty');
  if (compoundFile.every((byte, at) => bytes[at] === byte)) throw new ImportRefusal('other-workbook');
  return isZip(bytes) ? readPacked(bytes, settings) : readText(bytes, file.name, settings);
}
