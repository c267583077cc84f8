/** Small signs of the matrix, drawn so that they look the same in every font and in print. */
import type { ComponentChildren } from 'preact';

/** What each sign is, in a square of `markSize` units; drawn in the colour of the text around it. */
export const markShapes = {
  /** The same speaker says both. */
  mixed: () => (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  /** Somebody else says that there is no effect. */
  denied: () => (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M2.2 7.8 7.8 2.2" stroke="currentColor" stroke-width="1.4" />
    </>
  ),
  /** Reviewers read the same words differently. */
  disagreements: () => (
    <path d="M1 3.4h8M1 6.6h8M7 1 3 9" stroke="currentColor" stroke-width="1.4" fill="none" />
  ),
  /** Speakers dispute the fact itself. */
  disputed: () => (
    <path d="M2 9.5V1h6.2L6.4 3.4l1.8 2.4H2" fill="currentColor" stroke="currentColor" stroke-width=".8" />
  ),
  /** Two sides of a comparison mostly say the opposite. */
  opposed: () => (
    <path d="M1 3h7M6 1l2 2-2 2M9 7H2M4 5 2 7l2 2" stroke="currentColor" stroke-width="1.2" fill="none" />
  ),
} as const;

/** Side of the square in which a sign is drawn. */
export const markSize = 10;
/** Only a norm stands against an expectation. */
export const normSign = '§';

function Mark({ kind, children }: { kind?: string; children: ComponentChildren }) {
  const className = ['wb-mark', ...(kind ? [`wb-mark-${kind}`] : [])].join(' ');
  return (
    <svg class={className} viewBox={`0 0 ${markSize} ${markSize}`} aria-hidden="true">
      {children}
    </svg>
  );
}

export function MixedMark() {
  return <Mark>{markShapes.mixed()}</Mark>;
}

export function DeniedMark() {
  return <Mark>{markShapes.denied()}</Mark>;
}

export function NormMark() {
  return (
    <span class="wb-mark wb-mark-letter" aria-hidden="true">
      {normSign}
    </span>
  );
}

export function DisagreementMark() {
  return <Mark>{markShapes.disagreements()}</Mark>;
}

export function DisputedMark() {
  return <Mark kind="disputed">{markShapes.disputed()}</Mark>;
}

export function OpposedMark() {
  return <Mark kind="opposed">{markShapes.opposed()}</Mark>;
}
