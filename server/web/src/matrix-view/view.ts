import { conceptIdSchema } from '@waarborg/shared/annotation';
import {
  type Axis,
  axes,
  type CountKind,
  countKinds,
  filterNames,
  type Hideable,
  hideable,
  type MatrixFilters,
  matrixFiltersSchema,
  type WantedClaims,
} from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { formatOrder, type Order, parseOrder } from './order.ts';

/** Which number is open: a cell, a total (row or column alone) or everything (neither). */
export interface Selection {
  readonly row?: string;
  readonly column?: string;
}

/** The two filters of a comparison, in the order in which they stand. */
export const sides = ['a', 'b'] as const;
export type Side = (typeof sides)[number];

/** All that the address of the matrix page holds. */
export interface MatrixView {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly count: CountKind;
  readonly filters: MatrixFilters;
  readonly selection?: Selection;
  /** Absent: the order of the codebook, or of the axis. */
  readonly rowOrder?: Order;
  readonly columnOrder?: Order;
  /** Ids of groups that are shown as one row or column; absent or empty: none. */
  readonly fold?: readonly string[];
  /** Absent or empty: rows and columns in which nothing is counted are shown too. */
  readonly hide?: readonly Hideable[];
  /** The filters of the second side where two are compared; `filters` are those of the first. */
  readonly compare?: MatrixFilters;
  /** The side of the number that is open; absent for the first. */
  readonly side?: 'b';
}

export type FilterName = keyof MatrixFilters;
const singleFilters = ['from', 'to', 'q'] as const;

function isSingle(name: FilterName): name is (typeof singleFilters)[number] {
  return (singleFilters as readonly string[]).includes(name);
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((candidate) => candidate === value);
}

/** Begins the names of the filters of the second side; by itself it says that there is one without any. */
const secondSide = 'vs';

