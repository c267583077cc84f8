import { describe, expect, it } from 'vitest';
import { readTextClues } from './index.ts';

const paper = `Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2025–2026
36 999 Wijziging van de Wet zorgvuldige voorbereiding in
verband met het voornemen
Nr. 12 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 12 mei 2026
Zie Kamerstukken II 2024/25, 36704, nr. 11, en kst-36704-3.
kst-36999-12
ISSN 0921 - 7371
's-Gravenhage 2026`;

describe('readTextClues', () => {
  it('reads the header of a Kamerstuk', () => {
    expect(readTextClues(paper)).toEqual({
      identifier: { scheme: 'official-publication', value: 'kst-36999-12' },
      title: 'Wijziging van de Wet zorgvuldige voorbereiding in verband met het voornemen; Brief',
      issuer: 'Minister van Asiel en Migratie',
      date: '2026-05-12',
      sourceType: 'parliamentary-paper',
    });
  });

  it('finds the header below what a site puts above it, and takes none of several', () => {
    const value = (text: string) => readTextClues(text).identifier?.value;
    expect(value(`Menu Zoeken Kamerstukken\n${paper}`)).toBe('kst-36999-12');
    const header = paper.slice(0, paper.indexOf('Den Haag'));
    expect(value(`${header}\n${header.replace('Nr. 12', 'Nr. 14')}`)).toBeUndefined();
  });

  it('knows the government, members and the Council of State by the kind of paper', () => {
    const issuerOf = (kind: string) => readTextClues(paper.replace(/BRIEF VAN.*/u, kind)).issuer;
    expect(issuerOf('MEMORIE VAN TOELICHTING')).toBe('Regering');
    expect(issuerOf('MOTIE VAN HET LID DE WIT')).toBe('De Wit');
    expect(issuerOf('ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT')).toBe(
      'Afdeling advisering van de Raad van State',
    );
  });

  it('reads the imprint of a publication whose header has another form', () => {
    expect(readTextClues('Vragen\nah-tk-20252026-812\nISSN 0921 - 7398').identifier).toEqual({
      scheme: 'official-publication',
      value: 'ah-tk-20252026-812',
    });
  });

  it('takes no identifier from what a document cites, nor where header and imprint differ', () => {
    expect(
      readTextClues('In reactie op kst-36999-12 en ECLI:NL:RVS:2021:1939 schrijven wij:').identifier,
    ).toBeUndefined();
    expect(readTextClues(paper.replace('kst-36999-12\n', 'kst-36999-13\n')).identifier).toBeUndefined();
    const two = 'kst-36999-12 ISSN 0921 - 7371\nkst-36999-13 ISSN 0921 - 7371';
    expect(readTextClues(two).identifier).toBeUndefined();
  });

  it('reads subject and date of a letter', () => {
    const letter = 'Inspectie\nDatum  3 juni 2026\nBetreft Reactie op het wetsvoorstel\nGeachte heer,';
    expect(readTextClues(letter)).toEqual({ title: 'Reactie op het wetsvoorstel', date: '2026-06-03' });
    expect(readTextClues('Datum:\n\nMei - 2026').date).toBe('2026-05');
  });

  it('reads the heading of a list of decisions, whose own title stands in the middle of a form', () => {
    const list = `Den Haag, 4 juni 2026
Voortouwcommissie: vaste commissie voor Asiel en Migratie
Volgcommissie(s): FIN i.v.m. agendapunt 19
Document: Besluitenlijst van de procedurevergadering van donderdag
3 juni 2026
1. Agendapunt: Besluitenlijst van de vergadering van 19 mei 2026
Activiteitnummer: 2026A01320`;
    expect(readTextClues(list)).toEqual({
      title: 'Besluitenlijst van de procedurevergadering van donderdag 3 juni 2026',
      issuer: 'Vaste commissie voor Asiel en Migratie',
      date: '2026-06-04',
      sourceType: 'parliamentary-paper',
    });
    // What a letter encloses is not what it is.
    expect(readTextClues('Betreft: Besluitenlijst\nDocument: Besluitenlijst van 3 juni 2026')).toEqual({
      title: 'Besluitenlijst',
    });
  });

  it.each([
    [
      "RECHTBANK 'S-GRAVENHAGE\nBestuursrecht\nzaaknummer: AWB 26/1\nuitspraak van de meervoudige kamer van 3 juni 2026 in de zaak",
      { title: "Uitspraak Rechtbank 's-Gravenhage 3 juni 2026, AWB 26/1", issuer: "Rechtbank 's-Gravenhage" },
    ],
    [
      'Rechtbank Den Haag\nuitspraak van de enkelvoudige kamer van 3 juni 2026 in de zaak',
      { title: 'Uitspraak Rechtbank Den Haag 3 juni 2026', issuer: 'Rechtbank Den Haag' },
    ],
    [
      '202602374/1/V1.\nDatum uitspraak: 3 juni 2026\nAFDELING\nBESTUURSRECHTSPRAAK\nUitspraak op het hoger beroep van:',
      {
        title: 'Uitspraak Afdeling bestuursrechtspraak van de Raad van State 3 juni 2026, 202602374/1/V1',
        issuer: 'Afdeling bestuursrechtspraak van de Raad van State',
      },
    ],
  ])('reads the heading of a ruling: %s', (text, expected) => {
    expect(readTextClues(text)).toEqual({ ...expected, date: '2026-06-03', sourceType: 'court-ruling' });
  });

  it.each([
    'ECLI:NL:RBDHA:2026:6122\nInstantie\nRechtbank Den Haag\nDatum uitspraak\n03-06-2026\nZaaknummer\nNL26.1',
    'ECLI:NL:RBDHA:2026:6122\nInstantie: Rechtbank Den Haag\nDatum uitspraak: 03-06-2026\nZaaknummer: NL26.1',
  ])('reads the labels above a ruling as the courts publish it', (text) => {
    expect(readTextClues(text)).toEqual({
      identifier: { scheme: 'ecli', value: 'ECLI:NL:RBDHA:2026:6122' },
      title: 'ECLI:NL:RBDHA:2026:6122, Rechtbank Den Haag',
      issuer: 'Rechtbank Den Haag',
      date: '2026-06-03',
      sourceType: 'court-ruling',
    });
    expect(readTextClues(`Noot bij ${text}`).identifier).toBeUndefined();
  });

  it('takes no letter for the ruling of which it speaks', () => {
    const letter =
      'Raad voor de rechtspraak\nBetreft: advies\nDe Rechtbank Den Haag deed uitspraak van de kamer van 3 juni 2026.';
    expect(readTextClues(letter).sourceType).toBeUndefined();
  });

  it('takes no time for gaps between the words of a header', () => {
    const [tabs, lines] = ['\t'.repeat(900), ' \n'.repeat(900)];
    for (const text of [
      `Tweede Kamer der Staten-Generaal Vergaderjaar 2025-2026 36 704${tabs.repeat(4)}`,
      `STAATSCOURANT Officiële uitgave van het Koninkrijk der Nederlanden${tabs}${lines}Nr. 1${tabs}2 mei 2025${tabs}x`,
      `ECLI:NL:RBDHA:2026:6122 Instantie${tabs.repeat(4)}`,
    ])
      expect(readTextClues(text)).toEqual({});
    const ruling = `ECLI:NL:RBDHA:2026:6122${lines}Instantie${tabs}\nRechtbank Den Haag${tabs}${lines}Datum uitspraak\n03-06-2026`;
    expect(readTextClues(ruling)).toMatchObject({ issuer: 'Rechtbank Den Haag', date: '2026-06-03' });
  });

  it('says nothing of a text that says nothing', () => {
    expect(readTextClues('')).toEqual({});
  });
});
