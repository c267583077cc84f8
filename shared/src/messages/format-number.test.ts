import { expect, it } from 'vitest';
import { formatNumber } from './format-number.ts';

it.each([0, 7, 999, 1_000, 12_345, 100_000, 1_234_567])('%d is written as the language does', (number) => {
  for (const language of ['nl', 'en'] as const)
    expect(formatNumber(number, language)).toBe(new Intl.NumberFormat(language).format(number));
});
