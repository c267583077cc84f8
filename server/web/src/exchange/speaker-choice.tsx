import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import type { Speaker } from '@waarborg/shared/dossier';
import { importMessages } from '@waarborg/shared/messages/imports';
import { compareText } from '@waarborg/shared/text';
import { useState } from 'preact/hooks';
import { Field } from '../forms/field.tsx';
import { language } from '../language/language.ts';

interface SpeakerChoiceProps {
  readonly speakers: readonly Speaker[];
  /** Rows of which nobody is said to speak. */
  readonly voiceless: number;
  /** Told when the field is left, since all rows are read anew then. */
  readonly onChoose: (speaker: string | undefined) => void;
}

/** Who speaks in the rows that do not say it, and whose document has no issuer. */
export function SpeakerChoice({ speakers, voiceless, onChoose }: SpeakerChoiceProps) {
  const messages = importMessages[language.value];
  const [name, setName] = useState('');
  return (
    <section
      class="wb-import-part"
      aria-labelledby="import-speaker"
      onChange={() => onChoose(name.trim() || undefined)}
    >
      <h3 id="import-speaker">{messages.speakerTitle}</h3>
      <p>{messages.voicelessRows(voiceless)}</p>
      <Field
        name="speaker"
        label={messages.speakerOfRows}
        hint={messages.speakerHint}
        value={name}
        onValue={setName}
        autoComplete="off"
        maxLength={maxSpeakerNameLength}
        proposals={speakers.map((speaker) => speaker.name).toSorted(compareText)}
      />
    </section>
  );
}
