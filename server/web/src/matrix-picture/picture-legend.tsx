import type { MatrixResponse } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { StrengthStep } from '../matrix-view/cell-words.ts';
import { type LegendName, legendItems, stepInWords } from '../matrix-view/legend-entries.ts';
import { colours, groundOf } from './colours.ts';
import type { MatrixPictureProps } from './matrix-picture.tsx';
import { BarAt, ContestedEdge, Hatching, MarkAt } from './picture-number.tsx';
import { fit, sizes } from './sizes.ts';

const none = { helps: 0, hurts: 0, noEffect: 0, none: 0 };
const sample = { width: 26, height: 18 };
const room = 40;
const lineHeight = 26;

/** A sign as it stands in a cell, in a box of `sample`. */
function Sample({ name, matrix }: { name: LegendName; matrix: MatrixResponse }) {
  const box = { x: 0, y: 0, ...sample };
  const { of } = matrix.totals.all.read;
  switch (name) {
    case 'helps':
    case 'hurts':
    case 'noEffect':
    case 'none':
      return <BarAt stances={{ ...none, [name]: 1 }} x={0} y={9} width={sample.width} />;
    case 'contested':
      return <ContestedEdge {...box} />;
    case 'norm':
    case 'denied':
    case 'mixed':
    case 'disagreements':
    case 'disputed':
      return <MarkAt mark={name} x={8} y={4} />;
    case 'notRead':
      return <Hatching {...box} />;
    case 'filteredOut':
      return (
        <>
          <rect {...box} rx="3" fill={groundOf(0)} />
          <text x={sample.width / 2} y="13" font-size="12" text-anchor="middle" fill={colours.muted}>
            0
          </text>
        </>
      );
    default:
      return (
        <text x={sample.width / 2} y="13" font-size="12" text-anchor="middle" fill={colours.muted}>
          {{ speakers: '•••', nothingFound: '0', read: `${Math.max(0, of - 1)}/${of}` }[name]}
        </text>
      );
  }
}

/** The steps of colour with the numbers that they stand for. */
function Scale({
  label,
  steps,
  language,
  x,
  y,
}: {
  label: string;
  steps: readonly StrengthStep[];
  language: Language;
  x: number;
  y: number;
}) {
  return (
    <g transform={`translate(${x},${y})`}>
      {steps.map((step, index) => (
        <g key={step.from} transform={`translate(${index * 52},0)`}>
          <rect width="48" height="18" rx="3" fill={groundOf(index + 1)} />
          <text x="24" y="13" font-size="12" text-anchor="middle">
            {stepInWords(step, language)}
          </text>
        </g>
      ))}
      <text x={steps.length * 52 + 6} y="13" font-size="13">
        {label}
      </text>
    </g>
  );
}

/** How high the legend is in a picture of this width. */
export function legendHeight({ matrix, view, language }: MatrixPictureProps, width: number): number {
  const columns = Math.max(1, Math.floor(width / sizes.legendEntry));
  return Math.ceil(legendItems(matrix, view, language).length / columns) * lineHeight + 2 * lineHeight;
}

/** What each sign means, in as many columns as fit. */
export function PictureLegend({ width, y, ...props }: MatrixPictureProps & { width: number; y: number }) {
  const { matrix, view, steps, language } = props;
  const messages = matrixMessages[language];
  const columns = Math.max(1, Math.floor(width / sizes.legendEntry));
  return (
    <g transform={`translate(${sizes.margin},${y})`}>
      <Scale
        label={messages['legend.strength'](messages[`count.${view.count}`])}
        steps={steps}
        language={language}
        x={0}
        y={0}
      />
      {legendItems(matrix, view, language).map(({ name, text }, index) => (
        <g
          key={name}
          transform={`translate(${(index % columns) * sizes.legendEntry},${(Math.floor(index / columns) + 1.25) * lineHeight})`}
        >
          <Sample name={name} matrix={matrix} />
          <text x={room} y="13" font-size="13">
            {fit(text, sizes.legendEntry - room - 8, 13)}
          </text>
        </g>
      ))}
    </g>
  );
}
