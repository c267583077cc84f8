/** Things sorted into numbered parts. */
export interface Partition {
  /** The things of a part, in their order. */
  of(part: number): Uint32Array;
}

/** Sorts things into parts from 0, by the place of the thing; a negative part is none. Linear (counting sort). */
export function partition(parts: number, things: Uint32Array, partOf: (place: number) => number): Partition {
  const starts = new Uint32Array(parts + 1);
  const chosen = new Int32Array(things.length);
  for (let place = 0; place < things.length; place++) {
    const part = partOf(place);
    chosen[place] = part;
    if (part >= 0) starts[part + 1] = (starts[part + 1] ?? 0) + 1;
  }
  for (let part = 0; part < parts; part++) starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
  const next = starts.slice();
  const sorted = new Uint32Array(starts[parts] ?? 0);
  for (let place = 0; place < things.length; place++) {
    const part = chosen[place] ?? -1;
    if (part < 0) continue;
    const free = next[part] ?? 0;
    sorted[free] = things[place] ?? 0;
    next[part] = free + 1;
  }
  return { of: (part) => sorted.subarray(starts[part] ?? 0, starts[part + 1] ?? 0) };
}
