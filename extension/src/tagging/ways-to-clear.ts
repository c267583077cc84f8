import type { Sight } from '../page/scroll-around.ts';
import type { PassagePlace } from './passage-place.ts';

/**
 * How far a passage can go up in a window for a layer to have room below it, and down (less than none) for one above
 * it; the shorter way first. None where there is room already, as beside a passage that was scrolled out of the window,
 * and no way that takes the passage out of sight.
 *
 * @param needed height of the layer with its distances, in CSS pixels as everything here.
 * @param sight where the passage can be seen in the window.
 */
export function waysToClear(
  { top, bottom }: PassagePlace,
  needed: number,
  windowHeight: number,
  sight: Sight,
): number[] {
  // A page scrolls by whole pixels.
  const up = Math.ceil(needed - (windowHeight - bottom));
  const down = Math.ceil(needed - top);
  if (up <= 0 || down <= 0) return [];
  const ways = up <= down ? [up, -down] : [-down, up];
  return ways.filter((by) => Math.ceil(top) - by >= sight.top && Math.floor(bottom) - by <= sight.bottom);
}
