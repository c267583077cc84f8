import { stages } from '@waarborg/shared/annotation';
import { sourceTypes, speakerKinds } from '@waarborg/shared/dossier';
import { noValue } from '@waarborg/shared/matrix';
import type { MatrixView } from '../matrix-view/view.ts';

/** Axes with so few values that all but one of them can be named. */
export const oppositeAxes = { speakerKind: speakerKinds, sourceType: sourceTypes, stage: stages } as const;
export type OppositeAxis = keyof typeof oppositeAxes;

/** The last date before another that is known as exactly: of a day the day before, of a month the month, of a year the year. */
export function dateBefore(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year - 1).padStart(4, '0');
  const before = new Date(
    Date.UTC(year, day === undefined ? month - 2 : month - 1, day === undefined ? 1 : day - 1),
  );
  return before.toISOString().slice(0, date.length);
}

/** What was said before a date against what was said from it on. */
export function aroundDate({ selection: _, side: __, ...view }: MatrixView, date: string): MatrixView {
  const { from: ___, to: ____, ...filters } = view.filters;
  return { ...view, filters: { ...filters, to: dateBefore(date) }, compare: { ...filters, from: date } };
}

/** Who or what is one value against all others, those of which it is not known included. */
export function againstOthers(
  { selection: _, side: __, ...view }: MatrixView,
  axis: OppositeAxis,
  value: string,
): MatrixView {
  const others = [...oppositeAxes[axis], noValue].filter((other) => other !== value);
  const { [axis]: ___, ...filters } = view.filters;
  return { ...view, filters: { ...filters, [axis]: [value] }, compare: { ...filters, [axis]: others } };
}
