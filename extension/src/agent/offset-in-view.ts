import type { TextPosition } from '@waarborg/shared/anchoring';
import type { TextUnits } from '@waarborg/shared/text';
import type { DocumentText } from '../page/document-text.ts';
import { rectsInWindow } from '../page/frames.ts';

/** Offset of the first paragraph of a page that a reader sees now: found by halves, as paragraphs go down the page. */
export function offsetInView(text: DocumentText, { paragraphs }: TextUnits): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAboveView(text, paragraphs[middle] as TextPosition)) low = middle + 1;
    else high = middle;
  }
  return (paragraphs[low] ?? paragraphs.at(-1))?.start ?? 0;
}

/** What is not displayed counts as above: what is seen comes behind it. */
function isAboveView(text: DocumentText, position: TextPosition): boolean {
  const last = text.toRanges(position).flatMap(rectsInWindow).at(-1);
  return !last || last.top < 0;
}
