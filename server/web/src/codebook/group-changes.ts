import {
  type Bilingual,
  type ConceptGroup,
  type KeptConceptGroup,
  keptConceptGroupSchema,
} from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { deleteAt, postJson, putJson } from '../api/request.ts';
import type { Changes, Done } from '../api/use-changes.ts';
import { language } from '../language/language.ts';

/** The changes of groups; each gives whether it was made. */
export interface GroupChanges {
  addGroup(group: ConceptGroup): Promise<boolean>;
  /** Renames a group of the version that was seen. */
  renameGroup(group: KeptConceptGroup, label: Bilingual): Promise<boolean>;
  /** Moves it before another group of its kind, or behind them all. */
  placeGroup(group: KeptConceptGroup, before: string | undefined): Promise<boolean>;
  deleteGroup(group: KeptConceptGroup): Promise<boolean>;
}

/** Makes changes to the groups of a dossier's codebook. */
export function createGroupChanges(slug: string, { make }: Pick<Changes, 'make'>): GroupChanges {
  const spoken = language.value;
  const messages = codebookMessages[spoken];
  const groups = `/dossiers/${slug}/codebook/groups`;
  const toDone = (say: (name: string) => string, { label, revision }: KeptConceptGroup): Done => ({
    text: say(label[spoken]),
    revision,
  });
  return {
    addGroup: (draft) =>
      make(async () => {
        const group = await postJson(groups, draft, keptConceptGroupSchema);
        return toDone(messages.groupAdded, group);
      }),
    renameGroup: ({ id, revision }, label) =>
      make(async () => {
        const path = `${groups}/${id}`;
        const renamed = await putJson(path, { label }, keptConceptGroupSchema, { revision });
        return toDone(messages.groupRenamed, renamed);
      }),
    placeGroup: ({ id, revision }, before) =>
      make(async () => {
        const path = `${groups}/${id}/place`;
        const moved = await putJson(path, { before }, keptConceptGroupSchema, { revision });
        return { ...toDone(messages.groupMoved, moved), isRepeatable: true };
      }),
    deleteGroup: (group) =>
      make(async () => {
        const path = `${groups}/${group.id}`;
        const revision = await deleteAt(path, { revision: group.revision });
        return { text: messages.groupDeleted(group.label[spoken]), revision };
      }),
  };
}
