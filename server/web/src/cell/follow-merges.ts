import type { Axis } from '@waarborg/shared/matrix';
import type { MatrixView, Selection } from '../matrix-view/view.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';

type MergedNames = Pick<DossierNames, 'documentsById'> & {
  readonly vocabulary: Pick<DossierNames['vocabulary'], 'concepts' | 'speakers'>;
};

/** The id that stands for an id of an axis now: its own, where it was not merged into another. */
function currentId(axis: Axis, id: string, { vocabulary, documentsById }: MergedNames): string {
  const byAxis: { readonly [Merged in Axis]?: ReadonlyMap<string, { readonly id: string }> } = {
    safeguard: vocabulary.concepts,
    impact: vocabulary.concepts,
    speaker: vocabulary.speakers,
    document: documentsById,
  };
  return byAxis[axis]?.get(id)?.id ?? id;
}

/** What a selection opens now: codings and old addresses keep the id of a concept, speaker or document that was merged. */
export function followMerges(
  { row, column }: Selection,
  view: Pick<MatrixView, 'rows' | 'columns'>,
  names: MergedNames,
): Selection {
  return {
    ...(row === undefined ? {} : { row: currentId(view.rows, row, names) }),
    ...(column === undefined ? {} : { column: currentId(view.columns, column, names) }),
  };
}
