import type { Coding, Measure } from '../annotation/index.ts';

/** What a coding says about the safeguard itself: does it help or hurt this impact? */
export const stances = ['helps', 'hurts', 'noEffect', 'none'] as const;
export type Stance = (typeof stances)[number];

/** The sign of a stance, wherever its colour is and on paper; it stands for nothing else. */
export const stanceMarks: Readonly<Record<Stance, string>> = {
  helps: '▲',
  hurts: '▼',
  noEffect: '●',
  none: '?',
};

const measuresThatKeep: ReadonlySet<Measure> = new Set(['kept', 'strengthened', 'introduced']);

/**
 * The stance that follows from measure and direction (domain.md, "Stance").
 *
 * `moved` and an unknown measure give no stance. "Abolishing it saves money" says that the
 * safeguard hurts cost; "keeping it protects" and "abolishing it harms" both say that it helps.
 */
export function stanceOf(coding: Pick<Coding, 'measure' | 'direction'>): Stance {
  const { measure, direction } = coding;
  if (!measure || measure === 'moved' || direction === 'unclear') return 'none';
  if (direction === 'neutral') return 'noEffect';
  return measuresThatKeep.has(measure) === (direction === 'favourable') ? 'helps' : 'hurts';
}
