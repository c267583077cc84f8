import { passageParameter } from '@waarborg/shared/citation';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AddressLink } from './address-link.ts';

const shown = '0190a000-0000-7000-8000-000000000001';
const orphan = '0190a000-0000-7000-8000-000000000002';
const unknown = '0190a000-0000-7000-8000-000000000003';

const page = { hash: '' };
let onHashChange: () => void;
let isConnected: boolean;
let known: Set<string>;
let inPage: Set<string>;
let said: string[];
let visited: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', page);
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    onHashChange = listener;
  });
  isConnected = true;
  known = new Set([shown, orphan]);
  inPage = new Set([shown]);
  said = [];
  visited = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page opened at a link, of which the passages have been read once. */
async function openAt(id: string): Promise<AddressLink> {
  page.hash = `#${passageParameter}=${id}`;
  const link = new AddressLink({
    goTo: async (asked) => {
      if (inPage.has(asked)) visited.push(asked);
      return inPage.has(asked);
    },
    isKnown: (asked) => known.has(asked),
    isConnected: () => isConnected,
    say: (trouble) => said.push(trouble),
  });
  link.watch();
  await link.follow('news');
  return link;
}

it('says of each link whose passage does not come that it is not there, once', async () => {
  await openAt(shown);
  await vi.runAllTimersAsync();
  expect(said).toEqual([]);
  page.hash = `#${passageParameter}=${unknown}`;
  onHashChange();
  await vi.runAllTimersAsync();
  expect(said).toEqual(['passage-unknown']);
});

it('says of a passage that has arrived that it is not in the page as soon as the page rests', async () => {
  const link = await openAt(orphan);
  await vi.advanceTimersByTimeAsync(600);
  await link.follow('text');
  await vi.advanceTimersByTimeAsync(600);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  expect(said).toEqual(['passage-gone']);
});

it('says so too in a page that changes all the time', async () => {
  const link = await openAt(orphan);
  for (let second = 0; second < 20; second += 1) {
    await vi.advanceTimersByTimeAsync(500);
    await link.follow('text');
  }
  expect(said).toEqual(['passage-gone']);
});

it('goes to a passage whose words come while the page is still being made', async () => {
  const link = await openAt(orphan);
  await vi.advanceTimersByTimeAsync(600);
  inPage.add(orphan);
  await link.follow('text');
  await vi.runAllTimersAsync();
  expect(visited).toEqual([orphan]);
  expect(said).toEqual([]);
});

it('tells who is signed out what to do, once, and goes there when they have signed in', async () => {
  isConnected = false;
  const link = await openAt(orphan);
  await vi.advanceTimersByTimeAsync(60_000);
  await link.follow('news');
  await link.follow('text');
  await vi.runAllTimersAsync();
  expect(said).toEqual(['link-not-connected']);
  isConnected = true;
  await link.follow('news');
  await vi.advanceTimersByTimeAsync(500);
  inPage.add(orphan);
  await link.follow('news');
  await vi.runAllTimersAsync();
  expect(visited).toEqual([orphan]);
  expect(said).toEqual(['link-not-connected']);
});
