import { inSentence } from '@waarborg/shared/dossier';
import { filtersInWords, looseDatesInWords, type MatrixFilters } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { joinNames, type PaperSource } from './paper-source.ts';

/** Filters, and the names of the reviewers whom they ask for. */
export interface FilteredSource extends PaperSource {
  readonly filters: MatrixFilters;
  readonly reviewerNames: ReadonlyMap<string, string>;
}

/** "Beperkt tot: bron Kamerstuk; beoordeling geaccepteerd"; undefined where nothing is left out. */
export function withinFilters(source: FilteredSource): string | undefined {
  const { language, filters, vocabulary, documents, reviewerNames } = source;
  const messages = paperMessages[language];
  const reviewerName = (id: string) => reviewerNames.get(id) ?? id;
  const { notStated } = matrixMessages[language];
  const parts = filtersInWords(filters, { vocabulary, documents, reviewerName }).map(({ name, values }) => {
    const words = values.map((value) => (value === notStated ? inSentence(value) : value));
    return messages.filterIs(name.toLocaleLowerCase(language), joinNames(words, language));
  });
  if (parts.length === 0) return undefined;
  const loose = looseDatesInWords(documents.values(), filters, language);
  return messages.within(parts.join('; ') + (loose && ` (${loose})`));
}
