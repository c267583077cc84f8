import type { PublicationDraft } from '@waarborg/shared/api';
import type { Axis, MatrixFilters } from '@waarborg/shared/matrix';
import type { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { publicationMessages } from '@waarborg/shared/messages/publications';
import { formatOrder, type Order } from '../matrix-view/order.ts';
import type { MatrixView } from '../matrix-view/view.ts';

/** What a copy takes over of a view. Who coded stays with the team, and the status is chosen where one publishes. */
export interface PublishedView
  extends Pick<MatrixView, 'rows' | 'columns' | 'count' | 'rowOrder' | 'columnOrder' | 'fold' | 'hide'> {
  readonly filters: Omit<MatrixFilters, 'reviewer' | 'status'>;
}

/** Whether an order goes by the number of one reviewer. */
function isByReviewer(order: Order | undefined, axis: Axis): boolean {
  return axis === 'reviewer' && order?.by === 'member';
}

/** The part of a view that becomes public. */
export function publishedView(view: MatrixView): PublishedView {
  const { rows, columns, count, rowOrder, columnOrder, fold, hide } = view;
  const { reviewer: _, status: __, ...filters } = view.filters;
  return {
    ...{ rows, columns, count, filters },
    ...(rowOrder && !isByReviewer(rowOrder, columns) && { rowOrder }),
    ...(columnOrder && !isByReviewer(columnOrder, rows) && { columnOrder }),
    ...(fold && { fold }),
    ...(hide && { hide }),
  };
}

/** The same as it is sent. */
export function toDraftView({
  filters,
  rowOrder,
  columnOrder,
  fold,
  hide,
  ...shown
}: PublishedView): PublicationDraft['view'] {
  return {
    ...{ ...shown, ...filters },
    ...(rowOrder && { sortRows: formatOrder(rowOrder) }),
    ...(columnOrder && { sortColumns: formatOrder(columnOrder) }),
    ...(fold && { fold: [...fold] }),
    ...(hide && { hide: [...hide] }),
  };
}

/** How the matrix of a copy stands when it is opened, in words. */
export function layoutInWords(
  { rows, columns, count, rowOrder, columnOrder, fold = [], hide = [] }: PublishedView,
  messages: (typeof publicationMessages)['nl'],
  names: (typeof matrixMessages)['nl'],
): string[] {
  return [
    messages.openAxes(names[`axis.${rows}`], names[`axis.${columns}`], names[`count.${count}`]),
    ...(rowOrder ? [messages.openRowOrder] : []),
    ...(columnOrder ? [messages.openColumnOrder] : []),
    ...(fold.length > 0 ? [messages.openFold(fold.length)] : []),
    ...(hide.includes('rows') ? [messages.openHideRows] : []),
    ...(hide.includes('columns') ? [messages.openHideColumns] : []),
  ];
}

/** What of a view no copy has, a sentence each. */
export function leftBehindInWords(view: MatrixView, messages: (typeof publicationMessages)['nl']): string[] {
  const { rows, columns, filters, rowOrder, columnOrder, compare } = view;
  const isOrderedByReviewer = isByReviewer(rowOrder, columns) || isByReviewer(columnOrder, rows);
  return [
    ...(filters.reviewer?.length ? [messages.staysReviewer] : []),
    ...(isOrderedByReviewer ? [messages.staysReviewerOrder] : []),
    ...(filters.status?.length ? [messages.staysStatus] : []),
    ...(compare ? [messages.staysCompare] : []),
  ];
}
