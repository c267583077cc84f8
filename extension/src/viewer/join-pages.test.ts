import { describe, expect, it } from 'vitest';
import { joinPages } from './join-pages.ts';

const run = (str: string, hasEOL = false) => ({ str, hasEOL, height: 10 });

describe('the joined pages of a PDF', () => {
  const joined = joinPages([
    [run('De '), run('minister', true), run('', true), run('schaft')],
    [],
    [run('af.'), run(' Einde')],
  ]);

  it('are one text in which lines and pages end a line', () => {
    expect(joined.flat.text).toBe('De minister\nschaft\naf. Einde');
  });

  it('know where each page begins, also one without text', () => {
    expect(joined.pageStarts).toEqual([0, 19, 19]);
  });

  it('lead back to the run', () => {
    expect(joined.flat.placesOf({ start: 12, end: 22 })).toEqual({
      start: { node: { page: 0, run: 3 }, offset: 0 },
      end: { node: { page: 2, run: 0 }, offset: 3 },
    });
    expect(joined.nodes[2]?.[1]).toEqual({ page: 2, run: 1 });
  });
});
