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
    ['Het beroep is gegrond', '5'],
  ])('puts "%s" into consideration %s', (words, consideration) => {
    expect(inRuling(words)).toEqual({ consideration });
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
});
