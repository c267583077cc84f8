/** Languages of the interface; Dutch comes first. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** How dates, times and lists are written in each language: English as in Britain, with the day before the month. */
export const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A text, or a text with values in it. */
type Message = string | ((...values: never[]) => string);

/** The same messages in every language; a missing or differently shaped translation does not compile. */
export type Catalogue<M extends Record<string, Message>> = Readonly<Record<Language, M>>;

/** Declares a catalogue. The Dutch texts decide which messages there are. */
export function defineCatalogue<const M extends Record<string, Message>>(
  nl: M,
  en: {
    readonly [K in keyof M]: M[K] extends (...values: infer V) => string ? (...values: V) => string : string;
  },
): Catalogue<typeof en> {
  return { nl: nl as unknown as typeof en, en };
}

/** The language to use for a list of preferences such as `navigator.languages`; Dutch unless English comes first. */
export function preferredLanguage(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    const language = preference.slice(0, 2).toLowerCase();
    if (language === 'nl' || language === 'en') return language;
  }
  return 'nl';
}
