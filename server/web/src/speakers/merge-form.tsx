import type { KeptSpeaker } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { language } from '../language/language.ts';
import type { SpeakerChanges } from './use-speaker-changes.ts';

interface MergeButtonProps {
  readonly speaker: KeptSpeaker;
  readonly into: KeptSpeaker;
  /** Of the one that goes. */
  readonly claims: number;
  readonly changes: SpeakerChanges;
}

/** Merges one speaker into another, and says first how many claims go along. */
export function MergeButton({ speaker, into, claims, changes }: MergeButtonProps) {
  const messages = speakerMessages[language.value];
  const question = claims === 1 ? messages.mergeOneSure : messages.mergeSure;
  return (
    <ConfirmButton
      text={messages.merge}
      label={messages.mergePair(speaker.name, into.name)}
      question={question(speaker.name, into.name, messages.claims(claims))}
      isBusy={changes.action.isBusy}
      onConfirm={() => void changes.merge(speaker, into)}
    />
  );
}

interface MergeFormProps extends Omit<MergeButtonProps, 'into'> {
  readonly speakers: readonly KeptSpeaker[];
}

/** Chooses who speaks for a speaker from now on. */
export function MergeForm({ speakers, ...props }: MergeFormProps) {
  const { speaker } = props;
  const messages = speakerMessages[language.value];
  const [chosen, setChosen] = useState('');
  const others = speakers.filter(({ id, mergedInto }) => id !== speaker.id && mergedInto === undefined);
  const into = others.find(({ id }) => id === chosen);
  return (
    <div class="wb-inline-form">
      <ChoiceField
        label={messages.mergeInto(speaker.name)}
        value={into ? chosen : ''}
        onValue={setChosen}
        options={[
          { value: '', label: messages.choose },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {into && <MergeButton key={into.id} {...props} into={into} />}
    </div>
  );
}
