import { type Language, locales } from '../messages/index.ts';

/** Day of an instant where the reader is: "12 mei 2026". */
export function dayInWords(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(new Date(instant));
}

/** Moment of an instant where the reader is: "12 mei 2026 om 14:05". */
export function momentInWords(instant: string, language: Language): string {
  const format = { dateStyle: 'long', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(instant));
}
