import type { SourceDocument } from '@waarborg/shared/dossier';
import type { Change, Operation } from './operation.ts';

/** What a reviewer can correct of a document. */
const corrected = ['title', 'sourceType', 'date', 'issuer'] as const;

/**
 * The revision from which a proposal led to the document that the server answered; 0 when the proposal made
 * it. Undefined when somebody else changed in the meantime what a reviewer corrects: a correction of what
 * was seen before is a conflict then.
 *
 * @param stored the document as it was known here.
 */
export function baseOfProposal(
  { document }: Extract<Change, { kind: 'put-document' }>,
  stored: SourceDocument | undefined,
  answered: SourceDocument,
): number | undefined {
  if (!stored) return answered.id === document.id ? 0 : undefined;
  return corrected.every((field) => stored[field] === answered[field]) ? stored.revision : undefined;
}

/**
 * The correction that waits next, upon the revision that this reviewer's own change before it made; undefined
 * when it stays as it is. One that was sent stays: its key stands for exactly that request. One that was made
 * of a proposal for which the server has a document of somebody else's names revision 0, which is nobody's.
 *
 * @param base revision that the change before it changed; undefined when somebody else came between.
 */
export function rebaseCorrection(
  operation: Operation,
  base: number | undefined,
  { revision }: Pick<SourceDocument, 'revision'>,
): Operation | undefined {
  const { change, attempts, refusal } = operation;
  if (change.kind !== 'correct-document' || attempts > 0 || refusal) return undefined;
  if (change.base === undefined)
    return { ...operation, change: { ...change, base: base === undefined ? 0 : revision } };
  return change.base === base ? { ...operation, change: { ...change, base: revision } } : undefined;
}
