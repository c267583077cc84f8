import { dateInWords } from '../citation/index.ts';
import { conceptLabel, speakerName, type Vocabulary } from '../dossier/index.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import { matrixMessages } from '../messages/matrix.ts';
import { type Axis, axes, noValue } from './axes.ts';
import { filterNames, type MatrixFilters } from './filters.ts';

/** A filter of which one chooses values from a list: all but the period and the words. */
export type FacetName = Exclude<keyof MatrixFilters, 'from' | 'to' | 'q'>;

/** What turns the ids of filters into words. */
export interface FilterNames {
  readonly vocabulary: Vocabulary;
  /** By every id under which they may be named. */
  readonly documents: ReadonlyMap<string, { readonly title: string }>;
  readonly reviewerName: (id: string) => string;
}

/** A filter that is set, in words. */
export interface FilterInWords {
  readonly name: string;
  readonly values: readonly string[];
}

function isAxis(name: FacetName): name is Axis {
  return (axes as readonly string[]).includes(name);
}

/** What one chooses by a filter: "spreker". */
export function facetName(name: FacetName, language: Language): string {
  const messages = matrixMessages[language];
  return isAxis(name) ? messages[`axis.${name}`] : messages[`filter.${name}`];
}

function valueInWords(name: FacetName, value: string, names: FilterNames): string {
  const { vocabulary, documents, reviewerName } = names;
  if (value === noValue && name !== 'stance') return matrixMessages[vocabulary.language].notStated;
  const words: Readonly<Record<string, string>> = domainMessages[vocabulary.language];
  switch (name) {
    case 'safeguard':
    case 'impact':
      return conceptLabel(vocabulary, value);
    case 'speaker':
      return speakerName(vocabulary, value);
    case 'document':
      return documents.get(value)?.title ?? value;
    case 'reviewer':
      return reviewerName(value);
    case 'month':
      return dateInWords(value, vocabulary.language);
    default:
      return words[`${name}.${value}`] ?? value;
  }
}

/** The filters that are set, in their usual order. */
export function filtersInWords(filters: MatrixFilters, names: FilterNames): FilterInWords[] {
  const { language } = names.vocabulary;
  const { from, to, search } = matrixMessages[language];
  const plain = { from, to, q: search } as const;
  return filterNames.flatMap((name): FilterInWords[] => {
    const values = [filters[name] ?? []].flat();
    if (values.length === 0) return [];
    if (name === 'q') return [{ name: plain[name], values }];
    if (name === 'from' || name === 'to')
      return [{ name: plain[name], values: values.map((day) => dateInWords(day, language)) }];
    return [
      { name: facetName(name, language), values: values.map((value) => valueInWords(name, value, names)) },
    ];
  });
}
