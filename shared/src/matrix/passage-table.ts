import {
  type Annotation,
  bases,
  directions,
  measures,
  type PassageRange,
  stages,
  statuses,
} from '../annotation/index.ts';
import { foldText } from '../text/index.ts';
import { Dictionary } from './dictionary.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { PassageTexts, type PlainTexts } from './passage-texts.ts';
import { nameText, type PassageWords, readWords } from './passage-words.ts';

/** About what a passage and a coding take beside their text: numbers, identifiers and their places in lists. */
const bytesOfPassage = 300;
const bytesOfCoding = 130;

/** What can be absent, or null as databases have it. */
type Optional<T> = T | null | undefined;

/** What the matrix needs of a coding, whose words were found to be of their vocabularies when it was written. */
interface CountedCoding
  extends Readonly<Record<'id' | 'safeguard' | 'direction' | 'basis' | 'speaker' | 'status', string>> {
  readonly measure?: Optional<string>;
  readonly stage?: Optional<string>;
  readonly impact?: Optional<string>;
  readonly provision?: Optional<string>;
}

/** What the matrix needs of a passage. */
export interface CountedPassage extends Pick<Annotation, 'id' | 'document' | 'source'> {
  readonly rendition?: Optional<string>;
  readonly note?: Optional<string>;
  readonly gone?: Optional<string>;
  /** JSON of its ranges: most are never looked into. */
  readonly ranges: string;
  /** User id. */
  readonly reviewer: string;
  readonly codings: readonly CountedCoding[];
}

/** An annotation as the matrix needs it. */
export function toCountedPassage({ creator, ranges, ...annotation }: Annotation): CountedPassage {
  return { ...annotation, reviewer: creator.id, ranges: JSON.stringify(ranges) };
}

function placeIn(vocabulary: readonly string[], word: string): number {
  return vocabulary.indexOf(word);
}

/** Lists of values of a table. */
const dictionaries = [
  ...(['documents', 'reviewers', 'copies', 'safeguards', 'impacts', 'speakers', 'provisions'] as const),
  ...(['measures', 'stages'] as const),
] as const;
/** Lists of numbers of a table, those of passages first. */
const columns = [
  ...(['document', 'reviewer', 'copy', 'gone'] as const),
  ...(['passage', 'safeguard', 'impact', 'speaker', 'provision', 'measure', 'stage'] as const),
  ...(['direction', 'basis', 'status'] as const),
] as const;

/** What is counted of a table, as plain lists, to be written down and read again by the same program. */
export interface PackedTable {
  readonly values: Readonly<Record<(typeof dictionaries)[number], string[]>>;
  readonly numbers: Readonly<Record<(typeof columns)[number], Uint32Array>>;
  /** Numbers of the passages that are not present any more. */
  readonly removed: ReadonlySet<number>;
  readonly bytes: number;
}

function pick<Name extends string, T>(names: readonly Name[], read: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, T>;
}

/**
 * The passages of a dossier with their codings, as ids were written: what merges make of them is left to
 * `factsOf`. Passages and codings have numbers in the order in which they were put; a passage that is put
 * again takes a new number, and its former one and the codings of that are not present any more.
 */
export class PassageTable {
  readonly documents = new Dictionary();
  readonly reviewers = new Dictionary();
  readonly copies = new Dictionary();
  readonly safeguards = new Dictionary();
  readonly impacts = new Dictionary();
  readonly speakers = new Dictionary();
  readonly provisions = new Dictionary();
  readonly measures = new Dictionary(measures);
  readonly stages = new Dictionary(stages);

  /** By passage. The copy is the text in which it was marked. */
  readonly document = new GrowingNumbers();
  readonly reviewer = new GrowingNumbers();
  readonly copy = new GrowingNumbers();
  /** 1 where a reviewer confirmed that it is not in its document any more, else 0. */
  readonly gone = new GrowingNumbers();
  readonly #removed = new Set<number>();
  readonly #words = new Map<number, PassageWords>();
  readonly #searched = new Map<number, string>();

  /** By coding; those of a passage follow each other in their order. */
  readonly passage = new GrowingNumbers();
  readonly safeguard = new GrowingNumbers();
  readonly impact = new GrowingNumbers();
  readonly speaker = new GrowingNumbers();
  readonly provision = new GrowingNumbers();
  readonly measure = new GrowingNumbers();
  readonly stage = new GrowingNumbers();
  /** Places in the closed vocabularies, from 0. */
  readonly direction = new GrowingNumbers();
  readonly basis = new GrowingNumbers();
  readonly status = new GrowingNumbers();

  readonly #texts: PassageTexts;
  #bytes = 0;
  #changes = 0;

