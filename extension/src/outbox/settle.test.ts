import { describe, expect, it } from 'vitest';
import { isNews } from './settle.ts';

const at = (revision: number) => ({ revision });

describe('isNews', () => {
  it('takes what is as new as what is known', () => {
    expect(isNews(at(5), undefined, undefined)).toBe(true);
    expect(isNews(at(5), at(5), 4)).toBe(true);
    expect(isNews(at(5), undefined, 4)).toBe(true);
  });

  it('does not put an old answer over what came in since', () => {
    expect(isNews(at(5), at(6), 6)).toBe(false);
  });

  it('does not bring back what was deleted since', () => {
    expect(isNews(at(5), undefined, 6)).toBe(false);
  });
});
