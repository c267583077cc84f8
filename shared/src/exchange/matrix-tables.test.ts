import { expect, it } from 'vitest';
import { buildMatrix, indexDossier, type MatrixFilters } from '../matrix/index.ts';
import { content, document, helps, passage } from '../matrix/testing.ts';
import { cellTable, matrixTable } from './matrix-tables.ts';

it('says of a total for which nobody read so, and of one that was read that nothing was found', () => {
  const index = indexDossier(
    content([passage('1', [{ ...helps, safeguard: 'voornemen' }])], {
      documents: [document('a')],
      readings: [{ document: 'a', reviewer: 'me', at: '2026-01-01T00:00:00Z', safeguard: 'minors' }],
    }),
  );
  const totalsWithin = (filters: MatrixFilters) => {
    const query = { rows: 'safeguard', columns: 'impact', filters, language: 'nl' } as const;
    const matrix = buildMatrix(index, query);
    const { rows } = matrixTable(matrix, 'claims', { rows: 'waarborg', columns: 'gevolg' }, 'nl');
    const ids = [...matrix.rows.map(({ id }) => id), 'all'];
    return Object.fromEntries(ids.map((id, place) => [id, rows[place]?.at(-2)]));
  };
  const totals = totalsWithin({});
  expect(totals).toMatchObject({ voornemen: 1, minors: 0, interpreter: 'niet gelezen', all: 1 });
  // What a filter leaves out was found, though nobody said to have read for it.
  expect(totalsWithin({ stance: ['hurts'] })).toMatchObject({ ...totals, voornemen: 0, all: 0 });
});

it('says of a cell whose claims a filter leaves out that there is nothing within it, and calls it no evidence', () => {
  const index = indexDossier(
    content([passage('1', [{ ...helps, safeguard: 'voornemen' }])], { documents: [document('a')] }),
  );
  const statesWithin = (filters: MatrixFilters) => {
    const matrix = buildMatrix(index, { rows: 'safeguard', columns: 'impact', filters, language: 'nl' });
    const { columns, rows } = cellTable(matrix, 'nl');
    const place = columns.findIndex(({ header }) => header === 'Toestand');
    return new Set(rows.map((row) => row[place]));
  };
  expect(statesWithin({})).toEqual(new Set(['bewijs', 'niet gelezen']));
  expect(statesWithin({ stance: ['hurts'] })).toEqual(new Set(['niets binnen dit filter', 'niet gelezen']));
});
