import { type Cell, contradicts } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, type Inline, plain } from '../papers/paper.ts';
import { joinNames } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';

/** From how many speakers on one side for each on the other a point is unevenly divided. */
const unevenRatio = 3;

/** Cells in which speakers oppose each other, those with most on their smaller side first, norm against expectation last. */
export function contestedCells({ matrix }: Pick<BriefingSource, 'matrix'>): Cell[] {
  const smaller = ({ opposing }: Cell) => Math.min(opposing.helps, opposing.hurts);
  return matrix.cells
    .filter(({ contested }) => contested)
    .toSorted(
      (a, b) =>
        Number(a.opposing.normMeetsExpectation) - Number(b.opposing.normMeetsExpectation) ||
        smaller(b) - smaller(a) ||
        b.claims - a.claims,
    );
}

/** The safeguard and the impact of a cell. */
export function labelOfCell(cell: Cell, { matrix, language }: BriefingSource): string {
  const label = (members: BriefingSource['matrix']['rows'], id: string) =>
    members.find((member) => member.id === id)?.label ?? id;
  return matrixMessages[language].pair(label(matrix.rows, cell.row), label(matrix.columns, cell.column));
}

function pointOf(cell: Cell, source: BriefingSource): Inline[] {
  const messages = paperMessages[source.language];
  const { helps, hurts } = cell.opposing;
  const isUneven = Math.max(helps, hurts) >= unevenRatio * Math.min(helps, hurts);
  const names = (side: 'helps' | 'hurts') =>
    joinNames([...new Set(cell.opposition.map((pair) => pair[side]))], source.language);
  const ratio = [messages.ratio(helps, hurts), ...(isUneven ? [messages.uneven] : [])].join(', ');
  const remarks = [
    // A large matrix names nobody.
    ...(cell.opposition.length > 0 ? [messages.opposes(names('helps'), names('hurts'))] : []),
    ...(cell.denied ? [messages.denied] : []),
  ];
  return [
    { kind: 'text', text: labelOfCell(cell, source), style: 'strong' },
    { kind: 'text', text: ` (${ratio}). ${remarks.join(' ')}` },
  ];
}

/** Cells below what is said of them; nothing where there are none. */
function points(intro: string, cells: readonly Cell[], source: BriefingSource): Block[] {
  if (cells.length === 0) return [];
  return [
    { kind: 'paragraph', content: plain(intro) },
    { kind: 'list', items: cells.map((cell) => pointOf(cell, source)) },
  ];
}

/** Where speakers oppose each other: who against whom and how evenly; apart where only a norm meets an expectation. */
export function contestedChapter(source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const contested = contestedCells(source);
  const cells = contested.filter(contradicts);
  const norms = contested.filter((cell) => !contradicts(cell));
  const disputed = source.matrix.rows
    .filter(({ id }) => source.matrix.disputed.includes(id))
    .map(({ label }) => label);
  return [
    { kind: 'heading', level: 1, text: messages.contested },
    ...(contested.length === 0
      ? [{ kind: 'paragraph' as const, content: plain(messages.nothingContested) }]
      : []),
    ...points(messages.contestedIntro, cells, source),
    ...points(messages.normMeetsExpectation, norms, source),
    ...(disputed.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: plain(messages.disputedRows(joinNames(disputed, source.language))),
          },
        ]
      : []),
  ];
}
