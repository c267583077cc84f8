import { describe, expect, it } from 'vitest';
import { type CitedDocument, citePassage } from './index.ts';

const at = (...considerations: string[]) => ({
  sections: considerations.map((consideration) => ({ consideration })),
});

describe('a ruling without an ECLI', () => {
  it.each([
    [
      ...['Europees Hof voor de Rechten van de Mens', '2011-01-21', 'M.S.S. tegen België en Griekenland'],
      'EHRM 21 januari 2011, M.S.S. tegen België en Griekenland, par. 293.',
    ],
    ['EHRM', '2011-01-21', 'M.S.S.', 'EHRM 21 januari 2011, M.S.S., par. 293.'],
    ...[
      [
        'Hof van Justitie van de Europese Unie',
        '2011-12-21',
        'N.S.',
        'HvJ EU 21 december 2011, N.S., punt 293.',
      ],
      ['Hof van Justitie EG', '2009-02-17', 'Elgafaji', 'HvJ EG 17 februari 2009, Elgafaji, punt 293.'],
      ['Afdeling bestuursrechtspraak', '2020-07-01', '2020/1', 'ABRvS 1 juli 2020, 2020/1, r.o. 293.'],
      ['Gerechtshof Den Haag', '2020-07-01', '200.1', 'Hof Den Haag 1 juli 2020, 200.1, r.o. 293.'],
      ['Rechtbank ’s-Gravenhage', '2010-07-01', '09/1', "Rb. 's-Gravenhage 1 juli 2010, 09/1, r.o. 293."],
      ['Raad van Arbitrage', '2020-07-01', '36.1', 'Raad van Arbitrage 1 juli 2020, 36.1, r.o. 293.'],
    ],
  ])('counts as %s does in a ruling without an ECLI of %s', (issuerName, date, title, expected) => {
    const ruling: CitedDocument = {
      ...{ sourceType: 'court-ruling', title, issuerName, date },
      identifiers: [],
    };
    expect(citePassage(ruling, at('293'), 'nl')).toBe(expected);
  });

  it('is named once, and in English too', () => {
    const unpublished: CitedDocument = {
      ...{ sourceType: 'court-ruling', title: 'NL25.12345', issuerName: 'Rechtbank Den Haag' },
      ...{ date: '2025-11-02', identifiers: [] },
    };
    expect(citePassage(unpublished, at('4', '5.1'), 'nl')).toBe(
      'Rb. Den Haag 2 november 2025, NL25.12345, r.o. 4 en 5.1.',
    );
    expect(citePassage(unpublished, at('4'), 'en')).toBe(
      'District Court of The Hague 2 November 2025, NL25.12345, para. 4.',
    );
    const titled = { ...unpublished, title: 'Rechtbank Den Haag, zaak 7' };
    expect(citePassage(titled, at('4'), 'nl')).toBe('Rechtbank Den Haag, zaak 7, 2 november 2025, r.o. 4.');
  });
});

it('knows the conclusion of an advocate general by its CELEX number also where it has an ECLI', () => {
  const conclusion: CitedDocument = {
    ...{ sourceType: 'court-ruling', title: 'Conclusie', date: '2020-02-06' },
    identifiers: [
      { scheme: 'ecli', value: 'ECLI:EU:C:2020:76' },
      { scheme: 'celex', value: '62019CC0808' },
    ],
  };
  expect(citePassage(conclusion, at('43'), 'nl')).toBe(
    'Conclusie A-G HvJ EU 6 februari 2020, ECLI:EU:C:2020:76, punt 43.',
  );
});
