import { expect, it } from 'vitest';
import { blindRows, buildMatrix, indexDossier } from './index.ts';
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
  const query = {
    rows: 'safeguard',
    columns: 'impact',
    filters: { stance: ['hurts'] },
    language: 'nl',
  } as const;
  const { notRead, nothingFound } = blindRows(buildMatrix(index, query));
  expect(nothingFound.map(({ id }) => id)).toEqual(['minors']);
  const unread = notRead.map(({ id }) => id);
  expect(unread).toContain('interpreter');
  // The filter leaves it empty.
  expect(unread).not.toContain('voornemen');
});
