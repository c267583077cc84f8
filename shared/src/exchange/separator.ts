import type { Language } from '../messages/index.ts';

/**
 * What stands between the values of a row: a comma, as RFC 4180 has it and programs expect it; or a semicolon, beside
 * a comma in numbers, without which a spreadsheet that is set to Dutch puts every row into one cell. Apart from what
 * writes a table (`csv.ts`): a page that asks for one carries nothing of that.
 */
export const csvSeparators = ['comma', 'semicolon'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

/** What a spreadsheet expects that is set to a language. */
export function separatorOf(language: Language): CsvSeparator {
  return language === 'nl' ? 'semicolon' : 'comma';
}
