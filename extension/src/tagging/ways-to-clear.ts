import type { PassagePlace } from './passage-place.ts';

/**
 * How far a passage can go up in a window for a layer to have room below it, and down (less than none) for one above
 * it; the shorter way first. None where there is room already, as beside a passage that was scrolled out of the window,
 * or where the window is too low for both.
 *
 * @param needed height of the layer with its distances, in CSS pixels as everything here.
 */
export function waysToClear({ top, bottom }: PassagePlace, needed: number, windowHeight: number): number[] {
  // A page scrolls by whole pixels.
  const up = Math.ceil(needed - (windowHeight - bottom));
  const down = Math.ceil(needed - top);
  if (up <= 0 || down <= 0 || bottom - top + needed > windowHeight) return [];
  return up <= down ? [up, -down] : [-down, up];
}
