import { TextUnits } from '@waarborg/shared/text';
import { describe, expect, it } from 'vitest';
import { chosenBy, moveCursor, type ReadingStep, startCursor } from './reading-cursor.ts';

const text = 'Kop\nA een. B twee. C drie.\nD vier. E vijf.';
const units = new TextUnits(text, false);

const steps: Readonly<Record<string, ReadingStep>> = {
  '→': { by: 'sentence', direction: 1, extends: false },
  '←': { by: 'sentence', direction: -1, extends: false },
  '↓': { by: 'paragraph', direction: 1, extends: false },
  '↑': { by: 'paragraph', direction: -1, extends: false },
  '⇒': { by: 'sentence', direction: 1, extends: true },
  '⇐': { by: 'sentence', direction: -1, extends: true },
  '⇓': { by: 'paragraph', direction: 1, extends: true },
  '⇑': { by: 'paragraph', direction: -1, extends: true },
};

function walk(offset: number, way: string): string {
  let cursor = startCursor(units, offset);
  for (const step of way) cursor = cursor && moveCursor(units, cursor, steps[step] as ReadingStep);
  const { start, end } = cursor ? chosenBy(cursor) : { start: 0, end: 0 };
  return text.slice(start, end);
}

describe('the reading cursor', () => {
  it.each([
    [5, '', 'A een.'],
    [5, '→', 'B twee.'],
    [5, '→→→', 'D vier.'],
    [5, '←', 'Kop'],
    [5, '←←', 'Kop'],
    [5, '↓', 'D vier. E vijf.'],
    [5, '→↑', 'A een. B twee. C drie.'],
    [5, '↓↑', 'A een. B twee. C drie.'],
    [5, '↓↑→', 'A een.'],
    [5, '↓→→→', 'E vijf.'],
    [5, '⇒', 'A een. B twee.'],
    [5, '⇒⇒⇐', 'A een. B twee.'],
    [5, '→⇐', 'A een. B twee.'],
    [5, '⇒→', 'C drie.'],
    [5, '⇓', 'A een. B twee. C drie.'],
    [5, '⇓⇓', 'A een. B twee. C drie.\nD vier. E vijf.'],
    [5, '↓⇑', 'A een. B twee. C drie.\nD vier. E vijf.'],
    [999, '', 'E vijf.'],
  ])('from offset %i by %s chooses %j', (offset, way, chosen) => {
    expect(walk(offset, way)).toBe(chosen);
  });

  it('is nowhere in a text without words', () => {
    expect(startCursor(new TextUnits('— … —', false), 0)).toBeUndefined();
  });
});
