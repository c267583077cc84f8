import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { FormButtons } from '../people/form-buttons.tsx';
import type { CuratorView } from './codebook-view.ts';
import { type ConceptEdit, disputedFields, typeInto } from './concept-edit.ts';
import { ConceptFields, fieldName } from './concept-fields.tsx';
import type { ConceptField } from './typed-concept.ts';
import { readTyped, toTyped } from './typed-concept.ts';
import { useWrongField } from './use-wrong-field.ts';

interface EditConceptProps {
  readonly view: CuratorView;
  readonly edit: ConceptEdit;
  /** How many codings count for it. */
  readonly codings: number;
}

/** Changes what is said of a concept, and tells first how many codings that touches. */
export function EditConcept({ view, edit, codings }: EditConceptProps) {
  const { codebook, changes, edits } = view;
  const { concept, typed } = edit;
  const [hasTried, setTried] = useState(false);
  const read = readTyped(typed);
  const wrong = hasTried ? read.wrong : undefined;
  const form = useWrongField(wrong);
  const close = () => edits.close(concept.id);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.update) return;
    const isSame = JSON.stringify(toTyped(read.update)) === JSON.stringify(toTyped(concept));
    const update = { ...read.update, ...(concept.retired ? { retired: true } : {}) };
    if (isSame || (await changes.save(concept, update))) close();
  };
  return (
    <form class="wb-inline-form wb-concept-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <Disputed edit={edit} onTake={(field, value) => edits.change(typeInto(edit, field, value))} />
      <ConceptFields
        kind={concept.kind}
        codebook={codebook}
        typed={typed}
        onType={(field, value) => edits.change(typeInto(edit, field, value))}
        wrong={wrong}
      />
      <p>{codebookMessages[language.value].touches(codings)}</p>
      <FormButtons isBusy={changes.isBusy} onClose={close} />
    </form>
  );
}

interface DisputedProps {
  readonly edit: ConceptEdit;
  readonly onTake: (field: ConceptField, value: string) => void;
}

/** What somebody else made of the fields in which one was typing. The section is always there, so that it is read. */
function Disputed({ edit, onTake }: DisputedProps) {
  const messages = codebookMessages[language.value];
  const disputed = disputedFields(edit);
  return (
    <div role="status">
      {disputed.length > 0 && (
        <div class="wb-disputed">
          <p>{messages.theirsTitle}</p>
          <ul class="wb-rows">
            {disputed.map(([field, value]) => {
              const name = fieldName(field, edit.concept.kind);
              return (
                <li key={field}>
                  <span>{value === '' ? messages.theirsEmpty(name) : messages.theirs(name, value)}</span>
                  <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action"
                    aria-label={messages.takeTheirsOf(name)}
                    onClick={() => onTake(field, value)}
                  >
                    {messages.takeTheirs}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
