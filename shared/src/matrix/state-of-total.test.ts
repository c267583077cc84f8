import { expect, it } from 'vitest';
import { blindRows, buildMatrix, indexDossier, type MatrixFilters } from './index.ts';
import { content, document, helps, passage } from './testing.ts';

const read = ['minors', 'procedure-as-a-whole', 'voornemen'].map((safeguard) => ({
  ...{ document: 'a', reviewer: 'me', at: '2026-01-01T00:00:00Z' },
  safeguard,
}));
const index = indexDossier(
  content([passage('1', [{ ...helps, safeguard: 'voornemen' }])], {
    documents: [document('a')],
    readings: read,
  }),
);

it('safeguards without claims are those that nobody read for and those that were read in vain, but the procedure as a whole', () => {
  const filters: MatrixFilters = { stance: ['hurts'] };
  const matrix = buildMatrix(index, { rows: 'safeguard', columns: 'impact', filters, language: 'nl' });
  const { notRead, nothingFound } = blindRows(matrix);
  expect(nothingFound.map(({ id }) => id)).toEqual(['minors']);
  const unread = notRead.map(({ id }) => id);
  expect(unread).toContain('interpreter');
  // The filter leaves it empty.
  expect(unread).not.toContain('voornemen');
});
