import type { ReadingStep } from '../page/reading-cursor.ts';

const arrows: Readonly<Record<string, Pick<ReadingStep, 'by' | 'direction'>>> = {
  ArrowDown: { by: 'paragraph', direction: 1 },
  ArrowUp: { by: 'paragraph', direction: -1 },
  ArrowRight: { by: 'sentence', direction: 1 },
  ArrowLeft: { by: 'sentence', direction: -1 },
};

/** The step through the text that a key makes; undefined for any other key. */
export function stepOfKey({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): ReadingStep | undefined {
  const arrow = arrows[key];
  return arrow && { ...arrow, extends: shiftKey };
}
