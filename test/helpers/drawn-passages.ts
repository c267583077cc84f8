import { expect } from 'vitest';
import type { PassageUnderTest } from './documents-under-test.ts';
import { type EvaluatingPage, inPage } from './in-page.ts';
import { bringIntoView, skeletonOf } from './words-in-page.ts';

/** What a page of Playwright and one of puppeteer have in common, as far as it is needed here. */
interface DrawnPage extends EvaluatingPage {
  /** PNG of the window. */
  screenshot(): Promise<Uint8Array>;
}

interface Drawn {
  /** Name of the highlight, without our prefix. */
  readonly name: string;
  /** Letters and digits of all its ranges, in small letters. */
  readonly skeleton: string;
  /** Whether the whole of it can be seen in the window. */
  readonly isInView: boolean;
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

/** The pages of a PDF in our viewer on which pieces of these words are drawn, in the order of the text. */
export function pagesDrawn(page: EvaluatingPage, words: string): Promise<number[]> {
  return inPage(page, readPages, skeletonOf(words));
}

function readPages(wanted: string): number[] {
  const pages = new Set<number>();
  for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
    if (!name.startsWith('waarborg-')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      const skeleton = String(live)
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
      const sheet = startContainer.parentElement?.closest<HTMLElement>('[data-page-number]');
      if (sheet && skeleton !== '' && wanted.includes(skeleton)) pages.add(Number(sheet.dataset.pageNumber));
    }
  }
  return [...pages].toSorted((one, other) => one - other);
}

/**
 * Resolves when words stand out as the passage to which a link led, with all of them in view. They do so for some
 * seconds, so it is watched in the page itself.
 */
export async function untilTarget(page: EvaluatingPage, words: string): Promise<void> {
  const watch = `(async (wanted) => {
    const read = ${readHighlights};
    const isTarget = ({ name, skeleton, isInView }) => name === 'target' && isInView && skeleton.includes(wanted);
    while (!read().some(isTarget)) await new Promise((resolve) => setTimeout(resolve, 50));
    return true;
  })(${JSON.stringify(skeletonOf(words))})`;
  // Again where another page has come in its place meanwhile.
  await expect.poll(() => page.evaluate(watch), { message: `Gone to: ${words}` }).toBe(true);
}

/** Resolves when the toolbar is offered on these words. */
export async function untilOffered(page: DrawnPage, words: string): Promise<void> {
  await expect.poll(() => namesAt(page, words), { message: `Offered: ${words}` }).toContain('selected');
}

/** The highlights in which words are drawn. */
async function namesAt(page: DrawnPage, words: string): Promise<string[]> {
  return (await drawnAt(page, words)).map(({ name }) => name);
}

/** The passage is drawn as what it says, and what is drawn can be seen. */
export async function expectDrawn(page: DrawnPage, passage: PassageUnderTest, root: string): Promise<void> {
  const isKept = ['kept', 'strengthened', 'introduced'].includes(passage.measure);
  const look = isKept === (passage.direction === 'favourable') ? 'helps' : 'hurts';
  await expect.poll(() => namesAt(page, passage.words)).toContain(look);
  await expectPainted(page, passage.words, root, `waarborg-${look}`);
}

/** Without this highlight the window looks different; twice the same with it, so that nothing else has changed. */
async function expectPainted(page: DrawnPage, words: string, root: string, highlight: string): Promise<void> {
  const look = async () => {
    await bringIntoView(page, words, root);
    return Buffer.from(await page.screenshot()).toString('base64');
  };
  const compare = async () => {
    const before = await look();
    await inPage(page, takeAway, highlight);
    const without = await look();
    await inPage(page, putBack, highlight);
    const after = await look();
    return { isSteady: before === after, isPainted: before !== without };
  };
  await expect.poll(compare).toEqual({ isSteady: true, isPainted: true });
}

interface World {
  CSS: { readonly highlights: Map<string, Highlight> };
  takenAway?: Highlight | undefined;
}

function takeAway(name: string): void {
  const world = globalThis as unknown as World;
  world.takenAway = world.CSS.highlights.get(name);
  world.CSS.highlights.delete(name);
}

function putBack(name: string): void {
  const world = globalThis as unknown as World;
  if (world.takenAway) world.CSS.highlights.set(name, world.takenAway);
}
