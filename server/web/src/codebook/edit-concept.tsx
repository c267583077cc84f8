import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import { typeInto } from '../edits/field-edit.ts';
import { FormButtons } from '../forms/form-buttons.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';
import type { ConceptEdit } from './concept-edit.ts';
import { ConceptFields, fieldName } from './concept-fields.tsx';
import { type ConceptField, readTyped, toTyped } from './typed-concept.ts';

interface EditConceptProps {
  readonly view: CuratorView;
  readonly edit: ConceptEdit;
  /** How many codings count for it. */
  readonly codings: number;
}

/** Changes what is said of a concept, and tells first how many codings that touches. */
export function EditConcept({ view, edit, codings }: EditConceptProps) {
  const { codebook, changes, edits } = view;
  const { concept, typed, base } = edit;
  const { form, hasTried, countTry } = useWrongField<HTMLFormElement>();
  const read = readTyped(typed);
  const wrong = hasTried ? read.wrong : undefined;
  const isRenamed = typed.labelNl !== base.labelNl && typed.labelEn === base.labelEn && typed.labelEn !== '';
  const close = () => edits.close(concept.id);
  const type = (field: ConceptField, value: string) =>
    edits.change({ ...edit, ...typeInto(edit, field, value) });
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    countTry();
    if (!read.update) return;
    const isSame = JSON.stringify(toTyped(read.update)) === JSON.stringify(toTyped(concept));
    const update = { ...read.update, ...(concept.retired ? { retired: true } : {}) };
    if (isSame || (await changes.save(concept, update))) close();
  };
  return (
    <form class="wb-inline-form wb-concept-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <DisputedFields edit={edit} nameOf={(field) => fieldName(field, concept.kind)} onTake={type} />
      <ConceptFields
        kind={concept.kind}
        codebook={codebook}
        typed={typed}
        onType={type}
        wrong={wrong}
        isRenamed={isRenamed}
      />
      <p>{codebookMessages[language.value].touches(codings)}</p>
      <FormButtons isBusy={changes.isBusy} onClose={close} />
    </form>
  );
}