function parseFilters(parameters: URLSearchParams, prefix = ''): MatrixFilters {
  const filters = filterNames.flatMap((name) => {
    const key = prefix + name;
    const raw = isSingle(name) ? parameters.get(key)?.trim() : parameters.getAll(key);
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

/** How rows and columns are laid out, whatever is counted in them. */
type Layout = Pick<MatrixView, 'rowOrder' | 'columnOrder' | 'fold' | 'hide'>;

function parseLayout(parameters: URLSearchParams): Layout {
  const rowOrder = parseOrder(parameters.get('sortRows'));
  const columnOrder = parseOrder(parameters.get('sortColumns'));
  const fold = parameters.getAll('fold').filter((id) => conceptIdSchema.safeParse(id).success);
  const hide = hideable.filter((name) => parameters.getAll('hide').includes(name));
  return {
    ...(rowOrder ? { rowOrder } : {}),
    ...(columnOrder ? { columnOrder } : {}),
    ...(fold.length > 0 ? { fold } : {}),
    ...(hide.length > 0 ? { hide } : {}),
  };
}

/** The second side, and whether the open number is of it. */
function parseComparison(
  parameters: URLSearchParams,
  selection: Selection | undefined,
): Pick<MatrixView, 'compare' | 'side'> {
  const compare = parseFilters(parameters, `${secondSide}.`);
  if (!parameters.has(secondSide) && Object.keys(compare).length === 0) return {};
  return { compare, ...(selection && parameters.get('side') === 'b' ? { side: 'b' } : {}) };
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
    ...parseLayout(parameters),
    ...parseComparison(parameters, selection),
    ...(selection ? { selection } : {}),
  };
}

function appendFilters(parameters: URLSearchParams, filters: MatrixFilters, prefix = ''): void {
  for (const name of filterNames) {
    for (const value of [filters[name] ?? []].flat()) parameters.append(prefix + name, value);
  }
}

function withQuestionMark(parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The end of a query string that says what is open; a table asks for hundreds. */
function selectionQuery({ row, column }: Selection, side: Side | undefined): string {
  const parts: string[] = [];
  if (side === 'b') parts.push('side=b');
  if (row !== undefined) parts.push(`row=${encodeURIComponent(row)}`);
  if (column !== undefined) parts.push(`column=${encodeURIComponent(column)}`);
  if (row === undefined && column === undefined) parts.push('open=all');
  return parts.join('&');
}

/** A query string with something more at its end. */
function extended(search: string, query: string): string {
  return `${search === '' ? '?' : `${search}&`}${query}`;
}

function appendLayout(parameters: URLSearchParams, layout: Layout): void {
  if (layout.rowOrder) parameters.set('sortRows', formatOrder(layout.rowOrder));
  if (layout.columnOrder) parameters.set('sortColumns', formatOrder(layout.columnOrder));
  for (const group of layout.fold ?? []) parameters.append('fold', group);
  for (const name of layout.hide ?? []) parameters.append('hide', name);
}

/** The query string of a view, the shortest that `parseView` takes back to it. */
export function viewSearch({ rows, columns, count, filters, selection, ...layout }: MatrixView): string {
  const parameters = new URLSearchParams();
  if (rows !== 'safeguard') parameters.set('rows', rows);
  if (columns !== 'impact') parameters.set('columns', columns);
  if (count !== 'claims') parameters.set('count', count);
  appendFilters(parameters, filters);
  appendLayout(parameters, layout);
  if (layout.compare) {
    appendFilters(parameters, layout.compare, `${secondSide}.`);
    if (countFilters(layout.compare) === 0) parameters.set(secondSide, '');
  }
  const search = withQuestionMark(parameters);
  return selection ? extended(search, selectionQuery(selection, layout.side)) : search;
}

/** Path of the matrix in the API. */
export function matrixPath(
  slug: string,
  view: Pick<MatrixView, 'rows' | 'columns' | 'filters' | 'fold'>,
): string {
  const parameters = new URLSearchParams({ rows: view.rows, columns: view.columns });
  appendFilters(parameters, view.filters);
  for (const group of view.fold ?? []) parameters.append('fold', group);
  return `/dossiers/${slug}/matrix${withQuestionMark(parameters)}`;
}

/** Path in the API of claims behind a number. */
export function cellPath(
  slug: string,
  view: Pick<MatrixView, 'rows' | 'columns' | 'filters'>,
  { row, column }: Selection,
  wanted: Partial<WantedClaims> = {},
): string {
  const parameters = new URLSearchParams({ rows: view.rows, columns: view.columns });
  appendFilters(parameters, view.filters);
  if (row !== undefined) parameters.set('row', row);
  if (column !== undefined) parameters.set('column', column);
  for (const [name, value] of Object.entries(wanted)) parameters.set(name, String(value));
  return `/dossiers/${slug}/matrix/cell${withQuestionMark(parameters)}`;
}

/** Query string of a page that has filters and nothing else of a view. */
export function filtersSearch(filters: MatrixFilters): string {
  const parameters = new URLSearchParams();
  appendFilters(parameters, filters);
  return withQuestionMark(parameters);
}

/** Path in the API of what each article does, or one of them, within filters. */
export function articlesPath(slug: string, filters: MatrixFilters, article?: string): string {
  const parameters = new URLSearchParams();
  appendFilters(parameters, filters);
  if (article !== undefined) parameters.set('article', article);
  return `/dossiers/${slug}/matrix/articles${withQuestionMark(parameters)}`;
}

/** Path in the API of how many codings wait, were accepted and were sent back, within filters. */
export function statusCountsPath(slug: string, filters: MatrixFilters): string {
  return `/dossiers/${slug}/status-counts${filtersSearch(filters)}`;
}

/** Query of an export that obeys a view: its axes, its filters, what it counts and how it is laid out. */
export function exportSearch({ rows, columns, count, filters, ...layout }: MatrixView): URLSearchParams {
  const parameters = new URLSearchParams({ rows, columns, count });
  appendFilters(parameters, filters);
  appendLayout(parameters, layout);
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

/** Query strings of views with nothing open: a table asks for that of the same view hundreds of times. */
const closedSearches = new WeakMap<MatrixView, string>();

function closedSearch(view: MatrixView): string {
  const known = closedSearches.get(view);
  if (known !== undefined) return known;
  const { selection: _, side: __, ...closed } = view;
  const search = viewSearch(closed);
  closedSearches.set(view, search);
  return search;
}

/** Where the number of a selection leads: the same view with it open. */
export function selectionHref(view: MatrixView, selection: Selection, side: Side = 'a'): string {
  return extended(closedSearch(view), selectionQuery(selection, side));
}

/** Whether it is this number that is open. */
export function isOpen(view: MatrixView, { row, column }: Selection, side: Side = 'a'): boolean {
  const { selection, side: openSide = 'a' } = view;
  return selection !== undefined && selection.row === row && selection.column === column && openSide === side;
}
