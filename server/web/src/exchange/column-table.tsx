import { type Columns, type ImportField, importFields } from '@waarborg/shared/imports';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { importMessages } from '@waarborg/shared/messages/imports';
import { shorten } from '@waarborg/shared/text';
import { Choice } from '../forms/choice-field.tsx';
import { language } from '../language/language.ts';

interface ColumnTableProps {
  /** The first is the head. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: Columns;
  readonly onColumns: (columns: Columns) => void;
}

const notImported = '' as const;

/** Longest example, in characters: a cell can hold a whole report. */
const maxExampleLength = 200;

function exampleOf(rows: ColumnTableProps['rows'], place: number): string {
  return shorten(rows.find((row) => row[place])?.[place] ?? '', maxExampleLength);
}

/** A column as spreadsheets call it: `A`, `Z`, `AA`. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}

/** A column that says something; one that does not only keeps others apart. */
interface SaidColumn {
  readonly place: number;
  readonly name: string;
  readonly example: string;
}

function saidColumns([head = [], ...others]: ColumnTableProps['rows']): SaidColumn[] {
  return head.flatMap((own, place) => {
    const example = exampleOf(others, place);
    const name = own || importMessages[language.value].columnWithoutHead(letterOf(place));
    return own === '' && example === '' ? [] : [{ place, name, example }];
  });
}

/** Longest name of a column in a sentence, in characters. */
const maxNameLength = 60;

/** Names of the columns of which nothing comes in. */
export function leftOutColumns(rows: ColumnTableProps['rows'], columns: Columns): string[] {
  return saidColumns(rows).flatMap(({ place, name }) =>
    columns[place] ? [] : [shorten(name, maxNameLength)],
  );
}

/** The columns with a meaning chosen, each field in one column only. */
function withMeaning(columns: Columns, place: number, field: ImportField | undefined): Columns {
  return columns.map((own, index) => {
    if (index === place) return field;
    return own === field ? undefined : own;
  });
}

/** What each column of a table is taken for, with an example, to be corrected. */
export function ColumnTable({ rows, columns, onColumns }: ColumnTableProps) {
  const messages = importMessages[language.value];
  const names = tableMessages[language.value];
  const options = [
    { value: notImported, label: messages.notImported },
    ...importFields.map((field) => ({ value: field, label: names[`column.${field}`] })),
  ];
  return (
    <section class="wb-import-part" aria-labelledby="import-columns">
      <h3 id="import-columns">{messages.columnsTitle}</h3>
      <p>{messages.columnsIntro}</p>
      {!columns.includes('quote') && <p class="wb-field-error">{messages.noQuoteColumn}</p>}
      <div class="wb-people-scroll">
        <table class="wb-people wb-stacked wb-import-table">
          <thead>
            <tr>
              <th scope="col">{messages.columnHead}</th>
              <th scope="col">{messages.columnExample}</th>
              <th scope="col">{messages.columnMeaning}</th>
            </tr>
          </thead>
          <tbody>
            {saidColumns(rows).map(({ place, name, example }) => (
              <tr key={place}>
                <th scope="row">{name}</th>
                <td class="wb-import-example">{example}</td>
                <td>
                  <Choice
                    label={messages.meaningOf(name)}
                    value={columns[place] ?? notImported}
                    options={options}
                    onValue={(field) => onColumns(withMeaning(columns, place, field || undefined))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
