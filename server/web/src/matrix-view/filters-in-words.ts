import { filtersInWords as inWords, type MatrixFilters } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { capitalise } from '@waarborg/shared/text';
import type { DossierNames } from '../names/use-dossier-names.ts';

/** The filters in words, one text for each that is set: "Spreker: IND, Minister". */
export function filtersInWords(
  filters: MatrixFilters,
  { vocabulary, documentsById }: Pick<DossierNames, 'vocabulary' | 'documentsById'>,
  reviewerName: (id: string) => string,
): string[] {
  const { filterIs } = matrixMessages[vocabulary.language];
  return inWords(filters, { vocabulary, documents: documentsById, reviewerName }).map(({ name, values }) =>
    filterIs(capitalise(name), values.join(', ')),
  );
}
