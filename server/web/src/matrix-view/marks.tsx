/** Small signs of the matrix, drawn so that they look the same in every font and in print. */

/** Side of the square in which a sign is drawn. */
export const markSize = 10;
/** Width of its strokes. */
export const markStroke = 1.4;

const circle = 'm1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0';

/** The signs of a cell: strokes, as path data from the upper left corner of their square. */
export const cellMarks = {
  /** Only a norm stands against an expectation: the sign of a section of a law. */
  norm: 'm7 2.4c-.4-1.1-1.2-1.5-2.1-1.5-1.1 0-1.9.6-1.9 1.5 0 1.8 4 2 4 3.6m-4 1.6c.4 1.1 1.2 1.5 2.1 1.5 1.1 0 1.9-.6 1.9-1.5 0-1.8-4-2-4-3.6',
  /** The same speaker says both: half of it is filled. */
  mixed: `${circle}m4-4v8m-1.2-.4v-7.2m-1.2.8v5.6m-.8-1.2v-3.2`,
  /** Somebody else says that there is no effect. */
  denied: `${circle}m1.2 2.8 5.6-5.6`,
  /** Reviewers read the same words differently. */
  disagreements: 'm1 3.4h8m-8 3.2h8m-2-5.6-4 8',
} as const;

/** A sign of a cell. */
export type CellMark = keyof typeof cellMarks;

/** A sign that stands in the table by itself. */
export type Mark =
  | CellMark
  /** Speakers dispute the fact itself. */
  | 'disputed'
  /** Two sides of a comparison mostly say the opposite. */
  | 'opposed';

/** A sign in the colour of the text around it, in a square of `markSize` units of the picture in which it stands. */
export function MarkShape({ mark }: { mark: Mark }) {
  switch (mark) {
    case 'disputed':
      return (
        <path
          d="M2 9.5V1h6.2L6.4 3.4l1.8 2.4H2"
          fill="currentColor"
          stroke="currentColor"
          stroke-width=".8"
        />
      );
    case 'opposed':
      return (
        <path d="M1 3h7M6 1l2 2-2 2M9 7H2M4 5 2 7l2 2" stroke="currentColor" stroke-width="1.2" fill="none" />
      );
    default:
      return (
        <path d={`M0 0${cellMarks[mark]}`} stroke="currentColor" stroke-width={markStroke} fill="none" />
      );
  }
}

/** A sign as a picture of its own. */
export function MarkSign({ mark }: { mark: Mark }) {
  return (
    <svg class={`wb-mark wb-mark-${mark}`} viewBox={`0 0 ${markSize} ${markSize}`} aria-hidden="true">
      <MarkShape mark={mark} />
    </svg>
  );
}
