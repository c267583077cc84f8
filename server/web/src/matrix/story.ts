/**
 * What a matrix of safeguards and impacts tells somebody who sees it for the first time, as lines
 * of which each part leads to a number. Everything follows from the matrix. Cost: linear in its cells.
 */

import type { Measure } from '@waarborg/shared/annotation';
import type { MatrixResponse } from '@waarborg/shared/api';
import { blindRows, contradicts } from '@waarborg/shared/matrix';
import { domainMessages, type Language } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { type Cell, countInWords, type Member } from '../matrix-view/cell-words.ts';
import type { Selection } from '../matrix-view/view.ts';

/** A part of a line: its words lead to a number, what follows them explains. */
export interface StoryItem {
  readonly label: string;
  readonly detail?: string;
  readonly leadsTo: Selection;
}

export interface StoryLine {
  readonly id: 'overall' | 'goes' | 'notObserved' | 'contested' | 'disputed' | 'notRead' | 'nothingFound';
  /** The most telling first. */
  readonly items: readonly StoryItem[];
  /** How many of them to show at first. */
  readonly shown: number;
}

interface StorySource {
  readonly matrix: MatrixResponse;
  readonly language: Language;
}

/** Most items of a line that are shown at first. */
const maxShown = {
  overall: 1,
  goes: 5,
  notObserved: 4,
  contested: 3,
  disputed: 3,
  notRead: 6,
  nothingFound: 5,
};
const maxNames = 2;
/** What takes a safeguard away, the heaviest first. */
const losses = ['abolished', 'restricted', 'absent'] as const;

function line(id: StoryLine['id'], items: readonly StoryItem[]): StoryLine[] {
  return items.length === 0 ? [] : [{ id, items, shown: Math.min(items.length, maxShown[id]) }];
}

function shortLabel({ label, shortLabel: short }: Member): string {
  return short ?? label;
}

function overall({ matrix, language }: StorySource): StoryLine[] {
  const { all } = matrix.totals;
  const [claims, speakers, documents] = (['claims', 'speakers', 'documents'] as const).map((kind) =>
    countInWords(all, kind, language),
  );
  const messages = matrixMessages[language];
  const label = messages['story.overallItem'](claims ?? '', speakers ?? '', documents ?? '');
  const detail = messages['story.read'](all.read.documents, all.read.of);
  return line('overall', all.claims > 0 ? [{ label, detail, leadsTo: {} }] : []);
}

/** Safeguards to which one of the measures happens: the heaviest measure first, then those with most claims about it. */
function safeguardsWith(wanted: readonly Measure[], { matrix, language }: StorySource): StoryItem[] {
  const heaviest = ([first]: readonly Measure[]) => (first ? wanted.indexOf(first) : wanted.length);
  return matrix.rows
    .map((row) => {
      const claimsOf = (measure: Measure) => matrix.totals.rows[row.id]?.measures[measure] ?? 0;
      const happens = wanted.filter((measure) => claimsOf(measure) > 0);
      return { row, happens, claims: happens.reduce((sum, measure) => sum + claimsOf(measure), 0) };
    })
    .filter(({ claims }) => claims > 0)
    .toSorted((a, b) => heaviest(a.happens) - heaviest(b.happens) || b.claims - a.claims)
    .map(({ row, happens }) => ({
      label: shortLabel(row),
      ...(wanted.length > 1
        ? { detail: happens.map((measure) => domainMessages[language][`measure.${measure}`]).join(', ') }
        : {}),
      leadsTo: { row: row.id },
    }));
}

/** "Raad voor de rechtspraak, Asieladvocatuur en 2 andere" */
function namesInWords(names: readonly string[], language: Language): string {
  const messages = matrixMessages[language];
  const shown = names.length > maxNames + 1 ? names.slice(0, maxNames) : names;
  const others = names.length - shown.length;
  return [shown.join(', '), ...(others > 0 ? [messages['story.others'](others)] : [])].join(' ');
}

function sidesInWords(cell: Cell, language: Language): string {
  const messages = matrixMessages[language];
  const { helps, hurts } = cell.opposing;
  const [helpers, hurters] = [
    new Set(cell.opposition.map((opposition) => opposition.helps)),
    new Set(cell.opposition.map((opposition) => opposition.hurts)),
  ].map((names) => namesInWords([...names], language));
  const ratio = messages['story.ratio'](helps, hurts);
  // A large matrix leaves the names to its cells.
  if (cell.opposition.length === 0) return ratio;
  return `${ratio}: ${messages['story.against'](helpers ?? '', hurters ?? '')}`;
}

/** Where most stand against each other; a norm against an expectation is not counted as a conflict. */
function contested({ matrix, language }: StorySource): StoryLine[] {
  const rows = new Map(matrix.rows.map((row) => [row.id, row]));
  const columns = new Map(matrix.columns.map((column) => [column.id, column]));
  const weight = (cell: Cell) => {
    const { helps, hurts } = cell.opposing;
    return Math.min(helps, hurts) * 1_000 + helps + hurts + cell.claims / 1_000;
  };
  const items = matrix.cells
    .filter(contradicts)
    .toSorted((a, b) => weight(b) - weight(a))
    .flatMap((cell) => {
      const [row, column] = [rows.get(cell.row), columns.get(cell.column)];
      if (!row || !column) return [];
      return [
        {
          label: matrixMessages[language].pair(shortLabel(row), shortLabel(column)),
          detail: sidesInWords(cell, language),
          leadsTo: { row: row.id, column: column.id },
        },
      ];
    });
  return line('contested', items);
}

function rowsOf(id: StoryLine['id'], rows: readonly Member[]): StoryLine[] {
  return line(
    id,
    rows.map((row) => ({ label: shortLabel(row), leadsTo: { row: row.id } })),
  );
}

/** Tells the story of a matrix whose rows are safeguards and whose columns are impacts. */
export function tellStory(source: StorySource): StoryLine[] {
  const { matrix } = source;
  const { notRead, nothingFound } = blindRows(matrix);
  return [
    ...overall(source),
    ...line('goes', safeguardsWith(losses, source)),
    ...line('notObserved', safeguardsWith(['not-observed'], source)),
    ...contested(source),
    ...rowsOf(
      'disputed',
      matrix.rows.filter(({ id }) => matrix.disputed.includes(id)),
    ),
    ...rowsOf('notRead', notRead),
    ...rowsOf('nothingFound', nothingFound),
  ];
}
