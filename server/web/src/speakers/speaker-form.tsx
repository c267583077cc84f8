import {
  type KeptSpeaker,
  type SpeakerKind,
  speakerKinds,
  speakerUpdateSchema,
} from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { Field } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { ChoiceField } from '../people/choice-field.tsx';
import { FormButtons } from '../people/form-buttons.tsx';
import { kindName } from './kind-name.ts';
import type { SpeakerChanges } from './use-speaker-changes.ts';

interface SpeakerFormProps {
  /** Who is changed; absent to add one. Its newest version, whatever was typed meanwhile. */
  readonly speaker?: KeptSpeaker;
  readonly speakers: readonly KeptSpeaker[];
  readonly changes: SpeakerChanges;
  readonly onClose: () => void;
}

/** Name, aliases, kind and parent of a speaker. What was typed stays until it is saved. */
export function SpeakerForm({ speaker, speakers, changes, onClose }: SpeakerFormProps) {
  const messages = speakerMessages[language.value];
  const [name, setName] = useState(speaker?.name ?? '');
  const [aliases, setAliases] = useState(speaker?.aliases.join('; ') ?? '');
  const [kind, setKind] = useState<SpeakerKind>(speaker?.kind ?? 'other');
  const [parent, setParent] = useState(speaker?.parent ?? '');
  const [error, setError] = useState<'name' | 'aliases'>();
  const parents = speakers.filter(
    ({ id, mergedInto }) => id !== speaker?.id && (mergedInto === undefined || id === speaker?.parent),
  );
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const update = speakerUpdateSchema.safeParse({
      name: name.trim(),
      aliases: aliases
        .split(';')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      kind,
      ...(parent === '' ? {} : { parent }),
    });
    setError(update.success ? undefined : name.trim() === '' ? 'name' : 'aliases');
    if (update.success && (await changes.save(speaker, update.data))) onClose();
  };
  return (
    <form class="wb-inline-form" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={messages.name}
        name="name"
        value={name}
        onValue={setName}
        error={error === 'name' ? messages.nameMissing : undefined}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        label={messages.aliasesField}
        hint={messages.aliasesHint}
        name="aliases"
        value={aliases}
        onValue={setAliases}
        error={error === 'aliases' ? messages.aliasesWrong : undefined}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.kind}
        value={kind}
        onValue={setKind}
        options={speakerKinds.map((value) => ({ value, label: kindName(value) }))}
      />
      <ChoiceField
        label={messages.parent}
        value={parent}
        onValue={setParent}
        options={[
          { value: '', label: messages.noParent },
          ...parents.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      <FormButtons isBusy={changes.action.isBusy} onClose={onClose} />
    </form>
  );
}
