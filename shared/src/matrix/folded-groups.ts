import type { Codebook } from '../codebook/index.ts';
import type { Axis } from './axes.ts';
import type { Member } from './axis-members.ts';

/** Begins the id of a member that stands for a whole group; no id of a concept has a colon. */
const prefix = 'group:';

/**
 * The members with one in the place of each folded group, where the first of the group stood. `folded` are ids of
 * groups of the codebook; of a group without members nothing is left.
 */
export function foldGroups(members: readonly Member[], folded: readonly string[]): Member[] {
  if (folded.length === 0) return [...members];
  const isFolded = ({ groupId }: Member) => groupId !== undefined && folded.includes(groupId);
  const byGroup = Map.groupBy(members.filter(isFolded), ({ groupId }) => groupId);
  return members.flatMap((member) => {
    if (!isFolded(member)) return [member];
    const own = byGroup.get(member.groupId) ?? [];
    if (own[0] !== member) return [];
    const { group = '', groupId = '' } = member;
    return [{ id: prefix + groupId, label: group, group, groupId, values: own.map(({ id }) => id) }];
  });
}

/** The values of an axis for which a member stands: its own, or those of its whole group. */
export function valuesOfMember({ concepts }: Codebook, axis: Axis, member: string): ReadonlySet<string> {
  if ((axis !== 'safeguard' && axis !== 'impact') || !member.startsWith(prefix)) return new Set([member]);
  const group = member.slice(prefix.length);
  return new Set(
    concepts.filter((concept) => concept.kind === axis && concept.group === group).map(({ id }) => id),
  );
}
