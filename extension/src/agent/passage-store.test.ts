import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PassageHighlights } from '../highlighting/passage-highlights.ts';
import type { LocalAnnotation } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { PassageStore } from './passage-store.ts';

const text = 'Een waarborg is wat een besluit zorgvuldig maakt. '.repeat(100);
let drawn: Set<string>;
let now: number;

/** Of the page and its drawing what the store asks; a place in the page takes 4 ms to find. */
const view = {
  text: {
    text,
    toRanges: () => {
      now += 4;
      return [];
    },
  },
} as unknown as DocumentView;
const highlights = {
  draw: (id: string) => drawn.add(id),
  keepOnly: (ids: ReadonlySet<string>) => {
    drawn = new Set([...drawn].filter((id) => ids.has(id)));
  },
} as unknown as PassageHighlights;

beforeEach(() => {
  drawn = new Set();
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function annotations(count: number): LocalAnnotation[] {
  return Array.from({ length: count }, (_, index) => {
    const start = index * 50;
    const ranges = [{ exact: text.slice(start, start + 40), start, end: start + 40 }];
    return { id: `${index}`, ranges, codings: [] } as unknown as LocalAnnotation;
  });
}

function createStore(): PassageStore {
  return new PassageStore({ view, highlights, anchor: async () => [] });
}

it('draws few passages at once, and many in turns of which none takes long', async () => {
  const store = createStore();
  void store.replace(annotations(2));
  expect(drawn.size).toBe(2);
  const settled = store.replace(annotations(20));
  expect(drawn.size).toBeLessThan(6);
  await settled;
  expect(drawn.size).toBe(20);
});

it('ends a drawing that goes on when there is something else to draw', async () => {
  const store = createStore();
  const before = store.replace(annotations(20));
  store.remove('19');
  await Promise.all([before, store.whenSettled]);
  expect([...drawn]).toHaveLength(19);
  expect(drawn.has('19')).toBe(false);
});

it('looks for passages while the page is being styled for them, and draws none before', async () => {
  const styling = Promise.withResolvers<void>();
  const asked: number[] = [];
  const store = new PassageStore({
    view,
    highlights: { ...highlights, preparing: styling.promise } as PassageHighlights,
    anchor: async (_, quotes) => {
      asked.push(quotes.length);
      return quotes.map(({ start = 0, end = 0 }) => {
        return { state: 'moved' as const, position: { start, end }, similarity: 1 };
      });
    },
  });
  const [stays, moved] = annotations(2) as [LocalAnnotation, LocalAnnotation];
  const ranges = [{ exact: 'elders', start: 50, end: 56 }];
  const settled = store.replace([stays, { ...moved, ranges }]);
  expect(asked).toEqual([2]);
  await Promise.resolve();
  expect(drawn.size).toBe(0);
  styling.resolve();
  await settled;
  expect([...drawn]).toEqual(['0', '1']);
});

it('knows of a passage while it is looked for again in the same text, and shows what is said of it now', async () => {
  const [first] = annotations(1) as [LocalAnnotation];
  const moved = { ...first, ranges: [{ exact: 'waarborg', start: 50, end: 58 }] };
  let isFound = Promise.withResolvers<void>();
  const store = new PassageStore({
    view,
    highlights,
    anchor: async (_, quotes) => {
      await isFound.promise;
      return quotes.map(() => ({ state: 'changed', position: { start: 4, end: 12 }, similarity: 0.9 }));
    },
  });
  const settled = store.replace([moved]);
  expect(store.find('0')).toBeUndefined();
  isFound.resolve();
  await settled;
  isFound = Promise.withResolvers();
  void store.replace([{ ...moved, note: 'Gelezen.' }]);
  expect(store.find('0')).toMatchObject({ annotation: { note: 'Gelezen.' }, positions: [{ start: 4 }] });
  void store.replace([{ ...moved, ranges: [{ exact: 'besluit', start: 50, end: 57 }] }]);
  expect(store.find('0')).toBeUndefined();
  isFound.resolve();
  await store.whenSettled;
  expect(store.find('0')?.annotation.ranges[0]?.exact).toBe('besluit');
});

it('looks once for what stands elsewhere in the same text, and again for what has changed words there', async () => {
  const [stays, first, second] = annotations(3) as [LocalAnnotation, LocalAnnotation, LocalAnnotation];
  const moved = { ...first, ranges: [{ exact: 'waarborg', start: 50, end: 58 }] };
  const changed = { ...second, ranges: [{ exact: 'zorgvuldiger', start: 100, end: 112 }] };
  let searches = 0;
  let page = text;
  const store = new PassageStore({
    view: {
      text: {
        ...view.text,
        get text() {
          return page;
        },
      },
    } as unknown as DocumentView,
    highlights,
    anchor: async (_, quotes) => {
      searches += 1;
      return quotes.map(({ exact }) =>
        exact === 'zorgvuldiger'
          ? { state: 'changed', position: { start: 34, end: 44 }, similarity: 0.8 }
          : { state: 'moved', position: { start: 4, end: 12 }, similarity: 1 },
      );
    },
  });
  await store.replace([stays, moved]);
  await store.replace([stays, { ...moved, note: 'Gelezen.' }]);
  expect(searches).toBe(1);
  expect(store.find('1')).toMatchObject({ annotation: { note: 'Gelezen.' }, positions: [{ start: 4 }] });
  await store.replace([stays, moved, changed]);
  await store.replace([stays, moved, changed]);
  expect(searches).toBe(3);
  page = `Vooraf. ${text}`;
  await store.replace([moved]);
  expect(searches).toBe(4);
});
