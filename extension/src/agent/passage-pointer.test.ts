import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Mark, PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { DocumentView } from '../page/document-view.ts';
import { PassagePointer } from './passage-pointer.ts';
import type { PassageStore } from './passage-store.ts';

const position = { start: 0, end: 9 };
const view = { reveal: async () => {} } as unknown as DocumentView;
const store = {
  whenSettled: Promise.resolve(),
  find: () => ({ positions: [position] }),
  rangesOf: (positions: readonly unknown[]) => positions,
} as unknown as PassageStore;

let marked: Map<Mark, number>;
let frames: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  marked = new Map();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => {
    frames[number - 1] = () => {};
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function createPointer(): PassagePointer {
  const highlights = {
    mark: (mark: Mark, ranges: readonly unknown[]) => marked.set(mark, ranges.length),
  } as unknown as PassageHighlights;
  return new PassagePointer({ view, store, highlights });
}

it('lets a passage that was gone to stand out until it has been seen for a while', async () => {
  await createPointer().goTo('passage');
  vi.advanceTimersByTime(60_000);
  expect(marked.get('target')).toBe(1);
  for (const draw of frames) draw();
  vi.advanceTimersByTime(3_000);
  expect(marked.get('target')).toBe(1);
  vi.advanceTimersByTime(3_000);
  expect(marked.get('target')).toBe(0);
});

it('begins that anew with each passage that is gone to', async () => {
  const pointer = createPointer();
  await pointer.goTo('passage');
  await pointer.goTo('another');
  for (const draw of frames) draw();
  vi.advanceTimersByTime(3_000);
  await pointer.goTo('passage');
  vi.advanceTimersByTime(60_000);
  expect(marked.get('target')).toBe(1);
});
