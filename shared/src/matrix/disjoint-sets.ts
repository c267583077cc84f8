import type { Numbering } from './dictionary.ts';

/** Groups things whose numbers, from 0, were joined (union by the lower root, paths halved). */
export class DisjointSets {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = new Uint32Array(size);
    for (let index = 0; index < size; index++) this.#parents[index] = index;
  }

  rootOf(index: number): number {
    const parents = this.#parents;
    let root = index;
    for (;;) {
      const parent = parents[root] ?? root;
      if (parent === root) return root;
      const above = parents[parent] ?? parent;
      parents[root] = above;
      root = above;
    }
  }

  join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The groups, numbered in the order of their first members. */
  toNumbering(): Numbering {
    const numbers = new Uint32Array(this.#parents.length);
    let size = 0;
    // A root is the lowest of its group, so it has its number before any other member asks for it.
    const codes = this.#parents.map((_, index) => {
      const root = this.rootOf(index);
      if (root === index) numbers[index] = size++;
      return numbers[root] ?? 0;
    });
    return { codes, size };
  }
}
