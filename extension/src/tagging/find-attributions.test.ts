import { expect, it } from 'vitest';
import { findAttributions } from './find-attributions.ts';

it.each([
  ['Volgens de Raad voor de rechtspraak leidt dit tot meer zaken.', ['Raad voor de rechtspraak']],
  [
    'Dat kost tijd, aldus de IND en volgens VluchtelingenWerk Nederland ook geld.',
    ['IND', 'VluchtelingenWerk Nederland'],
  ],
  ['Volgens de Nederlandse Orde van Advocaten is dat onzorgvuldig.', ['Nederlandse Orde van Advocaten']],
  [
    'volgens de Inspectie Justitie en Veiligheid vergroot dit het risico',
    ['Inspectie Justitie en Veiligheid'],
  ],
  ['Volgens de IND voor een deel', ['IND']],
  ['Volgens de planning begint dit in mei; volgens mij niet.', []],
  ['According to the Council of State this takes longer.', ['Council of State']],
])('finds in %j %j', (passage, names) => {
  expect(findAttributions(passage)).toEqual(names);
});
