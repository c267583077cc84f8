import { type OutlinePart, type OutlinePartUpdate, placeBetween } from '@waarborg/shared/dossier';
import { onOneLine, shorten } from '@waarborg/shared/text';

/** Longest name of a part, in characters. */
const maxName = 60;

/** Words on one line, cut where they are many. */
export function shortName(words: string): string {
  return shorten(onOneLine(words), maxName);
}

/** Words by which a part is known: its own, or those of its passage; without any, `empty`. */
export function partName({ content }: Pick<OutlinePart, 'content'>, empty: string): string {
  const words =
    content.kind === 'passage' ? content.marked.ranges.map(({ exact }) => exact).join(' … ') : content.text;
  return shortName(words) || empty;
}

/** A content as it is sent. */
export function toDraftContent(content: OutlinePart['content']): OutlinePartUpdate['content'] {
  return content.kind === 'passage' ? { kind: 'passage', annotation: content.annotation } : content;
}

/** A place right after the part at an index; -1: before all. */
export function placeAfter(parts: readonly Pick<OutlinePart, 'place'>[], index: number): string {
  const [after, before] = [parts[index]?.place, parts[index + 1]?.place];
  // Two who add at once can get the same place: what comes then stands behind both.
  return after !== undefined && after === before ? placeAfter(parts, index + 1) : placeBetween(after, before);
}
