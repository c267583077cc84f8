import { describe, expect, it } from 'vitest';
import { nextPosition } from './roving-focus.ts';

describe('nextPosition', () => {
  const last = [27, 17] as const;
  it.each([
    ['ArrowDown', false, [0, 0], [1, 0]],
    ['ArrowRight', false, [0, 17], [0, 17]],
    ['ArrowUp', false, [0, 3], [-1, 3]],
    ['ArrowUp', false, [-2, 3], [-2, 3]],
    ['ArrowLeft', false, [4, -1], [4, -2]],
    ['PageUp', false, [3, 3], [0, 3]],
    ['PageDown', false, [25, 3], [27, 3]],
    ['Home', false, [4, 9], [4, 0]],
    ['End', true, [4, 9], [27, 17]],
    ['Home', true, [4, 9], [0, 0]],
  ] as const)('takes %s (control: %s) from %j to %j', (key, hasControl, from, to) => {
    expect(nextPosition(key, hasControl, from, last)).toEqual(to);
  });

  it('leaves other keys alone', () => {
    expect(nextPosition('Enter', false, [0, 0], last)).toBeUndefined();
    expect(nextPosition('ArrowLeft', true, [0, 1], last)).toBeUndefined();
  });
});
