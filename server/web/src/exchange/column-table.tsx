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
  const [head = [], ...others] = rows;
  const options = [
    { value: notImported, label: messages.notImported },
    ...importFields.map((field) => ({ value: field, label: names[`column.${field}`] })),
  ];
  return (
    <section class="wb-import-part" aria-labelledby="import-columns">
      <h3 id="import-columns">{messages.columnsTitle}</h3>
      <p>{messages.columnsIntro}</p>
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
            {head.map((own, place) => {
              const example = exampleOf(others, place);
              // A column that only keeps others apart.
              if (own === '' && example === '') return null;
              const name = own || messages.columnWithoutHead(letterOf(place));
              return (
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
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
