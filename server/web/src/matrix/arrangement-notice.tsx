import type { MatrixResponse } from '@waarborg/shared/api';
import { narrowsReading } from '@waarborg/shared/matrix';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { type Member, stateOfRow } from '../matrix-view/cell-words.ts';
import { withoutOrder } from '../matrix-view/change-view.ts';
import type { Order } from '../matrix-view/order.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { showView } from './show-view.ts';

interface ArrangementNoticeProps {
  readonly matrix: MatrixResponse;
  /** The second side where two are compared. */
  readonly second?: MatrixResponse | undefined;
  readonly view: MatrixView;
  readonly arrangement: Arrangement;
}

function orderInWords(order: Order, members: readonly Member[], isCompared: boolean): string {
  const messages = matrixMessages[language.value];
  const { mostFirst, leastFirst } = (isCompared ? compareMessages : matrixMessages)[language.value];
  const named = members.find(({ id }) => id === order.member)?.label ?? order.member ?? '';
  const key = { member: named, total: messages.total, read: messages.read }[order.by];
  return order.isDescending ? mostFirst(key) : leastFirst(key);
}

/** In which order the table stands and what it leaves out, with the way back; nothing where it shows all as it is. */
export function ArrangementNotice({ matrix, second, view, arrangement }: ArrangementNoticeProps) {
  const messages = matrixMessages[language.value];
  const { hiddenRows, hiddenColumns } = arrangement;
  const { rowOrder, columnOrder, hide: _, ...rest } = view;
  const isCompared = view.compare !== undefined;
  // Of two sides one has what the other lacks.
  const shown = [matrix, ...(second ? [second] : [])];
  const [rows, columns] = [shown.flatMap((one) => one.rows), shown.flatMap((one) => one.columns)];
  const orders = [
    ...(rowOrder ? [messages.rowsBy(orderInWords(rowOrder, columns, isCompared))] : []),
    ...(columnOrder ? [messages.columnsBy(orderInWords(columnOrder, rows, isCompared))] : []),
  ];
  const isHidden = hiddenRows.length + hiddenColumns.length > 0;
  const isNarrowed = narrowsReading(view.filters) || narrowsReading(view.compare ?? {});
  const notRead = hiddenRows.filter(({ id }) =>
    shown.every((one) => stateOfRow(one, id) === 'not-read'),
  ).length;
  return (
    <p class="wb-arrangement" role="status">
      {orders.length > 0 && (
        <span>
          {orders.join(' ')}{' '}
          <button type="button" class="wb-text-button" onClick={() => showView(withoutOrder(view))}>
            {messages.plainOrder}
          </button>
        </span>
      )}
      {isHidden && (
        <span>
          {messages.hidden(hiddenRows.length, hiddenColumns.length)}{' '}
          {notRead > 0 && `${messages[isNarrowed ? 'hiddenNotReadWithin' : 'hiddenNotRead'](notRead)} `}
          <button
            type="button"
            class="wb-text-button"
            onClick={() =>
              showView({ ...rest, ...(rowOrder && { rowOrder }), ...(columnOrder && { columnOrder }) })
            }
          >
            {messages.showHidden}
          </button>
        </span>
      )}
    </p>
  );
}
