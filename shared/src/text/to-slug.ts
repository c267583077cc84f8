import { foldText } from './fold-text.ts';

/**
 * A text as it stands in an address or in the name of a file, of at most so many characters: words of ASCII letters
 * and digits with hyphens between ("Asielwetten 2025–2026" → "asielwetten-2025-2026"). Empty where none of it can be used.
 */
export function toSlug(text: string, most: number): string {
  const words = foldText(text).match(/[a-z0-9]+/gu) ?? [];
  return words.join('-').slice(0, most).replace(/-+$/u, '');
}
