import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { ExportLink } from '../exchange/export-link.tsx';
import { exportPath } from '../exchange/export-path.ts';
import { language } from '../language/language.ts';
import { dossierHref } from '../routing/route.ts';

/** The ways of a codebook out of the dossier, and into it. */
export function CodebookFiles({ slug }: { slug: string }) {
  const messages = codebookMessages[language.value];
  const names = exchangeMessages[language.value];
  const files = [
    { format: 'csv', label: names.csvOf(tableMessages[language.value]['table.codebook']) },
    { format: 'ttl', label: names['format.ttl'] },
    { format: 'qdc', label: names['format.qdc'] },
  ] as const;
  return (
    <section class="wb-codebook-files" aria-labelledby="codebook-files">
      <h2 id="codebook-files">{messages.files}</h2>
      <p>{messages.filesText}</p>
      <ul class="wb-plain-list">
        {files.map(({ format, label }) => (
          <li key={format}>
            <ExportLink
              path={exportPath(slug, format, language.value, format === 'csv' ? { table: 'codebook' } : {})}
            >
              {label}
            </ExportLink>
          </li>
        ))}
        <li>
          <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'exchange')}>
            {messages.import}
          </a>
        </li>
      </ul>
    </section>
  );
}
