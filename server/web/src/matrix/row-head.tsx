import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import type { Member } from '../matrix-view/cell-words.ts';
import { MarkSign } from '../matrix-view/marks.tsx';
import type { MemberGroup } from '../matrix-view/member-groups.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { FoldButton } from './fold-button.tsx';
import { ariaSort, SortButton } from './sort-button.tsx';

interface GroupHeadProps {
  readonly view: MatrixView;
  readonly group: MemberGroup;
  /** Row in the grid of numbers, from 0. */
  readonly index: number;
}

/** The name of a group, beside all of its rows. */
export function GroupHead({ view, group: { label, groupId, members }, index }: GroupHeadProps) {
  if (label === undefined) return <td class="wb-row-group" rowSpan={members.length} />;
  return (
    <th class="wb-row-group" scope="rowgroup" rowSpan={members.length}>
      {groupId && <FoldButton view={view} groupId={groupId} label={label} position={[index, -2]} />}
    </th>
  );
}

interface RowHeadProps {
  readonly view: MatrixView;
  readonly row: Member;
  readonly index: number;
  readonly isDisputed: boolean;
}

/** The name of a row, by which the columns can be put in order. */
export function RowHead({ view, row, index, isDisputed }: RowHeadProps) {
  const messages = matrixMessages[language.value];
  const orderKey = { by: 'member', member: row.id } as const;
  return (
    <th
      class="wb-row-label"
      scope="row"
      title={row.label}
      data-group={row.values ? '' : undefined}
      aria-sort={ariaSort(view, 'columnOrder', orderKey)}
    >
      <SortButton view={view} sorted="columnOrder" orderKey={orderKey} position={[index, -1]}>
        <span class="wb-label-long">{row.label}</span>
        <span class="wb-label-short" aria-hidden="true">
          {row.shortLabel ?? row.label}
        </span>
      </SortButton>
      {isDisputed && (
        <span class="wb-row-disputed" title={messages.disputed}>
          <MarkSign mark="disputed" />
          <span class="wb-visually-hidden"> ({messages.disputed})</span>
        </span>
      )}
    </th>
  );
}
