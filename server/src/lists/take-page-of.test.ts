import { describe, expect, it } from 'vitest';
import { takePageOf } from './take-page-of.ts';

const entries = ['c1', 'a2', 'b1', 'a1', 'b2'];
const order = { keyOf: (entry: string) => entry.charAt(0), idOf: (entry: string) => entry };

/** All pages of so many entries, one after the other. */
function pagesOf(limit: number, descending: boolean): string[][] {
  const pages: string[][] = [];
  for (let after: { key: string; id: string } | undefined; ; ) {
    const page = takePageOf(entries, order, { sort: 'key', descending, limit, after });
    pages.push([...page.entries]);
    expect(page.total).toBe(after ? undefined : entries.length);
    if (!page.next) return pages;
    after = page.next;
  }
}

describe('takePageOf', () => {
  it('gives every entry once, in order, whatever the size of a page', () => {
    expect(pagesOf(2, false)).toEqual([['a1', 'a2'], ['b1', 'b2'], ['c1']]);
    expect(pagesOf(3, true)).toEqual([
      ['c1', 'b2', 'b1'],
      ['a2', 'a1'],
    ]);
    expect(pagesOf(5, false)).toHaveLength(1);
  });
});
