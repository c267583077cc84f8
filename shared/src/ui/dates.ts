import type { Language } from '../messages/index.ts';

const precisions: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** Day of an instant where the reader is: "12 mei 2026". */
export function dayInWords(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language, precisions[10]).format(new Date(instant));
}

/** A calendar date as far as it is known: "2026", "mei 2026", "12 mei 2026". */
export function dateInWords(date: string, language: Language): string {
  const precision = precisions[date.length];
  if (!precision) return date;
  return new Intl.DateTimeFormat(language, { ...precision, timeZone: 'UTC' }).format(new Date(date));
}
