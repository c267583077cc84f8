import { type Stance, stances } from '@waarborg/shared/matrix';
import { domainMessages, type Language } from '@waarborg/shared/messages';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import type { Ink } from '../drawing/ink.ts';
import { svgElement } from '../drawing/svg-element.ts';

/** What a legend explains: a stance, both stances at once, or that reviewers differ on which it is. */
export type LookName = Stance | 'both' | 'differing';

/** The words of everything that a legend explains. */
export function lookWords(language: Language) {
  const { both, readDifferently } = pictureMessages[language];
  return { ...domainMessages[language], 'stance.both': both, 'stance.differing': readDifferently };
}

/** Whether it is a stance, which has a pattern and a colour of its own. */
export function isStanceLook(name: LookName): name is Stance {
  return name !== 'both' && name !== 'differing';
}

/**
 * Fills of the stances in one drawing: helps is solid, hurts striped, no effect dotted and none empty, so that they
 * differ without colour too. `prefix` keeps the ids of drawings on one page apart.
 */
export function fillOf(stance: Stance, prefix: string, ink: Ink): string {
  if (stance === 'helps') return ink.helps;
  return stance === 'none' ? ink.paper : `url(#${prefix}-${stance})`;
}

/** The patterns that `fillOf` names. */
export function stancePatterns(prefix: string, ink: Ink): SVGDefsElement {
  const pattern = (stance: Stance, size: number, ...inside: SVGElement[]) =>
    svgElement(
      'pattern',
      { id: `${prefix}-${stance}`, patternUnits: 'userSpaceOnUse', width: size, height: size },
      svgElement('rect', { width: size, height: size, fill: ink.paper }),
      ...inside,
    );
  const stripes = svgElement('path', {
    d: 'M-1,7L7,-1M-1,1L1,-1M5,7L7,5',
    stroke: ink.hurts,
    'stroke-width': 2.4,
  });
  const dot = svgElement('circle', { cx: 3, cy: 3, r: 1.4, fill: ink.noEffect });
  return svgElement('defs', {}, pattern('hurts', 6, stripes), pattern('noEffect', 6, dot));
}

/** Outline of every mark and its side: 9 units, around the origin. */
const shapes: Readonly<Record<LookName, string>> = {
  helps: 'M0,-5L5,4H-5Z',
  hurts: 'M0,5L5,-4H-5Z',
  both: 'M0,-6L5,0L0,6L-5,0Z',
  noEffect: 'M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0',
  none: 'M-4,-4H4V4H-4Z',
  differing: 'M-5,-2H5M-5,2H5M-3,5L3,-5',
};

/** The mark of a stance as a drawing, so that no font is needed: ▲ ▼ ● and, for none, an empty square; ≠ for differing ones. */
export function stanceMark(
  name: LookName,
  ink: Ink,
  attributes: Record<string, string> = {},
): SVGPathElement {
  const colour = isStanceLook(name) ? ink[name] : ink.text;
  const fill = name === 'none' ? ink.paper : colour;
  return svgElement('path', { d: shapes[name], fill, stroke: colour, 'stroke-width': 1.2, ...attributes });
}

/** Order of stances in stacks and legends. */
export const stackedStances: readonly Stance[] = stances;
