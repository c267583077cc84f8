import type { Language } from '../messages/index.ts';

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Day of an instant where the reader is: "12 mei 2026". */
export function dayInWords(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(new Date(instant));
}

/** Moment of an instant where the reader is: "12 mei 2026 om 14:05". */
export function momentInWords(instant: string, language: Language): string {
  const format = { dateStyle: 'long', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(instant));
}
