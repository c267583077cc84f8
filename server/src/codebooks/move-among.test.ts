import { describe, expect, it } from 'vitest';
import { moveAmong } from './move-among.ts';

const at = (...places: [string, number][]) => places.map(([id, position]) => ({ id, position }));
const moved = (members: ReturnType<typeof at>, id: string, before?: string) =>
  moveAmong(members, id, before).map(({ id: name, position }) => [name, position]);

describe('a move among others', () => {
  const members = at(['a', 2], ['b', 5], ['c', 6], ['d', 9]);

  it.each([
    [
      'c before b',
      'c',
      'b',
      [
        ['c', 5],
        ['b', 6],
      ],
    ],
    [
      'd before a',
      'd',
      'a',
      [
        ['d', 2],
        ['a', 5],
        ['b', 6],
        ['c', 9],
      ],
    ],
    [
      'a to the end',
      'a',
      undefined,
      [
        ['b', 2],
        ['c', 5],
        ['d', 6],
        ['a', 9],
      ],
    ],
    ['b before c, where it is', 'b', 'c', []],
    ['d to the end, where it is', 'd', undefined, []],
  ] as const)('of %s rewrites only what stands in between', (_, id, before, expected) => {
    expect(moved(members, id, before)).toEqual(expected);
  });

  it('takes effect where two have the same place', () => {
    expect(moved(at(['a', 3], ['b', 3], ['c', 4]), 'b', 'a')).toEqual([
      ['a', 4],
      ['c', 5],
    ]);
  });
});
