import { type OutlinePart, type OutlinePartUpdate, placeBetween } from '@waarborg/shared/dossier';
import type { RichBlock } from '@waarborg/shared/markdown';
import { shortName } from './short-name.ts';

/** Reads Markdown; undefined as long as it cannot. */
type ReadText = (text: string) => readonly RichBlock[] | undefined;

function wordsOf(content: OutlinePart['content'], read: ReadText): string {
  if (content.kind === 'passage') return content.marked.ranges.map(({ exact }) => exact).join(' … ');
  if (content.kind === 'heading') return content.text;
  const lines = read(content.text)?.flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]));
  return lines?.map((runs) => runs.map(({ text }) => text).join('')).join(' ') ?? content.text;
}

/** Words by which a part is known: its own, as they are read, or those of its passage; without any, `empty`. */
export function partName({ content }: Pick<OutlinePart, 'content'>, empty: string, read: ReadText): string {
  return shortName(wordsOf(content, read)) || empty;
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
