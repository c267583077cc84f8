import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { conceptLabel } from '@waarborg/shared/ui';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { readingsBySafeguard, summariseReadings } from './reading-summary.ts';
import type { DocumentChanges } from './use-document-changes.ts';
import type { KnownDocuments } from './use-known-documents.ts';

interface DocumentReadingsProps {
  readonly document: SourceDocument;
  readonly known: KnownDocuments;
  /** Absent for who may only read. */
  readonly changes: DocumentChanges | undefined;
}

/** Who has read a document for which safeguard, and for which nobody has; the reader can say that they did. */
export function DocumentReadings({ document, known, changes }: DocumentReadingsProps) {
  const messages = documentMessages[language.value];
  const summary = summariseReadings(document, known.readings);
  const ownReading = summary.find(({ reviewer }) => reviewer === known.names.reader);
  const readings = readingsBySafeguard(document, known.readings, known.safeguards);
  const read = readings.filter(({ reviewers }) => reviewers.length > 0).length;
  return (
    <section>
      <h2>{messages.readings}</h2>
      {summary.length === 0 && known.passages.has(document.id) && <p>{messages.codedButUnread}</p>}
      {changes && (
        <Button
          disabled={changes.action.isBusy}
          onClick={() => void changes.setRead(document, ownReading?.safeguards !== 'all')}
        >
          {ownReading?.safeguards === 'all' ? messages.markUnread : messages.markRead}
        </Button>
      )}
      <details>
        <summary>{messages.readingsCount(read, readings.length)}</summary>
        <dl class="wb-facts">
          {readings.map(({ safeguard, reviewers }) => (
            <div key={safeguard}>
              <dt>{conceptLabel(known.names.vocabulary, safeguard)}</dt>
              <dd>
                {reviewers.length === 0 ? (
                  <span class="wb-muted">{messages.notRead}</span>
                ) : (
                  <>
                    <span aria-hidden="true">✓</span> {reviewers.map(known.reviewerName).join(', ')}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
