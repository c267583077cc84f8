/** A table as both databases know it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A column, and the kind of its values in the database where it stands. */
export interface Column {
  readonly name: string;
  readonly kind: ValueKind;
}

/** `truth` and `instant` are kinds of PostgreSQL's: SQLite holds them as 0 or 1, and as ISO 8601 text. */
export type ValueKind = 'plain' | 'bytes' | 'truth' | 'instant';

/** A value in the one form that both databases can hold and that can be compared: SQLite's. */
export type PlainValue = string | number | Uint8Array | null;
/** A row of plain values, by the names of their columns. */
export type PlainRow = Readonly<Record<string, PlainValue>>;

/** A value as a driver gives it, in the form that both databases can hold. */
function toPlainValue(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  throw new RangeError(`a value of an unknown kind: ${typeof value}`);
}

/** A row as a driver gives it, in the form that both databases can hold. */
export function toPlainRow(row: Readonly<Record<string, unknown>>): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlainValue(value)]));
}

/** A row as the database of the table takes it. */
export function toStoredRow({ columns }: Table, row: PlainRow): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name, kind }) => {
      const value = row[name] ?? null;
      return [name, kind === 'truth' && value !== null ? value === 1 : value];
    }),
  );
}

/** Bytes that a row holds, about. */
export function sizeOf(row: PlainRow): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  );
}
