import { defineCatalogue } from './catalogue.ts';

/** What the matrix says: in the API's answers and on the matrix page. */
export const matrixMessages = defineCatalogue(
  {
    noImpact: 'Geen gevolg genoemd',
    noImpactShort: 'Zonder gevolg',
    notStated: 'Niet vermeld',
  },
  {
    noImpact: 'No impact named',
    noImpactShort: 'No impact',
    notStated: 'Not stated',
  },
);
