import { type Annotation, statuses } from '../annotation/index.ts';
import { type BareFold, completeFold, type Fold, foldClaims } from './claims.ts';
import { type DossierFrame, type Facts, factsOf } from './facts.ts';
import { type PackedTable, PassageTable, toCountedPassage } from './passage-table.ts';
import type { PlainTexts } from './passage-texts.ts';

const rejectedStatus = statuses.indexOf('rejected');

/** What is counted of an index, as plain lists, without its frame. */
export interface PackedIndex {
  readonly table: PackedTable;
  /** The folds that were asked for, by whether they include what a curator sent back. */
  readonly folds: ReadonlyMap<boolean, BareFold>;
}

/** A dossier laid out for counting, as of one moment. It is made once and asked often. */
export interface MatrixIndex {
  readonly table: PassageTable;
  readonly frame: DossierFrame;
  /**
   * Ids of the passages that a search found by the words of the filters (`q`), in any form. Absent: they are looked
   * for letter for letter.
   */
  readonly found?: ReadonlySet<string>;
  /** Made when they are asked for first, of the table as it is then. */
  readonly facts: Facts;
  /**
   * Which facts are one claim. What a curator sent back folds nothing, unless it is asked for: two
   * claims are not one because a rejected coding lies between them.
   */
  readonly fold: (includesRejected: boolean) => Fold;
  /** To be written down at once, with the texts of the table. Undefined where that has changed since the index was made. */
  readonly pack: () => PackedIndex | undefined;
}

/** What `make` gives, made when it is asked for first. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Lays out what a table holds. The index is good until the table changes. `folds` are those of the same facts. */
export function createIndex(
  table: PassageTable,
  frame: DossierFrame,
  folds: PackedIndex['folds'] = new Map(),
): MatrixIndex {
  const { changes } = table;
  const lay = once(() => {
    const facts = factsOf(table, frame);
    return { facts, hasRejected: facts.status.includes(rejectedStatus) };
  });
  const bare = new Map(folds);
  const known = new Map<boolean, Fold>();
  const makeFold = (isWhole: boolean): Fold => {
    const { facts } = lay();
    const counts = isWhole ? () => true : (fact: number) => facts.status[fact] !== rejectedStatus;
    const { place, claim } = bare.get(isWhole) ?? foldClaims(table, facts, frame.links, counts);
    bare.set(isWhole, { place, claim });
    const fold = completeFold(facts, { place, claim });
    known.set(isWhole, fold);
    return fold;
  };
  return {
    table,
    frame,
    get facts() {
      return lay().facts;
    },
    fold: (includesRejected) => {
      const isWhole = includesRejected || !lay().hasRejected;
      return known.get(isWhole) ?? makeFold(isWhole);
    },
    pack: () => (table.changes === changes ? { table: table.pack(), folds: bare } : undefined),
  };
}

/**
 * The index that was packed. `readTexts` gives the texts of its table as they were. `frame` is that of the same moment:
 * with another one its folds would be wrong.
 */
export function unpackIndex(
  { table, folds }: PackedIndex,
  readTexts: () => PlainTexts,
  frame: DossierFrame,
): MatrixIndex {
  return createIndex(PassageTable.unpack(table, readTexts), frame, folds);
}

/** All that a matrix is counted from. */
export interface DossierContent extends DossierFrame {
  readonly annotations: readonly Annotation[];
}

/** Lays a whole dossier out. */
export function indexDossier({ annotations, ...frame }: DossierContent): MatrixIndex {
  const table = new PassageTable();
  for (const annotation of annotations) table.put(toCountedPassage(annotation));
  return createIndex(table, frame);
}
