import { describe, expect, it } from 'vitest';
import { readTextClues, readUnionTitle } from './index.ts';

const name = 'VERORDENING (EU) 2024/1348 VAN HET EUROPEES PARLEMENT EN DE RAAD';
const subject = 'tot vaststelling van een gemeenschappelijke procedure voor internationale bescherming';
const printed = (heading: string) =>
  `Publicatieblad NL\nvan de Europese Unie L-serie\n2024/1348 22.5.2024\n${heading}\nvan 14 mei 2024\n${subject}\n(Voor de EER relevante tekst)\nHET EUROPEES PARLEMENT EN DE RAAD VAN DE EUROPESE UNIE,`;

describe('readUnionTitle', () => {
  it.each([
    [
      'Richtlijn 2013/32/EU van het Europees Parlement en de Raad van 26 juni 2013 betreffende procedures',
      'Europees Parlement en Raad',
      '2013-06-26',
    ],
    [
      'Regulation (EU) 2016/679 of the European Parliament and of the Council of 27 April 2016 on data',
      'Europees Parlement en Raad',
      '2016-04-27',
    ],
    [
      'Richtlijn 2003/86/EG van de Raad van 22 september 2003 inzake',
      'Raad van de Europese Unie',
      '2003-09-22',
    ],
    ['Council Regulation (EC) No 343/2003 of 18 February 2003 on', 'Raad van de Europese Unie', '2003-02-18'],
    [
      'Uitvoeringsverordening (EU) nr. 118/2014 van de Commissie van 30 januari 2014 tot wijziging',
      'Europese Commissie',
      '2014-01-30',
    ],
    [
      'Arrest van het Hof (Grote kamer) van 25 juli 2018.#A tegen B.#Zaak C-999/16.',
      'Hof van Justitie van de Europese Unie',
      '2018-07-25',
    ],
  ])('%s', (title, issuer, date) => {
    expect(readUnionTitle(title)).toEqual({ title: title.replaceAll('#', ' '), issuer, date });
  });

  it('leaves out the questions of a ruling', () => {
    const title =
      'Judgment of the Court (Fifth Chamber), 17 January 2013.#A.#Request.#Directive — Scope.#Case C-99/12.';
    expect(readUnionTitle(title)).toEqual({
      title: 'Judgment of the Court (Fifth Chamber), 17 January 2013. A. Case C-99/12.',
      issuer: 'Hof van Justitie van de Europese Unie',
      date: '2013-01-17',
    });
  });

  it('says who made it of nothing that only names an act', () => {
    const title = 'Voorstel tot wijziging van Richtlijn 2013/32/EU van de Raad van 26 juni 2013';
    expect(readUnionTitle(title)).toEqual({ title });
    expect(readUnionTitle('')).toEqual({});
  });
});

describe('the heading of an act in the Official Journal', () => {
  it('says which act it is', () => {
    expect(readTextClues(printed(name))).toEqual({
      identifier: { scheme: 'celex', value: '32024R1348' },
      title: `Verordening (EU) 2024/1348 van het Europees Parlement en de Raad van 14 mei 2024 ${subject}`,
      issuer: 'Europees Parlement en Raad',
      date: '2024-05-14',
      sourceType: 'legislation',
    });
  });

  it.each([
    [
      'COUNCIL DIRECTIVE 2003/86/EC of 22 September 2003 on',
      '32003L0086',
      'Council Directive 2003/86/EC of ',
    ],
    [
      'REGULATION (EU) No 604/2013 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 26 June 2013 on',
      '32013R0604',
      'Regulation (EU) No 604/2013 of the European Parliament and of the Council of ',
    ],
    [
      'KADERBESLUIT 2002/584/JBZ VAN DE RAAD van 13 juni 2002 betreffende',
      '32002F0584',
      'Kaderbesluit 2002/584/JBZ van de Raad van ',
    ],
  ])('%s', (heading, value, title) => {
    const clues = readTextClues(`29.6.2013 EN Official Journal of the European Union L 180/31\n${heading} x`);
    expect(clues.identifier).toEqual({ scheme: 'celex', value });
    expect(clues.title).toContain(title);
  });

  it.each([
    ['a consolidated version', `02024R1348 — NL — 12.06.2026 — 001.001\n${printed(name)}`],
    [
      'a warning above one',
      `De authentieke tekst staat in het Publicatieblad; dit is een documentatiehulpmiddel.\n►B\n${name} van 14 mei 2024`,
    ],
    [
      'a text that names the act',
      printed('Rectificatie van Verordening (EU) 2024/1348 van het Europees Parlement en de Raad'),
    ],
    ['an act without its journal', `${name}\nvan 14 mei 2024\n${subject}`],
    ['an act far below', printed(`${'Inhoud '.repeat(100)}\n${name}`)],
  ])('is not that of %s', (_, text) => {
    expect(readTextClues(text).identifier).toBeUndefined();
  });
});
