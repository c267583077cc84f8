import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { conceptLabel } from '@waarborg/shared/ui';
import { language } from '../frame/language.ts';
import { readingsBySafeguard } from './reading-summary.ts';
import type { KnownDocuments } from './use-known-documents.ts';

/** Who has read a document for which safeguard, and for which nobody has. */
export function DocumentReadings({ document, known }: { document: SourceDocument; known: KnownDocuments }) {
  const messages = documentMessages[language.value];
  const readings = readingsBySafeguard(document, known.readings, known.safeguards);
  const read = readings.filter(({ reviewers }) => reviewers.length > 0).length;
  return (
    <section>
      <h2>{messages.readings}</h2>
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
