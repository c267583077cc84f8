import { onOneLine, shorten } from '@waarborg/shared/text';

/** Longest name of a part or a passage, in characters. */
const maxName = 60;

/** Words on one line, cut where they are many. */
export function shortName(words: string): string {
  return shorten(onOneLine(words), maxName);
}
