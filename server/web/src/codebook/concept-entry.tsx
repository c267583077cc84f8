import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { ToggleButton } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import { viewSearch } from '../matrix-view/view.ts';
import { codebookHistoryHref, matrixHref } from '../routing/route.ts';
import type { CodebookView } from './codebook-view.ts';
import { EditButton } from './edit-button.tsx';
import { EditConcept } from './edit-concept.tsx';
import { FurtherActions } from './further-actions.tsx';
import type { LaidOutConcept } from './lay-out-codebook.ts';
import { MergedConcept } from './merged-concept.tsx';

interface ConceptEntryProps {
  readonly view: CodebookView;
  readonly entry: LaidOutConcept;
  /** Ids of the concepts of its group, in their order. */
  readonly order: readonly string[];
}

/** A concept: what it is called and means, how much is coded with it, and what was merged into it. */
export function ConceptEntry({ view, entry, order }: ConceptEntryProps) {
  const messages = codebookMessages[language.value];
  const { slug, changes, edits } = view;
  const { concept, merged, codings } = entry;
  const name = concept.label[language.value];
  const [isOpen, setOpen] = useState(false);
  const edit = edits.of(concept);
  const curator = changes && { ...view, changes };
  return (
    <li class="wb-entry wb-concept" data-retired={concept.retired || undefined}>
      <div class="wb-concept-head">
        <h4>{name}</h4>
        <p class="wb-concept-facts">
          {concept.retired && <span class="wb-chip">{messages.retired}</span>}
          <span>{messages.shortOf(concept.shortLabel[language.value])}</span>
          <Codings slug={slug} concept={concept} codings={codings} />
          <a
            class="utrecht-link utrecht-link--html-a"
            href={codebookHistoryHref(slug, `concept/${concept.id}`)}
            aria-label={messages.historyOf(name)}
          >
            {messages.history}
          </a>
        </p>
        {curator && (
          <div class="wb-row-actions">
            <EditButton view={curator} concept={concept} />
            <ToggleButton
              text={messages.more}
              label={messages.moreOf(name)}
              isOpen={isOpen}
              onOpen={setOpen}
            />
          </div>
        )}
      </div>
      <Meaning concept={concept} />
      {merged.length > 0 && (
        <ul class="wb-rows" aria-label={messages.mergedHere(name)}>
          {merged.map((one) => (
            <MergedConcept key={one.id} view={view} concept={one} />
          ))}
        </ul>
      )}
      {curator && isOpen && <FurtherActions view={curator} entry={entry} order={order} />}
      {curator && edit && <EditConcept view={curator} edit={edit} codings={codings} />}
    </li>
  );
}

/** How many codings count for a concept, as the way to them. */
function Codings({ slug, concept: { kind, id, label }, codings }: CodingsProps) {
  const messages = codebookMessages[language.value];
  const text = messages.codings(codings);
  if (codings === 0) return <span>{text}</span>;
  const selection = kind === 'safeguard' ? { row: id } : { column: id };
  const view = { rows: 'safeguard', columns: 'impact', count: 'claims' } as const;
  return (
    <a
      class="utrecht-link utrecht-link--html-a"
      href={matrixHref(slug) + viewSearch({ ...view, filters: { [kind]: [id] }, selection })}
      aria-label={messages.codingsOf(text, label[language.value])}
    >
      {text}
    </a>
  );
}

type CodingsProps = Pick<CodebookView, 'slug'> & {
  readonly concept: KeptConcept;
  readonly codings: number;
};

function Meaning({ concept }: { concept: KeptConcept }) {
  const messages = codebookMessages[language.value];
  const { kind, definition, legalBasis, terms } = concept;
  const meaning = definition[language.value];
  const sources = [legalBasis, terms.length > 0 && messages.terms(terms.join(', '))].filter(Boolean);
  return (
    <>
      {meaning !== '' && <p>{kind === 'impact' ? messages.favourable(meaning) : meaning}</p>}
      {sources.length > 0 && <p class="wb-muted">{sources.join(' · ')}</p>}
    </>
  );
}
