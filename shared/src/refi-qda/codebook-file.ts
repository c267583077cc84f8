import type { Codebook } from '../codebook/index.ts';
import { childOf, childrenOf, ImportRefusal, readXml } from '../imports/index.ts';
import type { ProjectContext } from './project-context.ts';
import { type ReadCodes, readCodes } from './read-codes.ts';
import { createRemarkReader } from './remark.ts';
import { codebookElement } from './write-codes.ts';
import type { ProjectSettings } from './write-project.ts';
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
  context: ProjectContext,
): Pick<ReadCodes, 'groups' | 'concepts'> {
  const root = readXml(text);
  if (root.name !== 'CodeBook') throw new ImportRefusal('no-codebook');
  const sets = childrenOf(childOf(root, 'Sets'), 'Set');
  const described = sets.map((set) => childOf(set, 'Description')?.text ?? '');
  return readCodes(root, context, createRemarkReader(described));
}
