import { effect, signal } from '@preact/signals';
import { type Language, languages, preferredLanguage } from '@waarborg/shared/messages';
import { loadEnglish } from './english.ts';

const storageKey = 'waarborg.language';

function readChoice(): Language | undefined {
  try {
    return languages.find((language) => language === localStorage.getItem(storageKey));
  } catch {
    return undefined; // Storage is switched off: the browser's preference decides each time.
  }
}

/** Language of the pages: the reader's choice, else the browser's. */
export const language = signal<Language>(readChoice() ?? preferredLanguage(navigator.languages));

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };

/** Resolves when the texts of the language are there; Dutch is spoken where the English ones do not come. */
export async function whenSpoken(): Promise<void> {
  if (language.value !== 'en') return;
  await loadEnglish().catch(() => {
    language.value = 'nl';
  });
}

/** Sets the language and remembers it. Rejects, and changes nothing, where its texts do not come. */
export async function chooseLanguage(choice: Language): Promise<void> {
  if (choice === 'en') await loadEnglish();
  language.value = choice;
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage is switched off: the choice holds until the page closes.
  }
}

effect(() => {
  document.documentElement.lang = language.value;
});
