/**
 * The first index from 0 for which something holds that then holds for all behind it; `length` where it holds for none.
 * Cost: logarithmic in `length`.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
