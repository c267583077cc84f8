import { monthNames, shortMonthNames } from '../messages/date-format.ts';
import type { Language } from '../messages/index.ts';

/** A document's date in words, as far as it is known: "28 juni 2022", "mei 2025", "2026". What is no date stays. */
export function dateInWords(date: string, language: Language): string {
  const [year, month, day] = date.split('-');
  if (!year || !month) return date;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(instant.valueOf())) return date;
  const ofMonth = `${monthNames[language][instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
  return day ? `${instant.getUTCDate()} ${ofMonth}` : ofMonth;
}

/** A name with the date of what it did, `Rb. Den Haag 28 juni 2022`; only one of both where the other is not known. */
export function withDay(name: string | undefined, date: string | undefined, language: Language): string {
  return [name, date && dateInWords(date, language)].filter(Boolean).join(' ');
}

/** The month of a date for narrow places: "okt. 2025", in English "Oct 2025"; a bare year as it is. */
export function monthInShort(date: string, language: Language): string {
  const [year, month] = date.split('-');
  if (!year || !month) return date;
  const place = new Date(Date.UTC(Number(year), Number(month) - 1, 1)).getUTCMonth();
  const short = shortMonthNames[language][place] ?? date;
  const isCut = language === 'nl' && short !== monthNames[language][place];
  return `${short}${isCut ? '.' : ''} ${year}`;
}

/** Prinsjesdag, on which a parliamentary year begins: the third Tuesday of September. */
function parliamentaryYearBegins(year: number): number {
  const weekday = new Date(Date.UTC(year, 8, 1)).getUTCDay();
  return Date.UTC(year, 8, 1 + ((2 - weekday + 7) % 7) + 14);
}

/**
 * The parliamentary year of a date: `2024/25`. Undefined where the date does not decide,
 * such as a bare year or the month of September.
 */
export function parliamentaryYear(date: string): string | undefined {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || (month === 9 && !day)) return undefined;
  const begun = Date.UTC(year, month - 1, day ?? 1) >= parliamentaryYearBegins(year);
  return yearsInWords(begun ? year : year - 1);
}

/** `2024/25`; the turn of the century is written in full: `1999/2000`. */
function yearsInWords(first: number): string {
  const last = first + 1;
  return `${first}/${last % 100 === 0 ? last : String(last % 100).padStart(2, '0')}`;
}

/** The parliamentary year of a session as publications name it: `20242025`. Undefined for anything else. */
export function parliamentaryYearOf(session: string): string | undefined {
  const [, first, last] = /^(\d{4})(\d{4})$/u.exec(session) ?? [];
  return Number(last) === Number(first) + 1 ? yearsInWords(Number(first)) : undefined;
}
