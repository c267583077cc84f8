/** The table that was last asked for, if it is not larger than this: thousands of gaps would each make their own. */
const MOST_KEPT = 2 ** 19;
let table = new Int32Array(2 ** 12);

/** A table of at least so many zeros, until the next one is asked for: memory that is touched first is slow. */
export function emptyTable(size: number): Int32Array {
  if (size > MOST_KEPT) return new Int32Array(size);
  if (size > table.length) table = new Int32Array(size);
  else table.fill(0, 0, size);
  return table;
}
