import type { Hideable, MatrixFilters } from '@waarborg/shared/matrix';
import type { MatrixView, Side } from './view.ts';

/** The view with a group folded, or unfolded if it was folded. What is open closes: its row or column may go. */
export function toggleFold({ fold = [], selection: _, ...view }: MatrixView, group: string): MatrixView {
  const changed = fold.includes(group) ? fold.filter((id) => id !== group) : [...fold, group];
  return changed.length > 0 ? { ...view, fold: changed } : view;
}

/** The view with what is empty hidden, or shown if it was hidden. */
export function toggleHide({ hide = [], ...view }: MatrixView, name: Hideable): MatrixView {
  const changed = hide.includes(name) ? hide.filter((other) => other !== name) : [...hide, name];
  return changed.length > 0 ? { ...view, hide: changed } : view;
}

/** The view in the order of the codebook. */
export function withoutOrder({ rowOrder: _, columnOrder: __, ...view }: MatrixView): MatrixView {
  return view;
}

/** The view with every group unfolded, in which each member has its number. */
export function withoutFold({ fold: _, ...view }: MatrixView): MatrixView {
  return view;
}

/** The view as one side of a comparison has it, alone. */
export function viewOfSide({ compare, side: _, ...view }: MatrixView, side: Side): MatrixView {
  return side === 'b' && compare ? { ...view, filters: compare } : view;
}

/** The view with other filters on one side; without a comparison there is only the first. */
export function withFilters(view: MatrixView, filters: MatrixFilters, side: Side): MatrixView {
  return side === 'b' && view.compare ? { ...view, compare: filters } : { ...view, filters };
}

/** The view with the sides exchanged. What is open stays open. */
export function swapSides({ side, ...view }: MatrixView): MatrixView {
  if (!view.compare) return view;
  const swapped = { ...view, filters: view.compare, compare: view.filters };
  return view.selection && side !== 'b' ? { ...swapped, side: 'b' } : swapped;
}

/** The first side by itself. */
export function withoutComparison({ compare: _, side, selection, ...view }: MatrixView): MatrixView {
  return selection && side !== 'b' ? { ...view, selection } : view;
}

/** The view with nothing open. */
export function withoutSelection({ selection: _, side: __, ...view }: MatrixView): MatrixView {
  return view;
}
