/** Title pages and letterheads as each kind of document has them. */
import { describe, expect, it } from 'vitest';
import { readTextClues, readTitlePage } from './index.ts';

const publication = (value: string) => ({ scheme: 'official-publication', value });

/** What is proposed of a document from the words of its first pages. */
function propose(text: string) {
  const clues = readTextClues(text);
  return clues.sourceType ? clues : { ...readTitlePage(text), ...clues };
}

describe('a title page', () => {
  it.each([
    [
      'a letter of a minister whose name goes over a line',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n19 637 Vreemdelingenbeleid\nNr. 3400 BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN\nWERKGELEGENHEID\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 12 mei 2025\nHierbij',
      {
        date: '2025-05-12',
        identifier: publication('kst-19637-3400'),
        title: 'Vreemdelingenbeleid; Brief',
        issuer: 'Minister van Sociale Zaken en Werkgelegenheid',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a minister with a letter that is no ASCII',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n36 600 IX Vaststelling van de begrotingsstaten\nNr. 12 BRIEF VAN DE MINISTER VAN FINANCIËN\nAan de Voorzitter\nDen Haag, 1 april 2025',
      {
        date: '2025-04-01',
        identifier: publication('kst-36600-IX-12'),
        title: 'Vaststelling van de begrotingsstaten; Brief',
        issuer: 'Minister van Financiën',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a letter of two',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n19 637 Vreemdelingenbeleid\nNr. 3401 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE EN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID\nAan de Voorzitter',
      {
        identifier: publication('kst-19637-3401'),
        title: 'Vreemdelingenbeleid; Brief',
        issuer: 'Minister van Asiel en Migratie en de staatssecretaris van Justitie en Veiligheid',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a letter of the prime minister',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n21 501-20 Europese Raad\nNr. 2200 BRIEF VAN DE MINISTER-PRESIDENT, MINISTER VAN ALGEMENE ZAKEN\nAan de Voorzitter',
      {
        identifier: publication('kst-21501-20-2200'),
        title: 'Europese Raad; Brief',
        issuer: 'Minister-president, minister van Algemene Zaken',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'an amendment of two members in the place of another',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 15 GEWIJZIGD AMENDEMENT VAN DE LEDEN DE WIT EN VAN DEN BERG TER VERVANGING VAN DAT GEDRUKT ONDER NR. 14\nOntvangen 3 juni 2025',
      {
        identifier: publication('kst-36999-15'),
        title: 'Wijziging van de Vreemdelingenwet 2000; Gewijzigd amendement',
        issuer: 'De Wit en Van den Berg',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a report of a committee',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 6 VERSLAG\nVastgesteld 2 april 2025\nDe vaste commissie voor Asiel en Migratie',
      {
        identifier: publication('kst-36999-6'),
        date: '2025-04-02',
        title: 'Wijziging van de Vreemdelingenwet 2000; Verslag',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a note of the government',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 7 NOTA NAAR AANLEIDING VAN HET VERSLAG\nOntvangen 2 april 2025',
      {
        identifier: publication('kst-36999-7'),
        date: '2025-04-02',
        title: 'Wijziging van de Vreemdelingenwet 2000; Nota naar aanleiding van het verslag',
        issuer: 'Regering',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'an advice of the Council of State',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 4 ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT1\nHieronder zijn opgenomen',
      {
        identifier: publication('kst-36999-4'),
        title:
          'Wijziging van de Vreemdelingenwet 2000; Advies Afdeling advisering Raad van State en nader rapport',
        issuer: 'Afdeling advisering van de Raad van State',
        sourceType: 'legislative-advice',
      },
    ],
    [
      'a paper of the Eerste Kamer, with a letter',
      'Eerste Kamer der Staten-Generaal 1\nVergaderjaar 2024–2025\n36 704 Wijziging van de Vreemdelingenwet 2000\nB VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR IMMIGRATIE EN ASIEL / JBZ-RAAD1\nVastgesteld 10 juni 2025\nHet voorbereidend onderzoek\nkst-36704-B\nISSN 0921 - 7371',
      {
        title: 'Wijziging van de Vreemdelingenwet 2000; Voorlopig verslag',
        issuer: 'Vaste commissie voor Immigratie en Asiel / JBZ-Raad',
        sourceType: 'parliamentary-paper',
        identifier: publication('kst-36704-B'),
        date: '2025-06-10',
      },
    ],
    [
      'a memorandum in reply',
      'Eerste Kamer der Staten-Generaal 1\nVergaderjaar 2024–2025\n36 704 Wijziging van de Vreemdelingenwet 2000\nC MEMORIE VAN ANTWOORD\nOntvangen 12 juni 2025\n1. Inleiding',
      {
        identifier: publication('kst-36704-C'),
        date: '2025-06-12',
        title: 'Wijziging van de Vreemdelingenwet 2000; Memorie van antwoord',
        issuer: 'Regering',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'questions with their answers',
      'Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025 Aanhangsel van de Handelingen\nVragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n1244\nVragen van het lid De Wit (D66) aan de Minister van Asiel en Migratie over de\nuitvoerbaarheid van de asielwetten (ingezonden 3 februari 2025).\nAntwoord van Minister Vermeer (Asiel en Migratie) (ontvangen 4 maart 2025).\nVraag 1\nBent u\nah-tk-20242025-1244\nISSN 0921 - 7398',
      {
        title:
          'Vragen van het lid De Wit (D66) aan de Minister van Asiel en Migratie over de uitvoerbaarheid van de asielwetten',
        issuer: 'Minister Vermeer (Asiel en Migratie)',
        date: '2025-03-04',
        sourceType: 'parliamentary-paper',
        identifier: publication('ah-tk-20242025-1244'),
      },
    ],
    [
      'a letter of an inspectorate, with a subject of two lines',
      'Inspectie Justitie en Veiligheid\nMinisterie van Justitie en Veiligheid\n> Retouradres Postbus 20301 2500 EH Den Haag\nDe minister van Asiel en Migratie\nDatum 12 mei 2025\nOnderwerp Reactie op het wetsvoorstel tot wijziging van de\nVreemdelingenwet 2000\nGeachte mevrouw',
      {
        issuer: 'Inspectie Justitie en Veiligheid',
        title: 'Reactie op het wetsvoorstel tot wijziging van de Vreemdelingenwet 2000',
        date: '2025-05-12',
      },
    ],
    [
      'an advice of the judiciary',
      'Raad voor de rechtspraak\nDe Minister van Asiel en Migratie\nPostbus 20301\n2500 EH DEN HAAG\nDatum 3 april 2025\nOns kenmerk UIT 12345\nOnderwerp Advies over het wetsvoorstel afschaffing voornemen\nGeachte heer',
      {
        issuer: 'Raad voor de rechtspraak',
        title: 'Advies over het wetsvoorstel afschaffing voornemen',
        date: '2025-04-03',
      },
    ],
    [
      'an advice of a council',
      'Adviesraad Migratie\nAdvies\nVoornemen verdwenen\nOver het afschaffen van het voornemen\nDen Haag, mei 2025',
      { issuer: 'Adviesraad Migratie', date: '2025-05' },
    ],
    [
      'its predecessor, in capitals',
      'ADVIESCOMMISSIE VOOR VREEMDELINGENZAKEN\nTERUG NAAR HET VOORNEMEN\nAdvies over het asielproces\nDen Haag, maart 2018',
      { issuer: 'Adviescommissie voor Vreemdelingenzaken', date: '2018-03' },
    ],
    [
      'an advice of the bar, with a date in digits',
      'Nederlandse orde van advocaten\nWetgevingsadvies\nWet afschaffing voornemen\nDatum: 12-05-2025\nVan: adviescommissie vreemdelingenrecht',
      { issuer: 'Nederlandse Orde van Advocaten', sourceType: 'legislative-advice', date: '2025-05-12' },
    ],
    [
      'a position paper',
      'Position paper\nVluchtelingenWerk Nederland\nRondetafelgesprek asielwetten\n12 februari 2025',
      { issuer: 'VluchtelingenWerk Nederland', sourceType: 'position-paper' },
    ],
    [
      'a position paper that says more in its line',
      'Amnesty International\nPosition paper ten behoeve van het rondetafelgesprek over de asielwetten\nAmsterdam, 12 februari 2025',
      { issuer: 'Amnesty International', sourceType: 'position-paper', date: '2025-02-12' },
    ],
    [
      'a position paper of municipalities',
      'Vereniging van Nederlandse Gemeenten\nPositionpaper VNG\nDatum 12 februari 2025\nOnderwerp Spreidingswet',
      {
        issuer: 'Vereniging van Nederlandse Gemeenten',
        sourceType: 'position-paper',
        title: 'Spreidingswet',
        date: '2025-02-12',
      },
    ],
    [
      'an advice as the Council of State publishes it',
      "Raad van State\nAfdeling advisering\nW16.25.00012/II 's-Gravenhage, 12 maart 2025\nBij Kabinetsmissive van 3 januari 2025",
      { issuer: 'Afdeling advisering van de Raad van State', date: '2025-03-12' },
    ],
    [
      'a report of the ombudsman',
      'Nationale ombudsman\nRapport\nWachten op een beslissing\nDatum: 5 juni 2025',
      { issuer: 'Nationale ombudsman', date: '2025-06-05' },
    ],
    [
      'a test of implementation',
      'Immigratie- en Naturalisatiedienst\nEx ante uitvoeringstoets\nWet afschaffing voornemen\nVersie 1.0\nDatum 4 maart 2025',
      {
        issuer: 'Immigratie- en Naturalisatiedienst',
        sourceType: 'implementation-report',
        date: '2025-03-04',
      },
    ],
    [
      'a judgment of the Court of Justice',
      'ARREST VAN HET HOF (Grote kamer)\n25 juli 2018\n„Prejudiciële verwijzing – Asielbeleid”\nIn zaak C-585/16,',
      { sourceType: 'court-ruling' },
    ],
    [
      'an opinion of an advocate general',
      'CONCLUSIE VAN ADVOCAAT-GENERAAL\nP. MENGOZZI\nvan 17 mei 2018\nZaak C-585/16',
      { sourceType: 'court-ruling' },
    ],
    [
      'a judgment of the Court of Human Rights',
      'FIRST SECTION\nCASE OF M.S.S. v. BELGIUM AND GREECE\n(Application no. 30696/09)\nJUDGMENT\nSTRASBOURG\n21 January 2011',
      { sourceType: 'court-ruling' },
    ],
    [
      'a law in the Staatsblad',
      'Staatsblad van het Koninkrijk der Nederlanden\nJaargang 2025\n123\nWet van 12 mei 2025 tot wijziging van de Vreemdelingenwet 2000\nin verband met het voornemen\nWij Willem-Alexander',
      {
        identifier: publication('stb-2025-123'),
        title: 'Wet van 12 mei 2025 tot wijziging van de Vreemdelingenwet 2000 in verband met het voornemen',
        date: '2025-05-12',
        sourceType: 'legislation',
      },
    ],
    [
      'a decision in the Staatscourant',
      'STAATSCOURANT\nOfficiële uitgave van het Koninkrijk der Nederlanden sinds 1814.\nNr. 12345\n12 mei 2025\nBesluit van de Minister van Asiel en Migratie van 5 mei 2025, nummer WBV 2025/7, houdende wijziging van de Vreemdelingencirculaire 2000\nDe Minister',
      {
        identifier: publication('stcrt-2025-12345'),
        title:
          'Besluit van de Minister van Asiel en Migratie van 5 mei 2025, nummer WBV 2025/7, houdende wijziging van de Vreemdelingencirculaire 2000',
        date: '2025-05-12',
        sourceType: 'legislation',
      },
    ],
    [
      'a debate',
      'Tweede Kamer, 53e vergadering, Dinsdag 12 maart 2024\n12\nAsielwetten\nAan de orde is de behandeling van:\n- het wetsvoorstel',
      { sourceType: 'parliamentary-paper', date: '2024-03-12' },
    ],
    [
      'a meeting on the site of the Eerste Kamer',
      'Verslag van de vergadering van 11 maart 2025 (2024/2025 nr. 21)\nStatus: ongecorrigeerd\nMevrouw De Wit i (B-C):',
      { sourceType: 'parliamentary-paper', date: '2025-03-11' },
    ],
    [
      'an advice on the site of the Council of State',
      'Wet afschaffing voornemen\nKenmerk W03.25.00123/II\nDatum aanhangig 2 januari 2025\nDatum vastgesteld 12 maart 2025\nDatum publicatie 17 maart 2025',
      {
        sourceType: 'legislative-advice',
        issuer: 'Afdeling advisering van de Raad van State',
        date: '2025-03-12',
      },
    ],
    [
      'a motion as a web page shows it',
      'Motie : Motie van het lid De Wit\n36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 21\nMOTIE VAN HET LID DE WIT\nVoorgesteld 15 mei 2025\nDe Kamer,',
      {
        identifier: publication('kst-36999-21'),
        title: 'Wijziging van de Vreemdelingenwet 2000; Motie',
        issuer: 'De Wit',
        date: '2025-05-15',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a paper of a session, whose number has a letter',
      '26 999\nHerziening van de Vreemdelingenwet\n\nnr. 5d\nNADERE MEMORIE VAN ANTWOORD\n\nOntvangen 27 oktober 2000',
      {
        title: 'Herziening van de Vreemdelingenwet; Nadere memorie van antwoord',
        issuer: 'Regering',
        date: '2000-10-27',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a paper with a letter on a page that names no Chamber',
      '36 999 Wijziging van de Vreemdelingenwet 2000\n\nD1 VERSLAG VAN DE VASTE COMMISSIE VOOR IMMIGRATIE & ASIEL / JBZ-RAAD1\n\nVastgesteld 22 oktober 2025',
      {
        title: 'Wijziging van de Vreemdelingenwet 2000; Verslag',
        issuer: 'Vaste commissie voor Immigratie & Asiel / JBZ-Raad',
        date: '2025-10-22',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'answers to questions that have no number yet',
      'Vragen van het lid De Wit (B-C) aan de Minister van Asiel en Migratie over het voornemen (ingezonden 20 december 2024).\nAntwoord van Minister Vermeer (Asiel en Migratie) (ontvangen\n4 februari 2025).\nVraag 1',
      {
        title: 'Vragen van het lid De Wit (B-C) aan de Minister van Asiel en Migratie over het voornemen',
        issuer: 'Minister Vermeer (Asiel en Migratie)',
        date: '2025-02-04',
        sourceType: 'parliamentary-paper',
      },
    ],
    [
      'a list of papers, which is none of them',
      '36 999 Wijziging van de Vreemdelingenwet 2000\nNr. 21 MOTIE VAN HET LID DE WIT\n36 998 Wijziging van de Wegenwet\nNr. 3 BRIEF VAN DE MINISTER',
      {},
    ],
    [
      'a number at the beginning of a line',
      'In de opvang waren\n30 850 mensen, zie Kamerstukken II 2024/25, 36 704,\nnr. 4 ASIEL EN OPVANG',
      {},
    ],
    [
      'a report of which nothing is known',
      'WODC\nWetenschappelijk Onderzoek- en Datacentrum\nCahier 2024-5\nDe asielprocedure onderzocht\nEvaluatie van het voornemen\nA. de Wit\nB. Jansen',
      {},
    ],
    [
      'a letter of a ministry to the Chamber',
      'Ministerie van Asiel en Migratie\n> Retouradres Postbus 20301 2500 EH Den Haag\nAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n2500 EA DEN HAAG\nDatum 12 mei 2025\nOnderwerp Stand van zaken asielwetten\nIn deze brief',
      {
        issuer: 'Ministerie van Asiel en Migratie',
        sourceType: 'parliamentary-paper',
        title: 'Stand van zaken asielwetten',
        date: '2025-05-12',
      },
    ],
    [
      'a letter of a ministry that is named behind whom it is for, about what begins with a small letter',
      '> Retouradres Postbus 20301 2500 EH Den Haag\nAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n2500 EA DEN HAAG\nDatum 27 juni 2025\nBetreft beantwoording Kamervragen\nMinisterie van Asiel en Migratie\nTurfmarkt 147',
      {
        issuer: 'Ministerie van Asiel en Migratie',
        sourceType: 'parliamentary-paper',
        title: 'Beantwoording Kamervragen',
        date: '2025-06-27',
      },
    ],
    [
      'an advice with labels above its values',
      'Autoriteit Persoonsgegevens\nPostbus 93374, 2509 AJ Den Haag\nDe minister van Asiel en Migratie\nDatum\n12 mei 2025\nOns kenmerk\nz2025-1\nContactpersoon\nOnderwerp\nAdvies over het concept voor Wet afschaffing voornemen\nGeachte',
      {
        issuer: 'Autoriteit Persoonsgegevens',
        title: 'Advies over het concept voor Wet afschaffing voornemen',
        date: '2025-05-12',
      },
    ],
  ] as const)('is read of %s', (_, text, expected) => {
    expect(propose(text)).toEqual(expected);
  });
});
