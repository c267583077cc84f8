import { separatorOf, writeCsv } from '@waarborg/shared/exchange';
import type { RefusedRow, Sheet } from '@waarborg/shared/imports';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { importMessages } from '@waarborg/shared/messages/imports';
import { shorten } from '@waarborg/shared/text';
import { inSentence, saveFile } from '@waarborg/shared/ui';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';

interface RefusedRowsProps {
  readonly refused: readonly RefusedRow[];
  /** The table as it was read; the first row is its head. */
  readonly sheet: Sheet;
}

/** Rows that are told one by one. */
const maxTold = 10;
/** Longest value that is told, in characters. */
const maxValueLength = 60;

function reasonOf({ problem, field, value }: RefusedRow): string {
  const name = inSentence(tableMessages[language.value][`column.${field}`]);
  return importMessages[language.value][`problem.${problem}`](name, shorten(value, maxValueLength));
}

/** Number of a row in the file. */
function numberOf({ row }: RefusedRow, { numbers }: Sheet): number {
  return numbers[row - 1] ?? row;
}

/** A file of the rows, with their reasons before what they hold, so that they can be put right and tried again. */
function toFile({ refused, sheet }: RefusedRowsProps): string {
  const [head = []] = sheet.rows;
  const messages = importMessages[language.value];
  const text = (header: string) => ({ header, kind: 'text' as const });
  const columns = [messages.rowNumber, messages.rowReason, ...head].map(text);
  const rows = refused.map((one) => [
    ...[numberOf(one, sheet), reasonOf(one)],
    ...(sheet.rows[one.row - 1] ?? []),
  ]);
  return writeCsv({ columns, rows }, separatorOf(language.value));
}

/** Rows that do not come in, each with its reason; all of them as a file. */
export function RefusedRows(props: RefusedRowsProps) {
  const messages = importMessages[language.value];
  const { refused, sheet } = props;
  if (refused.length === 0) return null;
  const download = () =>
    saveFile({ content: new Blob([toFile(props)], { type: 'text/csv' }), name: messages.refusedFile });
  return (
    <>
      <p>{messages.refusedRows(refused.length)}</p>
      <ul>
        {refused.slice(0, maxTold).map((one) => (
          <li key={one.row}>{messages.rowProblem(numberOf(one, sheet), reasonOf(one))}</li>
        ))}
        {refused.length > maxTold && <li>{messages.moreRows(refused.length - maxTold)}</li>}
      </ul>
      <Button onClick={download}>{messages.downloadRefused}</Button>
    </>
  );
}
