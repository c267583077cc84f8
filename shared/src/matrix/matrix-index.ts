import { type Annotation, statuses } from '../annotation/index.ts';
import { type Fold, foldClaims } from './claims.ts';
import { type DossierFrame, type Facts, factsOf } from './facts.ts';
import { PassageTable, toCountedPassage } from './passage-table.ts';

const rejectedStatus = statuses.indexOf('rejected');

/** A dossier laid out for counting, as of one moment. It is made once and asked often. */
export interface MatrixIndex {
  readonly table: PassageTable;
  readonly frame: DossierFrame;
  readonly facts: Facts;
  /**
   * Which facts are one claim. What a curator sent back folds nothing, unless it is asked for: two
   * claims are not one because a rejected coding lies between them.
   */
  readonly fold: (includesRejected: boolean) => Fold;
}

/** Lays out what a table holds. The index is good until the table changes. */
export function createIndex(table: PassageTable, frame: DossierFrame): MatrixIndex {
  const facts = factsOf(table, frame);
  const hasRejected = facts.status.includes(rejectedStatus);
  const known = new Map<boolean, Fold>();
  return {
    table,
    frame,
    facts,
    fold: (includesRejected) => {
      const isWhole = includesRejected || !hasRejected;
      const fold =
        known.get(isWhole) ??
        foldClaims(
          table,
          facts,
          frame.links,
          isWhole ? () => true : (fact) => facts.status[fact] !== rejectedStatus,
        );
      known.set(isWhole, fold);
      return fold;
    },
  };
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
