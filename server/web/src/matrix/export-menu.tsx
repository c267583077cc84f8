import { type ExportFormat, exportFormats, type MatrixResponse } from '@waarborg/shared/api';
import type { TableName } from '@waarborg/shared/exchange';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { useState } from 'preact/hooks';
import { isUnderWay } from '../exchange/downloads.ts';
import { ExportLink } from '../exchange/export-link.tsx';
import { exportPath } from '../exchange/export-path.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { DropDown } from '../forms/drop-down.tsx';
import { language } from '../language/language.ts';
import { SaveMatrixPicture } from '../matrix-picture/save-matrix-picture.tsx';
import { viewOfSide } from '../matrix-view/change-view.ts';
import { exportSearch, type MatrixView, type Side, sides } from '../matrix-view/view.ts';

interface ExportFile {
  readonly path: string;
  readonly label: string;
}

/** Tables of a view that one wants as CSV; the others have a page of their own. */
const csvTables = ['matrix', 'codings'] as const satisfies readonly TableName[];

/** Forms that hold what a view shows; a codebook is the same in every view. */
const viewFormats = exportFormats.filter((format) => format !== 'qdc' && format !== 'ttl');

interface ExportMenuProps {
  readonly slug: string;
  readonly view: MatrixView;
  /** The matrix of each side, once it is here, where it can be drawn. */
  readonly matrices?: Readonly<Record<Side, MatrixResponse | undefined>>;
  /** Whether the words of the view are sought in any form, and not letter for letter. */
  readonly isOfSearch?: boolean;
}

/** Takes along what the matrix shows, under its filters; of a comparison one side. */
export function ExportMenu({ slug, view, matrices, isOfSearch = false }: ExportMenuProps) {
  const messages = exchangeMessages[language.value];
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Side>('a');
  const side = view.compare ? chosen : 'a';
  const shown = viewOfSide(view, side);
  const matrix = matrices?.[side];
  const names = tableMessages[language.value];
  const fileOf = (format: ExportFormat, label: string, table?: TableName): ExportFile => {
    const query = exportSearch(shown);
    if (table) query.set('table', table);
    if (isOfSearch) query.set('wordsBy', 'search');
    return { label, path: exportPath(slug, format, language.value, query) };
  };
  const files = viewFormats.flatMap((format) =>
    format === 'csv'
      ? csvTables.map((table) => fileOf(format, messages.csvOf(names[`table.${table}`]), table))
      : [fileOf(format, messages[`format.${format}`])],
  );
  const isBusy = files.some(({ path }) => isUnderWay(path));
  return (
    <DropDown
      title={messages.exportMenu}
      state={isBusy ? messages.busy : messages.chooseForm}
      isActive={isBusy}
      onOpen={setOpen}
    >
      <p>{isOfSearch ? messages.ofThisSearch : messages.ofThisView}</p>
      {view.compare && (
        <ChoiceField
          label={compareMessages[language.value].whichSide}
          value={side}
          onValue={setChosen}
          options={sides.map((value) => ({ value, label: compareMessages[language.value][`side.${value}`] }))}
        />
      )}
      <ul class="wb-export-menu">
        {files.map(({ path, label }) => (
          <li key={label}>
            <ExportLink path={path}>{label}</ExportLink>
          </li>
        ))}
        {isOpen && matrix && <SaveMatrixPicture slug={slug} view={shown} matrix={matrix} />}
      </ul>
    </DropDown>
  );
}
