import { describe, expect, it } from 'vitest';
import { areSameWords } from './same-words.ts';

describe('the words of two passages', () => {
  it.each([
    ['De proce-\ndure duurt lang.', 'De procedure  duurt lang'],
    ['de officiële ﬁguur', 'de officiële figuur'],
    ['het voornemen12 vervalt.', 'het voornemen vervalt'],
  ])('are the same in another layout: %j and %j', (one, other) => {
    expect(areSameWords(one, other)).toBe(true);
  });

  it.each([
    ['Dat kost tijd.', 'Dat kost geen tijd.'],
    ['Dat kost 12 dagen.', 'Dat kost 120 dagen.'],
    ['Dat kost 12 dagen.', 'Dat kost dagen.'],
    ['Dat mag', 'dat mag'],
  ])('differ: %j and %j', (one, other) => {
    expect(areSameWords(one, other)).toBe(false);
  });
});
