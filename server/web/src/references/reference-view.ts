import { maxQuestionLength } from '@waarborg/shared/matrix';
import { type SourceGroup, sourceGroups } from '@waarborg/shared/references';
import { toSearch } from '../lists/list-place.ts';

/** Orders in which what is cited is shown; the first where the address says none. */
export const referenceSorts = ['-documents', '-passages', 'name'] as const;
type ReferenceSort = (typeof referenceSorts)[number];

/** Sources of one page, and of each kind where all kinds are shown. */
const pageSize = 25;
const groupSize = 8;

/** What of the things that are cited an address asks for. */
export interface ReferenceView {
  readonly q: string;
  readonly group: SourceGroup | '';
  readonly inDossier: 'yes' | 'no' | '';
  readonly sort: ReferenceSort;
  /** `next` of the page before; empty for the first page. */
  readonly cursor: string;
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | '' {
  return values.find((known) => known === value) ?? '';
}

/** Reads an address; what it does not know is left out. */
export function readReferenceView(search: string): ReferenceView {
  const parameters = new URLSearchParams(search);
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, maxQuestionLength),
    group: oneOf(sourceGroups, parameters.get('group')),
    inDossier: oneOf(['yes', 'no'], parameters.get('inDossier')),
    sort: oneOf(referenceSorts, parameters.get('sort')) || '-documents',
    cursor: parameters.get('cursor') ?? '',
  };
}

/** Whether a view shows all that there is. */
export function isWholeView({ q, group, inDossier }: ReferenceView): boolean {
  return q === '' && group === '' && inDossier === '';
}

/** Whether a view is one list with pages, and not a few of each kind. */
export function isOneList({ group, inDossier }: ReferenceView): boolean {
  return group !== '' || inDossier === 'no';
}

/** Path of a page of the view; with `group` of the first sources of that kind, with `limit` of that many. */
export function referencesPath(
  slug: string,
  view: ReferenceView,
  { group, limit = group ? groupSize : pageSize }: { group?: SourceGroup; limit?: number } = {},
): string {
  const parameters = new URLSearchParams({ limit: String(limit), sort: view.sort });
  const wanted = { q: view.q, group: group ?? view.group, inDossier: view.inDossier };
  for (const [name, value] of Object.entries(wanted)) if (value) parameters.set(name, value);
  if (view.cursor && !group) parameters.set('cursor', view.cursor);
  return `/dossiers/${slug}/references${toSearch(parameters)}`;
}
