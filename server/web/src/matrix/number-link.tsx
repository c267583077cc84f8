import type { Stance } from '@waarborg/shared/matrix';
import { stances } from '@waarborg/shared/matrix';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import { language } from '../frame/language.ts';
import { type Cell, type Counts, isCell } from './cell-words.ts';
import { DeniedMark, DisagreementMark, MixedMark, NormMark } from './marks.tsx';
import type { CountKind } from './view.ts';

/** Most speakers that get a dot of their own. */
const maxDots = 5;

/** A dot for each speaker; a + where there are more than are drawn. */
export function dotsOf(speakers: number): string {
  return '•'.repeat(Math.min(speakers, maxDots)) + (speakers > maxDots ? '+' : '');
}

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

/** A number of the matrix, with its speakers as dots, its stances as a bar and its marks; leads to its passages. */
export function NumberLink({ counts, count, href, label, position, isOpen }: NumberLinkProps) {
  // Where nobody has read there is no number to tell: the hatching says so.
  const isUnread = counts.claims === 0 && counts.state === 'not-read';
  return (
    <a
      class="wb-number"
      href={href}
      aria-label={label}
      title={label}
      aria-current={isOpen ? 'true' : undefined}
      data-position={position.join()}
      tabIndex={-1}
    >
      {!isUnread && <span class="wb-number-count">{formatNumber(counts[count], language.value)}</span>}
      {counts.claims > 0 && (
        <>
          <span class="wb-dots" aria-hidden="true">
            {dotsOf(counts.speakers)}
          </span>
          <StanceBar stances={counts.stances} />
          {isCell(counts) && <Marks counts={counts} />}
        </>
      )}
    </a>
  );
}

/** Helps above the line, hurts below it, no effect on it, none nowhere; as wide as their share. */
export function StanceBar({ stances: shares }: { stances: Readonly<Record<Stance, number>> }) {
  return (
    <span class="wb-bar" aria-hidden="true">
      {stances
        .filter((stance) => shares[stance] > 0)
        .map((stance) => (
          <span key={stance} data-stance={stance} style={{ flexGrow: String(shares[stance]) }} />
        ))}
    </span>
  );
}

function Marks({ counts }: { counts: Cell }) {
  return (
    <span class="wb-marks" aria-hidden="true">
      {counts.opposing.normMeetsExpectation && <NormMark />}
      {counts.mixed && <MixedMark />}
      {counts.denied && <DeniedMark />}
      {counts.disagreements > 0 && <DisagreementMark />}
    </span>
  );
}
