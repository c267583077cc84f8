import * as Plot from '@observablehq/plot';
import type { Stance } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import type { Chart, DrawOptions, PictureData } from './drawing.ts';
import { layOutStances } from './lay-out-picture.ts';
import { rowLabels } from './row-labels.ts';
import { fillOf } from './stance-look.ts';

const digitWidth = 9;
/** From left to right; no effect straddles the middle, so that both sides keep their balance. */
const order = ['hurts', 'noEffect', 'helps'] as const satisfies Stance[];

interface Segment {
  readonly safeguard: string;
  readonly stance: Stance;
  readonly claims: number;
  readonly from: number;
  readonly to: number;
}

/** Diverging bars: hurts to the left, helps to the right. */
export function drawStances(
  bars: PictureData['stances'],
  { width, ink, language, prefix }: DrawOptions & { prefix: string },
): Chart {
  const { shown, height } = layOutStances(bars);
  const labels = new Map(
    shown.map(({ safeguard }) => [safeguard.id, safeguard.shortLabel ?? safeguard.label]),
  );
  const segments = shown.flatMap(({ safeguard, total: { stances } }): Segment[] => {
    const left = -stances.noEffect / 2 - stances.hurts;
    let from = left;
    return order.flatMap((stance) => {
      const [begin, claims] = [from, stances[stance]];
      from += claims;
      return claims === 0 ? [] : [{ safeguard: safeguard.id, stance, claims, from: begin, to: from }];
    });
  });
  const reach = Math.max(1, ...segments.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  const names = rowLabels(labels, { width, ink });
  const most = formatNumber(Math.max(0, ...segments.map(({ claims }) => claims)), language);
  const count = (
    stance: Stance,
    place: { x: keyof Segment | ((one: Segment) => number); anchor: 'start' | 'end' | 'middle'; dx: number },
    edge = 4,
  ) =>
    Plot.text(
      segments.filter((segment) => segment.stance === stance),
      {
        x: place.x as string,
        y: 'safeguard',
        text: ({ claims }: Segment) => formatNumber(claims, language),
        textAnchor: place.anchor,
        dx: place.dx,
        fill: ink.text,
        stroke: ink.paper,
        strokeWidth: edge,
      },
    );
  return Plot.plot({
    width,
    height,
    marginLeft: names.room,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 12,
    style: { fontSize: '13px' },
    // Beside the longest bars stand their numbers.
    x: { domain: [-reach, reach], axis: null, inset: digitWidth * (most.length + 1) },
    y: { domain: [...labels.keys()], axis: null, padding: 0.25 },
    marks: [
      ...names.marks,
      Plot.barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'safeguard',
        fill: ({ stance }: Segment) => fillOf(stance, prefix, ink),
        stroke: ({ stance }: Segment) => ink[stance],
        title: ({ safeguard, stance, claims }: Segment) =>
          `${labels.get(safeguard)}: ${claims} × ${domainMessages[language][`stance.${stance}`]}`,
      }),
      Plot.ruleX([0], { stroke: ink.muted }),
      count('hurts', { x: 'from', anchor: 'end', dx: -5 }),
      count('helps', { x: 'to', anchor: 'start', dx: 5 }),
      // Upon its own dots
      count('noEffect', { x: ({ from, to }) => (from + to) / 2, anchor: 'middle', dx: 0 }, 8),
    ],
  });
}
