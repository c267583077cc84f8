import { maxConceptIdLength } from '@waarborg/shared/annotation';
import { type ConceptKind, proposeId } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { Field } from '../forms/field.tsx';
import { FormButtons } from '../forms/form-buttons.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';
import { ConceptFields } from './concept-fields.tsx';
import { isConceptId } from './is-concept-id.ts';
import { conceptFields, readTyped, type TypedConcept } from './typed-concept.ts';

interface AddConceptProps {
  readonly view: CuratorView;
  readonly kind: ConceptKind;
  /** What stands in the fields to begin with. */
  readonly typed: TypedConcept;
  /** Id of a concept that was there before; absent for one that was not. */
  readonly id?: string;
  readonly onClose: () => void;
}

/** Adds a concept; its id is proposed from its name, and can be chosen until it is there. */
export function AddConcept({ view: { codebook, changes }, kind, onClose, ...initial }: AddConceptProps) {
  const messages = codebookMessages[language.value];
  const [typed, setTyped] = useState(initial.typed);
  const [chosen, setChosen] = useState(initial.id);
  useTypedWarning(
    chosen !== initial.id || conceptFields.some((field) => typed[field] !== initial.typed[field]),
  );
  const { form, hasTried, countTry } = useWrongField<HTMLFormElement>();
  const isTaken = (one: string) => codebook.concepts.some((concept) => concept.id === one);
  const id = chosen ?? (typed.labelNl.trim() === '' ? '' : proposeId(typed.labelNl, isTaken));
  const read = readTyped(typed);
  const wrong = read.wrong ?? (isConceptId(id) ? undefined : 'id');
  const shown = hasTried ? wrong : undefined;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    countTry();
    if (read.update && wrong === undefined && (await changes.add({ id, kind, ...read.update }))) onClose();
  };
  return (
    <form class="wb-inline-form wb-concept-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <ConceptFields
        kind={kind}
        codebook={codebook}
        typed={typed}
        onType={(field, value) => setTyped({ ...typed, [field]: value })}
        wrong={shown === 'id' ? undefined : shown}
      />
      <Field
        label={messages.id}
        hint={messages.idHint}
        name="id"
        value={id}
        onValue={(value) => setChosen(value === '' ? undefined : value)}
        error={shown === 'id' ? messages.idWrong : undefined}
        maxLength={maxConceptIdLength}
        autoComplete="off"
      />
      <p>{messages.touches(0)}</p>
      <FormButtons isBusy={changes.isBusy} onClose={onClose} />
    </form>
  );
}
