import { matrixResponseSchema, readingListSchema } from '@waarborg/shared/api';
import { dateInWords } from '@waarborg/shared/citation';
import { type Dossier, isAllowed, type Reading, type SourceDocument } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { webMessages } from '@waarborg/shared/messages/web';
import { speakerName } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { useList, useResource } from '../api/use-resource.ts';
import { type DossierNames, useDossierNames } from '../cell/use-dossier-names.ts';
import { language } from '../frame/language.ts';
import { PageFrame } from '../frame/page-frame.tsx';
import { LoadingNotice, ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { matrixPath, viewSearch } from '../matrix/view.ts';
import { DoneLine } from '../people/notices.tsx';
import { matrixHref } from '../routing/route.ts';
import { DeleteDocument } from './delete-document.tsx';
import { summariseReadings } from './reading-summary.ts';
import { useReviewerNames } from './use-reviewer-names.ts';

/** The documents of a dossier: what is in it, what came of it, and who read it. */
export function DocumentsPage({ slug }: { slug: string }) {
  const messages = webMessages[language.value];
  const dossier = useDossier(slug);
  const names = useDossierNames(slug);
  const readings = useList(`/dossiers/${slug}/readings`, readingListSchema);
  const countsPath = matrixPath(slug, { rows: 'document', columns: 'stage', filters: {} });
  const counts = useResource(countsPath, matrixResponseSchema);
  const reviewerName = useReviewerNames(slug);
  const [done, setDone] = useState<string>();
  const failure = names.failure ?? readings.failure ?? counts.failure;
  const retry = () => {
    names.reload();
    readings.reload();
    counts.reload();
  };
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.documentsTitle} dossier={dossier.data} current="documents">
      <h1>{messages.documentsTitle}</h1>
      {failure && <ProblemNotice failure={failure} onRetry={retry} />}
      {!failure && !(names.data && readings.data && counts.data) && <LoadingNotice />}
      <DoneLine text={done} />
      {names.data?.documents.length === 0 && <p>{messages.noDocuments}</p>}
      {names.data && names.data.documents.length > 0 && readings.data && counts.data && (
        <DocumentTable
          slug={slug}
          role={dossier.data?.role}
          names={names.data}
          readings={readings.data.readings}
          claims={new Map(Object.entries(counts.data.totals.rows).map(([id, total]) => [id, total.claims]))}
          reviewerName={reviewerName}
          onDeleted={(title) => {
            setDone(messages.documentDeleted(title));
            retry();
          }}
        />
      )}
    </PageFrame>
  );
}

interface TableProps {
  readonly slug: string;
  /** Of the reader; undefined until it is known. */
  readonly role: Dossier['role'] | undefined;
  readonly onDeleted: (title: string) => void;
  readonly names: DossierNames;
  readonly readings: readonly Reading[];
  /** By document id. */
  readonly claims: ReadonlyMap<string, number>;
  readonly reviewerName: (id: string) => string;
}

function DocumentTable(props: TableProps) {
  const messages = webMessages[language.value];
  const { documents } = props.names;
  const sorted = documents.toSorted(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title),
  );
  const heads = [
    'columnTitle',
    'columnType',
    'columnIssuer',
    'columnDate',
    'columnClaims',
    'columnRead',
  ] as const;
  return (
    <div class="wb-table-scroll">
      <table class="utrecht-table utrecht-table--html-table wb-documents">
        <caption class="utrecht-table__caption">{messages.documentsOf(documents.length)}</caption>
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
          {sorted.map((document) => (
            <DocumentRow key={document.id} {...props} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DocumentRow({ document, ...props }: TableProps & { document: SourceDocument }) {
  const messages = webMessages[language.value];
  const { slug, names, claims } = props;
  const { id, title, sourceType, issuer, date } = document;
  const count = claims.get(id) ?? 0;
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
        {title}
        <DocumentAddresses document={document} />
        {count === 0 && props.role && isAllowed(props.role, 'reviewer') && (
          <DeleteDocument slug={slug} document={document} onDeleted={props.onDeleted} />
        )}
      </th>
      <td class="utrecht-table__cell">{domainMessages[language.value][`sourceType.${sourceType}`]}</td>
      <td class="utrecht-table__cell">{issuer ? speakerName(names.vocabulary, issuer) : messages.unknown}</td>
      <td class="utrecht-table__cell">{date ? dateInWords(date, language.value) : messages.unknown}</td>
      <td class="utrecht-table__cell wb-numeric">
        <a
          class="utrecht-link utrecht-link--html-a"
          href={matrixHref(slug) + search}
          aria-label={messages.claimsOf(count, title)}
        >
          {count}
        </a>
      </td>
      <td class="utrecht-table__cell">
        <DocumentReaders {...props} document={document} />
      </td>
    </tr>
  );
}

function DocumentAddresses({ document: { title, addresses } }: { document: SourceDocument }) {
  const messages = webMessages[language.value];
  const onTheWeb = addresses.filter(({ address }) => /^https?:/.test(address));
  if (onTheWeb.length === 0) return <div class="wb-addresses">{messages.notOnTheWeb}</div>;
  return (
    <div class="wb-addresses">
      {onTheWeb.map(({ address, mediaType }) => (
        <a
          key={address}
          class="utrecht-link utrecht-link--html-a"
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={messages.openSourceOf(title)}
        >
          {messages.openSource}
          {mediaType === 'application/pdf' && ' (pdf)'}
        </a>
      ))}
    </div>
  );
}

function DocumentReaders({
  names,
  readings,
  reviewerName,
  document,
}: TableProps & { document: SourceDocument }) {
  const messages = webMessages[language.value];
  const summary = summariseReadings(document, readings);
  const safeguards = [...names.vocabulary.concepts.values()].filter(
    ({ kind, retired, mergedInto }) => kind === 'safeguard' && !retired && !mergedInto,
  ).length;
  if (summary.length === 0) return <span class="wb-muted">{messages.readByNobody}</span>;
  return (
    <ul class="wb-plain-list">
      {summary.map(({ reviewer, safeguards: read }) => (
        <li key={reviewer}>
          {read === 'all'
            ? messages.readForAll(reviewerName(reviewer))
            : messages.readForSome(reviewerName(reviewer), read, safeguards)}
        </li>
      ))}
    </ul>
  );
}
