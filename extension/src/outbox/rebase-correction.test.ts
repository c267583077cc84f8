import type { SourceDocument } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { baseOfProposal, rebaseCorrection } from './rebase-correction.ts';
import { documentDraft, operation, putDocument, uuid } from './sample-operations.ts';

const atServer = (number: number, revision: number, title = 'Document'): SourceDocument => ({
  ...documentDraft(number),
  ...{ title, aliases: [], revision },
});
const correction = (base?: number) =>
  operation(7, { kind: 'correct-document', id: uuid(1), update: { title: 'B' }, base });

describe('a proposal', () => {
  it('of a new document builds on nothing', () => {
    expect(baseOfProposal(putDocument(1), undefined, atServer(1, 4))).toBe(0);
  });

  it('of another copy builds on what was known when nobody corrected it meanwhile', () => {
    expect(baseOfProposal(putDocument(1), atServer(1, 4), atServer(1, 6))).toBe(4);
  });

  it('does not hide what a colleague corrected meanwhile, or proposed before', () => {
    expect(baseOfProposal(putDocument(1), atServer(1, 4), atServer(1, 6, 'Theirs'))).toBeUndefined();
    expect(baseOfProposal(putDocument(1), undefined, atServer(2, 6))).toBeUndefined();
  });
});

describe('a correction that waits', () => {
  it('follows what the own change before it made', () => {
    expect(rebaseCorrection(correction(), 0, { revision: 4 })?.change).toMatchObject({ base: 4 });
    expect(rebaseCorrection(correction(4), 4, { revision: 6 })?.change).toMatchObject({ base: 6 });
  });

  it('is a conflict when somebody else came between', () => {
    expect(rebaseCorrection(correction(), undefined, { revision: 4 })?.change).toMatchObject({ base: 0 });
    expect(rebaseCorrection(correction(3), undefined, { revision: 6 })).toBeUndefined();
    expect(rebaseCorrection(correction(3), 4, { revision: 6 })).toBeUndefined();
  });

  it('stays as it is once it was sent', () => {
    expect(rebaseCorrection({ ...correction(4), attempts: 1 }, 4, { revision: 6 })).toBeUndefined();
  });
});
