import type { OutlinePart } from '@waarborg/shared/dossier';
import { placeAfter } from './outline-edits.ts';

/** Parts that are moved together: as many as `length` from an index on, to where the first of them then stands. */
export interface BlockMove {
  readonly from: number;
  readonly length: number;
  readonly to: number;
}

/** A part with the place that it gets. */
export interface PartMove {
  readonly part: OutlinePart;
  readonly place: string;
}

const levelOf = ({ content }: OutlinePart) => (content.kind === 'heading' ? content.level : undefined);

/** How many parts belong to the one at an index: a heading has all that stands below it, up to the next of its level. */
export function lengthOfSection(parts: readonly OutlinePart[], index: number): number {
  const part = parts[index];
  const level = part && levelOf(part);
  if (level === undefined) return 1;
  const length = parts
    .slice(index + 1)
    .findIndex((other) => (levelOf(other) ?? Number.POSITIVE_INFINITY) <= level);
  return length === -1 ? parts.length - index : length + 1;
}

/** Index of the section before one, of the same level; undefined where none is, or a higher heading stands between. */
function sectionBefore(parts: readonly OutlinePart[], index: number, level: number): number | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const part = parts[at];
    const other = part && levelOf(part);
    if (other !== undefined && other < level) return undefined;
    if (other === level) return at;
  }
  return undefined;
}

/**
 * Moves a part one step up (-1) or down, a heading with its section: past the next section of its level, else past one
 * part. `isAlone`: a heading moves without what stands below it. Undefined at either end.
 */
export function stepOf(
  parts: readonly OutlinePart[],
  index: number,
  step: -1 | 1,
  isAlone = false,
): BlockMove | undefined {
  const part = parts[index];
  if (!part) return undefined;
  const level = isAlone ? undefined : levelOf(part);
  const length = isAlone ? 1 : lengthOfSection(parts, index);
  const end = index + length;
  if (step === -1) {
    if (index === 0) return undefined;
    const before = level === undefined ? undefined : sectionBefore(parts, index, level);
    return { from: index, length, to: before ?? index - 1 };
  }
  const next = parts[end];
  if (!next) return undefined;
  const passed = level !== undefined && levelOf(next) === level ? lengthOfSection(parts, end) : 1;
  return { from: index, length, to: index + passed };
}

/** Brings a part before the one at an index (as many as there are: to the end), a heading with its section. */
export function dropOf(
  parts: readonly OutlinePart[],
  id: string,
  index: number,
  isAlone = false,
): BlockMove | undefined {
  const from = parts.findIndex((part) => part.id === id);
  if (from === -1) return undefined;
  const length = isAlone ? 1 : lengthOfSection(parts, from);
  if (index >= from && index <= from + length) return undefined;
  return { from, length, to: index > from ? index - length : index };
}

/** Which parts get which place: those of the block or, where they are fewer, those that it passes. */
export function movesOfBlock(parts: readonly OutlinePart[], { from, length, to }: BlockMove): PartMove[] {
  const block = parts.slice(from, from + length);
  const isDown = to > from;
  const passed = isDown ? parts.slice(from + length, to + length) : parts.slice(to, from);
  const moved = passed.length < block.length ? passed : block;
  const order = parts.filter((part) => !block.includes(part));
  order.splice(to, 0, ...block);
  const others = order.filter((part) => !moved.includes(part));
  const begin = order.findIndex((part) => moved.includes(part));
  return moved.map((part, count) => {
    const place = placeAfter(others, begin + count - 1);
    others.splice(begin + count, 0, { ...part, place });
    return { part, place };
  });
}
