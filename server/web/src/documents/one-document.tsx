import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { language } from '../language/language.ts';
import { dossierHref } from '../routing/route.ts';
import { DocumentActions } from './document-actions.tsx';
import { DocumentCard } from './document-card.tsx';
import { DocumentCitations } from './document-citations.tsx';
import { DocumentPassages } from './document-passages.tsx';
import { DocumentReadings } from './document-readings.tsx';
import { MergedDocuments } from './merged-documents.tsx';
import type { DocumentChanges } from './use-document-changes.ts';
import type { KnownDocuments } from './use-known-documents.ts';

interface OneDocumentProps {
  readonly slug: string;
  /** Undefined where the dossier does not have it. */
  readonly document: SourceDocument | undefined;
  readonly known: KnownDocuments;
  /** Absent for who may only read. */
  readonly changes: DocumentChanges | undefined;
}

/** One document: what it is, what was read and marked in it, what it cites, and the ways to set it right. */
export function OneDocument({ slug, document, known, changes }: OneDocumentProps) {
  const messages = documentMessages[language.value];
  return (
    <>
      <p class="wb-back">
        <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'documents')}>
          {messages.back}
        </a>
      </p>
      {!document && (
        <section class="wb-empty">
          <h2>{messages.missingTitle}</h2>
          <p>{messages.missingText}</p>
        </section>
      )}
      {document && (
        <div class="wb-document">
          <DocumentCard slug={slug} document={document} known={known} />
          <MergedDocuments key={document.revision} slug={slug} document={document} changes={changes} />
          {changes && <DocumentActions slug={slug} document={document} known={known} changes={changes} />}
          <DocumentReadings document={document} known={known} changes={changes} />
          <DocumentPassages slug={slug} document={document} names={known.names} />
          <DocumentCitations slug={slug} document={document} names={known.names} />
        </div>
      )}
    </>
  );
}
