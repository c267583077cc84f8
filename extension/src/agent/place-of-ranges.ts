import { rectsInWindow } from '../page/frames.ts';
import type { PassagePlace } from '../tagging/passage-place.ts';

/** Where ranges stand in the window: their first line and their last one; undefined when nothing of them is drawn. */
export function placeOfRanges(ranges: readonly AbstractRange[]): PassagePlace | undefined {
  const rects = ranges.flatMap(rectsInWindow).filter(({ width, height }) => width > 0 && height > 0);
  const first = rects[0];
  const last = rects.at(-1);
  return first && last && { top: first.top, bottom: last.bottom, left: first.left };
}
