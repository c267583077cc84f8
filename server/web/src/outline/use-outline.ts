import { type OutlineResponse, outlineResponseSchema } from '@waarborg/shared/api';
import {
  type OutlinePart,
  type OutlinePartUpdate,
  outlinePartSchema,
  sortByPlace,
} from '@waarborg/shared/dossier';
import { useEffect, useRef, useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { ApiFailure } from '../api/failure.ts';
import { deleteAt, postJson, putJson } from '../api/request.ts';
import { useResource } from '../api/use-resource.ts';
import { dossierHref } from '../routing/route.ts';
import { toDraftContent } from './outline-edits.ts';
import { useQueue } from './use-queue.ts';

type Content = OutlinePartUpdate['content'];

/** An outline that is worked on. */
export interface OutlineWork {
  readonly data: OutlineResponse | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
  /** Whether something that was done is still on its way to the server. */
  readonly isSaving: boolean;
  /** What went wrong last, in words. */
  readonly problem: string | undefined;
  /** Where the history tells that it was deleted while it is open; absent while it is there. */
  readonly deletionHref: string | undefined;
  /** Adds a part at a place and gives its id, undefined when that failed. */
  add(content: Content, place: string): Promise<string | undefined>;
  move(part: OutlinePart, place: string): Promise<boolean>;
  /**
   * Gives a part another content. `theirs`: somebody changed its words since; nothing is written, and this is
   * the part as it is now.
   */
  rewrite(part: OutlinePart, content: Content): Promise<{ saved: boolean; theirs?: OutlinePart }>;
  /** Takes a part out; gives the revision by which that can be undone, undefined when it failed. */
  remove(part: OutlinePart): Promise<number | undefined>;
  comment(part: OutlinePart, text: string): Promise<boolean>;
  settle(part: OutlinePart, comment: string): Promise<boolean>;
}

/** The part as it is now, where a failure says that it was changed meanwhile. */
function currentOf(error: unknown): OutlinePart | undefined {
  if (!(error instanceof ApiFailure) || error.code !== 'precondition-failed') return undefined;
  return outlinePartSchema.safeParse(error.problem?.current).data;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Parts of an outline as they are shown: what was done shows at once, and what the server says from when it comes. */
function useShownParts(arrived: OutlineResponse | undefined, isBusy: () => boolean) {
  const [own, setOwn] = useState<readonly OutlinePart[]>();
  /** Versions that came of one's own writing. */
  const revisions = useRef(new Map<string, number>());
  // What the server says holds, unless it was asked before what is being sent.
  useEffect(() => {
    if (!isBusy()) setOwn(undefined);
  }, [arrived]);
  const parts = own ?? arrived?.parts ?? [];
  const shown = useRef(parts);
  shown.current = parts;

  const show = (changed: readonly OutlinePart[]) => {
    shown.current = sortByPlace(changed);
    setOwn(shown.current);
  };
  const showPart = (part: OutlinePart) =>
    show([...shown.current.filter((other) => other.id !== part.id), part]);
  return {
    parts,
    showPart,
    /** Shows what the server made of a part, where it stands by now. */
    keep(part: OutlinePart) {
      revisions.current.set(part.id, part.revision);
      showPart({ ...part, place: shown.current.find((one) => one.id === part.id)?.place ?? part.place });
    },
    leaveOut: ({ id }: OutlinePart) => show(shown.current.filter((other) => other.id !== id)),
    revisionOf: ({ id, revision }: OutlinePart) => Math.max(revision, revisions.current.get(id) ?? 0),
  };
}

/** An outline of a dossier, with all that can be done to it. What is done shows at once, and what others did next. */
export function useOutline(slug: string, id: string | undefined): OutlineWork {
  const path = id && `/dossiers/${slug}/outlines/${id}`;
  const resource = useResource(path, outlineResponseSchema);
  const { enqueue, problem, isSaving, isBusy } = useQueue(resource.reload);
  const arrived = resource.dataPath === path ? resource.data : undefined;
  const { parts, showPart, keep, leaveOut, revisionOf } = useShownParts(arrived, isBusy);
  const put = async (part: OutlinePart, update: OutlinePartUpdate) =>
    keep(
      await putJson(`${path}/parts/${part.id}`, update, outlinePartSchema, { revision: revisionOf(part) }),
    );

  return {
    data: arrived && { ...arrived, parts: [...parts] },
    failure: resource.failure,
    reload: resource.reload,
    isSaving,
    problem,
    deletionHref:
      arrived && resource.failure?.code === 'outline-not-found'
        ? `${dossierHref(slug, 'history')}?${new URLSearchParams({ kind: 'outline', item: arrived.id })}`
        : undefined,
    async add(content, place) {
      const part = { id: createUuid(), place, content };
      const isDone = await enqueue(async () =>
        keep(await postJson(`${path}/parts`, part, outlinePartSchema)),
      );
      return isDone ? part.id : undefined;
    },
    move(part, place) {
      showPart({ ...part, place });
      const moveTo = (seen: OutlinePart) => put(seen, { place, content: toDraftContent(seen.content) });
      return enqueue(async () => {
        try {
          await moveTo(part);
        } catch (error) {
          // Somebody wrote in it: the words stay theirs, and the place becomes ours.
          const current = currentOf(error);
          if (!current) throw error;
          await moveTo(current);
        }
      });
    },
    async rewrite(part, content) {
      let theirs: OutlinePart | undefined;
      const isDone = await enqueue(async () => {
        try {
          await put(part, { place: part.place, content });
        } catch (error) {
          const current = currentOf(error);
          if (!current) throw error;
          // Only moved or commented on: the words are those that were seen.
          if (isSame(current.content, part.content)) await put(current, { place: current.place, content });
          else theirs = current;
        }
      });
      return { saved: isDone && !theirs, ...(theirs ? { theirs } : {}) };
    },
    async remove(part) {
      let removal: number | undefined;
      await enqueue(async () => {
        removal = await deleteAt(`${path}/parts/${part.id}`, { revision: revisionOf(part) });
        leaveOut(part);
      });
      return removal;
    },
    comment(part, text) {
      const comment = { id: createUuid(), text };
      return enqueue(async () =>
        keep(await postJson(`${path}/parts/${part.id}/comments`, comment, outlinePartSchema)),
      );
    },
    settle(part, comment) {
      return enqueue(() => deleteAt(`${path}/parts/${part.id}/comments/${comment}`));
    },
  };
}
