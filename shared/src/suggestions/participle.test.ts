import { describe, expect, it } from 'vitest';
import { verbOfParticiple } from './participle.ts';
import { partsOf } from './word-parts.ts';

describe('a past participle', () => {
  it.each([
    ['gehoord', 'hor'],
    ['gemotiveerde', 'motiver'],
    ['gestandaardiseerd', 'standaardiser'],
    ['opgeleid', 'opleid'],
    ['afgeschaft', 'afschaf'],
    ['getoetste', 'toets'],
  ])('%s is of the verb that begins with %s', (word, verb) => {
    expect(verbOfParticiple(word)).toBe(verb);
  });

  it.each(['gehoor', 'geld', 'voornemen', 'gezin', 'besluit'])('%s is none', (word) => {
    expect(verbOfParticiple(word)).toBeUndefined();
  });
});

describe('the parts of a word', () => {
  it('are its beginning, and the end of a long one', () => {
    expect(partsOf({ folded: 'tijdiger', stem: 'tijdiger' })).toEqual(['tijdi-']);
    expect(partsOf({ folded: 'wachttermijnen', stem: 'wachttermijn' })).toEqual(['wacht-', '-rmijn']);
    expect(partsOf({ folded: 'de', stem: 'de' })).toEqual([]);
    expect(partsOf({ folded: '2026', stem: '2026' })).toEqual([]);
  });
});
