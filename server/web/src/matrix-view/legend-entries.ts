import type { MatrixResponse } from '@waarborg/shared/api';
import { contradicts, isLeftOut, narrowsReading } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { StrengthStep } from './cell-words.ts';
import { countFilters, type MatrixView } from './view.ts';

/** What a legend explains, in its order; each is the end of a key of `matrixMessages`. */
const names = [
  'speakers',
  'helps',
  'hurts',
  'noEffect',
  'none',
  'contested',
  'norm',
  'denied',
  'mixed',
  'disagreements',
  'disputed',
  'notRead',
  'nothingFound',
  'filteredOut',
  'read',
] as const;
export type LegendName = (typeof names)[number];

/** A sign and what it means. */
export interface LegendItem {
  readonly name: LegendName;
  readonly text: string;
}

/** Whether a sign occurs in a matrix. */
function occurs(name: LegendName, { cells, disputed }: MatrixResponse): boolean {
  switch (name) {
    case 'speakers':
    case 'read':
      return true;
    case 'contested':
      return cells.some(contradicts);
    case 'norm':
      return cells.some(({ opposing }) => opposing.normMeetsExpectation);
    case 'denied':
    case 'mixed':
      return cells.some((cell) => cell[name]);
    case 'disagreements':
      return cells.some(({ disagreements }) => disagreements > 0);
    case 'disputed':
      return disputed.length > 0;
    case 'notRead':
      return cells.some(({ state }) => state === 'not-read');
    case 'nothingFound':
      return cells.some(({ state }) => state === 'nothing-found');
    case 'filteredOut':
      return cells.some(isLeftOut);
    default:
      return cells.some(({ stances }) => stances[name] > 0);
  }
}

/** The numbers of a step of colour: "2–3". */
export function stepInWords({ from, to }: StrengthStep, language: Language): string {
  return [...new Set([from, to])].map((number) => formatNumber(number, language)).join('–');
}

function readInWords({ rows, columns, fold }: MatrixView, language: Language): string {
  const messages = matrixMessages[language];
  if (rows !== 'safeguard' && columns !== 'safeguard') return messages['legend.readAny'];
  return [messages['legend.read'], ...(fold ? [messages['legend.readGroup']] : [])].join('; ');
}

function textOf(name: LegendName, view: MatrixView, language: Language): string {
  if (name === 'read') return readInWords(view, language);
  const messages = matrixMessages[language];
  // Without a filter only a copy that holds a part of its dossier leaves anything out.
  if (name === 'filteredOut' && countFilters(view.filters) === 0) return messages['legend.leftOutOfCopy'];
  const isBlindSpot = name === 'notRead' || name === 'nothingFound';
  return isBlindSpot && narrowsReading(view.filters)
    ? messages[`legend.${name}Within`]
    : messages[`legend.${name}`];
}

/**
 * The signs of a matrix with their meaning; only those that occur, so that nothing is explained that is not there, and
 * those that are explained already.
 */
export function legendItems(
  matrix: MatrixResponse,
  view: MatrixView,
  language: Language,
  explained: ReadonlySet<LegendName> = new Set(),
): LegendItem[] {
  // At once with a filter: what stands below would move when its numbers come.
  const isFiltered = countFilters(view.filters) > 0;
  return names
    .filter((name) => explained.has(name) || (name === 'filteredOut' && isFiltered) || occurs(name, matrix))
    .map((name) => ({ name, text: textOf(name, view, language) }));
}
