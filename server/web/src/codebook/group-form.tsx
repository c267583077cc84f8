import {
  type ConceptKind,
  type KeptConceptGroup,
  maxLabelLength,
  proposeId,
} from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import { useFieldEdit } from '../edits/use-field-edit.ts';
import { Field } from '../forms/field.tsx';
import { FormButtons } from '../forms/form-buttons.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';

interface GroupFormProps {
  readonly view: CuratorView;
  readonly kind: ConceptKind;
  /** The group that is renamed, in its newest version; absent to add one. */
  readonly group?: KeptConceptGroup;
  /** How many concepts stand in it. */
  readonly members: number;
  readonly onClose: () => void;
}

/** The name of a group. What was typed stays until it is saved. */
export function GroupForm({ view: { codebook, changes }, kind, group, members, onClose }: GroupFormProps) {
  const messages = codebookMessages[language.value];
  const { edit, type } = useFieldEdit({ nl: group?.label.nl ?? '', en: group?.label.en ?? '' });
  const { nl, en } = edit.typed;
  const [isMissing, setMissing] = useState(false);
  const { form, countTry } = useWrongField<HTMLFormElement>();
  const labels = { nl: messages.groupNl, en: messages.groupEn };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = nl.trim();
    setMissing(name === '');
    countTry();
    if (name === '') return;
    const label = { nl: name, en: en.trim() || name };
    const isSame = label.nl === group?.label.nl && label.en === group.label.en;
    const isTaken = (one: string) => codebook.groups.some(({ id }) => id === one);
    const isDone = group
      ? isSame || (await changes.renameGroup(group, label))
      : await changes.addGroup({ id: proposeId(name, isTaken), kind, label });
    if (isDone) onClose();
  };
  return (
    <form class="wb-inline-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <DisputedFields edit={edit} nameOf={(field) => labels[field]} onTake={type} />
      <Field
        label={messages.groupNl}
        name="nl"
        value={nl}
        onValue={(value) => type('nl', value)}
        error={isMissing ? messages.groupMissing : undefined}
        maxLength={maxLabelLength}
        autoComplete="off"
      />
      <Field
        label={messages.groupEn}
        hint={messages.englishHint}
        name="en"
        value={en}
        onValue={(value) => type('en', value)}
        maxLength={maxLabelLength}
        autoComplete="off"
      />
      {group && <p>{messages.regroupTouches(members)}</p>}
      <FormButtons isBusy={changes.isBusy} onClose={onClose} />
    </form>
  );
}
