/** What stands at each place; 0 beyond the end. A loop of its own: `map` calls a function for each. */
export function pick(numbers: Uint32Array, places: Uint32Array): Uint32Array {
  const picked = new Uint32Array(places.length);
  for (let index = 0; index < places.length; index++) picked[index] = numbers[places[index] as number] ?? 0;
  return picked;
}

/** A list of whole numbers from 0 to 2³²-1 that grows, four bytes each. */
export class GrowingNumbers {
  #items = new Uint32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** 0 beyond the end. */
  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  /** What stands at each place. */
  pick(places: Uint32Array): Uint32Array {
    return pick(this.#items, places);
  }

  push(value: number): void {
    if (this.#length === this.#items.length) this.#makeRoom(this.#length * 2);
    this.#items[this.#length++] = value;
  }

  append(values: Uint32Array): void {
    const length = this.#length + values.length;
    if (length > this.#items.length) this.#makeRoom(length);
    this.#items.set(values, this.#length);
    this.#length = length;
  }

  /** All of them, in a list of their own. */
  toArray(): Uint32Array {
    return this.#items.slice(0, this.#length);
  }

  #makeRoom(size: number): void {
    const larger = new Uint32Array(size);
    larger.set(this.#items);
    this.#items = larger;
  }
}
