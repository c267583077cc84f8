import { foldText } from './fold-text.ts';

/**
 * A text as it stands in an address or in the name of a file, of at most so many characters: words of ASCII letters
 * and digits with hyphens between ("Asielwetten 2025–2026" → "asielwetten-2025-2026"). Words that do not fit are left
 * out; the first is cut off where it alone is too long. Empty where none of it can be used.
 */
export function toSlug(text: string, most: number): string {
  const words = foldText(text).match(/[a-z0-9]+/gu) ?? [];
  const whole = words.join('-');
  if (whole.length <= most) return whole;
  const end = whole.lastIndexOf('-', most);
  return whole.slice(0, end > 0 ? end : most);
}
