/** Small signs of the matrix, drawn so that they look the same in every font and in print. */

/** The same speaker says both. */
export function MixedMark() {
  return (
    <svg class="wb-mark" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </svg>
  );
}

/** Somebody else says that there is no effect. */
export function DeniedMark() {
  return (
    <svg class="wb-mark" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M2.2 7.8 7.8 2.2" stroke="currentColor" stroke-width="1.4" />
    </svg>
  );
}

/** Only a norm stands against an expectation. */
export function NormMark() {
  return (
    <span class="wb-mark wb-mark-letter" aria-hidden="true">
      §
    </span>
  );
}

/** Reviewers read the same words differently. */
export function DisagreementMark() {
  return (
    <svg class="wb-mark" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 3.4h8M1 6.6h8M7 1 3 9" stroke="currentColor" stroke-width="1.4" fill="none" />
    </svg>
  );
}

/** Speakers dispute the fact itself. */
export function DisputedMark() {
  return (
    <svg class="wb-mark wb-mark-disputed" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M2 9.5V1h6.2L6.4 3.4l1.8 2.4H2" fill="currentColor" stroke="currentColor" stroke-width=".8" />
    </svg>
  );
}

/** Two sides of a comparison mostly say the opposite. */
export function OpposedMark() {
  return (
    <svg class="wb-mark wb-mark-opposed" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 3h7M6 1l2 2-2 2M9 7H2M4 5 2 7l2 2" stroke="currentColor" stroke-width="1.2" fill="none" />
    </svg>
  );
}
