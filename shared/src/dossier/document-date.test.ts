import { expect, it } from 'vitest';
import { isDocumentDate } from './document-date.ts';

it.each([
  ['2026', true],
  ['2026-05', true],
  ['2026-05-12', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2026-02-31', false],
  ['2026-04-31', false],
  ['2026-13', false],
  ['2026-5-1', false],
  ['12-05-2026', false],
  ['', false],
])('%j is a date of a document: %s', (text, isDate) => {
  expect(isDocumentDate(text)).toBe(isDate);
});
