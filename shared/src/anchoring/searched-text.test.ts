import { expect, it } from 'vitest';
import { type SearchedText, toSearchedText } from './searched-text.ts';

/** A text of one word, again and again. */
function textOf(word: string, times = 200): string {
  return `${word} `.repeat(times);
}

/** Whether two texts have their skeletons, and their indexes, in the same memory. */
function shareMemory(one: SearchedText, other: SearchedText): boolean[] {
  return [
    one.skeleton.codes.buffer === other.skeleton.codes.buffer,
    one.skeleton.offsets.buffer === other.skeleton.offsets.buffer,
    one.index.places.buffer === other.index.places.buffer,
  ];
}

it('writes a text over the one that is forgotten for it', () => {
  const first = toSearchedText(textOf('afstand'));
  expect(first.index.places.length).toBeGreaterThan(0);
  const second = toSearchedText(textOf('besluit'));
  toSearchedText(textOf('college'));
  const fourth = toSearchedText(textOf('dossier', 198));
  expect(shareMemory(first, fourth)).toEqual([true, true, true]);
  expect(shareMemory(second, fourth)).toEqual([false, false, false]);
  expect(String.fromCharCode(...fourth.skeleton.codes)).toBe('dossier'.repeat(198));
});

it('forgets the one of three that was not asked for the longest', () => {
  const first = toSearchedText(textOf('eis'));
  const second = toSearchedText(textOf('fase'));
  expect(second.index.places.length).toBeGreaterThan(0);
  toSearchedText(textOf('geld'));
  expect(toSearchedText(textOf('eis'))).toBe(first);
  const fourth = toSearchedText(textOf('hulp'));
  expect(shareMemory(second, fourth)).toEqual([true, true, true]);
  expect(String.fromCharCode(...first.skeleton.codes)).toBe('eis'.repeat(200));
});

it('keeps the memory of a long text for no short one', () => {
  const long = toSearchedText(textOf('inspraak', 400));
  expect(long.index.places.length).toBeGreaterThan(0);
  toSearchedText(textOf('jeugd', 400));
  toSearchedText(textOf('kamer', 400));
  expect(shareMemory(long, toSearchedText(textOf('land')))).toEqual([false, false, false]);
});
