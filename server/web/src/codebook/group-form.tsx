import type { ConceptKind, KeptConceptGroup } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { Field } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { FormButtons } from '../people/form-buttons.tsx';
import type { CuratorView } from './codebook-view.ts';
import { proposeId } from './concept-ids.ts';

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
  const [nl, setNl] = useState(group?.label.nl ?? '');
  const [en, setEn] = useState(group?.label.en ?? '');
  const [isMissing, setMissing] = useState(false);
  // The version over which it was typed; once somebody else was found to be before, the one that is seen since.
  const [seen, setSeen] = useState(group);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = nl.trim();
    setMissing(name === '');
    if (name === '') return;
    const label = { nl: name, en: en.trim() || name };
    // A move changes the version and not the name: nobody was before.
    const known =
      seen?.label.nl === group?.label.nl && seen?.label.en === group?.label.en ? group : (seen ?? group);
    const taken = codebook.groups.map(({ id }) => id);
    const isDone = known
      ? await changes.renameGroup(known, label)
      : await changes.addGroup({ id: proposeId(name, taken), kind, label });
    if (isDone) onClose();
    else setSeen(undefined);
  };
  return (
    <form class="wb-inline-form" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={messages.groupNl}
        name="nl"
        value={nl}
        onValue={setNl}
        error={isMissing ? messages.groupMissing : undefined}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        label={messages.groupEn}
        hint={messages.englishHint}
        name="en"
        value={en}
        onValue={setEn}
        maxLength={200}
        autoComplete="off"
      />
      {group && <p>{messages.regroupTouches(members)}</p>}
      <FormButtons isBusy={changes.isBusy} onClose={onClose} />
    </form>
  );
}
