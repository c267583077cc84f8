import { codebookResponseSchema, memberListSchema } from '@waarborg/shared/api';
import type { HistoryNames } from '@waarborg/shared/ui/history';
import { useList, useResource } from '../api/use-resource.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';

/** The names of a dossier and its members; `data` is undefined until all are here. */
export function useHistoryNames(slug: string) {
  const names = useDossierNames(slug);
  const codebook = useResource(`/dossiers/${slug}/codebook`, codebookResponseSchema);
  const members = useList(`/dossiers/${slug}/members`, memberListSchema);
  const failure = names.failure ?? codebook.failure ?? members.failure;
  const reload = () => {
    names.reload();
    codebook.reload();
    members.reload();
  };
  if (!names.data || !codebook.data || !members.data) return { data: undefined, failure, reload };
  const { vocabulary, documentsById: documents } = names.data;
  const groups = new Map(codebook.data.groups.map(({ id, label }) => [id, label[vocabulary.language]]));
  const people = new Map(members.data.members.map(({ id, name }) => [id, name]));
  const data: HistoryNames = { vocabulary, documents, groups, people };
  return { data, failure, reload };
}
