import { expect, it } from 'vitest';
import { joinPieces } from './join-pieces.ts';

it.each([
  [[], { start: 5, end: 9 }, [{ start: 5, end: 9 }]],
  [
    [{ start: 5, end: 9 }],
    { start: 1, end: 3 },
    [
      { start: 1, end: 3 },
      { start: 5, end: 9 },
    ],
  ],
  [
    [
      { start: 1, end: 3 },
      { start: 5, end: 9 },
    ],
    { start: 3, end: 6 },
    [{ start: 1, end: 9 }],
  ],
  [[{ start: 1, end: 9 }], { start: 2, end: 3 }, [{ start: 1, end: 9 }]],
])('joins %j and %j to %j', (pieces, added, joined) => {
  expect(joinPieces(pieces, added)).toEqual(joined);
});
