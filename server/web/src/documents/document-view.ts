import { type Reading, type SourceDocument, type SourceType, sourceTypes } from '@waarborg/shared/dossier';
import { compareText, foldText } from '@waarborg/shared/text';
import { readingsBySafeguard } from './reading-summary.ts';

/** What can be the case with a document: how far it was read, and what came of it. */
export const documentStates = ['unread', 'partly', 'read', 'empty', 'gone'] as const;
type DocumentState = (typeof documentStates)[number];

/** Orders of the list; the first where the address says none. A document without date is the oldest. */
export const documentSorts = ['-date', 'date', 'title', '-passages'] as const;
type DocumentSort = (typeof documentSorts)[number];

/** Which documents an address asks for. */
export interface DocumentView {
  readonly q: string;
  readonly sourceType: SourceType | '';
  readonly state: DocumentState | '';
  readonly sort: DocumentSort;
}

/** What the list needs to know of a dossier besides its documents. */
export interface DocumentFacts {
  readonly readings: readonly Reading[];
  /** Concept ids. */
  readonly safeguards: readonly string[];
  /** By document id; one without passages is left out. */
  readonly passages: ReadonlyMap<string, { readonly passages: number; readonly gone: number }>;
  readonly issuerName: (document: SourceDocument) => string;
}

/** Reads an address; what it does not know is left out. */
export function readDocumentView(search: string): DocumentView {
  const parameters = new URLSearchParams(search);
  const oneOf = <T extends string>(values: readonly T[], name: string): T | '' =>
    values.find((known) => known === parameters.get(name)) ?? '';
  return {
    q: (parameters.get('q') ?? '').trim(),
    sourceType: oneOf(sourceTypes, 'sourceType'),
    state: oneOf(documentStates, 'state'),
    sort: oneOf(documentSorts, 'sort') || '-date',
  };
}

function isInState(document: SourceDocument, state: DocumentState, facts: DocumentFacts): boolean {
  const counts = facts.passages.get(document.id);
  if (state === 'empty') return counts === undefined;
  if (state === 'gone') return (counts?.gone ?? 0) > 0;
  const read = readingsBySafeguard(document, facts.readings, facts.safeguards).filter(
    ({ reviewers }) => reviewers.length > 0,
  ).length;
  if (state === 'unread') return read === 0;
  return state === 'read' ? read === facts.safeguards.length : read > 0 && read < facts.safeguards.length;
}

function isFound(document: SourceDocument, q: string, { issuerName }: DocumentFacts): boolean {
  const names = [document.title, issuerName(document), ...document.identifiers.map(({ value }) => value)];
  const text = foldText(names.join('\n'));
  return foldText(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** The documents that a view shows, in its order. */
export function selectDocuments(
  documents: readonly SourceDocument[],
  { q, sourceType, state, sort }: DocumentView,
  facts: DocumentFacts,
): SourceDocument[] {
  const byTitle = (one: SourceDocument, other: SourceDocument) => compareText(one.title, other.title, true);
  const byDate = (one: SourceDocument, other: SourceDocument) =>
    compareText(one.date ?? '', other.date ?? '');
  const passages = ({ id }: SourceDocument) => facts.passages.get(id)?.passages ?? 0;
  const orders = {
    '-date': (one, other) => byDate(other, one),
    date: byDate,
    title: byTitle,
    '-passages': (one, other) => passages(other) - passages(one),
  } as const satisfies Record<DocumentSort, typeof byTitle>;
  return documents
    .filter((document) => sourceType === '' || document.sourceType === sourceType)
    .filter((document) => state === '' || isInState(document, state, facts))
    .filter((document) => isFound(document, q, facts))
    .toSorted((one, other) => orders[sort](one, other) || byTitle(one, other));
}
