import { bundleSchema } from '@waarborg/shared/api';
import {
  applyChoices,
  type Choices,
  type Columns,
  createVocabularyReader,
  findHead,
  guessColumns,
  listUnknownWords,
  namingFields,
  type OtherwiseDocument,
  planRows,
  proposeChoices,
  rowsWithHead,
  type Sheet,
} from '@waarborg/shared/imports';
import { importMessages } from '@waarborg/shared/messages/imports';
import { onOneLine, shorten } from '@waarborg/shared/text';
import { useMemo, useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { language } from '../language/language.ts';
import { BundleImport } from './bundle-import.tsx';
import { ColumnTable, leftOutColumns } from './column-table.tsx';
import { createIds } from './create-ids.ts';
import { DocumentChoice } from './document-choice.tsx';
import { ImportGaps } from './import-gaps.tsx';
import { bundleRequest } from './import-request.ts';
import { RefusedRows } from './refused-rows.tsx';
import { SpeakerChoice } from './speaker-choice.tsx';
import { UnknownWords } from './unknown-words.tsx';
import type { ImportContext } from './use-import-context.ts';

interface TableImportProps {
  readonly slug: string;
  readonly sheets: readonly Sheet[];
  readonly context: ImportContext;
}

/** The sheet whose columns say most: a workbook of ours has others beside the codings. */
function richestSheet(sheets: readonly Sheet[], { codebook }: ImportContext): string {
  const vocabulary = createVocabularyReader(codebook);
  const known = ({ rows }: Sheet) =>
    guessColumns(rows.slice(findHead(rows)), vocabulary).filter((field) => field).length;
  return sheets.toSorted((a, b) => known(b) - known(a))[0]?.name ?? '';
}

/** The tables of a file: one is chosen, and its columns and words are understood. */
export function TableImport({ slug, sheets, context }: TableImportProps) {
  const messages = importMessages[language.value];
  const [chosen, setChosen] = useState(() => richestSheet(sheets, context));
  const sheet = sheets.find(({ name }) => name === chosen) ?? sheets[0];
  return (
    <>
      {sheets.length > 1 && (
        <ChoiceField
          label={messages.sheet}
          value={chosen}
          options={sheets.map(({ name }) => ({ value: name, label: name }))}
          onValue={setChosen}
        />
      )}
      {sheet && <SheetImport key={sheet.name} slug={slug} sheet={sheet} context={context} />}
    </>
  );
}

interface SheetImportProps {
  readonly slug: string;
  readonly sheet: Sheet;
  readonly context: ImportContext;
}

/** Longest head that is shown where one is chosen, in characters. */
const maxHeadLength = 80;

/** A sheet from its head on; which row that is can be corrected. */
function SheetImport({ slug, sheet, context }: SheetImportProps) {
  const messages = importMessages[language.value];
  const [head, setHead] = useState(() => findHead(sheet.rows));
  const options = sheet.rows.slice(0, Math.min(rowsWithHead, sheet.rows.length - 1)).map((row, place) => {
    const heads = row.filter((text) => text !== '').join(', ');
    const label = messages.headRow(sheet.numbers[place] ?? 0, shorten(onOneLine(heads), maxHeadLength));
    return { value: String(place), label };
  });
  const table = useMemo(
    () => ({ ...sheet, rows: sheet.rows.slice(head), numbers: sheet.numbers.slice(head) }),
    [sheet, head],
  );
  return (
    <>
      {options.length > 1 && (
        <ChoiceField
          label={messages.head}
          value={String(head)}
          options={options}
          onValue={(place) => setHead(Number(place))}
        />
      )}
      <RowsImport key={head} slug={slug} sheet={table} context={context} />
    </>
  );
}

/** What words mean as it was proposed, save where somebody chose otherwise; undefined leaves a word open. */
function chooseWords(proposed: Choices, chosen: ReadonlyMap<string, string | undefined>): Choices {
  const words = [...new Map<string, string | undefined>([...proposed, ...chosen])];
  return new Map(words.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** The rows of a table, of which the first is its head. */
function RowsImport({ slug, sheet, context }: SheetImportProps) {
  const vocabulary = useMemo(() => createVocabularyReader(context.codebook), [context.codebook]);
  const [columns, setColumns] = useState<Columns>(() => guessColumns(sheet.rows, vocabulary));
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const [otherwise, setOtherwise] = useState<OtherwiseDocument>();
  const [otherwiseSpeaker, setOtherwiseSpeaker] = useState<string>();
  const { plan, unknown, choices } = useMemo(() => {
    const unknown = listUnknownWords(sheet.rows, columns, vocabulary);
    const choices = chooseWords(proposeChoices(unknown, context.codebook), chosen);
    const understood = applyChoices(sheet.rows, columns, choices, vocabulary);
    const rowContext = { ...context, vocabulary, createId: createIds(slug), otherwise, otherwiseSpeaker };
    return { plan: planRows(understood, columns, rowContext), unknown, choices };
  }, [sheet, columns, chosen, otherwise, otherwiseSpeaker, context, vocabulary, slug]);
  const request = useMemo(
    () =>
      bundleRequest(slug, bundleSchema.parse({ documents: plan.documents, annotations: plan.annotations })),
    [slug, plan],
  );
  const messages = importMessages[language.value];
  const leftOut = leftOutColumns(sheet.rows, columns);
  // Only our own tables say which passage it is; their passages had links.
  const isOurs = columns.includes('passageId');
  return (
    <>
      <ColumnTable rows={sheet.rows} columns={columns} onColumns={setColumns} />
      {plan.nameless > 0 && (
        <DocumentChoice
          documents={context.documents}
          nameless={plan.nameless}
          othersNameIt={namingFields.some((field) => columns.includes(field))}
          chosen={otherwise}
          onChoose={setOtherwise}
        />
      )}
      {plan.voiceless > 0 && (
        <SpeakerChoice
          speakers={context.speakers}
          voiceless={plan.voiceless}
          onChoose={setOtherwiseSpeaker}
        />
      )}
      <UnknownWords
        slug={slug}
        words={unknown}
        choices={choices}
        codebook={context.codebook}
        onChoice={(key, value) => setChosen((before) => new Map(before).set(key, value))}
      />
      <BundleImport slug={slug} request={request} newSpeakers={plan.newSpeakers}>
        <ImportGaps title={messages.gapsOfRows} gaps={plan.gaps} of={plan.rows} />
        {plan.repeated > 0 && <p>{messages.repeatedRows(plan.repeated)}</p>}
        {sheet.remarks !== undefined && <p>{messages.remarksOfCells(sheet.remarks)}</p>}
        {isOurs && <p>{messages.tableWithoutLinks}</p>}
        {leftOut.length > 0 && <p>{messages.leftOutColumns(leftOut.length, leftOut.join(', '))}</p>}
        <RefusedRows refused={plan.refused} sheet={sheet} />
      </BundleImport>
    </>
  );
}
