import { describe, expect, it } from 'vitest';
import { wordsOf } from '../search/index.ts';
import { TermFinder } from './find-terms.ts';

const vocabulary = new Set(['asiel', 'recht']);

/** What is found of these terms in a text, as it is written there. */
function found(terms: readonly string[], text: string): string[] {
  const finder = new TermFinder([{ id: 'a', terms }], vocabulary);
  return finder.find(text, [...wordsOf(text)]).map(({ start, end }) => text.slice(start, end));
}

describe('a term', () => {
  it.each([
    ['voornemen', 'De voornemens en het Voornemen.', ['voornemens', 'Voornemen']],
    [
      'beslistermijn*',
      'De beslistermijnenwet regelt de beslistermijn.',
      ['beslistermijnenwet', 'beslistermijn'],
    ],
    ['nader gehoor', 'Na het nadere gehoor, niet het gehoor.', ['nadere gehoor']],
    [
      'rust- en voorbereidingstermijn',
      'Een rust- en voorbereidingstermijn.',
      ['rust- en voorbereidingstermijn'],
    ],
    ['herstel* in beroep', 'Herstelde in beroep; herstel na beroep.', ['Herstelde in beroep']],
    ['BNTB*', 'Meer BNTB’s dan ooit, geen bntb.', ['BNTB’s']],
    ['COA', 'Het COA en een coach.', ['COA']],
  ])('%s is met in any form of its words', (term, text, expected) => {
    expect(found([term], text)).toEqual(expected);
  });

  it('is met inside a compound where the rest is a word of the text, and nowhere else inside words', () => {
    expect(found(['procedure'], 'De asielprocedure.')).toEqual(['asielprocedure']);
    expect(found(['beslistermijn*'], 'De asielbeslistermijnen.')).toEqual(['asielbeslistermijnen']);
    expect(found(['procedure'], 'De xyzprocedure.')).toEqual([]);
    expect(found(['tolk'], 'Een zwartolk.')).toEqual([]);
  });

  it('that has no word finds nothing', () => {
    expect(found(['*', '–'], 'Iets * anders –')).toEqual([]);
  });
});
