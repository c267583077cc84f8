import { maxShortLabelLength } from '@waarborg/shared/codebook';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';
import type { Member } from '../matrix-view/cell-words.ts';
import { groupMembers, type MemberGroup } from '../matrix-view/member-groups.ts';
import type { OrderKey } from '../matrix-view/order.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { FoldButton } from './fold-button.tsx';
import { ariaSort, SortButton } from './sort-button.tsx';

interface HeadProps {
  readonly columns: readonly Member[];
  readonly view: MatrixView;
  /** How many numbers stand below each column. */
  readonly numbersInCell: number;
}

/** The columns: their groups, and their labels on a slant. */
export function MatrixHead({ columns, view, numbersInCell }: HeadProps) {
  const messages = matrixMessages[language.value];
  const groups = groupMembers(columns);
  const shown = [
    ...columns.map(({ label, shortLabel }) => shortLabel ?? label),
    messages.total,
    messages.read,
  ];
  const letters = Math.max(...shown.map(({ length }) => length));
  return (
    <thead>
      {groups.some(({ label }) => label !== undefined) && (
        <ColumnGroups groups={groups} view={view} numbersInCell={numbersInCell} />
      )}
      <tr
        class="wb-columns"
        data-long={letters > maxShortLabelLength || undefined}
        style={{ '--waarborg-slant-letters': String(letters) }}
      >
        <td class="wb-corner" colSpan={2}>
          {messages[`axis.${view.rows}`]} <span aria-hidden="true">╲</span> {messages[`axis.${view.columns}`]}
        </td>
        {columns.map((member, place) => (
          <ColumnHead
            key={member.id}
            view={view}
            orderKey={{ by: 'member', member: member.id }}
            place={place * numbersInCell}
            title={member.label}
          >
            <span aria-hidden="true">{member.shortLabel ?? member.label}</span>
            <span class="wb-visually-hidden">{member.label}</span>
          </ColumnHead>
        ))}
        <ColumnHead view={view} orderKey={{ by: 'total' }} place={columns.length * numbersInCell} isTotal>
          <span>{messages.total}</span>
        </ColumnHead>
        <ColumnHead view={view} orderKey={{ by: 'read' }} place={(columns.length + 1) * numbersInCell}>
          <span>{messages.read}</span>
        </ColumnHead>
      </tr>
    </thead>
  );
}

function ColumnGroups({
  groups,
  view,
  numbersInCell,
}: Omit<HeadProps, 'columns'> & { groups: readonly MemberGroup[] }) {
  let next = 0;
  return (
    <tr class="wb-column-groups">
      <td colSpan={2} />
      {groups.map(({ label, groupId, members }) => {
        const place = next;
        next += members.length * numbersInCell;
        if (label === undefined) return <td key="" colSpan={members.length} />;
        return (
          <th key={label} scope="colgroup" colSpan={members.length} title={label}>
            {groupId && <FoldButton view={view} groupId={groupId} label={label} position={[-2, place]} />}
          </th>
        );
      })}
      <td colSpan={2} />
    </tr>
  );
}

interface ColumnHeadProps {
  readonly view: MatrixView;
  readonly orderKey: OrderKey;
  /** Place of the first number below it among those of a row, from 0. */
  readonly place: number;
  readonly isTotal?: boolean;
  readonly title?: string;
  readonly children: ComponentChildren;
}

function ColumnHead({ view, orderKey, place, isTotal = false, title, children }: ColumnHeadProps) {
  return (
    <th
      class={isTotal ? 'wb-slanted wb-slanted-total' : 'wb-slanted'}
      scope="col"
      title={title}
      aria-sort={ariaSort(view, 'rowOrder', orderKey)}
    >
      <SortButton view={view} sorted="rowOrder" orderKey={orderKey} position={[-1, place]}>
        {children}
      </SortButton>
    </th>
  );
}
