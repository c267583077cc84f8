import { type Axis, axes, type MatrixFilters, matrixFiltersSchema } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';

/** What can be counted; it decides the number of a cell and its colour. */
export const countKinds = ['claims', 'documents', 'speakers'] as const;
export type CountKind = (typeof countKinds)[number];

/** Which number is open: a cell, a total (row or column alone) or everything (neither). */
export interface Selection {
  readonly row?: string;
  readonly column?: string;
}

/** All that the address of the matrix page holds. */
export interface MatrixView {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly count: CountKind;
  readonly filters: MatrixFilters;
  readonly selection?: Selection;
}

export type FilterName = keyof MatrixFilters;
export const filterNames = Object.keys(matrixFiltersSchema.shape) as FilterName[];
const singleFilters = ['from', 'to', 'q'] as const;

function isSingle(name: FilterName): name is (typeof singleFilters)[number] {
  return (singleFilters as readonly string[]).includes(name);
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((candidate) => candidate === value);
}

function parseFilters(parameters: URLSearchParams): MatrixFilters {
  const filters = filterNames.flatMap((name) => {
    const raw = isSingle(name) ? parameters.get(name)?.trim() : parameters.getAll(name);
    if (!raw?.length) return [];
    const parsed = matrixFiltersSchema.shape[name].safeParse(raw);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(filters);
}

function parseSelection(parameters: URLSearchParams): Selection | undefined {
  const row = parameters.get('row');
  const column = parameters.get('column');
  if (row === null && column === null) return parameters.get('open') === 'all' ? {} : undefined;
  return { ...(row === null ? {} : { row }), ...(column === null ? {} : { column }) };
}

/** Reads the query string of the matrix page. What it does not understand it leaves out. */
export function parseView(search: string): MatrixView {
  const parameters = new URLSearchParams(search);
  const selection = parseSelection(parameters);
  return {
    rows: oneOf(axes, parameters.get('rows')) ?? 'safeguard',
    columns: oneOf(axes, parameters.get('columns')) ?? 'impact',
    count: oneOf(countKinds, parameters.get('count')) ?? 'claims',
    filters: parseFilters(parameters),
    ...(selection ? { selection } : {}),
  };
}

function appendFilters(parameters: URLSearchParams, filters: MatrixFilters): void {
  for (const name of filterNames) {
    for (const value of [filters[name] ?? []].flat()) parameters.append(name, value);
  }
}

function withQuestionMark(parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The query string of a view, the shortest that `parseView` takes back to it. */
export function viewSearch({ rows, columns, count, filters, selection }: MatrixView): string {
  const parameters = new URLSearchParams();
  if (rows !== 'safeguard') parameters.set('rows', rows);
  if (columns !== 'impact') parameters.set('columns', columns);
  if (count !== 'claims') parameters.set('count', count);
  appendFilters(parameters, filters);
  if (selection?.row !== undefined) parameters.set('row', selection.row);
  if (selection?.column !== undefined) parameters.set('column', selection.column);
  if (selection && selection.row === undefined && selection.column === undefined) {
    parameters.set('open', 'all');
  }
  return withQuestionMark(parameters);
}

/** Path of the matrix in the API. */
export function matrixPath(slug: string, view: Pick<MatrixView, 'rows' | 'columns' | 'filters'>): string {
  const parameters = new URLSearchParams({ rows: view.rows, columns: view.columns });
  appendFilters(parameters, view.filters);
  return `/dossiers/${slug}/matrix${withQuestionMark(parameters)}`;
}

/** Path in the API of the claims behind a number. */
export function cellPath(
  slug: string,
  view: Pick<MatrixView, 'rows' | 'columns' | 'filters'>,
  { row, column }: Selection,
): string {
  const parameters = new URLSearchParams({ rows: view.rows, columns: view.columns });
  appendFilters(parameters, view.filters);
  if (row !== undefined) parameters.set('row', row);
  if (column !== undefined) parameters.set('column', column);
  return `/dossiers/${slug}/matrix/cell${withQuestionMark(parameters)}`;
}

/** Query of an export that obeys a view: its axes, its filters and what it counts. */
export function exportSearch({ rows, columns, count, filters }: MatrixView): URLSearchParams {
  const parameters = new URLSearchParams({ rows, columns, count });
  appendFilters(parameters, filters);
  return parameters;
}

/** Path in the API of the briefing within filters. */
export function briefingPath(slug: string, filters: MatrixFilters, language: Language): string {
  const parameters = new URLSearchParams({ language });
  appendFilters(parameters, filters);
  return `/dossiers/${slug}/briefing${withQuestionMark(parameters)}`;
}

/** How many values are filtered on. */
export function countFilters(filters: MatrixFilters): number {
  return filterNames.reduce((total, name) => total + [filters[name] ?? []].flat().length, 0);
}

/** The filters with one more value, or one less if it was there. */
export function toggleFilter(filters: MatrixFilters, name: FilterName, value: string): MatrixFilters {
  if (isSingle(name)) return setSingleFilter(filters, name, filters[name] === value ? '' : value);
  const values: readonly string[] = filters[name] ?? [];
  const changed = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const { [name]: _, ...others } = filters;
  return changed.length === 0 ? others : { ...others, [name]: changed };
}

/** The filters with a date or words set; an empty text takes them away. */
export function setSingleFilter(
  filters: MatrixFilters,
  name: (typeof singleFilters)[number],
  value: string,
): MatrixFilters {
  const { [name]: _, ...others } = filters;
  return value === '' ? others : { ...others, [name]: value };
}
