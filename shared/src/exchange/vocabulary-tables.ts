import type { Annotation } from '../annotation/index.ts';
import type { Codebook, Concept } from '../codebook/index.ts';
import type { SourceDocument, Speaker } from '../dossier/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import { valueSeparator } from './coding-table.ts';
import { layOutTable } from './describe-columns.ts';
import type { DossierWords } from './dossier-words.ts';
import type { Table } from './table.ts';

/** The documents, with how many of these passages each has. */
export function documentTable(
  documents: readonly SourceDocument[],
  annotations: readonly Annotation[],
  words: DossierWords,
): Table {
  const passages = Map.groupBy(annotations, ({ document }) => words.document(document)?.id);
  const said = domainMessages[words.language];
  return layOutTable<SourceDocument>(
    'documents',
    [
      ['document', ({ title }) => title],
      ['sourceType', ({ sourceType }) => said[`sourceType.${sourceType}`]],
      ['issuer', ({ issuer }) => issuer && words.speaker(issuer)?.name],
      ['date', ({ date }) => date, 'date'],
      ['identifier', ({ identifiers }) => identifiers.map(({ value }) => value).join(valueSeparator)],
      ['address', ({ addresses }) => addresses[0]?.address, 'link'],
      ['passages', ({ id }) => passages.get(id)?.length ?? 0, 'number'],
      ['id', ({ id }) => id],
    ],
    documents,
    words.language,
  );
}

/** The authority list of speakers. */
export function speakerTable(speakers: readonly Speaker[], words: DossierWords): Table {
  const nameOf = (id: string | undefined) => id && words.speaker(id)?.name;
  return layOutTable<Speaker>(
    'speakers',
    [
      ['name', ({ name }) => name],
      ['aliases', ({ aliases }) => aliases.join(valueSeparator)],
      ['speakerKind', ({ kind }) => domainMessages[words.language][`speakerKind.${kind}`]],
      ['parent', ({ parent }) => nameOf(parent)],
      ['mergedInto', ({ mergedInto }) => nameOf(mergedInto)],
      ['id', ({ id }) => id],
    ],
    speakers,
    words.language,
  );
}

/** The concepts with all that the codebook says of them, in its order. */
export function codebookTable({ groups, concepts }: Codebook, language: Language): Table {
  const messages = tableMessages[language];
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  return layOutTable<Concept>(
    'codebook',
    [
      ['kind', ({ kind }) => messages[`kind.${kind}`]],
      ['group', ({ group }) => group],
      ['groupNl', ({ group }) => groupsById.get(group)?.label.nl],
      ['groupEn', ({ group }) => groupsById.get(group)?.label.en],
      ['id', ({ id }) => id],
      ['labelNl', ({ label }) => label.nl],
      ['labelEn', ({ label }) => label.en],
      ['shortNl', ({ shortLabel }) => shortLabel.nl],
      ['shortEn', ({ shortLabel }) => shortLabel.en],
      ['definitionNl', ({ definition }) => definition.nl],
      ['definitionEn', ({ definition }) => definition.en],
      ['legalBasis', ({ legalBasis }) => legalBasis],
      ['terms', ({ terms }) => terms.join(valueSeparator)],
      ['retired', ({ retired }) => messages[retired ? 'yes' : 'no']],
      ['mergedInto', ({ mergedInto }) => mergedInto],
    ],
    concepts,
    language,
  );
}
