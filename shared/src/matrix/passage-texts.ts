/** What of passages and their codings is no number, as plain lists. */
export interface PlainTexts {
  /** By passage. An id is empty where the passage is not present any more. */
  readonly ids: string[];
  /** JSON of ranges. */
  readonly ranges: string[];
  readonly notes: (string | undefined)[];
  /** By coding. */
  readonly codingIds: string[];
}

/** The texts of a table, which are read only when somebody asks for one: a matrix without a search does not. */
export class PassageTexts {
  readonly #read: () => PlainTexts;
  #plain: PlainTexts | undefined;
  readonly #numbers = new Map<string, number>();

  /** `read` is called once at most. */
  constructor(read: () => PlainTexts) {
    this.#read = read;
  }

  get plain(): PlainTexts {
    if (!this.#plain) {
      this.#plain = this.#read();
      for (const [number, id] of this.#plain.ids.entries()) if (id !== '') this.#numbers.set(id, number);
    }
    return this.#plain;
  }

  /** The number of a passage that is present. */
  numberOf(id: string): number | undefined {
    return this.plain && this.#numbers.get(id);
  }

  put(id: string, ranges: string, note: string | undefined): void {
    const { plain } = this;
    this.#numbers.set(id, plain.ids.push(id) - 1);
    plain.ranges.push(ranges);
    plain.notes.push(note);
  }

  /** Forgets what is said of a passage; gives the number that it had. */
  remove(id: string): number | undefined {
    const { plain } = this;
    const number = this.#numbers.get(id);
    if (number === undefined) return undefined;
    this.#numbers.delete(id);
    plain.ids[number] = '';
    plain.ranges[number] = '[]';
    plain.notes[number] = undefined;
    return number;
  }
}
