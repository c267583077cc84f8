import { dateFormat } from '../messages/date-format.ts';
import type { Language } from '../messages/index.ts';

/** Day of an instant where the reader is: "12 mei 2026". */
export function dayInWords(instant: string, language: Language): string {
  return dateFormat(language, { dateStyle: 'long' }).format(new Date(instant));
}

/** Moment of an instant where the reader is: "12 mei 2026 om 14:05". */
export function momentInWords(instant: string, language: Language): string {
  return dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}
