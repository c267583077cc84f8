import * as Plot from '@observablehq/plot';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import type { Chart, DrawOptions, PictureData } from './drawing.ts';
import { layOutOpposition } from './lay-out-picture.ts';
import { rowLabels } from './row-labels.ts';
import { type Opponent, type OpposedPair, weightOf } from './shape-opposition.ts';

/** Room for what a speaker says: ▲ and ▼ with a number each. */
const sidesRoom = 92;
/** Thinnest and thickest arc, in CSS pixels. */
const strokes = [1.25, 8] as const;

/**
 * An arc diagram: speakers below each other, an arc between two who oppose each other, as thick as they have points.
 * Beside each name on how many points that speaker says helps and hurts against another.
 */
export function drawOpposition(
  pairs: PictureData['opposition'],
  { width, ink, language }: DrawOptions,
): Chart {
  const messages = pictureMessages[language];
  const { shown, height } = layOutOpposition(pairs);
  const names = new Map(shown.map(({ id, name }) => [id, name]));
  const own = pairs.filter(({ helper, hurter }) => names.has(helper.id) && names.has(hurter.id));
  const labels = rowLabels(names, { width, ink, beside: sidesRoom });
  const heaviest = Math.max(1, ...own.map(weightOf));
  const y = (opponent: Opponent) => opponent.id;
  const said = { fontSize: 12.5, frameAnchor: 'left', textAnchor: 'start', fill: ink.text, y } as const;
  type Side = (typeof shown)[number];
  return Plot.plot({
    width,
    height,
    marginLeft: labels.room,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 8,
    style: { fontSize: '13px' },
    x: { domain: [0, 1], axis: null },
    y: { type: 'point', domain: [...names.keys()], axis: null, padding: 0.6 },
    marks: [
      ...labels.marks,
      ...(['helps', 'hurts'] as const).flatMap((side, index) => {
        const dx = -sidesRoom + 6 + index * 42;
        const some = shown.filter((opponent) => opponent[side] > 0);
        return [
          Plot.dot(some, {
            y,
            frameAnchor: 'left',
            dx,
            symbol: 'triangle',
            rotate: side === 'helps' ? 0 : 180,
            r: 4.5,
            fill: ink[side],
          }),
          Plot.text(some, { ...said, dx: dx + 8, text: (one: Side) => formatNumber(one[side], language) }),
        ];
      }),
      Plot.dot(shown, { y, x: 0, r: 3, fill: ink.text }),
      ...[false, true].map((isNorm) =>
        Plot.arrow(
          own.filter(({ normMeetsExpectation }) => normMeetsExpectation === isNorm),
          {
            x: 0,
            y1: ({ helper }: OpposedPair) => helper.id,
            y2: ({ hurter }: OpposedPair) => hurter.id,
            bend: 85,
            sweep: '-y',
            headLength: 0,
            stroke: ink.text,
            strokeOpacity: 0.55,
            strokeWidth: (pair: OpposedPair) =>
              strokes[0] + ((strokes[1] - strokes[0]) * (weightOf(pair) - 1)) / Math.max(1, heaviest - 1),
            ...(isNorm ? { strokeDasharray: '5 4' } : {}),
            title: (pair: OpposedPair) =>
              [
                messages['opposition.hint'](pair.helper.name, pair.hurter.name),
                ...(pair.points ? [messages['opposition.points'](pair.points.length)] : []),
                ...(isNorm ? [messages['opposition.norm']] : []),
              ].join(', '),
          },
        ),
      ),
    ],
  });
}
