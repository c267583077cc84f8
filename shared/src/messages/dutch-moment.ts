import { type Language, locales } from './catalogue.ts';

const dutchTime: Readonly<Record<Language, string>> = { nl: 'Nederlandse tijd', en: 'Dutch time' };

/**
 * Moment of an instant in the Netherlands, with the zone, since readers may be anywhere:
 * "12 mei 2026 om 14:05 (Nederlandse tijd)".
 */
export function dutchMomentInWords(instant: string, language: Language): string {
  const moment = new Intl.DateTimeFormat(locales[language], {
    ...{ dateStyle: 'long', timeStyle: 'short' },
    timeZone: 'Europe/Amsterdam',
  });
  return `${moment.format(new Date(instant))} (${dutchTime[language]})`;
}
