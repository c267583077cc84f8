import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { createVocabularyReader, findHead, guessColumns } from './index.ts';

const vocabulary = createVocabularyReader(defaultCodebook);

describe('a table of a team', () => {
  it('is understood by its heads in Dutch or English, whatever their case', () => {
    const dutch = [
      'Citaat',
      'WAARBORG',
      'Wat gebeurt er',
      'Gevolg',
      'Positief/negatief',
      'Actor',
      'Kamerstuk',
    ];
    const english = [
      'quotation',
      'procedural safeguard',
      'measure',
      'impact',
      'valence',
      'who',
      'identifier',
    ];
    const meaning = ['quote', 'safeguard', 'measure', 'impact', 'direction', 'speaker', 'identifier'];
    expect(guessColumns([dutch], vocabulary)).toEqual(meaning);
    expect(guessColumns([english], vocabulary)).toEqual(meaning);
  });

  it('is understood by its values where the heads say nothing', () => {
    const long = 'Het voornemen vervalt, zodat de vreemdeling niet meer kan reageren.';
    const rows = [
      ['a', 'b', 'c', 'd', 'e'],
      [long, 'Voornemen en zienswijze', 'kst-36704-11', 'ongunstig', '12-05-2026'],
    ];
    expect(guessColumns(rows, vocabulary)).toEqual(['quote', 'safeguard', 'identifier', 'direction', 'date']);
  });

  it('has its head below a title, where there is one', () => {
    const title = ['Coderingen wetsvoorstel', '', '', ''];
    const head = ['Citaat', 'Waarborg', 'Actor', 'Document'];
    const row = ['Een lang citaat', 'Voornemen', 'IND', 'Brief'];
    expect(findHead([title, ['', '', '', '12-5-2026'], head, row])).toBe(2);
    expect(findHead([head, row])).toBe(0);
    expect(findHead([['a', 'b'], ['1', 'Waarborg'], row])).toBe(0);
  });

  it.each([
    ['Vindplaats', 'Kamerstukken II 2024/25, 36704, nr. 11, p. 5', 'identifier'],
    ['Vindplaats', 'https://example.org/stuk.html', 'address'],
    ['Vindplaats', 'Advies van de Raad van State', 'document'],
    ['Vindplaats', 'blz. 12', 'page'],
    ['Bron', 'Position paper VluchtelingenWerk', 'document'],
    ['Bron (link)', 'https://example.org/stuk.html', 'address'],
    ['Bron/vindplaats', 'ECLI:NL:RVS:2015:1780', 'identifier'],
    ['Bron', 'verwachting', 'basis'],
    ['Bron', 'inspectiebrief', 'sourceType'],
    ['Passage', 'Kort', 'quote'],
    ['Letterlijk citaat:', 'Kort', 'quote'],
    ['Passage (letterlijk)', 'Kort', 'quote'],
    ['Kamerstuk nr.', '', 'identifier'],
    ['Voor/tegen', 'tegen', 'direction'],
    ['Spreker / organisatie', '', 'speaker'],
    ['Document/link', 'Nota', undefined],
    ["Pagina's", '', 'page'],
    ['Bladzijde(n)', '', 'page'],
    ['Artikel(en)', '', 'provision'],
    ['Effect op', '', 'impact'],
    ['Opm.', '', 'note'],
    ['Naam organisatie', '', 'speaker'],
    ['Omvang', '', 'quantity'],
  ] as const)('takes a column %j with %j for %s', (head, value, field) => {
    expect(guessColumns([[head], [value]], vocabulary)).toEqual([field]);
  });

  it('keeps columns of our own heads for what they hold, whatever stands before them', () => {
    const head = ['Vindplaats', 'Bron', 'Titel', 'Adres', 'Kenmerk', 'Document', 'Fase', 'Stadium'];
    const at = 'https://example.org/a';
    const row = ['Kst 1, p. 2', at, 'x', at, 'kst-36704-11', 'Nota', 'plan', 'plan'];
    const fields = [undefined, undefined, undefined, 'address', 'identifier', 'document', undefined, 'stage'];
    expect(guessColumns([head, row], vocabulary)).toEqual(fields);
    const both = [['Bron', 'Vindplaats'], ...['p. 3', 'p. 4'].map((page) => ['Nota', page])];
    expect(guessColumns(both, vocabulary)).toEqual(['document', 'page']);
    const written = [
      ['Bron', 'Vindplaats'],
      ['Nota', 'par. 3.2 van de nota'],
    ];
    expect(guessColumns(written, vocabulary)).toEqual(['document', 'identifier']);
  });

  it('takes the addresses of links for what a column of links only names', () => {
    const rows = [
      ['Passage', 'Link', 'Bron', ''],
      ['Een citaat', 'klik hier', 'Nota', 'https://example.org/a'],
    ];
    expect(guessColumns(rows, vocabulary)).toEqual(['quote', undefined, 'document', 'address']);
    const alone = rows.map((row) => row.slice(0, 3));
    expect(guessColumns(alone, vocabulary)).toEqual(['quote', 'address', 'document']);
  });
});
