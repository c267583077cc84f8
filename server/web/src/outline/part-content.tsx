import type { Annotation } from '@waarborg/shared/annotation';
import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import { fateOfPassage, isAccepted, notAcceptedMark, type OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { uiMessages } from '@waarborg/shared/messages/ui';
import { PassageQuote } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { RichText } from './rich-text.tsx';

type PassageContent = Extract<OutlinePart['content'], { kind: 'passage' }>;

interface PartContentProps {
  readonly content: OutlinePart['content'];
  readonly names: DossierNames;
  /** The passages of the outline that are still there, by id. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Takes the words that a passage has now; absent for who may only read. */
  readonly onRenew?: (() => void) | undefined;
}

/** What stands in a part, as it stands in the paper. */
export function PartContent({ content, names, annotations, onRenew }: PartContentProps) {
  const messages = outlineMessages[language.value];
  switch (content.kind) {
    case 'heading': {
      const isEmpty = content.text.trim() === '';
      const text = isEmpty ? messages.emptyHeading : content.text;
      const look = isEmpty ? 'wb-part-empty' : undefined;
      // The title of the outline is the heading above these.
      if (content.level === 1) return <h3 class={look}>{text}</h3>;
      return content.level === 2 ? <h4 class={look}>{text}</h4> : <h5 class={look}>{text}</h5>;
    }
    case 'text':
      return content.text.trim() === '' ? (
        <p class="wb-muted wb-part-empty">{messages.emptyText}</p>
      ) : (
        <RichText text={content.text} />
      );
    case 'passage':
      return (
        <PassageContentView
          content={content}
          names={names}
          annotation={annotations.get(content.annotation)}
          onRenew={onRenew}
        />
      );
  }
}

function PassageContentView({
  content: { annotation: id, marked },
  names,
  annotation,
  onRenew,
}: Omit<PartContentProps, 'content' | 'annotations'> & {
  readonly content: PassageContent;
  readonly annotation: Annotation | undefined;
}) {
  const messages = outlineMessages[language.value];
  const fate = fateOfPassage(marked, annotation);
  const [first] = marked.ranges;
  const link = first && sourceLink({ id, source: marked.source, exact: first.exact, page: first.page });
  const citation = citationOf(marked.document, citedPlace(marked), names);
  return (
    <div class="wb-part-passage" data-fate={fate}>
      <PassageQuote ranges={marked.ranges} language={language.value} />
      <p class="wb-passage-foot">
        <span>
          <cite>{citation}</cite>
          {annotation && !isAccepted(annotation) && <NotAccepted />}
        </span>
        {link && (
          <a
            class="wb-part-source"
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={citation && uiMessages[language.value].openCitationInSource(citation)}
          >
            {uiMessages[language.value].openInSource}
          </a>
        )}
      </p>
      {fate === 'deleted' && <p class="wb-part-fate">⚠ {messages.fateDeleted}</p>}
      {fate === 'changed' && annotation && (
        <div class="wb-part-fate">
          <p>⚠ {messages.fateChanged}</p>
          <PassageQuote ranges={annotation.ranges} language={language.value} />
          {onRenew && (
            <button type="button" class="wb-text-button" onClick={onRenew}>
              {messages.renew}
            </button>
          )}
        </div>
      )}
      {annotation?.gone && <p class="wb-part-fate">⚠ {messages.fateGone}</p>}
    </div>
  );
}

/** The mark of what no curator has accepted, as it stands in the paper; in words for who hears it. */
function NotAccepted() {
  const messages = outlineMessages[language.value];
  return (
    <span title={messages.notAccepted}>
      {' '}
      <span aria-hidden="true">{notAcceptedMark}</span>
      <span class="wb-visually-hidden">({messages.notAccepted})</span>
    </span>
  );
}
