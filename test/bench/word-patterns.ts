import type { Random } from './random.ts';

/** The words that each slot of a pattern can have; they may have slots themselves. */
export type Words = Readonly<Record<string, readonly string[]>>;

const SLOT = /\{(?:(\d+)-(\d+)|(\w+))\}/g;

/**
 * Fills the slots of a pattern by chance: `{noun}` with one of the words for it, `{Noun}` with the same and a
 * capital, `{2-26}` with a whole number from 2 up to 26, both included.
 */
export function fillPattern(pattern: string, words: Words, random: Random): string {
  return pattern.replace(SLOT, (slot, low?: string, high?: string, name = '') => {
    if (low !== undefined) return String(random.between(Number(low), Number(high)));
    const choice = words[name] ?? words[name.charAt(0).toLowerCase() + name.slice(1)];
    if (choice === undefined) throw new RangeError(`No words for ${slot} in "${pattern}".`);
    const filled = fillPattern(random.pick(choice), words, random);
    return name in words ? filled : filled.charAt(0).toUpperCase() + filled.slice(1);
  });
}
