import { buildMatrix, indexDossier, type MatrixFilters } from '@waarborg/shared/matrix';
import { expect, it } from 'vitest';
import { legendItems } from './legend-entries.ts';
import { smallDossier } from './small-dossier.ts';
import { parseView } from './view.ts';

const index = indexDossier(smallDossier);
const matrixWithin = (filters: MatrixFilters) =>
  structuredClone(
    buildMatrix(index, { rows: 'safeguard', columns: 'impact', filters, language: 'nl' }),
  ) as never as Parameters<typeof legendItems>[0];
const explanationOf = (filters: MatrixFilters, search: string) =>
  legendItems(matrixWithin(filters), parseView(search), 'nl').find(({ name }) => name === 'filteredOut')
    ?.text;

it('says what left out what was found: the filter, or else the copy that holds a part', () => {
  expect(explanationOf({}, '')).toBeUndefined();
  expect(explanationOf({ stance: ['hurts'] }, '?stance=hurts')).toContain('binnen dit filter');
  expect(explanationOf({ stance: ['hurts'] }, '')).toContain('in deze kopie');
});
