import { expect, test } from 'vitest';
import { findPieces } from './find-pieces.ts';
import { bucketsOf, createGramIndex } from './gram-index.ts';
import { toSkeleton } from './skeleton.ts';

const PATTERN = toSkeleton(
  'De minister beslist binnen zes maanden; daarna beslist de minister niet meer.',
).codes;
const ROWS = 'beslist de minister, '.repeat(20);
const TEXT = `Vooraf. De minister beslist binnen acht maanden. ${ROWS}Daarna beslist de minister niet meer.`;
/** So much other text that a reach with it is not near. */
const OTHER = Array.from({ length: 4000 }, (_, at) =>
  String.fromCharCode(0x4e00 + ((at * 7919) % 9973)),
).join('');

/** The pieces of the pattern in the text between other text, looked for with so much of the latter on both sides. */
function piecesWith(reach: number, maxPlaces: number) {
  const index = createGramIndex(toSkeleton(OTHER + TEXT + OTHER).codes);
  const [from, to] = [OTHER.length, index.codes.length - OTHER.length];
  const buckets = bucketsOf(index, PATTERN);
  return findPieces(index, PATTERN, buckets, { from: from - reach, to: to + reach, maxPlaces });
}

test.each([1, 4, 64])('finds near what is found when grams are looked up, with %i places at most', (most) => {
  expect(piecesWith(0, most).length).toBeGreaterThan(1);
  expect(piecesWith(0, most)).toEqual(piecesWith(OTHER.length, most));
});

test('passes over grams that stand in too many places', () => {
  expect(piecesWith(0, 64).length).toBeGreaterThan(piecesWith(0, 4).length);
});
