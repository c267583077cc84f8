import { type OutlinePart, sortByPlace } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { type BlockMove, dropOf, lengthOfSection, movesOfBlock, stepOf } from './section-moves.ts';

const digits = 'BDFHJLNPR';

/** Parts of which each is a letter: `1a` a heading of level 1, `x` a text. */
function outline(...words: string[]): OutlinePart[] {
  return words.map((word, index) => {
    const level = Number(word[0]);
    const content = Number.isNaN(level)
      ? ({ kind: 'text', text: word } as const)
      : ({ kind: 'heading', level: level as 1 | 2 | 3, text: word } as const);
    return { id: word, outline: 'o', place: digits.charAt(index), comments: [], revision: 1, content };
  });
}

function after(parts: OutlinePart[], move: BlockMove | undefined): string {
  if (!move) return 'nowhere';
  const places = new Map(movesOfBlock(parts, move).map(({ part, place }) => [part.id, place]));
  const moved = parts.map((part) => ({ ...part, place: places.get(part.id) ?? part.place }));
  return sortByPlace(moved)
    .map(({ id }) => id)
    .join(' ');
}

describe('a section', () => {
  const parts = outline('x', '1a', 'y', '2b', 'z', '1c', 'w');

  it('goes up to the next heading of its level or above', () => {
    expect(parts.map((_, index) => lengthOfSection(parts, index))).toEqual([1, 4, 1, 2, 1, 2, 1]);
  });

  it('moves past the next one of its level, and back', () => {
    expect(after(parts, stepOf(parts, 1, 1))).toBe('x 1c w 1a y 2b z');
    expect(after(parts, stepOf(parts, 5, -1))).toBe('x 1c w 1a y 2b z');
  });

  it('moves past one part where no section of its level stands there', () => {
    expect(after(parts, stepOf(parts, 1, -1))).toBe('1a y 2b z x 1c w');
    expect(after(parts, stepOf(parts, 3, -1))).toBe('x 1a 2b z y 1c w');
    expect(after(parts, stepOf(parts, 3, 1))).toBe('x 1a y 1c 2b z w');
  });

  it('stays at either end, and a heading moves alone where that is asked', () => {
    expect(after(parts, stepOf(parts, 0, -1))).toBe('nowhere');
    expect(after(parts, stepOf(parts, 5, 1))).toBe('nowhere');
    expect(after(parts, stepOf(parts, 1, -1, true))).toBe('1a x y 2b z 1c w');
    expect(after(parts, stepOf(parts, 1, 1, true))).toBe('x y 1a 2b z 1c w');
  });

  it('is dropped as a whole, and never into itself', () => {
    expect(after(parts, dropOf(parts, '1a', 7))).toBe('x 1c w 1a y 2b z');
    expect(after(parts, dropOf(parts, '1c', 0))).toBe('1c w x 1a y 2b z');
    expect(after(parts, dropOf(parts, '1a', 3))).toBe('nowhere');
    expect(after(parts, dropOf(parts, 'w', 1))).toBe('x w 1a y 2b z 1c');
    expect(after(parts, dropOf(parts, '1a', 3, true))).toBe('x y 1a 2b z 1c w');
    expect(after(parts, dropOf(parts, 'gone', 0))).toBe('nowhere');
  });

  it('gives new places to as few parts as it can', () => {
    expect(movesOfBlock(parts, stepOf(parts, 1, -1) as BlockMove).map(({ part }) => part.id)).toEqual(['x']);
    expect(movesOfBlock(parts, stepOf(parts, 5, -1) as BlockMove)).toHaveLength(2);
  });
});
