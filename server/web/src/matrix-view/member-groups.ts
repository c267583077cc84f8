import type { Member } from './cell-words.ts';

/** Consecutive rows or columns of one group. */
export interface MemberGroup {
  readonly label: string | undefined;
  /** Absent where there is no group of the codebook. */
  readonly groupId: string | undefined;
  readonly members: readonly Member[];
}

/** Members by group, in their order; those without a group that follow each other are together. */
export function groupMembers(members: readonly Member[]): MemberGroup[] {
  const groups: { label: string | undefined; groupId: string | undefined; members: Member[] }[] = [];
  for (const member of members) {
    const last = groups.at(-1);
    if (last && last.label === member.group) last.members.push(member);
    else {
      const groupId = member.group === undefined ? undefined : member.groupId;
      groups.push({ label: member.group, groupId, members: [member] });
    }
  }
  return groups;
}
