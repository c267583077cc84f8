import { passageParameter } from '@waarborg/shared/citation';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AddressLink } from './address-link.ts';

const page = { hash: '' };
let onHashChange: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', page);
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    onHashChange = listener;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says of each link whose passage does not come that it is not there, once', async () => {
  const onLost = vi.fn();
  const shown = '0190a000-0000-7000-8000-000000000001';
  const lost = '0190a000-0000-7000-8000-000000000002';
  const link = new AddressLink(async (id) => id === shown);
  page.hash = `#${passageParameter}=${shown}`;
  link.watch();
  await link.follow();
  link.giveUpLater(onLost);
  await vi.runAllTimersAsync();
  expect(onLost).not.toHaveBeenCalled();
  page.hash = `#${passageParameter}=${lost}`;
  onHashChange();
  await vi.runAllTimersAsync();
  expect(onLost).toHaveBeenCalledOnce();
});
