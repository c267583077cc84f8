import { expect, it } from 'vitest';
import { buildMatrix, indexDossier } from '../matrix/index.ts';
import { content, document, helps, passage } from '../matrix/testing.ts';
import { matrixTable } from './matrix-tables.ts';

it('says of a total for which nobody read so, and of one that was read that nothing was found', () => {
  const index = indexDossier(
    content([passage('1', [{ ...helps, safeguard: 'voornemen' }])], {
      documents: [document('a')],
      readings: [{ document: 'a', reviewer: 'me', at: '2026-01-01T00:00:00Z', safeguard: 'minors' }],
    }),
  );
  const matrix = buildMatrix(index, { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' });
  const table = matrixTable(matrix, 'claims', { rows: 'waarborg', columns: 'gevolg' }, 'nl');
  const totalOf = (id: string) => {
    const place = matrix.rows.findIndex((row) => row.id === id);
    return table.rows[place]?.at(-2);
  };
  expect(totalOf('voornemen')).toBe(1);
  expect(totalOf('minors')).toBe(0);
  expect(totalOf('interpreter')).toBe('niet gelezen');
  expect(table.rows.at(-1)?.at(-2)).toBe(1);
});
