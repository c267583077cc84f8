/**
 * Places of things in an order that many people change at once: texts that sort as the things stand, with always
 * room for another one between two.
 *
 * Method: a place is a fraction between 0 and 1, written in base 62 behind its point, without zeros at its end. The new
 * one lies half-way, and at either end of the order one step further: most things are added there. Cost: linear in the
 * length of the places; a place grows by a digit for each thirty things at an end, or five at one spot between two.
 */

/** In the order in which both databases and JavaScript sort them. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const valueAt = (place: string, index: number) => digits.indexOf(place.charAt(index));

/** The digit to try between two. */
function stepBetween(low: number, high: number, open: { fromBelow: boolean; fromAbove: boolean }): number {
  if (open.fromBelow) return low + 1;
  return open.fromAbove ? high - 1 : Math.floor((low + high) / 2);
}

/**
 * A place after one and before another; absent: before, or after, all others.
 *
 * @throws RangeError when the first is not before the second.
 */
export function placeBetween(after: string | undefined, before: string | undefined): string {
  if (after !== undefined && before !== undefined && after >= before) {
    throw new RangeError(`The place ${after} is not before ${before}.`);
  }
  let place = '';
  let isBounded = before !== undefined;
  for (let index = 0; ; index++) {
    const low = index < (after ?? '').length ? valueAt(after ?? '', index) : 0;
    const high = isBounded && index < (before ?? '').length ? valueAt(before ?? '', index) : digits.length;
    const middle = stepBetween(low, high, {
      fromBelow: !isBounded && index < (after ?? '').length,
      fromAbove: isBounded && after === undefined,
    });
    // Between neighbours there is no room yet: the next digit decides.
    if (middle > low && middle < high) return place + digits.charAt(middle);
    place += digits.charAt(low);
    if (low < high) isBounded = false;
  }
}

/**
 * So many places in their order, after one and before another; absent: before, or after, all others.
 *
 * Method: the middle one first, then each half, so that a place is longer than its neighbours by the logarithm of their
 * number only.
 *
 * @throws RangeError when the first is not before the second.
 */
export function placesBetween(
  after: string | undefined,
  before: string | undefined,
  count: number,
): string[] {
  if (count === 0) return [];
  const middle = placeBetween(after, before);
  const below = Math.floor((count - 1) / 2);
  return [
    ...placesBetween(after, middle, below),
    middle,
    ...placesBetween(middle, before, count - 1 - below),
  ];
}
