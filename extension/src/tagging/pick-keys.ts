import type { ReadingStep } from '../page/reading-cursor.ts';

/**
 * The step through the text that a key makes; undefined for any other key.
 *
 * @param isRightToLeft whether the page reads so, and what follows in it stands to the left.
 */
export function stepOfKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  isRightToLeft: boolean,
): ReadingStep | undefined {
  const onwards = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return { by: 'paragraph', direction: key === 'ArrowDown' ? 1 : -1, extends: shiftKey };
  if (key === 'ArrowRight' || key === 'ArrowLeft')
    return { by: 'sentence', direction: key === onwards ? 1 : -1, extends: shiftKey };
  return undefined;
}
