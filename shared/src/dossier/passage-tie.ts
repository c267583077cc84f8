import type { LinkKind, PassageLink } from './link.ts';

/** A link as one of its passages has it. */
export interface PassageTie {
  /** Id of the link. */
  readonly id: string;
  /** Annotation id of the passage at the other end. */
  readonly other: string;
  readonly kind: LinkKind;
  /** Whether the passage does it to the other, or the other to the passage. */
  readonly direction: 'to' | 'from';
}

/** A link as the passage has it that stands at one of its ends. */
export function tieOf(passage: string, { id, from, to, kind }: PassageLink): PassageTie {
  return from === passage
    ? { id, kind, other: to, direction: 'to' }
    : { id, kind, other: from, direction: 'from' };
}
