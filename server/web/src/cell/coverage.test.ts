import { buildMatrix, indexDossier, type MatrixFilters } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { advice, memorandum, smallDossier } from '../matrix-view/small-dossier.ts';
import { documentsBehind, readingProgress } from './coverage.ts';

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

describe('documentsBehind', () => {
  const dated = {
    ...smallDossier,
    documents: smallDossier.documents.map((document, index) => ({
      ...document,
      date: `2026-0${index + 1}-01`,
      sourceType: index === 0 ? ('parliamentary-paper' as const) : ('press' as const),
    })),
  };
  const index = indexDossier(dated);
  const filters: MatrixFilters[] = [
    {},
    { from: '2026-02-01' },
    { document: [memorandum] },
    { sourceType: ['press'], speaker: ['nobody'] },
    { month: ['2026-01'] },
  ];

  it('are those that the matrix counts, within filters and on axes of documents', () => {
    for (const columns of ['impact', 'document', 'sourceType', 'month'] as const)
      for (const filter of filters) {
        const { cells, totals } = buildMatrix(index, {
          ...{ rows: 'safeguard', columns, filters: filter, language: 'nl' },
        });
        const view = { rows: 'safeguard', columns, filters: filter } as const;
        for (const { row, column, read } of cells)
          expect(documentsBehind(dated.documents, view, { row, column }), `${row} ${column}`).toHaveLength(
            read.of,
          );
        expect(documentsBehind(dated.documents, view, {})).toHaveLength(totals.all.read.of);
      }
  });
});
