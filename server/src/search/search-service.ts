import type { Annotation } from '@waarborg/shared/annotation';
import type { SearchResult } from '@waarborg/shared/api';
import { documentsByAnyId, type SourceDocument } from '@waarborg/shared/dossier';
import {
  currentFilters,
  filtersCodings,
  type MatrixFilters,
  passesDocument,
  selectPassages,
} from '@waarborg/shared/matrix';
import { excerptOf, scoreText } from '@waarborg/shared/search';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import type { Executor, Page, PageRequest, Place, WantedWord } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import { findRenditionText } from '../documents/rendition-store.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { type FoundEntry, findEntries } from './search-store.ts';
import { understandQuery } from './understand-query.ts';

/** What a search works with. */
export interface Search {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
  readonly dossier: { readonly id: string; readonly revision: number };
}

/** How much more a title counts than a part of a text, and a passage that somebody marked. */
const weights: Readonly<Record<FoundEntry['kind'], number>> = { title: 2, passage: 1.5, text: 1 };

/** Something that was found, with the entry that answers best. */
interface Found {
  /** Id of the passage, or of the document as it now is. */
  readonly id: string;
  readonly score: number;
  readonly best: FoundEntry;
}

/** Which entries pass the filters of the matrix: passages by their codings, documents by themselves. */
async function createEntryFilter(
  { indexes, dossier }: Search,
  asked: MatrixFilters,
  documents: Map<string, SourceDocument>,
) {
  const isFiltered = Object.values(asked).some((value) => value !== undefined && value.length > 0);
  if (!isFiltered) return () => true;
  const { index } = await indexes.get(dossier.id, dossier.revision);
  const filters = currentFilters(index.frame, asked);
  const passages = selectPassages(index, filters);
  const isAboutCodings = filtersCodings(filters);
  return ({ kind, item }: FoundEntry) => {
    if (kind === 'passage') return passages.has(item);
    const document = documents.get(item);
    return !isAboutCodings && document !== undefined && passesDocument(document, filters);
  };
}

/** One result for each passage and each document, the best first. */
function rank(
  entries: readonly FoundEntry[],
  words: readonly ReadonlySet<string>[],
  documents: Map<string, SourceDocument>,
): Found[] {
  const found = new Map<string, Found>();
  for (const best of entries) {
    const id = best.kind === 'passage' ? best.item : documents.get(best.item)?.id;
    if (id === undefined) continue;
    const score = weights[best.kind] * scoreText(best.stems, words);
    const known = found.get(id);
    if (!known || known.score < score) found.set(id, { id, score, best });
  }
  return [...found.values()];
}

/** The place of a result in the order: by its score, as text that sorts like a number; then by its id. */
function placeOf({ id, score }: Found): Place {
  return { key: score.toFixed(6).padStart(16, '0'), id };
}

function compare(a: Place, b: Place): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function takePage(found: readonly Found[], { descending, limit, after }: PageRequest): Page<Found> {
  const sign = descending ? -1 : 1;
  const sorted = found
    .map((one) => ({ one, place: placeOf(one) }))
    .filter(({ place }) => !after || sign * compare(place, after) > 0)
    .sort((a, b) => sign * compare(a.place, b.place));
  const entries = sorted.slice(0, limit);
  const last = sorted.length > limit ? entries.at(-1) : undefined;
  return {
    entries: entries.map(({ one }) => one),
    ...(last ? { next: last.place } : {}),
    ...(after ? {} : { total: found.length }),
  };
}

function showPassage({ id, document, ranges, note }: Annotation, stems: ReadonlySet<string>): SearchResult {
  const quotes = ranges.flatMap(({ exact }, range) => {
    const excerpt = excerptOf(exact, stems);
    return excerpt ? [{ of: 'quote' as const, range, ...excerpt }] : [];
  });
  const ofNote = note === undefined ? undefined : excerptOf(note, stems);
  const excerpts = [...quotes, ...(ofNote ? [{ of: 'note' as const, ...ofNote }] : [])];
  return { kind: 'passage', document, annotation: id, excerpts };
}

async function showDocument(
  { database }: Search,
  { id, title }: SourceDocument,
  { best }: Found,
  stems: ReadonlySet<string>,
): Promise<SearchResult> {
  const ofTitle = excerptOf(title, stems);
  const text = best.kind === 'text' ? await findRenditionText(database, best.item, best.text) : undefined;
  const inText = text === undefined ? undefined : excerptOf(text.slice(best.start), stems);
  return {
    kind: 'document',
    document: id,
    excerpts: [
      ...(ofTitle ? [{ of: 'title' as const, ...ofTitle }] : []),
      ...(inText
        ? [{ of: 'text' as const, rendition: best.text, ...inText, start: inText.start + best.start }]
        : []),
    ],
  };
}

async function show(
  search: Search,
  found: readonly Found[],
  words: readonly WantedWord[],
  documents: Map<string, SourceDocument>,
): Promise<SearchResult[]> {
  const stems = new Set(words.flat(2));
  const ids = found.filter(({ best }) => best.kind === 'passage').map(({ id }) => id);
  const annotations = await listAnnotationsById(search.database, search.dossier.id, ids);
  const passages = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const results = await Promise.all(
    found.map(async (one) => {
      const passage = passages.get(one.id);
      if (passage) return showPassage(passage, stems);
      const document = documents.get(one.id);
      return document ? showDocument(search, document, one, stems) : undefined;
    }),
  );
  return results.filter((result) => result !== undefined);
}

/** Ids of the passages that are found in a dossier by words, those of all pages. */
export async function findPassages(
  search: Search,
  q: string,
  filters: MatrixFilters,
): Promise<ReadonlySet<string>> {
  const { database, dossier } = search;
  const words = await understandQuery(database, dossier.id, q);
  if (words.length === 0) return new Set();
  const passes = await createEntryFilter(search, filters, new Map());
  const entries = await findEntries(database, dossier.id, words);
  return new Set(
    entries.filter((entry) => entry.kind === 'passage' && passes(entry)).map(({ item }) => item),
  );
}

/** A page of what is found in a dossier by words, the best first. Nothing is found by no words. */
export async function searchDossier(
  search: Search,
  q: string,
  filters: MatrixFilters,
  page: PageRequest,
): Promise<Page<SearchResult>> {
  const { database, dossier } = search;
  const words = await understandQuery(database, dossier.id, q);
  if (words.length === 0) return { entries: [], total: 0 };
  const documents = documentsByAnyId(await listDocuments(database, dossier.id));
  const passes = await createEntryFilter(search, filters, documents);
  const entries = (await findEntries(database, dossier.id, words)).filter(passes);
  const alternatives = words.map((ways) => new Set(ways.flat()));
  const { entries: found, ...rest } = takePage(rank(entries, alternatives, documents), page);
  return { ...rest, entries: await show(search, found, words, documents) };
}
