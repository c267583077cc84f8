import { type ExportFormat, exportFormats } from '@waarborg/shared/api';
import { csvSeparators, separatorOf, type TableName, tableNames } from '@waarborg/shared/exchange';
import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { language } from '../language/language.ts';
import { ExportLink } from './export-link.tsx';
import { exportPath } from './export-path.ts';

/** The forms in which the whole dossier can be taken along, each with what it is for. */
export function ExportList({ slug }: { slug: string }) {
  const messages = exchangeMessages[language.value];
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="export">
      <h2 id="export">{messages.export}</h2>
      <p>{messages.exportIntro}</p>
      <ul class="wb-export-list">
        {exportFormats.map((format) => (
          <ExportEntry key={format} slug={slug} format={format} />
        ))}
      </ul>
    </section>
  );
}

function ExportEntry({ slug, format }: { slug: string; format: ExportFormat }) {
  const messages = exchangeMessages[language.value];
  const [table, setTable] = useState<TableName>('codings');
  const name = messages[`format.${format}`];
  const [separator, setSeparator] = useState(() => separatorOf(language.value));
  const query: Record<string, string> = format === 'csv' ? { table, separator } : {};
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p>{messages[`format.${format}.text`]}</p>
        {format === 'csv' && (
          <>
            <ChoiceField
              label={messages.table}
              value={table}
              options={tableNames.map((value) => ({
                value,
                label: tableMessages[language.value][`table.${value}`],
              }))}
              onValue={setTable}
            />
            <ChoiceField
              label={messages.separator}
              value={separator}
              options={csvSeparators.map((value) => ({ value, label: messages[`separator.${value}`] }))}
              onValue={setSeparator}
            />
          </>
        )}
      </div>
      <ExportLink path={exportPath(slug, format, language.value, query)} isButton>
        {messages.download(name)}
      </ExportLink>
    </li>
  );
}
