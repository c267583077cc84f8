import { describe, expect, it } from 'vitest';
import { waysToClear } from './ways-to-clear.ts';

describe('the ways to clear a passage of the toolbar', () => {
  it.each([
    ['none where there is room below', 100, 120, []],
    ['none where there is room above', 500, 520, []],
    ['up first where that is shorter', 310, 330, [30, -50]],
    ['down first where that is shorter', 320, 352, [-40, 52]],
    ['whole pixels', 319.6, 351.6, [-41, 52]],
    ['none where the window is too low for both', 100, 500, []],
    ['none where the passage was scrolled out of the window', -80, -60, []],
  ])('are %s', (_, top, bottom, ways) => {
    expect(waysToClear({ top, bottom, left: 0 }, 360, 660, { top: 0, bottom: 660 })).toEqual(ways);
  });

  it('never lead under what stands above or below the page', () => {
    const place = { top: 310, bottom: 330, left: 0 };
    expect(waysToClear(place, 360, 660, { top: 290, bottom: 660 })).toEqual([-50]);
    expect(waysToClear(place, 360, 660, { top: 0, bottom: 370 })).toEqual([30]);
  });
});
