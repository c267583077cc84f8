import { monthNames } from '../messages/date-format.ts';
import type { Language } from '../messages/index.ts';

/** Day of an instant where the reader is: "12 mei 2026". */
export function dayInWords(instant: string, language: Language): string {
  const at = new Date(instant);
  return `${at.getDate()} ${monthNames[language][at.getMonth()]} ${at.getFullYear()}`;
}

/** Moment of an instant where the reader is: "12 mei 2026 om 14:05". */
export function momentInWords(instant: string, language: Language): string {
  const at = new Date(instant);
  const [hour, minute] = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${dayInWords(instant, language)} ${language === 'nl' ? 'om' : 'at'} ${hour}:${minute}`;
}
