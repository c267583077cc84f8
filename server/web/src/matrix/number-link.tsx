import type { CountKind } from '@waarborg/shared/matrix';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import type { VNode } from 'preact';
import { language } from '../language/language.ts';
import type { Cell, Counts } from '../matrix-view/cell-words.ts';

interface NumberLinkProps {
  readonly counts: Counts & { readonly state?: Cell['state'] };
  readonly count: CountKind;
  readonly href: string;
  /** The whole of it as a sentence. */
  readonly label: string;
  /** Row and column in the grid of links, from 0: for the arrow keys. */
  readonly position: readonly [number, number];
  readonly isOpen: boolean;
}

/** The least number that is written smaller where its cell is narrow. */
const leastLong = 1_000;

/** How wide a number is, in digits: what stands between thousands is half of one. */
function lettersOf(number: number): number {
  const { length } = String(number);
  return length + Math.floor((length - 1) / 3) / 2;
}

/**
 * A number of the matrix, which leads to its passages; its signs are drawn over it (`Signs`). No component: hundreds are
 * drawn anew with each filter, and keeping a component of each would cost more than its element.
 */
export function drawNumberLink({ counts, count, href, label, position, isOpen }: NumberLinkProps): VNode {
  // Where nobody has read there is no number to tell: the hatching says so.
  const isUnread = counts.claims === 0 && counts.state === 'not-read';
  const number = counts[count];
  return (
    <a
      class={counts.claims === 0 ? 'wb-number wb-nothing' : 'wb-number'}
      href={href}
      aria-label={label}
      aria-current={isOpen ? 'true' : undefined}
      data-position={position.join()}
      tabIndex={-1}
      style={number < leastLong ? undefined : { '--waarborg-letters': lettersOf(number) }}
    >
      {!isUnread && formatNumber(number, language.value)}
    </a>
  );
}
