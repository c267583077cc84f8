import type { MatrixResponse } from '@waarborg/shared/api';
import { maxShortLabelLength } from '@waarborg/shared/codebook';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../frame/language.ts';
import { groupMembers } from './member-groups.ts';
import type { MatrixView } from './view.ts';

/** The columns: their groups, and their labels on a slant. */
export function MatrixHead({ matrix, view }: { matrix: MatrixResponse; view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const groups = groupMembers(matrix.columns);
  const hasGroups = groups.some(({ label }) => label !== undefined);
  const hasLongLabels = matrix.columns.some(
    ({ label, shortLabel }) => (shortLabel ?? label).length > maxShortLabelLength,
  );
  return (
    <thead>
      {hasGroups && (
        <tr class="wb-column-groups">
          <td colSpan={2} />
          {groups.map(({ label, members }) =>
            label === undefined ? (
              <td key="" colSpan={members.length} />
            ) : (
              <th key={label} scope="colgroup" colSpan={members.length} title={label}>
                <span>{label}</span>
              </th>
            ),
          )}
          <td colSpan={2} />
        </tr>
      )}
      <tr class="wb-columns" data-long={hasLongLabels || undefined}>
        <td class="wb-corner" colSpan={2}>
          {messages[`axis.${view.rows}`]} <span aria-hidden="true">╲</span> {messages[`axis.${view.columns}`]}
        </td>
        {matrix.columns.map(({ id, label, shortLabel }) => (
          <th key={id} class="wb-slanted" scope="col" title={label}>
            <span aria-hidden="true">{shortLabel ?? label}</span>
            <span class="wb-visually-hidden">{label}</span>
          </th>
        ))}
        <th class="wb-slanted wb-slanted-total" scope="col">
          <span>{messages.total}</span>
        </th>
        <th class="wb-slanted" scope="col">
          <span>{messages.read}</span>
        </th>
      </tr>
    </thead>
  );
}
