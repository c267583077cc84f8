/** What has a place among others. */
interface Placed {
  readonly id: string;
  readonly position: number;
}

/**
 * Moves one of the members of a list, which stand in their order, before another one, or behind all of them. They
 * keep the places that they have together, so that nothing else moves; where two have the same place, the later ones
 * make room. Gives only those whose place changes, with their new one.
 */
export function moveAmong<T extends Placed>(
  members: readonly T[],
  id: string,
  before: string | undefined,
): T[] {
  const rest = members.filter((member) => member.id !== id);
  const index = before === undefined ? rest.length : rest.findIndex((member) => member.id === before);
  const ordered = rest.toSpliced(index, 0, ...members.filter((member) => member.id === id));
  let last = Number.NEGATIVE_INFINITY;
  return ordered.flatMap((member, place) => {
    const own = members[place]?.position ?? member.position;
    const position = Math.max(own, last + 1);
    last = position;
    return position === member.position ? [] : [{ ...member, position }];
  });
}
