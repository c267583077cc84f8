import { dateInWords } from '@waarborg/shared/citation';
import { noValue } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { conceptLabel, speakerName, type Vocabulary } from '@waarborg/shared/ui';
import { type FacetName, facetTitle } from './facet-options.ts';
import { type FilterName, filterNames, type MatrixView } from './view.ts';

/** What turns the ids of filters into words. */
export interface FilterNames {
  readonly vocabulary: Vocabulary;
  readonly documentsById: ReadonlyMap<string, { readonly title: string }>;
  readonly reviewerName: (id: string) => string;
}

function valueInWords(name: FacetName, value: string, names: FilterNames): string {
  const { vocabulary, documentsById, reviewerName } = names;
  if (value === noValue && name !== 'stance') return matrixMessages[vocabulary.language].notStated;
  const words: Readonly<Record<string, string>> = domainMessages[vocabulary.language];
  switch (name) {
    case 'safeguard':
    case 'impact':
      return conceptLabel(vocabulary, value);
    case 'speaker':
      return speakerName(vocabulary, value);
    case 'document':
      return documentsById.get(value)?.title ?? value;
    case 'reviewer':
      return reviewerName(value);
    case 'month':
      return dateInWords(value, vocabulary.language);
    default:
      return words[`${name}.${value}`] ?? value;
  }
}

/** The filters in words, one text for each that is set: "Spreker: IND, Minister". */
export function filtersInWords(filters: MatrixView['filters'], names: FilterNames): string[] {
  const messages = matrixMessages[names.vocabulary.language];
  const titles = { from: messages.from, to: messages.to, q: messages.search } as const;
  const isPlain = (name: FilterName): name is keyof typeof titles => name in titles;
  return filterNames.flatMap((name) => {
    const values = [filters[name] ?? []].flat();
    if (values.length === 0) return [];
    if (isPlain(name)) return [messages.filterIs(titles[name], values.join())];
    const said = values.map((value) => valueInWords(name, value, names)).join(', ');
    return [messages.filterIs(facetTitle(name, names.vocabulary.language), said)];
  });
}
