import { expect } from 'vitest';

/*
 * What a reviewer does with words in a page, and what is drawn at them. The functions that run in
 * the page stand alone: they are sent there as text, by Playwright and by puppeteer alike.
 */

/** What a page of Playwright and one of puppeteer have in common, as far as it is needed here. */
export interface EvaluatingPage {
  evaluate(work: string): Promise<unknown>;
}

interface PageWithWords extends EvaluatingPage {
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  /** Name of the highlight, without our prefix. */
  readonly name: string;
  /** Letters and digits of all its ranges, in small letters. */
  readonly skeleton: string;
  /** Whether the whole of it can be seen in the window. */
  readonly isInView: boolean;
}

/** Runs a function in a page; it must stand alone, and what goes in and out must survive JSON. */
export async function inPage<A, R>(page: EvaluatingPage, work: (input: A) => R, input?: A): Promise<R> {
  return (await page.evaluate(`(${work})(${JSON.stringify(input)})`)) as R;
}

/** Letters and digits alone: what HTML and PDF have in common, whatever stands between lines. */
export function skeletonOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where words stand in the window. */
interface WordsPlace extends Box {
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
 * Does it again as long as the page moves below the pointer, as it does while a panel opens beside it.
 */
export async function selectWords(page: PageWithWords, words: string, root: string): Promise<void> {
  const select = async () => {
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
      for (const [offset, character] of Array.from(node.data).entries()) {
        if (!/[\p{L}\p{N}]/u.test(character)) continue;
        skeleton += character.toLowerCase();
        places.push([node, offset]);
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
  const all = document.createRange();
  all.setStart(...first);
  all.setEnd(last[0], last[1] + 1);
  const { x, y, width, height } = all.getBoundingClientRect();
  return {
    x,
    y,
    width,
    height,
    from: { x: from.left + 0.5, y: from.top + from.height / 2 },
    to: { x: to.right - 0.5, y: to.top + to.height / 2 },
  };
}

/** The highlights of ours in which words stand; none when nothing is drawn there. */
export async function drawnAt(page: EvaluatingPage, words: string): Promise<Drawn[]> {
  const wanted = skeletonOf(words);
  const drawn = await inPage(page, readHighlights);
  return drawn.filter(({ skeleton }) => skeleton.includes(wanted));
}

function readHighlights(): Drawn[] {
  const prefix = 'waarborg-';
  const drawn: Drawn[] = [];
  for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
    if (!name.startsWith(prefix) || highlight.size === 0) continue;
    const ranges = [...highlight]
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      })
      .toSorted((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    const boxes = ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width > 0);
    drawn.push({
      name: name.slice(prefix.length),
      skeleton: ranges
        .map(String)
        .join('')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase(),
      isInView:
        boxes.length > 0 &&
        boxes.every(
          ({ top, bottom, left, right }) =>
            top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
        ),
    });
  }
  return drawn;
}
