import { describe, expect, it } from 'vitest';
import { TextUnits } from './text-units.ts';

const wordsOf = (text: string, positions: readonly { start: number; end: number }[]) =>
  positions.map(({ start, end }) => text.slice(start, end));

describe('the units of a text', () => {
  const text = 'Kop\n\n— … —\nEen zin. Nog een! En een derde?\n  Slot.';
  const units = new TextUnits(text, false);

  it('are lines with words as paragraphs, without white space around them', () => {
    expect(wordsOf(text, units.paragraphs)).toEqual(['Kop', 'Een zin. Nog een! En een derde?', 'Slot.']);
  });

  it('find the paragraph of an offset, or the next one', () => {
    expect([0, 5, 20, text.length + 9].map((offset) => units.indexAt(offset))).toEqual([0, 1, 1, 2]);
  });

  it.each([
    ['Een zin. Nog een! En een derde?', ['Een zin.', 'Nog een!', 'En een derde?']],
    ['Zie art. 39 Vw. Dat vervalt.', ['Zie art. 39 Vw.', 'Dat vervalt.']],
    [
      'Volgens mr. A. Jansen c.s. is dat o.a. duur. Punt.',
      ['Volgens mr. A. Jansen c.s. is dat o.a. duur.', 'Punt.'],
    ],
    ['Tolken, gehoor e.d. Dat blijft.', ['Tolken, gehoor e.d.', 'Dat blijft.']],
    ['Geen einde', ['Geen einde']],
    ['Kost € 1.500.000 per jaar. (Zie nr. 4.)', ['Kost € 1.500.000 per jaar.', '(Zie nr. 4.)']],
  ])('divide %j into sentences', (paragraph, sentences) => {
    const found = new TextUnits(paragraph, false);
    expect(wordsOf(paragraph, found.sentencesIn({ start: 0, end: paragraph.length }))).toEqual(sentences);
  });

  it('join the lines of a PDF into paragraphs, and sentences across them', () => {
    const paper =
      'Inleiding\nDe minister schaft de voornemenprocedure af, omdat zij\nde procedure vertraagt. Dat blijkt nergens uit.\n4.\tHet gehoor wordt opgenomen en blijft\nbij de stukken.';
    const found = new TextUnits(paper, true);
    expect(found.paragraphs).toHaveLength(3);
    const [, second] = found.paragraphs;
    expect(wordsOf(paper, found.sentencesIn(second as { start: number; end: number }))).toEqual([
      'De minister schaft de voornemenprocedure af, omdat zij\nde procedure vertraagt.',
      'Dat blijkt nergens uit.',
    ]);
  });

  it.each([
    ['Er komt een tolk\n(t.b.v. de vreemdeling) bij het gehoor.', 1],
    ['De kosten stijgen,\no.a. door extra beroepszaken.', 1],
    ['Zij krijgen\na. een tolk en\nb. een advocaat\n(c) of beide.', 4],
    ['Nodig is\n\nmeer tijd\n\nminder werk per zaak,\nen een tolk', 3],
  ])('join of %j what goes on, and not the items of a list', (paper, paragraphs) => {
    expect(new TextUnits(paper, true).paragraphs).toHaveLength(paragraphs);
  });
});
