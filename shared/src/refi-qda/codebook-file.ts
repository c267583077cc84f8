import type { Codebook } from '../codebook/index.ts';
import { ImportRefusal } from '../imports/index.ts';
import { type ReadCodes, readCodes } from './read-codes.ts';
import type { ProjectContext } from './read-project.ts';
import { codebookElement } from './write-codes.ts';
import type { ProjectSettings } from './write-project.ts';
import { readXml } from './xml-reader.ts';
import { writeXml } from './xml-writer.ts';

/** A codebook as a QDC file (REFI-QDA codebook exchange 1.0). */
export function writeCodebookFile(codebook: Codebook, settings: ProjectSettings): string {
  return writeXml(codebookElement(codebook, settings));
}

/**
 * The groups and concepts of a QDC file.
 *
 * @throws ImportRefusal
 */
export function readCodebookFile(
  text: string,
  { vocabulary, createId }: ProjectContext,
): Pick<ReadCodes, 'groups' | 'concepts'> {
  const root = readXml(text);
  if (root.name !== 'CodeBook') throw new ImportRefusal('no-codebook');
  return readCodes(root, vocabulary, createId);
}
