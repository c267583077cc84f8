import { bases, type Coding, directions, statuses } from '../annotation/index.ts';
import type { Codebook } from '../codebook/index.ts';
import type { PassageLink, Reading, SourceDocument, Speaker } from '../dossier/index.ts';
import type { Axis } from './axes.ts';
import {
  type Column,
  combine,
  type Dictionary,
  mapColumn,
  type Numbering,
  numberingOf,
} from './dictionary.ts';
import type { GrowingNumbers } from './growing-numbers.ts';
import { documentResolver, mergeResolver } from './merges.ts';
import { partition } from './partition.ts';
import type { PassageTable } from './passage-table.ts';
import { stanceOf, stances } from './stance.ts';
import { voiceBits } from './voice-bits.ts';

/** What a matrix is counted from beside the passages: lists that are short enough to be read anew. */
export interface DossierFrame {
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
  readonly documents: readonly SourceDocument[];
  readonly links: readonly PassageLink[];
  readonly readings: readonly Reading[];
}

/**
 * Every coding of a dossier as a fact, with everything that can be asked of it, a column for each thing;
 * merges of concepts, speakers and documents are followed. Facts about the same stand together, and among them those
 * of one speaker: what is counted together lies together, since memory is slow where one jumps in it. Nothing else may
 * be made of their order.
 */
export interface Facts {
  readonly size: number;
  /** Number of the coding in the table. */
  readonly coding: Uint32Array;
  /** Number of the passage in the table. */
  readonly passage: Uint32Array;
  readonly axes: Readonly<Record<Axis, Column>>;
  /** Places in `directions`, `stances`, `bases`, `statuses` and `goneValues`. */
  readonly direction: Uint8Array;
  readonly stance: Uint8Array;
  readonly basis: Uint8Array;
  readonly status: Uint8Array;
  readonly gone: Uint8Array;
  /** What is said, as bits: one for the direction and, above them, one for the stance. */
  readonly said: Uint8Array;
  /** What it makes its voice say (`voiceBits`). */
  readonly voiceBits: Uint32Array;
  /** What the fact is about, its safeguard and its impact: only facts about the same can contradict each other. */
  readonly subject: Numbering;
  /** Who speaks about what. */
  readonly voice: Numbering;
  /** By voice: code of its subject, and of its speaker. */
  readonly subjectOfVoice: Uint32Array;
  readonly speakerOfVoice: Uint32Array;
}

/** Numbers of the codings whose passage is present, those together that say the same of the same. */
function presentCodings(table: PassageTable): Uint32Array {
  const codings = new Uint32Array(table.passage.length);
  let size = 0;
  for (let coding = 0; coding < codings.length; coding++) {
    if (table.isPresent(table.passage.at(coding))) codings[size++] = coding;
  }
  const sort = (some: Uint32Array, numbers: GrowingNumbers, { values }: Dictionary) =>
    partition(values.length, some, numbers.pick(some)).sorted;
  // The last decides: of what is alike for it the order before stays.
  const bySpeaker = sort(codings.subarray(0, size), table.speaker, table.speakers);
  const byImpact = sort(bySpeaker, table.impact, table.impacts);
  return sort(byImpact, table.safeguard, table.safeguards);
}

/** The stance of each pair of measure (as the table numbers them) and direction. */
function stanceTable(measures: readonly string[]): number[][] {
  return measures.map((measure, number) =>
    directions.map((direction) =>
      stances.indexOf(
        stanceOf({ measure: number === 0 ? undefined : (measure as Coding['measure']), direction }),
      ),
    ),
  );
}

/** The axes, of which each value is resolved once. */
function axesOf(
  table: PassageTable,
  { codebook, speakers, documents }: DossierFrame,
  coding: Uint32Array,
  passage: Uint32Array,
): Record<Axis, Column> {
  const column = (places: Uint32Array, numbers: GrowingNumbers, { values }: Dictionary): Column => ({
    codes: numbers.pick(places),
    values,
  });
  const conceptNow = mergeResolver(codebook.concepts);
  const documentsById = new Map(documents.map((document) => [document.id, document]));
  const kinds = new Map(speakers.map(({ id, kind }) => [id, kind]));
  const document = mapColumn(column(passage, table.document, table.documents), documentResolver(documents));
  const speaker = mapColumn(column(coding, table.speaker, table.speakers), mergeResolver(speakers));
  return {
    safeguard: mapColumn(column(coding, table.safeguard, table.safeguards), conceptNow),
    impact: mapColumn(column(coding, table.impact, table.impacts), conceptNow),
    document,
    speaker,
    speakerKind: mapColumn(speaker, (id) => kinds.get(id)),
    sourceType: mapColumn(document, (id) => documentsById.get(id)?.sourceType),
    measure: column(coding, table.measure, table.measures),
    stage: column(coding, table.stage, table.stages),
    provision: column(coding, table.provision, table.provisions),
    month: mapColumn(document, (id) => monthOf(documentsById.get(id)?.date)),
    reviewer: column(passage, table.reviewer, table.reviewers),
  };
}

/** `YYYY-MM` of a document's date, or `YYYY` where only the year is known. */
export function monthOf(date: string | undefined): string | undefined {
  return date?.slice(0, 7);
}

/** What all facts of each number have in common. */
export function valuesOf({ codes, size }: Numbering, values: Uint32Array): Uint32Array {
  const common = new Uint32Array(size);
  for (let fact = 0; fact < codes.length; fact++) common[codes[fact] as number] = values[fact] as number;
  return common;
}

/** Lays the codings of a table out in columns. Linear in their number. */
export function factsOf(table: PassageTable, frame: DossierFrame): Facts {
  const coding = presentCodings(table);
  const passage = table.passage.pick(coding);
  const axes = axesOf(table, frame, coding, passage);
  const stanceByMeasure = stanceTable(axes.measure.values);
  const bytes = () => new Uint8Array(coding.length);
  const [direction, stance, basis, status, said] = [bytes(), bytes(), bytes(), bytes(), bytes()];
  const bits = new Uint32Array(coding.length);
  // What one codes is one of few: the last of them where it is none.
  const read = (numbers: GrowingNumbers, number: number, { length }: readonly string[]) =>
    Math.min(numbers.at(number), length - 1);
  for (let fact = 0; fact < coding.length; fact++) {
    const number = coding[fact] as number;
    const towards = read(table.direction, number, directions);
    const taken = stanceByMeasure[axes.measure.codes[fact] as number]?.[towards] ?? 0;
    const ground = read(table.basis, number, bases);
    direction[fact] = towards;
    stance[fact] = taken;
    basis[fact] = ground;
    status[fact] = read(table.status, number, statuses);
    said[fact] = (1 << towards) | (1 << (directions.length + taken));
    bits[fact] = voiceBits(taken, ground);
  }
  const subject = combine(numberingOf(axes.safeguard), numberingOf(axes.impact));
  const voice = combine(subject, numberingOf(axes.speaker));
  return {
    size: coding.length,
    coding,
    passage,
    axes,
    direction,
    stance,
    basis,
    status,
    gone: new Uint8Array(table.gone.pick(passage)),
    said,
    voiceBits: bits,
    subject,
    voice,
    subjectOfVoice: valuesOf(voice, subject.codes),
    speakerOfVoice: valuesOf(voice, axes.speaker.codes),
  };
}
