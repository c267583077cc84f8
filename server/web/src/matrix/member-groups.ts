import type { Member } from './cell-words.ts';

/** Consecutive rows or columns of one group. */
export interface MemberGroup {
  readonly label: string | undefined;
  readonly members: readonly Member[];
}

/** Members by group; groups keep together already. */
export function groupMembers(members: readonly Member[]): MemberGroup[] {
  return [...Map.groupBy(members, ({ group }) => group)].map(([label, own]) => ({ label, members: own }));
}
