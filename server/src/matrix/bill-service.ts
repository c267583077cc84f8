import { type BillOfArticles, maxBillRows } from '@waarborg/shared/api';
import { findBill } from '@waarborg/shared/dossier';
import {
  type Article,
  listBillRows,
  type MatrixFilters,
  type MatrixIndex,
  readingOf,
} from '@waarborg/shared/matrix';
import { type BillArticle, readBillArticles } from '@waarborg/shared/references';
import type { Executor } from '../database/index.ts';
import { listRenditions, readText } from '../documents/rendition-store.ts';
import { getSettings } from '../dossiers/settings-store.ts';

/** Most texts of a bill in which its articles are looked for: the last that were kept. */
const maxTexts = 3;

interface BillText {
  readonly source: string;
  readonly articles: readonly BillArticle[];
}

/** The last text that was kept of a document and that has articles. */
async function findBillText(database: Executor, document: string): Promise<BillText | undefined> {
  const renditions = await listRenditions(database, document);
  for (const { id, source } of renditions.toReversed().slice(0, maxTexts)) {
    const articles = readBillArticles((await readText(database, id)) ?? '');
    if (articles.length > 0) return { source, articles };
  }
  return undefined;
}

/**
 * The bill of a dossier with its articles of which `told` tells nothing; undefined where no bill is known, and where the
 * filters ask for certain articles: who does is not told of others.
 */
export async function describeBill(
  database: Executor,
  index: MatrixIndex,
  filters: MatrixFilters,
  { dossier, told }: { readonly dossier: string; readonly told: readonly Article[] },
): Promise<BillOfArticles | undefined> {
  if (filters.provision?.length) return undefined;
  const bill = findBill(index.frame.documents, (await getSettings(database, dossier)).bill);
  if (!bill) return undefined;
  const { id, title } = bill.document;
  const text = await findBillText(database, id);
  const articles = text?.articles ?? [];
  const rows = listBillRows(index, articles, told);
  const haveParts = new Set(articles.flatMap(({ number, part }) => (part === undefined ? [] : number)));
  return {
    ...{ document: id, title, isNamed: bill.isNamed },
    read: readingOf(index.frame, id, filters),
    ...(text ? { source: text.source } : {}),
    articles: articles.filter(({ number, part }) => part !== undefined || !haveParts.has(number)).length,
    unnamed: rows.filter(({ naming }) => naming === 'nowhere').length,
    rows: rows.slice(0, maxBillRows),
    more: Math.max(0, rows.length - maxBillRows),
  };
}
