import { type MatrixView, viewSearch } from '../matrix-view/view.ts';
import { navigate } from '../routing/navigation.ts';

/** Shows another view of the same matrix. */
export function showView(view: MatrixView): void {
  navigate(viewSearch(view) || window.location.pathname);
}
