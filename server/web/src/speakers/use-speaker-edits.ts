import type { KeptSpeaker } from '@waarborg/shared/dossier';
import { useState } from 'preact/hooks';
import { beginEdit, type FieldEdit, isTyped, rebaseEdit } from '../edits/field-edit.ts';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { type SpeakerField, toFields } from './speaker-fields.ts';

export type SpeakerEdit = FieldEdit<SpeakerField>;

/** The speakers that are being changed on the page. What was typed stays where a colleague merges its speaker away. */
export interface SpeakerEdits {
  /** What was typed over a speaker, over its newest version; undefined while it is not being changed. */
  of(speaker: KeptSpeaker): SpeakerEdit | undefined;
  begin(speaker: KeptSpeaker): void;
  change(speaker: KeptSpeaker, edit: SpeakerEdit): void;
  close(speaker: KeptSpeaker): void;
}

/** Keeps what is being typed over speakers. */
export function useSpeakerEdits(speakers: readonly KeptSpeaker[]): SpeakerEdits {
  const [edits, setEdits] = useState<ReadonlyMap<string, SpeakerEdit>>(new Map());
  const of = (speaker: KeptSpeaker) => {
    const edit = edits.get(speaker.id);
    return edit && rebaseEdit(edit, toFields(speaker));
  };
  const change = ({ id }: KeptSpeaker, edit: SpeakerEdit) =>
    setEdits((current) => new Map(current).set(id, edit));
  useTypedWarning(
    speakers.some((speaker) => {
      const edit = of(speaker);
      return edit !== undefined && isTyped(edit);
    }),
  );
  return {
    ...{ of, change },
    begin: (speaker) => change(speaker, beginEdit(toFields(speaker))),
    close: ({ id }) =>
      setEdits((current) => {
        const next = new Map(current);
        next.delete(id);
        return next;
      }),
  };
}
