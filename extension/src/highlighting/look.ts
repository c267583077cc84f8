import type { CodingDraft } from '@waarborg/shared/annotation';
import { stanceOf } from '@waarborg/shared/matrix';

/**
 * How a passage looks in the page, after what it says of the safeguard. Each look has its own line
 * as well as its own colour. Passages whose codings disagree are `mixed`.
 */
export const passageLooks = ['helps', 'hurts', 'mixed', 'no-effect', 'none', 'saving'] as const;
export type PassageLook = (typeof passageLooks)[number];

/** The look of a passage with these codings, once it is saved. */
export function lookOf(codings: readonly Pick<CodingDraft, 'measure' | 'direction'>[]): PassageLook {
  const stances = new Set(codings.map(stanceOf));
  if (stances.has('helps') && stances.has('hurts')) return 'mixed';
  if (stances.has('helps')) return 'helps';
  if (stances.has('hurts')) return 'hurts';
  return stances.has('noEffect') ? 'no-effect' : 'none';
}
