/** Things sorted into numbered parts. */
export interface Partition {
  /** All things that have a part, those of each part together and in their order. */
  readonly sorted: Uint32Array;
  /** The things of a part, in their order. */
  of(part: number): Uint32Array;
}

/** Sorts things into parts from 0, of which `partOf` names one for each thing; a negative part is none. Linear. */
export function partition(parts: number, things: Uint32Array, partOf: Int32Array | Uint32Array): Partition {
  const starts = new Uint32Array(parts + 1);
  for (let place = 0; place < things.length; place++) {
    const part = partOf[place] as number;
    if (part >= 0) starts[part + 1] = (starts[part + 1] as number) + 1;
  }
  for (let part = 0; part < parts; part++) {
    starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
  }
  const next = starts.slice();
  const sorted = new Uint32Array(starts[parts] ?? 0);
  for (let place = 0; place < things.length; place++) {
    const part = partOf[place] as number;
    if (part < 0) continue;
    const free = next[part] as number;
    sorted[free] = things[place] as number;
    next[part] = free + 1;
  }
  return { sorted, of: (part) => sorted.subarray(starts[part] ?? 0, starts[part + 1] ?? 0) };
}
