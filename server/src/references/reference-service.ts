import type { ListedSource } from '@waarborg/shared/api';
import { nameSource } from '@waarborg/shared/citation';
import {
  type GatheredArticle,
  type GatheredSource,
  knownLaws,
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

/** Names of sources in which words were looked for; they go with the state of the dossier. */
const knownNames = new WeakMap<GatheredSource, string>();

/** Every name under which something is looked for, its articles included. */
function namesOf(one: GatheredSource): string {
  const names = knownNames.get(one) ?? readNames(one);
  knownNames.set(one, names);
  return names;
}

function readNames({ source, articles }: GatheredSource): string {
  const { identifier, canonical } = source;
  const law = knownLaws.find((one) => identifier && one.identifier?.value === identifier.value);
  const names = [canonical, identifier?.value ?? '', nameSource(source, 'nl'), ...(law?.names ?? [])];
  return foldText([...names, ...articles.map(({ article }) => article)].join('\n'));
}

function isWanted(one: GatheredSource, { group, q = '', inDossier, document }: ReferenceFilters): boolean {
  const { source } = one;
  if (group?.length && !group.includes(source.group)) return false;
  if (inDossier === 'yes' && one.document === undefined) return false;
  if (inDossier === 'no' && (one.document !== undefined || !source.identifier)) return false;
  if (document !== undefined && !one.documents.has(document)) return false;
  const words = foldText(q).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const names = namesOf(one);
  return words.every((word) => names.includes(word));
}

/** A number as a text that sorts like it. */
function sortable(count: number): string {
  return String(count).padStart(10, '0');
}

function keyOf({ source, documents, passages }: GatheredSource, sort: string): string {
  if (sort === 'name')
    return foldText(nameSource(source, 'nl')).replace(/\d+/gu, (digits) => digits.padStart(10, '0'));
  const counts = [documents.size, passages.size].map(sortable);
  return (sort === 'documents' ? counts : counts.reverse()).join(' ');
}

/** A page of what a dossier cites. */
export function listReferences(
  { sources }: CitingDossier,
  filters: ReferenceFilters,
  page: PageRequest,
): Page<ListedSource> {
  const wanted = sources.filter((one) => isWanted(one, filters));
  const found = takePageOf(wanted, { keyOf, idOf: ({ source }) => source.key }, page);
  return { ...found, entries: found.entries.map((one) => toListed(one, filters.document)) };
}

function toListedArticle({ article, link, passages, documents }: GatheredArticle) {
  return {
    article,
    ...(link ? { link } : {}),
    passages: passages.size,
    documents: documents.size,
  };
}

/** With `document`, of a law only the articles that this document cites. */
export function toListed(one: GatheredSource, document?: string): ListedSource {
  const { source, articles, passages, documents } = one;
  const wanted = articles.filter((article) => document === undefined || article.documents.has(document));
  return {
    ...source,
    ...(one.document === undefined ? {} : { document: one.document }),
    passages: passages.size,
    documents: documents.size,
    articles: wanted.map(toListedArticle),
  };
}

/** Who cites a source, or an article of it; nobody where it is not cited. */
export function findCiters(
  { byKey }: CitingDossier,
  key: string,
  article: string | undefined,
): {
  readonly source: GatheredSource | undefined;
  readonly passages: string[];
  readonly documents: string[];
} {
  const source = byKey.get(key);
  const citers = article === undefined ? source : source?.articles.find((one) => one.article === article);
  return { source, passages: [...(citers?.passages ?? [])], documents: [...(citers?.documents ?? [])] };
}
