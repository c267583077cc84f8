import { type Language, locales } from './catalogue.ts';

const kept = new Map<string, Intl.DateTimeFormat>();

/** The formatter of dates in a language; kept, since making one takes as long as a hundred dates. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  kept.set(key, format);
  return format;
}
