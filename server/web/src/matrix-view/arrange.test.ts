import type { MatrixResponse } from '@waarborg/shared/api';
import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { arrange, weightsOf } from './arrange.ts';
import { groupMembers } from './member-groups.ts';
import { smallDossier } from './small-dossier.ts';
import type { MatrixView } from './view.ts';

const matrixOf = (folded: readonly string[] = []) =>
  buildMatrix(indexDossier(smallDossier), {
    ...{ rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl', folded },
  }) as unknown as MatrixResponse;
const plain: MatrixView = { rows: 'safeguard', columns: 'impact', count: 'claims', filters: {} };
const lay = (changes: Partial<MatrixView>, matrix = matrixOf()) => {
  const view = { ...plain, ...changes };
  return arrange(matrix, view, weightsOf(matrix, view));
};
const ids = (members: readonly { id: string }[]) => members.map(({ id }) => id);

describe('arrange', () => {
  const matrix = matrixOf();

  it('leaves rows and columns as the matrix has them', () => {
    expect(lay({})).toEqual({
      rows: matrix.rows,
      columns: matrix.columns,
      hiddenRows: [],
      hiddenColumns: [],
    });
  });

  it('puts rows in the order of a column, the most first, and else as they stood', () => {
    const { rows } = lay({ rowOrder: { isDescending: true, by: 'member', member: 'court-workload' } });
    expect(ids(rows)).toEqual(['voornemen', ...ids(matrix.rows).filter((id) => id !== 'voornemen')]);
    const upside = lay({ rowOrder: { isDescending: false, by: 'member', member: 'court-workload' } });
    expect(ids(upside.rows).at(-1)).toBe('voornemen');
    expect(groupMembers(rows)).toHaveLength(1);
  });

  it('puts columns in the order of a row, or of their totals', () => {
    const byRow = lay({ columnOrder: { isDescending: true, by: 'member', member: 'rest-period' } });
    expect(byRow.columns[0]?.id).toBe('applicant');
    expect(lay({ columnOrder: { isDescending: true, by: 'total' } }).columns[0]?.id).toBe('court-workload');
  });

  it('puts rows in the order of how far the reading got', () => {
    const { rows } = lay({ rowOrder: { isDescending: true, by: 'read' } });
    expect(new Set(ids(rows).slice(0, 3))).toEqual(new Set(['voornemen', 'rest-period', 'minors']));
  });

  it('hides what is empty, and tells what that is', () => {
    const { rows, columns, hiddenRows, hiddenColumns } = lay({ hide: ['rows', 'columns'] });
    expect(ids(rows)).toEqual(['rest-period', 'voornemen']);
    expect(ids(columns)).toEqual(['applicant', 'duration', 'court-workload']);
    expect([...ids(rows), ...ids(hiddenRows)].toSorted()).toEqual(ids(matrix.rows).toSorted());
    expect(hiddenColumns).toHaveLength(matrix.columns.length - 3);
  });

  it('keeps the name of a folded group in any order', () => {
    const folded = matrixOf(['the-decision']);
    const { rows } = lay({ rowOrder: { isDescending: true, by: 'total' } }, folded);
    expect(rows[0]).toMatchObject({ id: 'group:the-decision', group: 'Het besluit' });
    expect(groupMembers(rows).map(({ groupId }) => groupId)).toEqual(['the-decision', undefined]);
  });
});
