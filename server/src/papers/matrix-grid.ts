import { type Cell, contradicts, type Matrix, stanceMarks } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import type { Block, GridCell } from './paper.ts';

/** Most steps of colour. */
const maxStrength = 5;

function marksOf({ stances, contested, opposing, mixed, denied, disagreements }: Cell): string {
  const opposed = opposing.normMeetsExpectation ? '§' : contested ? '↔' : '';
  const counted = (['helps', 'hurts', 'noEffect'] as const)
    .filter((stance) => stances[stance] > 0)
    .map((stance) => `${stanceMarks[stance]}${stances[stance]}`);
  const others = [mixed ? '◐' : '', denied ? '⊘' : '', disagreements > 0 ? '≠' : ''];
  return [...counted, opposed, ...others].filter(Boolean).join('\u200a');
}

function toGridCell(cell: Cell, most: number): GridCell {
  if (cell.claims > 0) {
    return {
      text: String(cell.claims),
      marks: marksOf(cell),
      strength: Math.max(1, Math.ceil(Math.sqrt(cell.claims / most) * maxStrength)),
      ...(contradicts(cell) ? { look: 'contested' as const } : {}),
    };
  }
  if (cell.state === 'not-read') return { text: '–', strength: 0, look: 'not-read' };
  return { text: cell.state === 'nothing-found' ? '0' : '·', strength: 0 };
}

/** Claims of a row or a column; what nobody has read is not what was read with nothing found. */
function toTotal({ claims, read }: Matrix['totals']['all']): GridCell {
  if (claims === 0 && read.documents === 0) return { text: '–', strength: 0, look: 'not-read' };
  return { text: String(claims), strength: 0, look: 'total' };
}

/** How many claims in all, and how far the reading got: `3/20`. */
function totalsOf(counted: Matrix['totals']['all']): GridCell[] {
  const { read } = counted;
  return [toTotal(counted), { text: `${read.documents}/${read.of}`, strength: 0 }];
}

/**
 * The matrix of safeguards and impacts as a table for paper: every mark is a sign, never colour alone.
 *
 * @param remarks what its legend says besides.
 */
export function matrixGrid(
  { rows, columns, cells, totals, disputed }: Matrix,
  language: Language,
  remarks: readonly string[] = [],
): Block {
  const messages = paperMessages[language];
  const most = Math.max(1, ...cells.map(({ claims }) => claims));
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const gridRows = rows.flatMap(({ id, label, group }, index) => {
    const own = columns.map((column): GridCell => {
      const found = byPlace.get(`${id} ${column.id}`);
      return found ? toGridCell(found, most) : { text: '·', strength: 0 };
    });
    const isNewGroup = group !== undefined && group !== rows[index - 1]?.group;
    const counted = totals.rows[id];
    const row = {
      label: disputed.includes(id) ? `${label} ⚑` : label,
      cells: [...own, ...(counted ? totalsOf(counted) : [])],
    };
    return [...(isNewGroup ? [{ label: group }] : []), row];
  });
  const ofColumns = columns.flatMap(({ id }) => totals.columns[id] ?? []).map(toTotal);
  return {
    kind: 'grid',
    caption: messages.matrixCaption,
    corner: messages.safeguard,
    columns: [
      ...columns.map(({ label, shortLabel }) => shortLabel ?? label),
      messages.total,
      messages.readColumn,
    ],
    rows: [...gridRows, { label: messages.total, cells: [...ofColumns, ...totalsOf(totals.all)] }],
    legend: [messages.matrixLegend, ...remarks].join(' '),
  };
}
