import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { language } from '../language/language.ts';
import { AddConcept } from './add-concept.tsx';
import type { CuratorView } from './codebook-view.ts';

/** What was typed over concepts that somebody else took away meanwhile, so that it can be saved all the same. */
export function GoneConcepts({ view }: { view: CuratorView }) {
  const messages = codebookMessages[language.value];
  const { codebook, edits } = view;
  return edits.without(codebook.concepts).map(({ concept: { id, kind, label }, typed }) => (
    <section key={id} class="wb-entry" aria-labelledby={`gone-${id}`}>
      <h2 id={`gone-${id}`}>{messages.goneTitle(label[language.value])}</h2>
      <p>{messages.goneText}</p>
      <AddConcept view={view} kind={kind} typed={typed} id={id} onClose={() => edits.close(id)} />
    </section>
  ));
}
