import { effect, signal } from '@preact/signals';
import { type Language, languages, preferredLanguage } from '@waarborg/shared/messages';

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

/** Sets the language and remembers it. */
export function chooseLanguage(choice: Language): void {
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
