import type { Arrangement } from '../matrix-view/arrange.ts';
import type { Member } from '../matrix-view/cell-words.ts';

/** An arrangement, and whether what others changed would give another one. */
export interface HeldArrangement extends Arrangement {
  readonly isHeld: boolean;
}

/** The members as they stood, with their names of now; what is not there any more goes. */
function hold(
  previous: readonly Member[],
  next: readonly Member[],
  all: readonly Member[],
): readonly Member[] {
  if (previous.length === next.length && previous.every(({ id }, place) => next[place]?.id === id))
    return next;
  const now = new Map(all.map((member) => [member.id, member]));
  return previous.flatMap(({ id, group }) => {
    const member = now.get(id);
    if (!member) return [];
    const { group: _, ...rest } = member;
    return [group === undefined ? rest : { ...rest, group }];
  });
}

/**
 * Keeps rows and columns where they are while numbers change beneath the reader: nothing moves, appears or is put in
 * another order until it is asked for. What is gone from the dossier goes.
 */
export function holdArrangement(previous: Arrangement, next: Arrangement): HeldArrangement {
  const rows = hold(previous.rows, next.rows, [...next.rows, ...next.hiddenRows]);
  const columns = hold(previous.columns, next.columns, [...next.columns, ...next.hiddenColumns]);
  const isHeld = rows !== next.rows || columns !== next.columns;
  return { ...next, rows, columns, isHeld };
}
