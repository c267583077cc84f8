import type { Annotation, Coding } from '../annotation/index.ts';
import { defaultCodebook } from '../codebook/index.ts';
import type { SourceDocument, Speaker } from '../dossier/index.ts';
import {
  type Axis,
  buildMatrix,
  type Cell,
  type DossierContent,
  indexDossier,
  type MatrixFilters,
} from './index.ts';

export const speakers: Speaker[] = [
  { id: 'ind', name: 'IND', aliases: [], kind: 'executive' },
  { id: 'court', name: 'Rechtspraak', aliases: ['De rechter'], kind: 'court' },
  { id: 'inspectorate', name: 'Inspectie', aliases: [], kind: 'inspectorate' },
];

export function document(id: string, changes: Partial<SourceDocument> = {}): SourceDocument {
  const fields = { sourceType: 'other', title: id, addresses: [], identifiers: [], aliases: [] } as const;
  return { ...fields, id, revision: 1, addresses: [], identifiers: [], aliases: [], ...changes };
}

let numberOfCodings = 0;

function coding(changes: Partial<Coding>): Coding {
  numberOfCodings++;
  return {
    id: `coding-${numberOfCodings}`,
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'cost',
    direction: 'favourable',
    basis: 'expectation',
    speaker: 'ind',
    status: 'draft',
    ...changes,
  };
}

/** A passage at a place of a document, by a reviewer. */
export function passage(
  id: string,
  codings: Partial<Coding>[],
  place: { document?: string; start?: number; reviewer?: string; exact?: string; source?: string } = {},
): Annotation {
  const {
    document: documentId = 'a',
    start = Number(id) * 100,
    reviewer = 'me',
    exact = `woorden ${id}`,
  } = place;
  return {
    id,
    document: documentId,
    source: place.source ?? `https://example.org/${documentId}`,
    ranges: [{ exact, start, end: start + exact.length }],
    codings: codings.map(coding),
    creator: { id: reviewer, name: reviewer },
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    revision: 1,
  };
}

export function content(annotations: Annotation[], changes: Partial<DossierContent> = {}): DossierContent {
  return {
    codebook: defaultCodebook,
    speakers,
    documents: [document('a'), document('b'), document('c')],
    annotations,
    links: [],
    readings: [],
    ...changes,
  };
}

export function matrixOf(
  dossier: DossierContent,
  rows: Axis = 'safeguard',
  columns: Axis = 'impact',
  filters: MatrixFilters = {},
) {
  return buildMatrix(indexDossier(dossier), { rows, columns, filters, language: 'nl' });
}

export function cellOf(
  dossier: DossierContent,
  row = 'voornemen',
  column = 'cost',
  filters: MatrixFilters = {},
): Cell {
  const cell = matrixOf(dossier, 'safeguard', 'impact', filters).cells.find(
    (candidate) => candidate.row === row && candidate.column === column,
  );
  if (!cell) throw new RangeError(`no cell ${row} × ${column}`);
  return cell;
}

export const helps = { measure: 'abolished', direction: 'unfavourable' } as const;
export const hurts = { measure: 'abolished', direction: 'favourable' } as const;
export const noEffect = { measure: 'abolished', direction: 'neutral' } as const;
