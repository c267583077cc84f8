import { describe, expect, it } from 'vitest';
import { findSection } from './find-section.ts';

const ruling = `Overwegingen
1.
Eiser is op 18 april 2011 naar Nederland overgebracht.
12 oktober 2012 is eiser veroordeeld.
2. Op 13 maart 2014 heeft eiser de aanvraag ingediend.
2.1\tDe rechtbank stelt voorop dat
2000 (Vw) geldt.
3 Vaststaat dat er geen voornemen was.
5. Wat hierna komt, volgt op een nummer dat verloren ging.
Beslissing
1. Het beroep is gegrond.`;

const law = `Hoofdstuk 3
Artikel 39
1
Indien Onze Minister voornemens is de aanvraag af te wijzen, wordt dit meegedeeld.
2
De vreemdeling brengt zijn zienswijze naar voren.
Artikel 3.109
Bij of krachtens artikel 39 kunnen regels worden gesteld.
Artikel 8:81
1. Indien tegen een besluit beroep is ingesteld, kan een voorziening worden getroffen.`;

const inRuling = (words: string) => findSection(ruling, ruling.indexOf(words), 'court-ruling');
const inLaw = (words: string) => findSection(law, law.indexOf(words), 'legislation');

describe('findSection', () => {
  it.each([
    ['Eiser is op', '1'],
    ['eiser veroordeeld', '1'],
    ['Op 13 maart', '2'],
    ['2. Op 13 maart', '2'],
    ['De rechtbank stelt', '2.1'],
    ['geldt', '2.1'],
    ['Vaststaat', '3'],
    ['Wat hierna', '5'],
  ])('puts "%s" into consideration %s', (words, consideration) => {
    expect(inRuling(words)).toEqual({ consideration });
  });

  it('puts what is decided under that heading, and in none of the considerations', () => {
    expect(inRuling('Het beroep is gegrond')).toEqual({ heading: 'Beslissing' });
  });

  it('takes no time for white space behind a number', () => {
    const gap = ' '.repeat(300_000);
    expect(findSection(`1${gap}x`, 5, 'court-ruling')).toBeUndefined();
    expect(findSection(`1${gap}\tx`, 5, 'court-ruling')).toEqual({ consideration: '1' });
    expect(findSection(`1${gap}"Het hof`, 5, 'court-ruling')).toEqual({ consideration: '1' });
  });

  it('finds none before the first number, and in other kinds of documents', () => {
    expect(inRuling('Overwegingen')).toBeUndefined();
    expect(findSection(ruling, 60, 'press')).toBeUndefined();
  });

  it.each([
    ['Indien Onze Minister', { article: '39', paragraph: '1' }],
    ['De vreemdeling', { article: '39', paragraph: '2' }],
    ['Bij of krachtens', { article: '3.109' }],
    ['Artikel 8:81', { article: '8:81' }],
    ['Indien tegen', { article: '8:81', paragraph: '1' }],
  ])('puts "%s" into %o', (words, section) => {
    expect(inLaw(words)).toEqual(section);
  });

  it('names a point where its line says which it is', () => {
    const points = `Artikel 31
1
De aanvraag wordt ingewilligd indien:
a. de vreemdeling vluchteling is;
b.
er gegronde redenen zijn; en
het overige blijkt.`;
    const inPoints = (words: string) => findSection(points, points.indexOf(words), 'legislation');
    const article = { article: '31', paragraph: '1' };
    expect(inPoints('vluchteling is')).toEqual({ ...article, point: 'a' });
    expect(inPoints('gegronde redenen')).toEqual({ ...article, point: 'b' });
    expect(inPoints('het overige')).toEqual(article);
  });

  it('finds the recitals of an act before its articles, and what it has behind them by its heading', () => {
    const act = `Overwegende hetgeen volgt:
(1)\tDe bescherming is een grondrecht (2) zoals bekend.
(2)
Elke persoon heeft dat recht.
(3)
Artikel 16 VWEU geeft de bevoegdheid.
HEBBEN DE VOLGENDE VERORDENING VASTGESTELD:
Artikel 1
1. Deze verordening bevat regels.
BIJLAGE I
Formulieren`;
    const at = (words: string, heading?: string) =>
      findSection(
        act,
        act.indexOf(words),
        'legislation',
        heading === undefined ? undefined : { text: heading, start: act.indexOf(heading) },
      );
    expect(at('grondrecht')).toEqual({ recital: '1' });
    expect(at('Elke persoon')).toEqual({ recital: '2' });
    expect(at('geeft de bevoegdheid')).toEqual({ recital: '3' });
    expect(at('bevat regels')).toEqual({ article: '1', paragraph: '1' });
    expect(at('Formulieren', 'BIJLAGE I')).toEqual({ heading: 'BIJLAGE I' });
  });

  const paper = `Vraag 1
Bent u bekend met het bericht?
Vraag 2
Deelt u die mening?
Antwoord 1
Ja.
Antwoord op vraag 2
Nee, zie vraag 1.
Tot slot`;
  const inPaper = (words: string, heading?: { text: string; start: number }) =>
    findSection(paper, paper.indexOf(words), 'parliamentary-paper', heading);

  it('finds the question and the answer in which words stand, unless a heading comes between', () => {
    expect(inPaper('Deelt u')).toEqual({ question: '2' });
    expect(inPaper('Ja.')).toEqual({ answer: '1' });
    expect(inPaper('zie vraag 1')).toEqual({ answer: '2' });
    expect(inPaper('Tot slot', { text: 'Tot slot', start: paper.indexOf('Tot slot') })).toEqual({
      heading: 'Tot slot',
    });
    expect(findSection('Vraag 7\nWat nu?', 9, 'parliamentary-paper')).toBeUndefined();
  });

  it.each([
    ['3.2 Gevolgen voor de rechtspraak', { heading: 'Gevolgen voor de rechtspraak', number: '3.2' }],
    ['§ 4. Toezicht', { heading: 'Toezicht', number: '4' }],
    ['Paragraaf 2.1', { heading: 'Paragraaf 2.1', number: '2.1' }],
    ['C2/6.2.8 Ongeloofwaardig', { heading: 'Ongeloofwaardig', number: 'C2/6.2.8' }],
    ['Artikel I, onderdeel A', { heading: 'Artikel I, onderdeel A' }],
    ['12 juni 2026', { heading: '12 juni 2026' }],
    ['2024: een terugblik', { heading: '2024: een terugblik' }],
    ['x'.repeat(201), undefined],
  ])('reads the heading %o as %o', (text, section) => {
    for (const sourceType of ['parliamentary-paper', 'implementation-report', 'legislative-advice'] as const)
      expect(findSection('Woorden', 0, sourceType, { text, start: 0 })).toEqual(section);
    expect(findSection('Woorden', 0, 'press', { text, start: 0 })).toBeUndefined();
  });
});
