import { type PassageTie, tieOf } from '@waarborg/shared/dossier';
import type { DocumentLinks, DossierPassage, LocalLink } from '../messaging/index.ts';

/** A link as it is shown at one of its passages. */
export interface ShownTie extends Omit<PassageTie, 'other'> {
  readonly link: LocalLink;
  readonly other: DossierPassage;
}

/** The links of a document's passages by the passage at which they are shown: at both ends. */
export function tiesOf({ links, passages }: DocumentLinks): ReadonlyMap<string, readonly ShownTie[]> {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const ties = new Map<string, ShownTie[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const tie = tieOf(end, link);
      const other = byId.get(tie.other);
      if (other) ties.set(end, [...(ties.get(end) ?? []), { ...tie, link, other }]);
    }
  }
  return ties;
}
