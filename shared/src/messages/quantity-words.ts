import { type Language, languages } from './catalogue.ts';
import { uiMessages } from './ui.ts';

/** What of a quantity has words: its unit, and the span over which it holds. */
type QuantityPart = 'unit' | 'period';

function namesIn(language: Language): Readonly<Record<string, unknown>> {
  return uiMessages[language];
}

/** Word for a unit or a period; one that is not in the catalogue stands for itself. */
export function quantityWord(part: QuantityPart, value: string, language: Language): string {
  const name = namesIn(language)[`${part}.${value}`];
  return typeof name === 'string' ? name : value;
}

/** The unit or period for which a word stands in any language; one that is not in the catalogue stands for itself. */
export function readQuantityWord(part: QuantityPart, word: string): string {
  const wanted = word.trim().toLowerCase();
  for (const language of languages) {
    const names = Object.entries(namesIn(language));
    const found = names.find(([key, name]) => key.startsWith(`${part}.`) && name === wanted);
    if (found) return found[0].slice(part.length + 1);
  }
  return word;
}
