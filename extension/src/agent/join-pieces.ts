import type { TextPosition } from '@waarborg/shared/anchoring';

/** The pieces of one passage with another one, in the order of the text; those that overlap or touch become one. */
export function joinPieces(pieces: readonly TextPosition[], added: TextPosition): readonly TextPosition[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...pieces, added].toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
