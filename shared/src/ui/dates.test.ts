import { expect, it } from 'vitest';
import { languages, locales } from '../messages/index.ts';
import { dayInWords, momentInWords } from './dates.ts';

/** Hours of a year that are not multiples of a day, so that each month and many times are met. */
const instants = Array.from({ length: 200 }, (_, place) =>
  new Date(Date.UTC(2026, 0, 1, place * 43, place * 7)).toISOString(),
);

it.each(languages)('dates and times are written as the language does: %s', (language) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    instants.map((at) => new Intl.DateTimeFormat(locales[language], options).format(new Date(at)));
  expect(instants.map((at) => dayInWords(at, language))).toEqual(format({ dateStyle: 'long' }));
  expect(instants.map((at) => momentInWords(at, language))).toEqual(
    format({ dateStyle: 'long', timeStyle: 'short' }),
  );
});
