/** Documents as the tests of citations cite them. */
import type { CitedDocument } from './index.ts';

type Identifier = CitedDocument['identifiers'][number];

/** A document of a kind, known by one identifier. */
export function paper(
  sourceType: CitedDocument['sourceType'],
  identifier: Identifier,
  date?: string,
): CitedDocument {
  return { sourceType, title: 'Titel van het stuk', date, identifiers: [identifier] };
}
export const publication = (value: string, date?: string) =>
  paper('parliamentary-paper', { scheme: 'official-publication', value }, date);
export const ruling = (value: string, date?: string) =>
  paper('court-ruling', { scheme: 'ecli', value }, date);
export const act = (scheme: 'bwb' | 'celex', value: string) => paper('legislation', { scheme, value });

export const letter: CitedDocument = {
  sourceType: 'inspection-letter',
  title: 'Brief over de asielwetten',
  date: '2025-05',
  identifiers: [],
  issuerName: 'Inspectie Justitie en Veiligheid',
};
