import type { MatrixResponse } from '@waarborg/shared/api';
import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { smallDossier } from '../matrix-view/small-dossier.ts';
import { changedNumbers, numberKey } from './changed-numbers.ts';
import { holdArrangement } from './hold-arrangement.ts';

const matrixOf = (passages: number) =>
  buildMatrix(indexDossier({ ...smallDossier, annotations: smallDossier.annotations.slice(0, passages) }), {
    ...{ rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' },
  }) as unknown as MatrixResponse;

describe('changedNumbers', () => {
  it('names the cell that a passage changed and every total in which it counts', () => {
    expect([...changedNumbers(matrixOf(5), matrixOf(6))].toSorted()).toEqual(
      [
        numberKey('rest-period', 'applicant'),
        numberKey('rest-period', undefined),
        numberKey(undefined, 'applicant'),
        numberKey(undefined, undefined),
      ].toSorted(),
    );
  });

  it('names nothing where all is as it was', () => {
    expect(changedNumbers(matrixOf(6), matrixOf(6)).size).toBe(0);
  });
});

describe('holdArrangement', () => {
  const members = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
  const arrangement = (rows: string[], hiddenRows: string[] = []): Arrangement => ({
    rows: members(...rows),
    columns: members('x'),
    hiddenRows: members(...hiddenRows),
    hiddenColumns: [],
  });
  const rowsOf = ({ rows }: Arrangement) => rows.map(({ id }) => id);

  it('keeps rows where they stood, and says that they would stand otherwise', () => {
    const held = holdArrangement(arrangement(['a', 'b']), arrangement(['b', 'c', 'a']));
    expect(rowsOf(held)).toEqual(['a', 'b']);
    expect(held.isHeld).toBe(true);
  });

  it('keeps a row that is empty now, and lets go what is not there any more', () => {
    const held = holdArrangement(arrangement(['a', 'b', 'c']), arrangement(['a'], ['b']));
    expect(rowsOf(held)).toEqual(['a', 'b']);
  });

  it('holds nothing where nothing would move', () => {
    expect(holdArrangement(arrangement(['a']), arrangement(['a'])).isHeld).toBe(false);
  });
});
