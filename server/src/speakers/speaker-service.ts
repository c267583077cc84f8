import type { KeptSpeaker, SpeakerDraft, SpeakerUpdate } from '@waarborg/shared/dossier';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { refuseHindrances } from '../history/refuse-hindrances.ts';
import { findBrokenPointers, findTakenNames, speakerItems, speakers } from './speaker-store.ts';

const getSpeaker = ({ transaction, dossier }: Change, id: string, path?: string) =>
  speakers.get(transaction, dossier, id, path);

/** Refuses names that another speaker has, and a parent that is not there or is a part of this one. */
async function assertFits(change: Change, speaker: KeptSpeaker): Promise<void> {
  refuseHindrances(await findTakenNames(change, speaker), 'speaker-name-taken');
  refuseHindrances(
    await findBrokenPointers(change, speaker),
    'invalid-request',
    (id) => `${id} is no speaker of the dossier, or leads back to this one`,
  );
}

async function save(change: Change, id: string, before: KeptSpeaker | undefined, after: KeptSpeaker) {
  await speakers.save(change, id, { before, after });
  return getSpeaker(change, id);
}

function isSame({ name, aliases, kind, parent }: KeptSpeaker, update: SpeakerUpdate): boolean {
  const own = JSON.stringify([name, aliases, kind, parent]);
  return own === JSON.stringify([update.name, update.aliases, update.kind, update.parent]);
}

/** Adds a speaker. Adding it twice with the same id is the same as once. */
export function createSpeaker(
  database: Executor,
  writer: Writer,
  draft: SpeakerDraft,
): Promise<{ speaker: KeptSpeaker; created: boolean }> {
  return applyChange(database, describeChange(writer, 'create-speaker'), async (change) => {
    const known = await speakers.findRepeated(change, draft.id, (speaker) => isSame(speaker, draft));
    if (known) return { speaker: known, created: false };
    const speaker = { ...draft, revision: change.revision };
    await assertFits(change, speaker);
    return { speaker: await save(change, draft.id, undefined, speaker), created: true };
  });
}

/** Changes name, aliases, kind and parent of a speaker of the given version. */
export function updateSpeaker(
  database: Executor,
  writer: Writer,
  id: string,
  update: SpeakerUpdate,
  expected: ExpectedVersion,
): Promise<KeptSpeaker> {
  return applyChange(database, describeChange(writer, 'update-speaker'), async (change) => {
    const before = await getSpeaker(change, id);
    assertVersion(before, expected);
    if (isSame(before, update)) return before;
    const { parent: _, ...rest } = before;
    const after = { ...rest, ...update };
    await assertFits(change, after);
    return save(change, id, before, after);
  });
}

/**
 * Deletes a speaker of the given version, as a change that can be undone. One that codings, documents or other speakers
 * name stays.
 *
 * @throws ApiError `speaker-not-found`, `speaker-in-use`
 */
export function deleteSpeaker(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-speaker'), async (change) => {
    const before = await getSpeaker(change, id);
    assertVersion(before, expected);
    refuseHindrances(await speakerItems.findHindrances(change, id, { before }), 'speaker-in-use');
    await speakers.save(change, id, { before });
  });
}

/**
 * Merges a speaker into another one by a pointer: what names the merged one counts for the other, and nothing
 * is rewritten.
 */
export function mergeSpeaker(
  database: Executor,
  writer: Writer,
  id: string,
  into: string,
  expected: ExpectedVersion | undefined,
): Promise<KeptSpeaker> {
  return applyChange(database, describeChange(writer, 'merge-speaker'), async (change) => {
    const before = await getSpeaker(change, id);
    await getSpeaker(change, into, 'into');
    if (before.mergedInto === into) return before;
    if (before.mergedInto !== undefined) {
      throw new ApiError('already-merged', [{ path: 'id', message: before.mergedInto }]);
    }
    assertVersion(before, expected);
    const after = { ...before, mergedInto: into };
    await assertFits(change, after);
    return save(change, id, before, after);
  });
}

/** Separates a merged speaker again. */
export function separateSpeaker(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<KeptSpeaker> {
  return applyChange(database, describeChange(writer, 'separate-speaker'), async (change) => {
    const before = await getSpeaker(change, id);
    assertVersion(before, expected);
    if (before.mergedInto === undefined) throw new ApiError('not-merged');
    const { mergedInto: _, ...after } = before;
    return save(change, id, before, after);
  });
}
