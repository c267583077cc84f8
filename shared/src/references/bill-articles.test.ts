import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBillArticles } from './index.ts';

const provisions = (text: string) => readBillArticles(text).map(({ provision }) => provision);

const changing = `Wet snelle toelating
ARTIKEL I
ARTIKEL II
ARTIKEL III
VOORSTEL VAN WET
Wij Willem-Alexander, bij de gratie Gods, Koning der Nederlanden;
Zo is het, dat Wij, de Raad van State gehoord, hebben goedgevonden
en verstaan, gelijk Wij goedvinden en verstaan bij deze:
ARTIKEL I
De Vreemdelingenwet 2000 wordt als volgt gewijzigd:
A
Artikel 28 wordt als volgt gewijzigd:
1. Het tweede lid vervalt.
2. Na het derde lid worden drie leden toegevoegd.
Aa
In artikel 30 vervalt ‘B’.
B
Na artikel 30a worden twee artikelen ingevoegd, luidende:
Artikel 30b
1. Onze Minister neemt een besluit.
Artikel 2
Dit artikel is niet van dit wetsvoorstel.
D
Artikel 39 vervalt.
ARTIKEL II
De Algemene wet bestuursrecht wordt als volgt gewijzigd:
A. In artikel 8:55d wordt ‘twee weken’ vervangen door ‘acht weken’.
B. Artikel 8:108 vervalt.
ARTIKEL IIA. OVERGANGSRECHT
Op een aanvraag die is ingediend voor de inwerkingtreding blijft het oude recht van toepassing.
ARTIKEL III
Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.
Lasten en bevelen dat deze in het Staatsblad zal worden geplaatst.
MEMORIE VAN TOELICHTING
ARTIKEL IV
Dit artikel bestaat niet.`;

const own = `VOORSTEL VAN WET
Hebben goedgevonden en verstaan:
Hoofdstuk 1. Algemeen
Artikel 1.1 (begripsbepalingen)
In deze wet wordt verstaan onder wachttijd: de tijd die iemand wacht.
Artikel 1.2. Reikwijdte
Artikel 1.1 is van toepassing op iedereen.
Hoofdstuk 2. Wachten
Artikel 2.1
Wie wacht, krijgt bericht. Artikel 3 van de Awb is niet van toepassing.
Artikel 2.1a
Artikel 2.3 wordt toegepast.
Artikel 2.2 Berichten
Een bericht is schriftelijk.
Hoofdstuk 3. Wijziging van andere wetten
Artikel 3.1
Artikel 5 van de Wachtwet komt te luiden:
Artikel 5
Wachten mag.
Artikel 3.2 [vervallen]
Artikel 3.3
Deze wet wordt aangehaald als: Wachttijdenwet.`;

describe('readBillArticles', () => {
  it('reads the articles of a bill that changes laws, and the parts of each', () => {
    // Part C is not in the text: what a PDF lost hides nothing of what follows.
    expect(provisions(changing)).toEqual([
      'art. I',
      'art. I, onderdeel A',
      'art. I, onderdeel Aa',
      'art. I, onderdeel B',
      'art. I, onderdeel D',
      'art. II',
      'art. II, onderdeel A',
      'art. II, onderdeel B',
      'art. IIA',
      'art. III',
    ]);
  });

  it('reads articles that are numbered by chapter, and none that the bill quotes or mentions', () => {
    expect(provisions(own)).toEqual([
      ...['art. 1.1', 'art. 1.2', 'art. 2.1', 'art. 2.1a', 'art. 2.2', 'art. 3.1', 'art. 3.3'],
    ]);
  });

  it('takes a quoted article for none of its own, also where its number would be the next', () => {
    const text = [
      ...['Artikel 1', 'In deze wet wordt verstaan onder wachten: wachten.'],
      ...['Artikel 2', 'Na artikel 2 van de Wachtwet wordt een artikel ingevoegd, luidende:'],
      ...['Artikel 3', 'Wie wacht, wacht.'],
      ...['Artikel 3', 'Deze wet treedt in werking met ingang van morgen.'],
    ].join('\n');
    expect(readBillArticles(text).map(({ number, words }) => [number, words])).toEqual([
      ['1', 'In deze wet wordt verstaan onder wachten: wachten.'],
      ['2', 'Na artikel 2 van de Wachtwet wordt een artikel ingevoegd, luidende:'],
      ['3', 'Deze wet treedt in werking met ingang van morgen.'],
    ]);
  });

  it('reads past a table of contents also where no formula stands behind it', () => {
    const contents = 'Hoofdstuk 1\nArtikel 1 Begrippen\nArtikel 2 Reikwijdte\nHoofdstuk 2\n';
    const text = `${contents}Artikel 1 Begrippen\nIn deze wet is alles wat het is.\nArtikel 2 Reikwijdte\nDeze wet geldt voor iedereen hier.`;
    expect(readBillArticles(text).map(({ words }) => words)).toEqual([
      'In deze wet is alles wat het is.',
      'Deze wet geldt voor iedereen hier.',
    ]);
  });

  it('tells the first words by which the place of an article can be found', () => {
    const articles = readBillArticles(changing);
    expect(articles.find(({ part }) => part === 'Aa')).toEqual({
      ...{ provision: 'art. I, onderdeel Aa', number: 'I', part: 'Aa', words: 'In artikel 30 vervalt ‘B’.' },
    });
    // Not the first words of the article behind it.
    expect(articles.find(({ part }) => part === 'D')?.words).toBe('Artikel 39 vervalt.');
    const long = `ARTIKEL I\n${'De wet wordt gewijzigd. '.repeat(40)}`;
    const words = readBillArticles(long)[0]?.words ?? '';
    expect(words.length).toBeLessThanOrEqual(200);
    expect(words).toMatch(/gewijzigd\.$|wet$|De$|wordt$/u);
  });

  it('reads a bill of one article, and the part that was put before its first', () => {
    const lines = [
      ...['VOORSTEL VAN WET', 'Hebben goedgevonden en verstaan:', 'Enig artikel'],
      ...['De Wachtwet wordt als volgt gewijzigd:', '0A', 'Artikel 1 vervalt.', '0B', 'Artikel 2 vervalt.'],
      ...['A', 'Artikel 3 vervalt.', '0C', 'Artikel 4 vervalt.', 'B. Artikel 5 vervalt.'],
      ...['Lasten en bevelen dat deze in het Staatsblad zal worden geplaatst.', 'ENIG ARTIKEL'],
    ];
    expect(provisions(lines.join('\n'))).toEqual([
      'enig artikel',
      ...['0A', '0B', 'A', 'B'].map((part) => `enig artikel, onderdeel ${part}`),
    ]);
    expect(readBillArticles('Enig artikel\nDeze wet keurt het verdrag goed.')).toMatchObject([
      { number: 'enig', words: 'Deze wet keurt het verdrag goed.' },
    ]);
    expect(provisions('Enig artikel')).toEqual([]);
  });

  it('has nothing to say of what is no bill', () => {
    const letter = 'Geachte voorzitter,\nA\nArtikel 28 wordt als volgt gewijzigd:\nB\nArtikel 5\nMet groet';
    expect(readBillArticles(letter)).toEqual([]);
    expect(readBillArticles('')).toEqual([]);
  });

  it('reads any text, and names no article twice', () => {
    const unit = string({ unit: 'grapheme' });
    assert(
      property(unit, (text) => {
        const names = provisions(`${changing}\n${text}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
