import { describe, expect, it } from 'vitest';
import { readTitlePage } from './index.ts';

const lines = (...all: readonly string[]) => readTitlePage(all.join('\n'));

describe('readTitlePage', () => {
  it('takes the body of a letterhead for who speaks', () => {
    expect(lines('Raad voor de rechtspraak', 'Directie Strategie', 'Geachte heer,')).toEqual({
      issuer: 'Raad voor de rechtspraak',
    });
    expect(lines('INSPECTIE JUSTITIE EN VEILIGHEID', 'Ministerie van Justitie en Veiligheid')).toEqual({
      issuer: 'Inspectie Justitie en Veiligheid',
    });
  });

  it('takes the body of a running header, which both pages have wherever it stands in their text', () => {
    const head = 'Algemene Rekenkamer | De stand van de rechtspraak 2026';
    const page = ['Voorwoord', 'Voor u ligt ons rapport.', head];
    expect(lines(...page, ...page)).toEqual({ issuer: 'Algemene Rekenkamer' });
    expect(lines(...page, 'Het tweede hoofdstuk.')).toEqual({});
  });

  it('does not take whom a letter is for, nor what it or a report mentions', () => {
    const address = ['Raad voor de rechtspraak', 'Postbus 90613'];
    const issuer = 'Ministerie van Asiel en Migratie';
    expect(lines(issuer, '> Retouradres Postbus 16275', ...address)).toEqual({ issuer });
    expect(lines(issuer, 'Aan', ...address)).toEqual({ issuer });
    expect(lines('Betreft', 'Uitvoeringstoets Wet zorgvuldige voorbereiding')).toEqual({});
    expect(lines('Inhoudsopgave', 'Memorie van toelichting', 'Position paper')).toEqual({});
    expect(lines('In zijn advies wees de Raad voor de rechtspraak op de termijnen.')).toEqual({});
  });

  it('takes none of several bodies or kinds', () => {
    expect(lines('Raad voor de rechtspraak', 'Autoriteit Persoonsgegevens')).toEqual({});
    expect(lines('Memorie van toelichting', 'Uitvoeringstoets')).toEqual({});
  });

  it.each([
    ['CONCEPT-MEMORIE VAN TOELICHTING', 'parliamentary-paper'],
    ['Nota naar aanleiding van het nader verslag', 'parliamentary-paper'],
    ['Wetgevingsadvies Wet zorgvuldige voorbereiding', 'legislative-advice'],
    ['Ex ante uitvoeringstoets', 'implementation-report'],
    ['De Stand van de uitvoering 2026', 'implementation-report'],
    ['Position paper rondetafelgesprek', 'position-paper'],
    ['ARREST VAN HET HOF (Grote kamer)', 'court-ruling'],
    ['VERORDENING (EU) 2030/12 VAN HET EUROPEES PARLEMENT EN DE RAAD', 'legislation'],
  ])('knows a paper by what it calls itself: %s', (line, sourceType) => {
    expect(lines('3 juni 2026', line, 'Algemeen deel')).toEqual({ sourceType });
  });

  it('knows a Kamerstuk by the foot that its pages share', () => {
    const foot = (page: number) => `Eerste Kamer, vergaderjaar 2025–2026, 36 999, B ${page}`;
    expect(lines('Verslag', foot(1), 'De commissie vraagt', foot(2))).toEqual({
      sourceType: 'parliamentary-paper',
    });
    expect(lines('Verslag', foot(1), 'De commissie vraagt')).toEqual({});
  });

  it('says nothing of a text that says nothing', () => {
    expect(lines('')).toEqual({});
  });
});
