/** Which things, by their numbers from 0, have been seen in this round. Beginning a new round costs nothing. */
export class Marks {
  readonly #rounds: Uint32Array;
  #round = 0;

  constructor(size: number) {
    this.#rounds = new Uint32Array(size);
  }

  begin(): void {
    this.#round++;
  }

  /** Marks a thing; whether it is the first time in this round. */
  mark(thing: number): boolean {
    if (this.#rounds[thing] === this.#round) return false;
    this.#rounds[thing] = this.#round;
    return true;
  }
}