  /** `readTexts` gives the texts of what is put into it later (`unpack`); without it they come with what is put. */
  constructor(readTexts: () => PlainTexts = () => ({ ids: [], ranges: [], notes: [], codingIds: [] })) {
    this.#texts = new PassageTexts(readTexts);
  }

  /** The table that was packed; `readTexts` gives what its texts were, and is called when one is asked for. */
  static unpack({ values, numbers, removed, bytes }: PackedTable, readTexts: () => PlainTexts): PassageTable {
    const table = new PassageTable(readTexts);
    for (const name of dictionaries) for (const value of values[name]) table[name].numberOf(value);
    for (const name of columns) table[name].append(numbers[name]);
    for (const passage of removed) table.#removed.add(passage);
    table.#bytes = bytes;
    return table;
  }

  /** How often something was put or removed. */
  get changes(): number {
    return this.#changes;
  }

  /** How many passages are present. */
  get size(): number {
    return this.document.length - this.#removed.size;
  }

  /** Whether most of what it holds is not present any more: time to make a new one. */
  get isWorn(): boolean {
    return this.document.length > 1_000 && this.size * 2 < this.document.length;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The number of a passage that is present. */
  numberOf(id: string): number | undefined {
    return this.#texts.numberOf(id);
  }

  isPresent(passage: number): boolean {
    return !this.#removed.has(passage);
  }

  remove(id: string): void {
    const number = this.#texts.remove(id);
    if (number === undefined) return;
    this.#changes++;
    this.#removed.add(number);
    this.#words.delete(number);
    this.#searched.delete(number);
  }

  put(passage: CountedPassage): void {
    this.remove(passage.id);
    this.#changes++;
    const number = this.document.length;
    this.#texts.put(passage.id, passage.ranges, passage.note ?? undefined);
    this.document.push(this.documents.numberOf(passage.document));
    this.reviewer.push(this.reviewers.numberOf(passage.reviewer));
    this.copy.push(this.copies.numberOf(nameText(passage)));
    this.gone.push(passage.gone ? 1 : 0);
    this.#bytes += bytesOfPassage + passage.ranges.length + (passage.note?.length ?? 0);
    for (const coding of passage.codings) this.#putCoding(number, coding);
  }

  #putCoding(passage: number, coding: CountedCoding): void {
    this.passage.push(passage);
    this.safeguard.push(this.safeguards.numberOf(coding.safeguard));
    this.impact.push(this.impacts.numberOf(coding.impact));
    this.speaker.push(this.speakers.numberOf(coding.speaker));
    this.provision.push(this.provisions.numberOf(coding.provision));
    this.measure.push(this.measures.numberOf(coding.measure));
    this.stage.push(this.stages.numberOf(coding.stage));
    this.direction.push(placeIn(directions, coding.direction));
    this.basis.push(placeIn(bases, coding.basis));
    this.status.push(placeIn(statuses, coding.status));
    this.#texts.plain.codingIds.push(coding.id);
    this.#bytes += bytesOfCoding;
  }

  /** What is counted of it. */
  pack(): PackedTable {
    return {
      values: pick(dictionaries, (name) => this[name].values),
      numbers: pick(columns, (name) => this[name].toArray()),
      removed: this.#removed,
      bytes: this.#bytes,
    };
  }

  /** Ids by passage, empty where one is not present any more. */
  get ids(): readonly string[] {
    return this.#texts.plain.ids;
  }

  /** Ids by coding. */
  get codingIds(): readonly string[] {
    return this.#texts.plain.codingIds;
  }

  /** Its texts as they are: to be written down before anything is put or removed. */
  get texts(): PlainTexts {
    return this.#texts.plain;
  }

  /** The words of a passage, for comparison with others. */
  wordsOf(passage: number): PassageWords {
    let words = this.#words.get(passage);
    if (!words) {
      words = readWords(this.#rangesOf(passage), this.copies.values[this.copy.at(passage)] ?? '');
      this.#words.set(passage, words);
    }
    return words;
  }

  /** What is searched of a passage, folded: its words and its note. */
  searchedText(passage: number): string {
    let text = this.#searched.get(passage);
    if (text === undefined) {
      const ranges = this.#rangesOf(passage);
      text = foldText(
        [...ranges.map(({ exact }) => exact), this.#texts.plain.notes[passage] ?? ''].join(' '),
      );
      this.#searched.set(passage, text);
      this.#bytes += text.length;
    }
    return text;
  }

  /** Whether the words of every passage were read for a search (`searchedText`). */
  get isSearched(): boolean {
    return this.#searched.size >= this.size;
  }

  #rangesOf(passage: number): PassageRange[] {
    return JSON.parse(this.#texts.plain.ranges[passage] ?? '[]') as PassageRange[];
  }
}
