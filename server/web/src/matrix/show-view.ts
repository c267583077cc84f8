import { navigate } from '../routing/navigation.ts';
import { type MatrixView, viewSearch } from './view.ts';

/** Shows another view of the same matrix. */
export function showView(view: MatrixView): void {
  navigate(viewSearch(view) || window.location.pathname);
}
