import { describe, expect, it } from 'vitest';
import { findUnread } from './find-unread.ts';

describe('findUnread', () => {
  it('names what an address asks for and the matrix does not know', () => {
    expect(
      findUnread(
        '?rows=weather&columns=month&count=7&stance=angry&from=2025-02-30&vs.from=gisteren&sortRows=up&hide=all',
      ),
    ).toEqual([
      { part: 'rows', value: 'weather' },
      { part: 'count', value: '7' },
      { part: 'stance', value: 'angry' },
      { part: 'from', value: '2025-02-30' },
      { part: 'from', value: 'gisteren' },
      { part: 'layout', value: 'up' },
      { part: 'layout', value: 'all' },
    ]);
  });

  it('says nothing of what is understood, of the usual, of what is empty and of other parameters', () => {
    expect(
      findUnread('?rows=safeguard&columns=impact&count=claims&q=%20x%20&from=&row=a&open=all&utm=b'),
    ).toEqual([]);
  });
});
