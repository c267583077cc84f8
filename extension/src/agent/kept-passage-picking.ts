import { maxRanges } from '@waarborg/shared/annotation';
import { wordsOfPieces } from '@waarborg/shared/text';
import type { LocalAnnotation } from '../messaging/index.ts';
import { joinPieces } from './join-pieces.ts';
import type { TaggerParts } from './passage-tagger.ts';
import type { Picking } from './place-picker.ts';

/** Picks the new place of a passage that was not found; undefined when there is no such passage. */
export function attachPicking(parts: TaggerParts, id: string): Picking | undefined {
  const passage = parts.store.find(id);
  if (!passage) return undefined;
  const { annotation } = passage;
  return {
    purpose: 'attach',
    quote: wordsOfPieces(annotation.ranges),
    take: async (pieces) => {
      const saving = await parts.upkeep.mark(id, pieces);
      return saving.ok ? { ok: true, next: () => tell(parts, 'attached', annotation) } : saving;
    },
  };
}

/** Picks another piece of a passage; undefined where it does not stand as it was marked. */
export function pieceToAdd(parts: TaggerParts, id: string): Picking | undefined {
  const passage = parts.store.find(id);
  if (passage?.state !== 'exact' && passage?.state !== 'moved') return undefined;
  const { annotation, positions } = passage;
  return {
    purpose: 'add',
    quote: wordsOfPieces(annotation.ranges),
    from: positions.at(-1)?.end,
    take: async (added) => {
      // It may stand elsewhere by now.
      const now = parts.store.find(id)?.positions ?? [];
      const pieces = added.reduce(joinPieces, now);
      if (pieces.length > maxRanges) return { ok: false, trouble: 'too-many-pieces' };
      const saving = await parts.upkeep.mark(id, pieces);
      return saving.ok ? { ok: true, next: () => tell(parts, 'pieceAdded', annotation) } : saving;
    },
  };
}

/** Says what was done, and lets it be taken back. */
function tell({ kit, upkeep }: TaggerParts, done: 'attached' | 'pieceAdded', before: LocalAnnotation): void {
  kit.tell(done, async () => (await upkeep.restore(before)).ok);
}
