import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';
import { isOrderedBy, nextOrder, type OrderKey } from '../matrix-view/order.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { showView } from './show-view.ts';

/** What is put in order: the rows, by a column or a total, or the columns, by a row or a total. */
export type Sorted = 'rowOrder' | 'columnOrder';

/** How a head says in which order it put the others. */
export function ariaSort(view: MatrixView, sorted: Sorted, key: OrderKey) {
  const order = view[sorted];
  if (!isOrderedBy(order, key)) return undefined;
  return order.isDescending ? 'descending' : 'ascending';
}

interface SortButtonProps {
  readonly view: MatrixView;
  readonly sorted: Sorted;
  readonly orderKey: OrderKey;
  /** Row and column among the numbers, of which the first has 0: for the arrow keys. */
  readonly position: readonly [number, number];
  readonly children: ComponentChildren;
}

/** The label of a head, which puts the rows or columns in order. */
export function SortButton({ view, sorted, orderKey, position, children }: SortButtonProps) {
  const messages = matrixMessages[language.value];
  const direction = ariaSort(view, sorted, orderKey);
  const sort = () => {
    const { [sorted]: before, ...rest } = view;
    const order = nextOrder(before, orderKey);
    showView(order ? { ...rest, [sorted]: order } : rest);
  };
  return (
    <button
      type="button"
      class="wb-sort"
      title={messages[`sort.${sorted}`]}
      data-position={position.join()}
      tabIndex={-1}
      onClick={sort}
    >
      {children}
      {direction && (
        <span class="wb-sort-mark" aria-hidden="true">
          {direction === 'descending' ? '↓' : '↑'}
        </span>
      )}
    </button>
  );
}
