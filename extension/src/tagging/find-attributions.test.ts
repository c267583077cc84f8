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
  ['Volgens de minister van Asiel en Migratie kan dat.', ['Minister van Asiel en Migratie']],
  ['Volgens staatssecretaris Van den Berg kan dat niet.', ['Staatssecretaris Van den Berg']],
  ['Volgens de regering wegen de belangen op; aldus ook het kabinet.', ['Regering', 'Kabinet']],
  ['Volgens de rechtbank Den Haag is dat onzorgvuldig.', ['Rechtbank Den Haag']],
  ['Volgens mevrouw De Wit duurt het langer.', ['De Wit']],
  ['volgens de Adviesraad\nMigratie', ['Adviesraad Migratie']],
  ['Volgens de Vreemdelingenwet 2000, artikel 39, en volgens Richtlijn 2013/32/EU moet dat.', []],
  ['Volgens Kamerstukken II 2024/25, 36704, nr. 3 is dat zo; volgens artikel 3 EVRM niet.', []],
  ['According to the Council of State this takes longer.', ['Council of State']],
])('finds in %j %j', (passage, names) => {
  expect(findAttributions(passage)).toEqual(names);
});
