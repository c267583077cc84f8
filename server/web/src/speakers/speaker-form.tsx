import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import { type KeptSpeaker, type SpeakerKind, speakerKinds } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useLayoutEffect, useState } from 'preact/hooks';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { FormButtons } from '../forms/form-buttons.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { language } from '../language/language.ts';
import { kindName } from './kind-name.ts';
import { type ReadSpeaker, readFields, type SpeakerField } from './speaker-fields.ts';
import type { SpeakerChanges } from './use-speaker-changes.ts';
import type { SpeakerEdit } from './use-speaker-edits.ts';

interface SpeakerFormProps {
  /** Who is changed; absent to add one. Its newest version, whatever was typed meanwhile. */
  readonly speaker?: KeptSpeaker;
  /** What was typed, over that version. */
  readonly edit: SpeakerEdit;
  readonly onType: (field: SpeakerField, value: string) => void;
  readonly speakers: readonly KeptSpeaker[];
  readonly changes: SpeakerChanges;
  readonly onClose: () => void;
}

/** Name, aliases, kind and parent of a speaker. What was typed stays until it is saved. */
export function SpeakerForm({ speaker, edit, onType, speakers, changes, onClose }: SpeakerFormProps) {
  const messages = speakerMessages[language.value];
  const { form, countTry } = useWrongField<HTMLFormElement>();
  // Where a colleague merged the speaker, these fields took the place of those in which one was typing.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) form.current?.querySelector('input')?.focus();
  }, []);
  const { name, aliases, kind, parent } = edit.typed;
  const [wrong, setWrong] = useState<ReadSpeaker['wrong']>();
  const labels: Readonly<Record<SpeakerField, string>> = { ...messages, aliases: messages.aliasesField };
  const nameOf = (id: string) => speakers.find((one) => one.id === id)?.name ?? id;
  const parents = speakers.filter(
    ({ id, mergedInto }) => id !== speaker?.id && (mergedInto === undefined || id === parent),
  );
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = readFields(edit.typed);
    setWrong(read.wrong);
    countTry();
    if (read.update && (await changes.save(speaker, read.update))) onClose();
  };
  return (
    <form class="wb-inline-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <DisputedFields
        edit={edit}
        nameOf={(field) => labels[field]}
        sayValue={(field, value) => {
          if (field === 'kind') return kindName(value as SpeakerKind);
          return field === 'parent' ? nameOf(value) : value;
        }}
        onTake={onType}
      />
      <Field
        label={messages.name}
        name="name"
        value={name}
        onValue={(value) => onType('name', value)}
        error={wrong === 'name' ? messages.nameMissing : undefined}
        maxLength={maxSpeakerNameLength}
        autoComplete="off"
      />
      <Field
        label={messages.aliasesField}
        hint={messages.aliasesHint}
        name="aliases"
        value={aliases}
        onValue={(value) => onType('aliases', value)}
        error={wrong === 'aliases' ? messages.aliasesWrong : undefined}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.kind}
        value={kind}
        onValue={(value) => onType('kind', value)}
        options={speakerKinds.map((value) => ({ value: value as string, label: kindName(value) }))}
      />
      <ChoiceField
        label={messages.parent}
        value={parent}
        onValue={(value) => onType('parent', value)}
        options={[
          { value: '', label: messages.noParent },
          ...parents.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      <FormButtons isBusy={changes.action.isBusy} onClose={onClose} />
    </form>
  );
}
