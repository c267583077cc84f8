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

/**
 * The passages of a dossier with their codings, as ids were written: what merges make of them is left to
 * `factsOf`. Passages and codings have numbers in the order in which they were put; a passage that is put
 * again takes a new number, and its former one and the codings of that are not present any more.
 */
export class PassageTable {
  readonly documents = new Dictionary();
  readonly reviewers = new Dictionary();
  readonly texts = new Dictionary();
  readonly safeguards = new Dictionary();
  readonly impacts = new Dictionary();
  readonly speakers = new Dictionary();
  readonly provisions = new Dictionary();
  readonly measures = new Dictionary(measures);
  readonly stages = new Dictionary(stages);

  /** By passage. The text is that of the copy in which it was marked. */
  readonly document = new GrowingNumbers();
  readonly reviewer = new GrowingNumbers();
  readonly text = new GrowingNumbers();
  /** 1 where a reviewer confirmed that it is not in its document any more, else 0. */
  readonly gone = new GrowingNumbers();
  /** Empty where the passage is not present any more. */
  readonly ids: string[] = [];
  readonly #ranges: string[] = [];
  readonly #notes: (string | undefined)[] = [];
  readonly #words: (PassageWords | undefined)[] = [];
  readonly #searched: (string | undefined)[] = [];

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
  readonly codingIds: string[] = [];

  readonly #numbers = new Map<string, number>();
  #bytes = 0;

  /** How many passages are present. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Whether most of what it holds is not present any more: time to make a new one. */
  get isWorn(): boolean {
    return this.ids.length > 1_000 && this.#numbers.size * 2 < this.ids.length;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The number of a passage that is present. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  isPresent(passage: number): boolean {
    return this.ids[passage] !== '';
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.ids[number] = '';
    this.#ranges[number] = '[]';
    this.#notes[number] = undefined;
    this.#words[number] = undefined;
    this.#searched[number] = undefined;
  }

  put(passage: CountedPassage): void {
    this.remove(passage.id);
    const number = this.ids.push(passage.id) - 1;
    this.#numbers.set(passage.id, number);
    this.document.push(this.documents.numberOf(passage.document));
    this.reviewer.push(this.reviewers.numberOf(passage.reviewer));
    this.text.push(this.texts.numberOf(nameText(passage)));
    this.gone.push(passage.gone ? 1 : 0);
    this.#ranges.push(passage.ranges);
    this.#notes.push(passage.note ?? undefined);
    this.#words.push(undefined);
    this.#searched.push(undefined);
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
    this.codingIds.push(coding.id);
    this.#bytes += bytesOfCoding;
  }

  /** The words of a passage, for comparison with others. */
  wordsOf(passage: number): PassageWords {
    let words = this.#words[passage];
    if (!words) {
      const ranges = JSON.parse(this.#ranges[passage] ?? '[]') as PassageRange[];
      words = readWords(ranges, this.texts.values[this.text.at(passage)] ?? '');
      this.#words[passage] = words;
    }
    return words;
  }

  /** What is searched of a passage, folded: its words and its note. */
  searchedText(passage: number): string {
    let text = this.#searched[passage];
    if (text === undefined) {
      const ranges = JSON.parse(this.#ranges[passage] ?? '[]') as PassageRange[];
      text = foldText([...ranges.map(({ exact }) => exact), this.#notes[passage] ?? ''].join(' '));
      this.#searched[passage] = text;
      this.#bytes += text.length;
    }
    return text;
  }
}
