import type { ArticlesResponse } from '@waarborg/shared/api';
import { describe, expect, it } from 'vitest';
import { mostLines, openAtFirst } from './open-at-first.ts';

const article = (lines: number) =>
  ({
    versions: [{ effects: [{ impacts: Array.from({ length: lines }) }] }],
  }) as unknown as ArticlesResponse['articles'][number];

describe('openAtFirst', () => {
  it('opens as many articles as a page has room for, and always one', () => {
    const half = article(mostLines / 2);
    expect(openAtFirst([])).toBe(0);
    expect(openAtFirst([half, half])).toBe(2);
    expect(openAtFirst([half, half, article(1)])).toBe(2);
    expect(openAtFirst([article(mostLines + 1), half])).toBe(1);
  });
});
