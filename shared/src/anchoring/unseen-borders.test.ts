import { describe, expect, it } from 'vitest';
import { alignTexts } from './align-texts.ts';
import { UNSEEN } from './change-prices.ts';
import { toSkeleton } from './skeleton.ts';
import { priceOfBorder, priceOfUnseen } from './unseen-borders.ts';

const rows = Array.from(
  { length: 40 },
  (_, at) => `article ${at + 1} Preliminary question submitted by 6202${at % 3}CN0${500 + at}`,
);
const price = (one: string, other: string) => {
  const [old, text] = [toSkeleton(one), toSkeleton(other)];
  return priceOfUnseen(old, text, alignTexts(old.codes, text.codes));
};

describe('priceOfUnseen', () => {
  const words = Array.from({ length: 160 }, (_, at) => `word${at}`);
  const list = [words.join(' '), ...rows].join('\n');
  const set = list.replace(words.join(' '), words.join(' ').replace(/(.{1,70}) /g, '$1\n'));

  it('is little where the lines of a list look like any others', () => {
    expect(price(list, set)).toBeLessThan(1);
  });

  it('is as usual where they show, and where nothing tells', () => {
    expect(price(list, list)).toBeCloseTo(UNSEEN, 0);
    expect(price('', list)).toBeCloseTo(UNSEEN, 0);
  });

  it('is as usual between words of one line', () => {
    const text = toSkeleton('one two\nthree');
    expect([priceOfBorder(text, 3, 0.5), priceOfBorder(text, 6, 0.5)]).toEqual([UNSEEN, 0.5]);
  });
});
