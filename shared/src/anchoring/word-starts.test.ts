import { describe, expect, it } from 'vitest';
import { toSkeleton } from './skeleton.ts';
import { isNumbering } from './word-starts.ts';

describe('isNumbering', () => {
  const isOne = (word: string) => {
    const { codes } = toSkeleton(word);
    return isNumbering(codes, 0, codes.length);
  };

  it('takes numbers and the letters of items', () => {
    expect(['12', '62021CN0487', '(c)', 'b)', 'b.'].map(isOne)).toEqual([true, true, true, true, true]);
  });

  it('takes no words, marks or letters alone', () => {
    expect(['u', 'of', '(of)', '...', 'wet.'].map(isOne)).toEqual([false, false, false, false, false]);
  });
});
