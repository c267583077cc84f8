import { expect } from 'vitest';
import { type EvaluatingPage, inPage } from './in-page.ts';

interface PageWithWords extends EvaluatingPage {
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  readonly keyboard: { press(key: 'Escape'): Promise<void> };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Letters and digits alone: what HTML and PDF have in common, whatever stands between lines. */
export function skeletonOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Where words stand in the window. */
interface WordsPlace {
  /** Left of the first letter. */
  readonly from: Point;
  /** Right of the last letter. */
  readonly to: Point;
}

/** Scrolls to words below an element, and gives where they are. */
export async function bringIntoView(page: EvaluatingPage, words: string, root: string): Promise<WordsPlace> {
  const place = await inPage(page, findWords, { wanted: skeletonOf(words), root });
  if (!place) throw new Error(`The page does not have these words: ${words}`);
  return place;
}

/**
 * Selects words with the mouse, from their first letter to their last; brings them into view before.
 * Does it again as long as the page moves below the pointer, as it does while a panel opens beside it;
 * then Esc and an empty selection come before, so that neither the toolbar nor a drag of the old words is in the way.
 */
export async function selectWords(page: PageWithWords, words: string, root: string): Promise<void> {
  let isAgain = false;
  const select = async () => {
    if (isAgain) {
      await page.keyboard.press('Escape');
      await inPage(page, () => getSelection()?.removeAllRanges());
    }
    isAgain = true;
    const { from, to } = await bringIntoView(page, words, root);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    return skeletonOf(await inPage(page, () => String(getSelection())));
  };
  await expect.poll(select, { message: `Selected: ${words}` }).toBe(skeletonOf(words));
}

/** Where the words begin and end in the window; undefined when they are not there. */
function findWords({ wanted, root }: { wanted: string; root: string }): WordsPlace | undefined {
  const places: [Text, number][] = [];
  let skeleton = '';
  for (const container of document.querySelectorAll(root)) {
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest('script, style')) continue;
      for (const { 0: character, index } of node.data.matchAll(/[\p{L}\p{N}]/gu)) {
        skeleton += character.toLowerCase();
        places.push([node, index]);
      }
    }
  }
  const start = skeleton.indexOf(wanted);
  const first = places[start];
  const last = places[start + wanted.length - 1];
  if (start < 0 || !first || !last) return undefined;
  first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const boxOf = ([node, offset]: [Text, number]) => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  };
  const from = boxOf(first);
  const to = boxOf(last);
  return {
    from: { x: from.left + 0.5, y: from.top + from.height / 2 },
    to: { x: to.right - 0.5, y: to.top + to.height / 2 },
  };
}
