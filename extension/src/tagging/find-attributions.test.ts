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
  ['De IND stelt dat de termijn onhaalbaar is.', ['IND']],
  ['Dat is onhaalbaar, zo stellen DT&V en IND.', ['DT&V', 'IND']],
  ['Volgens VVD en D66 kan dat.', ['VVD', 'D66']],
  ['Het UNHCR-rapport concludeert dat de opvang tekortschiet.', ['UNHCR']],
  ['Het EHRM heeft in M.S.S. overwogen dat een rechtsmiddel nodig is.', ['EHRM']],
  ['De Afdeling heeft in ECLI:NL:RVS:2016:890 overwogen dat een gehoor nodig is.', ['Afdeling']],
  ['Uit onderzoek van het WODC blijkt dat één op de drie beroepen slaagt.', ['WODC']],
  ['In reactie hierop merkt de regering op dat de rechtspraak meer capaciteit krijgt.', ['Regering']],
  ['Zoals de Nederlandse orde van advocaten opmerkt', ['Nederlandse orde van advocaten']],
  [
    'De leden van de fractie van D66 vragen of dit kan; de VVD-fractie vindt van wel.',
    ['D66-fractie', 'VVD-fractie'],
  ],
  ['Dat blijkt uit diverse jaarverslagen van de Rechtspraak.', ['Rechtspraak']],
  [
    'De inspectie deelt de zorgen van de afdeling Advisering van de Raad van State.',
    ['Afdeling Advisering van de Raad van State'],
  ],
  [
    'De minister van Asiel en Migratie heeft de IND gevraagd sneller te beslissen.',
    ['Minister van Asiel en Migratie'],
  ],
  ['Gemeenten zien problemen, zo stelt de VNG.', ['VNG']],
  ['Zoals de Algemene Rekenkamer al constateerde, is de voorraad te groot.', ['Algemene Rekenkamer']],
  ['Volgens hoogleraar migratierecht Eva Jansen; het lid Ceder vraagt', ['Eva Jansen', 'Ceder']],
  ['Eiser voert aan dat hij niet is gehoord.', ['Eiser']],
  [
    'In de toelichting bij de wetsvoorstellen wordt erkend dat de uitvoering zwaarder wordt belast.',
    ['Regering'],
  ],
  ['In de memorie van toelichting wordt door de uitvoering een voorstel erkend.', []],
  ['Amnesty International vindt de maatregel onmenselijk.', ['Amnesty International']],
  ['Hij stelt dat dit niet kan. Dit vindt Nederland.', []],
  ['De Vreemdelingenwet stelt dat een voornemen nodig is.', []],
  ['De IND geeft een vergunning, stelt de beslissing uit en wijst de aanvraag af.', []],
  ['De staatssecretaris van Justitie en Veiligheid heeft de aanvraag afgewezen.', []],
])('finds in %j %j', (passage, names) => {
  expect(findAttributions(passage).map(({ name }) => name)).toEqual(names);
});

it.each([
  ['De regering schrijft dat de Afdeling vreest voor vertraging.', 'Afdeling', 'Regering'],
  ['De minister meldt dat volgens de IND de doorlooptijden stijgen.', 'IND', 'Minister'],
  ['De Inspectie stelt dat in de toelichting wordt erkend dat dit meer kost.', 'Regering', 'Inspectie'],
])('finds in %j that %s speaks through %s', (passage, name, reportedBy) => {
  expect(findAttributions(passage)).toEqual([{ name, reportedBy }, { name: reportedBy }]);
});

it('takes no longer for a passage of capitals', () => {
  const passage = 'A '.repeat(20_000);
  expect(findAttributions(passage, [])).toEqual([]);
});
