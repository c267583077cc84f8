import { tableMessages } from '../messages/exchange-tables.ts';
import type { Language } from '../messages/index.ts';
import type { ColumnKind, Table, TableName, TableValue } from './table.ts';

/** Names of the columns that the catalogue has a head for. */
export type ColumnName = {
  [K in keyof (typeof tableMessages)['nl']]: K extends `column.${infer Name}` ? Name : never;
}[keyof (typeof tableMessages)['nl']];

/** A column of things of one kind: its name, what its values are (text unless said), and the value of each thing. */
export type DescribedColumn<T> = readonly [
  name: ColumnName,
  value: (thing: T) => TableValue,
  kind?: ColumnKind,
];

/** Lays things out as a table, a row for each. */
export function layOutTable<T>(
  name: TableName,
  columns: readonly DescribedColumn<T>[],
  things: readonly T[],
  language: Language,
): Table {
  const messages = tableMessages[language];
  return {
    name,
    columns: columns.map(([column, , kind = 'text']) => ({ header: messages[`column.${column}`], kind })),
    rows: things.map((thing) => columns.map(([, value]) => value(thing))),
  };
}
