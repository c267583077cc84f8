import { nameSource } from '../citation/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import { sourceGroupMessages } from '../messages/source-groups.ts';
import type { GatheredArticle, GatheredSource } from '../references/index.ts';
import { sourceGroups } from '../references/index.ts';
import { valueSeparator } from './coding-table.ts';
import { layOutTable } from './describe-columns.ts';
import type { DossierWords } from './dossier-words.ts';
import type { Table } from './table.ts';

/** A source as a whole, or one of its articles. */
interface Row {
  readonly cited: GatheredSource;
  readonly article?: GatheredArticle;
}

/** By kind, what most documents cite first. */
function inOrder(one: GatheredSource, other: GatheredSource): number {
  return (
    sourceGroups.indexOf(one.source.group) - sourceGroups.indexOf(other.source.group) ||
    other.documents.size - one.documents.size ||
    other.passages - one.passages ||
    (one.source.key < other.source.key ? -1 : 1)
  );
}

/** What is cited, each source followed by its articles: how often, by which documents, and whether the dossier has it. */
export function referenceTable(sources: readonly GatheredSource[], words: DossierWords): Table {
  const { language } = words;
  const messages = tableMessages[language];
  const titleOf = (id: string) => words.document(id)?.title ?? id;
  const isInDossier = ({ document, source }: GatheredSource) => {
    if (document !== undefined) return messages.yes;
    return source.identifier ? messages.no : messages.uncertain;
  };
  const rows = sources
    .toSorted(inOrder)
    .flatMap((cited): Row[] => [{ cited }, ...cited.articles.map((article) => ({ cited, article }))]);
  return layOutTable<Row>(
    'references',
    [
      ['kind', ({ cited: { source } }) => sourceGroupMessages[language][source.group]],
      ['name', ({ cited: { source } }) => nameSource(source, language)],
      ['identifier', ({ cited: { source } }) => source.identifier?.value],
      ['provision', ({ article }) => article?.article],
      ['passages', ({ cited, article = cited }) => article.passages, 'number'],
      ['documents', ({ cited, article = cited }) => article.documents.size, 'number'],
      [
        'citedBy',
        ({ cited, article = cited }) => [...article.documents].map(titleOf).sort().join(valueSeparator),
      ],
      ['inDossier', ({ cited }) => isInDossier(cited)],
      ['ownTitle', ({ cited: { document } }) => document && titleOf(document)],
      ['link', ({ cited, article }) => article?.link ?? cited.source.link, 'link'],
    ],
    rows,
    language,
  );
}
