import type { Language } from './catalogue.ts';

const separators: Readonly<Record<Language, string>> = { nl: '.', en: ',' };

/**
 * A whole number as it is written in a language: 1.234 or 1,234. Done here, since a page that is loaded would wait
 * longer for a formatter of the browser than for a hundred numbers.
 */
export function formatNumber(number: number, language: Language): string {
  if (number < 1_000) return String(number);
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/gu, separators[language]);
}
