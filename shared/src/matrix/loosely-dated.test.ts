import { describe, expect, it } from 'vitest';
import { countLooselyDated } from './loosely-dated.ts';

describe('countLooselyDated', () => {
  it('counts a document without a date once, and only where a period is asked for', () => {
    const documents = [{ id: 'a' }, { id: 'a' }, { id: 'b', date: '2026' }, { id: 'c' }];
    expect(countLooselyDated(documents, { from: '2026' })).toEqual({ undated: 2, straddling: 0 });
    expect(countLooselyDated(documents, { to: '2025-01-14' })).toEqual({ undated: 2, straddling: 0 });
    expect(countLooselyDated(documents, {})).toEqual({ undated: 0, straddling: 0 });
  });

  it.each([
    ['2026', { from: '2026-06-01' }, 1],
    ['2026', { to: '2026-05-31' }, 1],
    ['2026', { to: '2026-05' }, 1],
    ['2026', { from: '2026-01-01', to: '2026-12-31' }, 0],
    ['2026', { from: '2026' }, 0],
    ['2026', { from: '2027' }, 0],
    ['2025', { from: '2026-06-01' }, 0],
    ['2026', { from: '2026-03', to: '2026-05' }, 1],
    ['2024-02', { to: '2024-02-29' }, 0],
    ['2024-02', { to: '2024-02-28' }, 1],
    ['2024-02', { from: '2024-02-01' }, 0],
    ['2024-02', { from: '2024-02-02' }, 1],
    ['2024-02-02', { from: '2024-02-02', to: '2024-02-02' }, 0],
  ])('says of %s in the period %o whether only a part of it lies there: %i', (date, period, straddling) => {
    expect(countLooselyDated([{ id: 'a', date }], period)).toEqual({ undated: 0, straddling });
  });
});
