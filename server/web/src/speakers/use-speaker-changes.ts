import { undoneRevisionSchema } from '@waarborg/shared/api';
import { type KeptSpeaker, keptSpeakerSchema, type SpeakerUpdate } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { ApiFailure } from '../api/failure.ts';
import { createIdempotencyKey, deleteAt, deleteJson, postJson, putJson } from '../api/request.ts';
import { type Action, useAction } from '../api/use-action.ts';
import { language } from '../frame/language.ts';

/** What was done last, and the way back from it. */
interface Done {
  readonly text: string;
  /** Revision that can be undone at once; absent for an undo itself, and for a deletion, which the history takes back. */
  readonly revision?: number;
}

/** The changes that a reader can make to the speakers of a dossier. Each gives whether it was made. */
export interface SpeakerChanges {
  readonly action: Action;
  readonly done: Done | undefined;
  /** Changes a speaker of the version that was seen, or adds one. */
  save(speaker: KeptSpeaker | undefined, update: SpeakerUpdate): Promise<boolean>;
  merge(speaker: KeptSpeaker, into: KeptSpeaker): Promise<boolean>;
  separate(speaker: KeptSpeaker): Promise<boolean>;
  remove(speaker: KeptSpeaker): Promise<boolean>;
  undo(revision: number): Promise<boolean>;
}

/** Makes changes to speakers, one at a time; `onChange` loads again what they touch. */
export function useSpeakerChanges(slug: string, onChange: () => void): SpeakerChanges {
  const action = useAction();
  const [done, setDone] = useState<Done>();
  const messages = speakerMessages[language.value];
  const path = `/dossiers/${slug}/speakers`;
  const options = () => ({ language: language.value, idempotencyKey: createIdempotencyKey() });
  const change = async (work: () => Promise<Done>): Promise<boolean> => {
    let isStale = false;
    const isDone = await action.run(async () => {
      setDone(undefined);
      try {
        setDone(await work());
        onChange();
      } catch (error) {
        isStale = error instanceof ApiFailure && error.code === 'precondition-failed';
        throw error;
      }
    });
    if (isStale) {
      action.refuse(messages.changedMeanwhile);
      onChange();
    }
    return isDone;
  };
  return {
    action,
    done,
    save: (speaker, update) =>
      change(async () => {
        const { name, revision } = speaker
          ? await putJson(`${path}/${speaker.id}`, update, keptSpeakerSchema, {
              ...options(),
              revision: speaker.revision,
            })
          : await postJson(path, { id: createUuid(), ...update }, keptSpeakerSchema, options());
        return { text: speaker ? messages.saved(name) : messages.added(name), revision };
      }),
    merge: ({ id, name, revision: seen }, into) =>
      change(async () => {
        const asked = { ...options(), revision: seen };
        const address = `${path}/${id}/merged-into`;
        const { revision } = await putJson(address, { into: into.id }, keptSpeakerSchema, asked);
        return { text: messages.merged(name, into.name), revision };
      }),
    separate: ({ id, name }) =>
      change(async () => {
        const { revision } = await deleteJson(`${path}/${id}/merged-into`, keptSpeakerSchema, options());
        return { text: messages.separated(name), revision };
      }),
    remove: ({ id, name, revision }) =>
      change(async () => {
        await deleteAt(`${path}/${id}`, { language: language.value, revision });
        return { text: messages.removed(name) };
      }),
    undo: (revision) =>
      change(async () => {
        const address = `/dossiers/${slug}/revisions/${revision}/undo`;
        await postJson(address, undefined, undoneRevisionSchema, options());
        return { text: messages.undone };
      }),
  };
}
