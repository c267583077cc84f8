import {
  type Bilingual,
  type ConceptGroup,
  type KeptConceptGroup,
  keptConceptGroupSchema,
} from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { deleteAt, postJson, putJson } from '../api/request.ts';
import { type Changes, type Done, writeOptions } from '../api/use-changes.ts';
import { language } from '../frame/language.ts';

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
  const seen = ({ revision }: KeptConceptGroup) => ({ ...writeOptions(), revision });
  const toDone = (say: (name: string) => string, { label, revision }: KeptConceptGroup): Done => ({
    text: say(label[spoken]),
    revision,
  });
  return {
    addGroup: (draft) =>
      make(async () => {
        const group = await postJson(groups, draft, keptConceptGroupSchema, writeOptions());
        return toDone(messages.groupAdded, group);
      }),
    renameGroup: (group, label) =>
      make(async () => {
        const path = `${groups}/${group.id}`;
        const renamed = await putJson(path, { label }, keptConceptGroupSchema, seen(group));
        return toDone(messages.groupRenamed, renamed);
      }),
    placeGroup: (group, before) =>
      make(async () => {
        const path = `${groups}/${group.id}/place`;
        const moved = await putJson(path, { before }, keptConceptGroupSchema, seen(group));
        return { ...toDone(messages.groupMoved, moved), isRepeatable: true };
      }),
    deleteGroup: (group) =>
      make(async () => {
        const path = `${groups}/${group.id}`;
        const revision = await deleteAt(path, seen(group));
        return { text: messages.groupDeleted(group.label[spoken]), revision };
      }),
  };
}
