import { readingListSchema } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { useList } from '../api/use-resource.ts';
import { language } from '../language/language.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import { readingProgress } from './coverage.ts';

interface ReadingProps {
  readonly slug: string;
  readonly documents: readonly SourceDocument[];
  /** For which the reading counts, for each of them; none: for any. */
  readonly safeguards: readonly string[];
  readonly isOpen: boolean;
}

/** How far the reading got: which documents, by whom, and which not yet. */
export function Reading({ slug, documents, safeguards, isOpen }: ReadingProps) {
  const messages = cellMessages[language.value];
  const readings = useList(`/dossiers/${slug}/readings`, readingListSchema);
  const reviewerName = useReviewerNames(slug, readings.data?.readings.map(({ reviewer }) => reviewer) ?? []);
  if (!readings.data) return null;
  if (documents.length === 0) return <p>{messages.noDocuments}</p>;
  const { read, unread } = readingProgress(documents, readings.data.readings, safeguards);
  return (
    <details class="wb-reading-progress" open={isOpen}>
      <summary>{messages.readTitle(read.length, documents.length)}</summary>
      {isOpen && (
        <p>
          {read.length === 0
            ? messages.notReadExplained
            : messages.nothingFoundExplained(read.length, documents.length)}{' '}
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
