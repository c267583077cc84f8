import * as Plot from '@observablehq/plot';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import { type Chart, type DrawOptions, emsFor, labelRoom, type PictureData } from './drawing.ts';
import { layOutSpeakers } from './lay-out-picture.ts';
import { rowLabels } from './row-labels.ts';
import type { Leaning, SpeakerPoint } from './shape-speakers.ts';
import { isStanceLook, lookWords } from './stance-look.ts';

/** How far a label of a column reaches to the right for its height, at its slope. */
const slant = 0.5;
/** ≠, as in the matrix. */
const unequal = {
  draw(context: CanvasPath) {
    for (const [fromX, fromY, toX, toY] of [
      [-5, -2, 5, -2],
      [-5, 2, 5, 2],
      [-3, 5, 3, -5],
    ] as const) {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    }
  },
};

/** Plot's symbol for each leaning, and how it is turned. */
const symbols = {
  helps: { symbol: 'triangle', rotate: 0 },
  hurts: { symbol: 'triangle', rotate: 180 },
  both: { symbol: 'diamond', rotate: 0 },
  noEffect: { symbol: 'circle', rotate: 0 },
  none: { symbol: 'square', rotate: 0 },
  differing: { symbol: unequal, rotate: 0 },
} as const satisfies Record<Leaning, object>;

/** Speakers as rows and safeguards as columns: a number with the mark of the stance that prevails. */
export function drawSpeakers(grid: PictureData['speakers'], { width, ink, language }: DrawOptions): Chart {
  const { shown, columns, headRoom, height } = layOutSpeakers(grid);
  const rows = new Map(shown.map(({ id, label }) => [id, label]));
  const own = grid.points.filter(({ speaker }) => rows.has(speaker.id));
  const names = rowLabels(rows, { width, ink });
  const words = lookWords(language);
  const place = {
    x: (point: SpeakerPoint) => point.safeguard.id,
    y: (point: SpeakerPoint) => point.speaker.id,
  };
  return Plot.plot({
    width,
    height,
    marginLeft: names.room,
    marginRight: Math.max(24, Math.round(labelRoom([...columns.values()].slice(-1), 480) * slant)),
    marginTop: headRoom,
    marginBottom: 8,
    style: { fontSize: '13px' },
    x: { type: 'point', domain: [...columns.keys()], axis: null, padding: 0.6 },
    y: { type: 'point', domain: [...rows.keys()], axis: null, padding: 0.6 },
    marks: [
      Plot.gridY({ stroke: ink.line, strokeOpacity: 1 }),
      Plot.gridX({ stroke: ink.line, strokeOpacity: 1 }),
      ...names.marks,
      Plot.axisX({
        anchor: 'top',
        tickSize: 0,
        tickRotate: -55,
        tickFormat: (id: string) => columns.get(id) ?? id,
        lineWidth: emsFor(headRoom) * 1.2,
        textOverflow: 'ellipsis',
        fill: ink.text,
        label: null,
      }),
      ...(Object.keys(symbols) as Leaning[]).map((leaning) => {
        const colour = isStanceLook(leaning) ? ink[leaning] : ink.text;
        return Plot.dot(
          own.filter((point) => point.leaning === leaning),
          {
            ...place,
            ...symbols[leaning],
            r: 5.5,
            dx: -8,
            fill: leaning === 'none' ? ink.paper : colour,
            stroke: colour,
            title: ({ speaker, safeguard, cell }: SpeakerPoint) =>
              `${speaker.label}, ${safeguard.label}: ${cell.claims} (${words[`stance.${leaning}`]})`,
          },
        );
      }),
      Plot.text(own, {
        ...place,
        dx: 3,
        textAnchor: 'start',
        text: ({ cell }: SpeakerPoint) => formatNumber(cell.claims, language),
        fill: ink.text,
        stroke: ink.paper,
        strokeWidth: 4,
      }),
    ],
  });
}
