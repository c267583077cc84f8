import { describe, expect, it } from 'vitest';
import { advice, memorandum, smallDossier } from '../matrix-view/small-dossier.ts';
import { readingProgress } from './coverage.ts';

describe('readingProgress', () => {
  const { documents, readings } = smallDossier;

  it('tells which documents were read for a safeguard, and by whom', () => {
    const { read, unread } = readingProgress(documents, readings, ['minors']);
    expect(read.map(({ document, reviewers }) => [document.id, reviewers])).toEqual([[memorandum, ['anna']]]);
    expect(unread.map(({ id }) => id)).toEqual([advice]);
  });

  it('counts as read for several what was read for each of them', () => {
    expect(readingProgress(documents, readings, ['minors', 'voornemen']).read).toHaveLength(1);
    expect(readingProgress(documents, readings, ['minors', 'interpreter']).read).toEqual([]);
    expect(readingProgress(documents, readings, []).read).toHaveLength(1);
  });

  it('finds nothing read for another one', () => {
    expect(readingProgress(documents, readings, ['interpreter']).read).toEqual([]);
  });

  it('counts a reading for all safeguards, and of a document under its old id', () => {
    const [first] = documents;
    if (!first) throw new RangeError('the dossier has documents');
    const renamed = [{ ...first, id: advice, aliases: [memorandum] }];
    const forAll = [{ document: memorandum, reviewer: 'bram', at: '2026-05-12T10:00:00Z' }];
    expect(readingProgress(renamed, forAll, ['interpreter']).read.map(({ reviewers }) => reviewers)).toEqual([
      ['bram'],
    ]);
  });
});
