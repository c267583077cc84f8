import type { OutlinePart } from '@waarborg/shared/dossier';
import { useState } from 'preact/hooks';
import { type BlockMove, movesOfBlock } from './section-moves.ts';
import type { OutlineWork } from './use-outline.ts';

/** Where parts stood before a move, by id. */
type FormerPlaces = ReadonlyMap<string, string>;

/** Moves parts of an outline, and takes the last moves back: each part returns to the place that it had. */
export function useMoves(parts: readonly OutlinePart[], work: OutlineWork) {
  const [former, setFormer] = useState<readonly FormerPlaces[]>([]);
  return {
    canUndo: former.length > 0,
    move(block: BlockMove): void {
      const moves = movesOfBlock(parts, block);
      setFormer([...former, new Map(moves.map(({ part }) => [part.id, part.place]))]);
      for (const { part, place } of moves) void work.move(part, place);
    },
    /** Whether there was something to take back. */
    undo(): boolean {
      const last = former.at(-1);
      if (!last) return false;
      setFormer(former.slice(0, -1));
      for (const part of parts) {
        const place = last.get(part.id);
        if (place !== undefined) void work.move(part, place);
      }
      return true;
    },
  };
}
