import * as Plot from '@observablehq/plot';
import type { Ink } from '../drawing/ink.ts';
import { emsFor, labelRoom } from './drawing.ts';

interface RowLabelsOptions {
  /** Width of the whole drawing, in CSS pixels. */
  readonly width: number;
  readonly ink: Ink;
  /** What stands between a label and the drawing, in CSS pixels. */
  readonly beside?: number;
}

/** Names beside the rows of a drawing, by the id of their row, with the room that they take; long ones are cut. */
export function rowLabels(
  labels: ReadonlyMap<string, string>,
  { width, ink, beside = 0 }: RowLabelsOptions,
): { room: number; marks: Plot.Markish[] } {
  const room = labelRoom([...labels.values()], width);
  const axis = Plot.axisY({
    tickSize: 0,
    dx: -beside,
    tickFormat: (id: string) => labels.get(id) ?? id,
    lineWidth: emsFor(room),
    textOverflow: 'ellipsis',
    fill: ink.text,
    label: null,
  });
  return { room: room + beside, marks: [axis] };
}
