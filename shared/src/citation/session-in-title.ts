import { parliamentaryYearOf } from './dates.ts';

/** The beginning of a paper as it is cited, with its session: `Kamerstukken II 2024/25`, `Tweede Kamer, vergaderjaar 2025–2026`. */
const beginning =
  /^(?:kamerst|bijlage|tweede kamer|eerste kamer|parliamentary papers)\D*(\d{4})\s*[-–/]\s*(\d{4}|\d{2})(?!\d)(.*)$/iu;

/**
 * The parliamentary year of a paper whose title is how it is cited, `2024/25`: teams keep that where they know no date.
 * Undefined where the title says none, or that of another paper.
 */
export function sessionInTitle(title: string, file: string, item: string): string | undefined {
  const [, first = '', last = '', rest = ''] = beginning.exec(title) ?? [];
  const [dossier = '', ...more] = rest
    .replace(/[\s.()]/gu, '')
    .split(/,|nrs?(?=\d)/iu)
    .filter((part) => part !== '');
  const isThisOne = dossier.startsWith(file) && more[0]?.toLowerCase() === item.toLowerCase();
  return isThisOne ? parliamentaryYearOf(`${first}${first.slice(0, 4 - last.length)}${last}`) : undefined;
}
