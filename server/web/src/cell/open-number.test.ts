import type { MatrixResponse } from '@waarborg/shared/api';
import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { describe, expect, it } from 'vitest';
import { smallDossier } from '../matrix-view/small-dossier.ts';
import { parseView } from '../matrix-view/view.ts';
import { openNumber } from './open-number.ts';

const axes = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' } as const;
const matrix = structuredClone(buildMatrix(indexDossier(smallDossier), axes)) as never as MatrixResponse;
const open = (row?: string, column?: string) =>
  openNumber(matrix, { ...(row && { row }), ...(column && { column }) }, parseView(''), matrixMessages.nl);

describe('a number that is opened', () => {
  it('is one of the matrix where its row and column are there, whatever stands in it', () => {
    for (const number of [open(), open('voornemen'), open('voornemen', 'cost'), open(undefined, 'cost')])
      expect(number.isListed, number.title).toBe(true);
  });

  it('is none where an address names a row or a column that nobody has', () => {
    expect(open('bestaat-niet', 'cost').isListed).toBe(false);
    expect(open('voornemen', 'bestaat-niet').isListed).toBe(false);
  });
});
