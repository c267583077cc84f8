import { type Dossier, isAllowed } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { LastChange } from '../forms/last-change.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { MissingSources } from '../references/missing-sources.tsx';
import { address } from '../routing/navigation.ts';
import { DocumentFilters } from './document-filters.tsx';
import { DocumentTable } from './document-table.tsx';
import { readDocumentView, selectDocuments } from './document-view.ts';
import { OneDocument } from './one-document.tsx';
import { useDocumentChanges } from './use-document-changes.ts';
import { type KnownDocuments, useKnownDocuments } from './use-known-documents.ts';

/** The documents of a dossier: what is in it, what came of it, and who read it; or one of them. */
export function DocumentsPage({ slug }: { slug: string }) {
  const messages = documentMessages[language.value];
  const dossier = useDossier(slug);
  const known = useKnownDocuments(slug);
  const changes = useDocumentChanges(slug, known.reload);
  useLiveDossier(slug, dossier.data?.revision);
  const id = new URLSearchParams(address.value.search).get('document');
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  const document = id === null ? undefined : known.data?.names.documentsById.get(id);
  return (
    <PageFrame title={document?.title ?? messages.documents} dossier={dossier.data} current="documents">
      <h1>{document?.title ?? messages.documents}</h1>
      {id === null && (
        <p class="wb-intro">
          {messages.intro} {dossier.data && isAllowed(dossier.data.role, 'reviewer') && messages.introAdding}
        </p>
      )}
      {known.failure && <ProblemNotice failure={known.failure} onRetry={known.reload} />}
      {!known.failure && !(known.data && dossier.data) && <LoadingNotice />}
      <LastChange slug={slug} changes={changes} />
      {known.data && dossier.data && id === null && <Documents dossier={dossier.data} known={known.data} />}
      {known.data && dossier.data && id !== null && (
        <OneDocument
          key={id}
          slug={slug}
          document={document}
          known={known.data}
          changes={isAllowed(dossier.data.role, 'reviewer') ? changes : undefined}
        />
      )}
    </PageFrame>
  );
}

function Documents({ dossier: { slug }, known }: { dossier: Dossier; known: KnownDocuments }) {
  const messages = documentMessages[language.value];
  const view = readDocumentView(address.value.search);
  const { documents } = known.names;
  if (documents.length === 0) return <p class="wb-empty">{messages.none}</p>;
  const shown = selectDocuments(documents, view, known);
  return (
    <>
      <DocumentFilters view={view} />
      <p class="wb-result-count" role="status">
        {messages.shown(shown.length, documents.length)}
      </p>
      {shown.length === 0 ? (
        <p class="wb-empty">{messages.noneFound}</p>
      ) : (
        <DocumentTable slug={slug} known={known} documents={shown} />
      )}
      <MissingSources slug={slug} />
    </>
  );
}
