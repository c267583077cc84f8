/**
 * Draws the pictures. This is the one way to the charting library: the page loads it when there is something to draw.
 *
 * Plot lays out marks and scales; legend, heading and notes are set around them here, so that the picture on the
 * page and the file are the same drawing.
 */
import { svgElement } from '../drawing/svg-element.ts';
import { drawMonths } from './draw-months.ts';
import { drawOpposition } from './draw-opposition.ts';
import { drawSpeakers } from './draw-speakers.ts';
import { drawStances } from './draw-stances.ts';
import type { DrawOptions, PictureData, PictureKind } from './drawing.ts';
import { layOutLegend, lineHeight } from './lay-out-picture.ts';
import { fillOf, isStanceLook, stanceMark, stancePatterns } from './stance-look.ts';

/** A picture to draw: its kind with what it shows. */
export type Picture = {
  [K in PictureKind]: { readonly kind: K; readonly data: PictureData[K] };
}[PictureKind];

/** What stands around a picture in a file. */
export interface Surroundings {
  readonly title: string;
  /** Below the title: filters, date. */
  readonly lines: readonly string[];
  /** Below the picture: what its numbers mean. */
  readonly notes: readonly string[];
}

function chartOf(picture: Picture, options: DrawOptions & { prefix: string }): Element {
  switch (picture.kind) {
    case 'stances':
      return drawStances(picture.data, options);
    case 'months':
      return drawMonths(picture.data, options);
    case 'speakers':
      return drawSpeakers(picture.data, options);
    case 'opposition':
      return drawOpposition(picture.data, options);
  }
}

/** The marks with their words. Gives its height too. */
function legendOf(kind: PictureKind, { ink, language, width }: DrawOptions, prefix: string) {
  const { entries, height } = layOutLegend(kind, width, language);
  const group = svgElement('g', { 'font-size': 13, fill: ink.text });
  for (const { name, label, swatch, x, y } of entries) {
    if (swatch > 0 && isStanceLook(name)) {
      const area = { x, y: y - 6, width: 16, height: 12, fill: fillOf(name, prefix, ink), stroke: ink[name] };
      group.append(svgElement('rect', area));
    }
    group.append(
      stanceMark(name, ink, { transform: `translate(${x + swatch + 7},${y})` }),
      svgElement('text', { x: x + swatch + 17, y, dy: '0.35em' }, label),
    );
  }
  return { group, height };
}

/** Words cut into lines that fit the width; a word that is longer than a line stands alone. */
function wrap(text: string, width: number): string[] {
  const most = Math.max(20, Math.floor(width / 6.6));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function textLines(
  texts: readonly string[],
  y: number,
  width: number,
  attributes: Record<string, string | number>,
) {
  return texts
    .flatMap((text) => wrap(text, width))
    .map((line, index) =>
      svgElement(
        'text',
        { x: 4, y: y + index * lineHeight, dy: '0.9em', 'font-size': 13, ...attributes },
        line,
      ),
    );
}

/** Draws a picture; with `surroundings` as for a file, which must explain itself. */
export function drawPicture(
  picture: Picture,
  options: DrawOptions,
  surroundings?: Surroundings,
): SVGSVGElement {
  const { width, ink } = options;
  const prefix = `${surroundings ? 'file' : 'page'}-${picture.kind}`;
  const chart = chartOf(picture, { ...options, prefix });
  // The policy of our pages applies no style element, and nothing here needs it.
  for (const style of chart.querySelectorAll('style')) style.remove();
  const heading = surroundings
    ? [
        ...textLines([surroundings.title], 4, width / 1.4, {
          'font-size': 18,
          'font-weight': 600,
          fill: ink.text,
        }),
      ]
    : [];
  let y = heading.length * lineHeight * 1.2 + (surroundings ? 8 : 0);
  const lines = textLines(surroundings?.lines ?? [], y, width, { fill: ink.muted });
  y += lines.length * lineHeight + (lines.length > 0 ? 8 : 0);
  const legend = legendOf(picture.kind, options, prefix);
  legend.group.setAttribute('transform', `translate(0,${y})`);
  y += legend.height;
  // The drawing is one image; names of marks within it, in English, say nothing to anybody.
  for (const mark of chart.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  // In the letters of all around it.
  chart.removeAttribute('font-family');
  chart.setAttribute('y', String(y));
  y += Number(chart.getAttribute('height') ?? 0);
  const notes = textLines(surroundings?.notes ?? [], y + 8, width, { fill: ink.muted });
  y += notes.length * lineHeight + (notes.length > 0 ? 16 : 0);
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: Math.ceil(y),
      viewBox: `0 0 ${width} ${Math.ceil(y)}`,
      'font-family': "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
    },
    stancePatterns(prefix, ink),
    ...(surroundings ? [svgElement('rect', { width, height: Math.ceil(y), fill: ink.paper })] : []),
    ...heading,
    ...lines,
    legend.group,
    chart,
    ...notes,
  );
}
