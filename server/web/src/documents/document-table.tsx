import { dateInWords } from '@waarborg/shared/citation';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { language } from '../language/language.ts';
import { ClaimsLink } from '../matrix/claims-link.tsx';
import { viewSearch } from '../matrix-view/view.ts';
import { documentHref, matrixHref } from '../routing/route.ts';
import { DocumentAddresses } from './document-addresses.tsx';
import { summariseReadings } from './reading-summary.ts';
import type { KnownDocuments } from './use-known-documents.ts';

interface TableProps {
  readonly slug: string;
  readonly known: KnownDocuments;
  /** Those that are shown, in their order. */
  readonly documents: readonly SourceDocument[];
}

const heads = ['title', 'type', 'issuer', 'date', 'passages', 'claims', 'readBy'] as const;

/** Documents as a table: what they are, what came of them, and who read them. */
export function DocumentTable({ documents, ...props }: TableProps) {
  const messages = documentMessages[language.value];
  return (
    <div class="wb-table-scroll">
      <table class="utrecht-table utrecht-table--html-table wb-documents wb-stacked">
        <caption class="wb-visually-hidden">{messages.documents}</caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {heads.map((head) => (
              <th key={head} class="utrecht-table__header-cell" scope="col" data-column={head}>
                {messages[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">
          {documents.map((document) => (
            <DocumentRow key={document.id} {...props} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<TableProps, 'documents'> & { readonly document: SourceDocument };

function DocumentRow({ slug, known, document }: RowProps) {
  const messages = documentMessages[language.value];
  const { id, title, sourceType, date } = document;
  const { passages = 0, gone = 0 } = known.passages.get(id) ?? {};
  const claims = known.claims.get(id) ?? 0;
  const search = viewSearch({
    rows: 'document',
    columns: 'safeguard',
    count: 'claims',
    filters: {},
    selection: { row: id },
  });
  return (
    <tr class="utrecht-table__row">
      <th class="utrecht-table__cell" scope="row">
        <a class="utrecht-link utrecht-link--html-a" href={documentHref(slug, id)}>
          {title}
        </a>
        <DocumentAddresses document={document} />
      </th>
      <td class="utrecht-table__cell" data-label={messages.type}>
        {domainMessages[language.value][`sourceType.${sourceType}`]}
      </td>
      <td class="utrecht-table__cell" data-column="issuer" data-label={messages.issuer}>
        {known.issuerName(document) || messages.unknown}
      </td>
      <td class="utrecht-table__cell wb-day" data-label={messages.date}>
        {date ? dateInWords(date, language.value) : messages.unknown}
      </td>
      <td class="utrecht-table__cell wb-numeric" data-label={messages.passages}>
        <a
          class="utrecht-link utrecht-link--html-a"
          href={documentHref(slug, id)}
          aria-label={messages.passagesOf(passages, title)}
        >
          {passages}
        </a>
        {gone > 0 && (
          <a
            class="utrecht-link utrecht-link--html-a"
            href={`${documentHref(slug, id)}&gone=true`}
            aria-label={messages.goneIn(messages.goneOf(gone), title)}
          >
            {messages.goneOf(gone)}
          </a>
        )}
      </td>
      <td class="utrecht-table__cell wb-numeric" data-label={messages.claims}>
        <ClaimsLink claims={claims} href={matrixHref(slug) + search} label={messages.claimsOf(claims, title)}>
          {claims}
        </ClaimsLink>
      </td>
      <td class="utrecht-table__cell" data-label={messages.readBy}>
        <DocumentReaders known={known} document={document} />
      </td>
    </tr>
  );
}

function DocumentReaders({ known, document }: Omit<RowProps, 'slug'>) {
  const messages = documentMessages[language.value];
  const summary = summariseReadings(document, known.readings);
  if (summary.length === 0) return <span class="wb-muted">{messages.readByNobody}</span>;
  return (
    <ul class="wb-plain-list">
      {summary.map(({ reviewer, safeguards }) => (
        <li key={reviewer}>
          {safeguards === 'all'
            ? messages.readForAll(known.reviewerName(reviewer))
            : messages.readForSome(known.reviewerName(reviewer), safeguards, known.safeguards.length)}
        </li>
      ))}
    </ul>
  );
}
