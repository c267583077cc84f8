import type { Language } from './catalogue.ts';

/** Made once: a matrix writes thousands of numbers, and `toLocaleString` makes a formatter for each. */
const formats = { nl: new Intl.NumberFormat('nl'), en: new Intl.NumberFormat('en') };

/** A number as it is written in a language: 1.234 or 1,234. */
export function formatNumber(number: number, language: Language): string {
  // Below a thousand every language writes the same, and a formatter costs a hundred times as much.
  return Number.isInteger(number) && number >= 0 && number < 1_000
    ? String(number)
    : formats[language].format(number);
}
