import type { ListedSource } from '@waarborg/shared/api';
import { nameSource } from '@waarborg/shared/citation';
import {
  type CitedSource,
  findKnownLaw,
  type GatheredArticle,
  type GatheredSource,
  type SourceGroup,
} from '@waarborg/shared/references';
import { foldText } from '@waarborg/shared/text';
import type { Page, PageRequest } from '../database/index.ts';
import { takePageOf } from '../lists/take-page-of.ts';
import type { CitingDossier } from './reference-index-service.ts';

/** How a list of what is cited can be ordered. */
export const referenceOrder = {
  keys: { documents: undefined, passages: undefined, name: undefined },
};

/** Which of the things that are cited are wanted. */
interface ReferenceFilters {
  readonly group?: readonly SourceGroup[] | undefined;
  readonly q?: string | undefined;
  readonly inDossier?: 'yes' | 'no' | undefined;
  /** Ids under which the document that cites is known. */
  readonly document?: string | undefined;
}

/** A source as it is looked for and put in order, folded. */
interface SourceNames {
  /** Every name that it has, a line each. */
  readonly all: string;
  /** Sorts by name, numbers in them by their value. */
  readonly key: string;
}

/** The same whoever cites it. */
const knownNames = new WeakMap<CitedSource, SourceNames>();

function namesOf(source: CitedSource): SourceNames {
  const names = knownNames.get(source) ?? readNames(source);
  knownNames.set(source, names);
  return names;
}

function readNames(source: CitedSource): SourceNames {
  const { identifier, canonical } = source;
  const law = identifier && findKnownLaw(identifier.value);
  const name = nameSource(source, 'nl');
  return {
    all: foldText([canonical, identifier?.value ?? '', name, ...(law?.names ?? [])].join('\n')),
    key: foldText(name).replace(/\d+/gu, (digits) => digits.padStart(10, '0')),
  };
}

function isWanted(one: GatheredSource, { group, q = '', inDossier, document }: ReferenceFilters): boolean {
  const { source } = one;
  if (group?.length && !group.includes(source.group)) return false;
  if (inDossier === 'yes' && one.document === undefined) return false;
  if (inDossier === 'no' && (one.document !== undefined || !source.identifier)) return false;
  if (document !== undefined && !one.documents.has(document)) return false;
  const words = foldText(q).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const names = namesOf(source).all;
  return words.every(
    (word) => names.includes(word) || one.articles.some(({ article }) => foldText(article).includes(word)),
  );
}

/** A number as a text that sorts like it. */
function sortable(count: number): string {
  return String(count).padStart(10, '0');
}

function keyOf({ source, documents, passages }: GatheredSource, sort: string): string {
  if (sort === 'name') return namesOf(source).key;
  const counts = [documents.size, passages].map(sortable);
  return (sort === 'documents' ? counts : counts.reverse()).join(' ');
}

/** A page of what a dossier cites. */
export function listReferences(
  { index }: CitingDossier,
  filters: ReferenceFilters,
  page: PageRequest,
): Page<ListedSource> {
  const wanted = index.listSources().filter((one) => isWanted(one, filters));
  const found = takePageOf(wanted, { keyOf, idOf: ({ source }) => source.key }, page);
  return { ...found, entries: found.entries.map((one) => toListed(one, filters.document)) };
}

function toListedArticle({ article, link, passages, documents }: GatheredArticle) {
  return {
    article,
    ...(link ? { link } : {}),
    passages,
    documents: documents.size,
  };
}

/** With `document`, of a law only the articles that this document cites. */
function toListed(one: GatheredSource, document?: string): ListedSource {
  const { source, articles, passages, documents } = one;
  const wanted = articles.filter((article) => document === undefined || article.documents.has(document));
  return {
    ...source,
    ...(one.document === undefined ? {} : { document: one.document }),
    passages,
    documents: documents.size,
    articles: wanted.map(toListedArticle),
  };
}

/** Who cites a source, or an article of it; nobody where it is not cited. */
export function findCiters(
  { index }: CitingDossier,
  key: string,
  article: string | undefined,
): {
  readonly source: ListedSource | undefined;
  readonly passages: string[];
  readonly documents: string[];
} {
  const source = index.find(key);
  const citers = article === undefined ? source : source?.articles.find((one) => one.article === article);
  return {
    source: source && toListed(source),
    passages: index.listPassages(key, article),
    documents: [...(citers?.documents ?? [])],
  };
}
