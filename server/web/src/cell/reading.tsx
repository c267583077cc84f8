import { readingListSchema } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { currentReadings, narrowsReading, readingsBy } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { useList } from '../api/use-resource.ts';
import { language } from '../language/language.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import type { MatrixView, Selection } from '../matrix-view/view.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { documentsBehind, readingProgress } from './coverage.ts';

interface ReadingProps {
  readonly names: DossierNames;
  readonly view: Pick<MatrixView, 'rows' | 'columns' | 'filters'>;
  readonly selection: Selection;
  /** For which the reading counts, for each of them; none: for any. */
  readonly safeguards: readonly string[];
  readonly isOpen: boolean;
}

/** How far the reading got, of what the matrix counts for a number: which documents, by whom, and which not yet. */
export function Reading({ names, view, selection, safeguards, isOpen }: ReadingProps) {
  const messages = cellMessages[language.value];
  const { slug, vocabulary, documentsById } = names;
  const readings = useList(`/dossiers/${slug}/readings`, readingListSchema);
  const reviewerName = useReviewerNames(slug, readings.data?.readings.map(({ reviewer }) => reviewer) ?? []);
  if (!readings.data) return null;
  if (names.documents.length === 0) return <p>{messages.noDocuments}</p>;
  const { document } = view.filters;
  const filters = { ...view.filters, document: document?.map((id) => documentsById.get(id)?.id ?? id) };
  const documents = documentsBehind(names.documents, { ...view, filters }, selection);
  const current = currentReadings(readings.data.readings, (id) => vocabulary.concepts.get(id)?.id ?? id);
  const own = readingsBy(current, filters);
  const { read, unread } = readingProgress(documents, own, safeguards);
  const isNarrowed = narrowsReading(filters);
  return (
    <details class="wb-reading-progress" open={isOpen}>
      <summary>
        {messages[isNarrowed ? 'readTitleWithin' : 'readTitle'](read.length, documents.length)}
      </summary>
      {isOpen && (
        <p>
          {read.length === 0
            ? messages[isNarrowed ? 'notReadWithin' : 'notReadExplained']
            : messages[isNarrowed ? 'nothingFoundWithin' : 'nothingFoundExplained'](
                read.length,
                documents.length,
              )}{' '}
          {read.length > 0 && unread.length > 0 && messages.nothingFoundPartly}
        </p>
      )}
      {read.length > 0 && <h3>{messages.readBy}</h3>}
      <ul>
        {read.map(({ document, reviewers }) => (
          <li key={document.id}>
            <DocumentLink document={document} />
            {' – '}
            {reviewers.map(reviewerName).join(', ')}
          </li>
        ))}
      </ul>
      {unread.length > 0 && <h3>{messages.notReadYet}</h3>}
      <ul>
        {unread.map((document) => (
          <li key={document.id}>
            <DocumentLink document={document} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Title of a document, as a link where it is on the web. */
function DocumentLink({ document: { title, addresses } }: { document: SourceDocument }) {
  const address = addresses.find((candidate) => /^https?:/.test(candidate.address))?.address;
  if (!address) return <>{title}</>;
  return (
    <a class="utrecht-link utrecht-link--html-a" href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}
