import { expect, it } from 'vitest';
import { countUndated } from './count-undated.ts';

it('counts a document without a date once, and only where a period is asked for', () => {
  const documents = [{ id: 'a' }, { id: 'a' }, { id: 'b', date: '2026' }, { id: 'c' }];
  expect(countUndated(documents, { from: '2026' })).toBe(2);
  expect(countUndated(documents, { to: '2026-01-14' })).toBe(2);
  expect(countUndated(documents, {})).toBe(0);
});
