import { measures, stages } from '../annotation/index.ts';
import { dateInWords, monthInShort } from '../citation/index.ts';
import type { Codebook } from '../codebook/index.ts';
import { sourceTypes, speakerKinds } from '../dossier/index.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import { matrixMessages } from '../messages/matrix.ts';
import { type Axis, noValue } from './axes.ts';
import type { DossierFrame } from './facts.ts';
import { foldGroups } from './folded-groups.ts';
import type { MatrixQuery } from './matrix.ts';
import { sortProvisions } from './provision.ts';

/** A row or a column. */
export interface Member {
  readonly id: string;
  readonly label: string;
  /** For narrow places; absent where the label is short already. */
  readonly shortLabel?: string;
  /** Label and id of the group of the codebook in which it stands; groups keep together. */
  readonly group?: string;
  readonly groupId?: string;
  /** Values of the axis for which it stands, where it stands for a whole group; absent for its id alone. */
  readonly values?: readonly string[];
}

function conceptMembers(
  codebook: Codebook,
  kind: 'safeguard' | 'impact',
  language: Language,
  used: ReadonlySet<string>,
): Member[] {
  return codebook.groups
    .filter((group) => group.kind === kind)
    .flatMap((group) =>
      codebook.concepts
        .filter((concept) => concept.kind === kind && concept.group === group.id)
        .filter((concept) => !concept.mergedInto && (!concept.retired || used.has(concept.id)))
        .map((concept) => ({
          id: concept.id,
          label: concept.label[language],
          shortLabel: concept.shortLabel[language],
          group: group.label[language],
          groupId: group.id,
        })),
    );
}

/** Members of a closed vocabulary that occur, in its own order. */
function vocabularyMembers(
  prefix: 'measure' | 'stage' | 'sourceType' | 'speakerKind',
  values: readonly string[],
  language: Language,
  used: ReadonlySet<string>,
): Member[] {
  const labels: Readonly<Record<string, string>> = domainMessages[language];
  return values
    .filter((value) => used.has(value))
    .map((value) => ({ id: value, label: labels[`${prefix}.${value}`] ?? value }));
}

function byLabel(a: Member, b: Member): number {
  return a.label.localeCompare(b.label, 'nl', { numeric: true });
}

function membersOf(
  axis: Axis,
  content: DossierFrame,
  { language, reviewerNames }: Pick<MatrixQuery, 'language' | 'reviewerNames'>,
  used: ReadonlySet<string>,
): Member[] {
  switch (axis) {
    case 'safeguard':
    case 'impact':
      return conceptMembers(content.codebook, axis, language, used);
    case 'document':
      return content.documents
        .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.title.localeCompare(b.title))
        .map(({ id, title }) => ({ id, label: title }));
    case 'speaker':
      return content.speakers
        .filter(({ id }) => used.has(id))
        .map(({ id, name, aliases }) => ({
          id,
          label: name,
          shortLabel: [name, ...aliases].toSorted((a, b) => a.length - b.length)[0] ?? name,
        }))
        .toSorted(byLabel);
    case 'measure':
      return vocabularyMembers('measure', measures, language, used);
    case 'stage':
      return vocabularyMembers('stage', stages, language, used);
    case 'sourceType':
      return vocabularyMembers('sourceType', sourceTypes, language, used);
    case 'speakerKind':
      return vocabularyMembers('speakerKind', speakerKinds, language, used);
    case 'reviewer':
      return [...used].map((id) => ({ id, label: reviewerNames?.get(id) ?? id })).toSorted(byLabel);
    case 'month':
      return [...used]
        .filter((value) => value !== noValue)
        .toSorted()
        .map((id) => ({ id, label: dateInWords(id, language), shortLabel: monthInShort(id, language) }));
    case 'provision':
      return sortProvisions([...used].filter((value) => value !== noValue)).map((value) => ({
        id: value,
        label: value,
      }));
  }
}

/**
 * Rows or columns of an axis, in their order. The codebook's concepts and the dossier's documents
 * are there whether or not something was coded, since gaps are findings; of the rest, what occurs.
 * A filter on the axis itself leaves only what it names. The member for codings without a
 * value comes last, and always where impacts are columns or rows. A folded group is one member.
 */
export function axisMembers(
  axis: Axis,
  content: DossierFrame,
  query: Pick<MatrixQuery, 'filters' | 'language' | 'reviewerNames' | 'folded'>,
  used: ReadonlySet<string>,
): Member[] {
  const members = membersOf(axis, content, query, used);
  const messages = matrixMessages[query.language];
  if (axis === 'impact') {
    members.push({ id: noValue, label: messages.noImpact, shortLabel: messages.noImpactShort });
  } else if (used.has(noValue)) {
    members.push({ id: noValue, label: messages.notStated });
  }
  const wanted = query.filters[axis];
  const asked = wanted?.length ? members.filter(({ id }) => wanted.includes(id)) : members;
  return foldGroups(asked, query.folded ?? []);
}
