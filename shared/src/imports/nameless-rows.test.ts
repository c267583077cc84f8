import { describe, expect, it } from 'vitest';
import { guessColumns, type OtherwiseDocument, planRows, type RowPlan } from './index.ts';
import { context, id, paper, vocabulary } from './testing.ts';

describe('rows that do not name their document', () => {
  const rows = [
    ['Citaat', 'Waarborg', 'Spreker', 'Titel', 'Datum'],
    ['een', 'Voornemen', 'IND', '', '12-5-2026'],
    ['', 'Voornemen', 'IND', '', ''],
    ['twee', 'Voornemen', '', 'Brief', ''],
    ['drie', 'Voornemen', 'COA', '', ''],
    ['', '', '', 'Advies', ''],
    ['vier', 'Voornemen', 'COA', '', ''],
    ['vijf', 'Voornemen', 'COA', 'Fout', '31-2-2026'],
    ['zes', 'Voornemen', 'COA', '', ''],
  ];
  const columns = guessColumns(rows, vocabulary);
  const planned = (otherwise?: OtherwiseDocument) => planRows(rows, columns, { ...context, otherwise });
  const documentsOf = ({ documents, annotations }: RowPlan) =>
    annotations.map(({ document, ranges: [range] }) => [
      range?.exact,
      [paper, ...documents].find((one) => one.id === document)?.title,
    ]);
  const problems = ({ refused }: RowPlan) => refused.map(({ row, problem }) => [row, problem]);

  it('says how many they are, and leaves them out', () => {
    expect(planned()).toMatchObject({ nameless: 4, annotations: [] });
    expect(problems(planned())).toEqual([
      [2, 'no-document'],
      [3, 'no-quote'],
      [4, 'no-speaker'],
      [5, 'no-document'],
      [6, 'no-quote'],
      [7, 'no-document'],
      [8, 'not-a-date'],
      [9, 'no-document'],
    ]);
  });

  it('takes them for rows of a document of the dossier', () => {
    const plan = planned({ kind: 'known', id: paper.id });
    expect(documentsOf(plan)).toEqual(['een', 'drie', 'vier', 'zes'].map((quote) => [quote, 'Nota']));
    expect(plan).toMatchObject({ documents: [], knownDocuments: 1, nameless: 4 });
    expect(problems(planned({ kind: 'known', id: id(99) }))).toEqual(problems(planned()));
  });

  it('takes them for rows of a new one, of which the row may say more', () => {
    const plan = planned({
      kind: 'new',
      said: { document: ' Reactie ', issuer: 'ACVZ', sourceType: 'other' },
    });
    expect(documentsOf(plan)).toEqual(['een', 'drie', 'vier', 'zes'].map((quote) => [quote, 'Reactie']));
    expect(plan.documents).toMatchObject([{ title: 'Reactie', issuer: 'ACVZ', date: '2026-05-12' }]);
    expect(plan.newSpeakers).toEqual(['ACVZ', 'COA']);
    expect(problems(planned({ kind: 'new', said: {} }))).toEqual(problems(planned()));
    const known = planned({ kind: 'new', said: { identifier: 'Kamerstukken II 2024/25, 36704, nr. 11' } });
    expect(known).toMatchObject({ documents: [], knownDocuments: 1 });
    const wrong = planned({ kind: 'new', said: { address: 'nergens' } });
    expect(wrong.refused[0]).toMatchObject({ problem: 'not-allowed', field: 'address' });
  });

  it('takes them for rows of the document above, unless it was refused', () => {
    const plan = planned({ kind: 'above' });
    expect(documentsOf(plan)).toEqual([
      ['drie', 'Brief'],
      ['vier', 'Advies'],
    ]);
    expect(problems(plan)).toContainEqual([9, 'no-document']);
  });

  it('says what is no day or kind, and how many say another than their document has', () => {
    const dated = [
      ['Citaat', 'Waarborg', 'Spreker', 'Titel', 'Datum', 'Soort bron'],
      ['een', 'Voornemen', 'IND', 'Brief', '12-5-2026', 'Pers'],
      ['twee', 'Voornemen', 'IND', '', '31-2-2026', ''],
      ['drie', 'Voornemen', 'IND', '', '', 'Lied'],
      ['vier', 'Voornemen', 'IND', '', '12-5-2026', 'Pers'],
      ['vijf', 'Voornemen', 'IND', '', '13-5-2026', ''],
      ['zes', 'Voornemen', 'IND', 'Brief', '', 'Wet- en regelgeving'],
    ];
    const found = guessColumns(dated, vocabulary);
    const choices: OtherwiseDocument[] = [{ kind: 'above' }, { kind: 'new', said: { document: 'Brief' } }];
    for (const otherwise of choices) {
      const { refused, gaps } = planRows(dated, found, { ...context, otherwise });
      expect(refused.map(({ row, problem, field }) => [row, problem, field])).toEqual([
        [3, 'not-a-date', 'date'],
        [4, 'unknown-value', 'sourceType'],
      ]);
      expect(gaps.document).toBe(2);
    }
    // The document of the dossier is of that day, and of another kind.
    const known = planRows(dated, found, { ...context, otherwise: { kind: 'known', id: paper.id } });
    expect(known.refused.map(({ row }) => row)).toEqual([3, 4]);
    expect(known.gaps.document).toBe(3);
  });
});
