import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { language } from '../language/language.ts';
import type { CodebookView, CuratorView } from './codebook-view.ts';
import { EditButton } from './edit-button.tsx';
import { EditConcept } from './edit-concept.tsx';
import { countCodings } from './lay-out-codebook.ts';
import { TriedButton } from './tried-button.tsx';

/** A concept that counts for another one, and the way to separate it again. */
export function MergedConcept({ view, concept }: { view: CodebookView; concept: KeptConcept }) {
  const messages = codebookMessages[language.value];
  const { changes, own } = view;
  return (
    <li>
      <span>
        {concept.label[language.value]} · {messages.codings(own[concept.id] ?? 0)}
      </span>
      {changes && <MergedActions view={{ ...view, changes }} concept={concept} />}
    </li>
  );
}

function MergedActions({ view, concept }: { view: CuratorView; concept: KeptConcept }) {
  const messages = codebookMessages[language.value];
  const { changes, codebook, edits, own } = view;
  const name = concept.label[language.value];
  const edit = edits.of(concept);
  return (
    <>
      <div class="wb-row-actions">
        <EditButton view={view} concept={concept} />
        <TriedButton
          text={messages.separate}
          label={messages.separateOf(name)}
          begin={() => changes.separate(concept)}
          question={(codings) => messages.separateSure(name, codings)}
          isBusy={changes.isBusy}
        />
      </div>
      {edit && <EditConcept view={view} edit={edit} codings={countCodings(codebook, own, concept.id)} />}
    </>
  );
}
