import { type KeptSpeaker, keptSpeakerSchema, type SpeakerUpdate } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { v7 as createUuid } from 'uuid';
import { deleteAt, deleteJson, postJson, putJson } from '../api/request.ts';
import { type Changes, useChanges } from '../api/use-changes.ts';
import { language } from '../language/language.ts';

/** The changes that a reader can make to the speakers of a dossier. Each gives whether it was made. */
export interface SpeakerChanges extends Changes {
  /** Changes a speaker of the version that was seen, or adds one. */
  save(speaker: KeptSpeaker | undefined, update: SpeakerUpdate): Promise<boolean>;
  merge(speaker: KeptSpeaker, into: KeptSpeaker): Promise<boolean>;
  separate(speaker: KeptSpeaker): Promise<boolean>;
  remove(speaker: KeptSpeaker): Promise<boolean>;
}

/** Makes changes to speakers, one at a time; `onChange` loads again what they touch. */
export function useSpeakerChanges(slug: string, onChange: () => void): SpeakerChanges {
  const messages = speakerMessages[language.value];
  const changes = useChanges(slug, { changedMeanwhile: messages.changedMeanwhile, onChange });
  const { make } = changes;
  const path = `/dossiers/${slug}/speakers`;
  return {
    ...changes,
    save: (speaker, update) =>
      make(async () => {
        const { name, revision } = speaker
          ? await putJson(`${path}/${speaker.id}`, update, keptSpeakerSchema, { revision: speaker.revision })
          : await postJson(path, { id: createUuid(), ...update }, keptSpeakerSchema);
        return { text: speaker ? messages.saved(name) : messages.added(name), revision };
      }),
    merge: ({ id, name, revision: seen }, into) =>
      make(async () => {
        const asked = { revision: seen };
        const address = `${path}/${id}/merged-into`;
        const { revision } = await putJson(address, { into: into.id }, keptSpeakerSchema, asked);
        return { text: messages.merged(name, into.name), revision };
      }),
    separate: ({ id, name, revision: seen }) =>
      make(async () => {
        const asked = { revision: seen };
        const { revision } = await deleteJson(`${path}/${id}/merged-into`, keptSpeakerSchema, asked);
        return { text: messages.separated(name), revision };
      }),
    remove: ({ id, name, revision: seen }) =>
      make(async () => {
        const revision = await deleteAt(`${path}/${id}`, { revision: seen });
        return { text: messages.removed(name), revision };
      }),
  };
}
