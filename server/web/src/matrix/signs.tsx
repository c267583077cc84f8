import {
  drawSigns,
  markSizeInCell,
  type Signed,
  type SignPaths,
  signHeight,
} from '../matrix-view/draw-signs.ts';
import { markSize, markStroke } from '../matrix-view/marks.tsx';

/** Looks in the order in which they are drawn, the last on top; marks have units of their own. */
const looks = ['line', 'helps', 'hurts', 'noEffect', 'dots'] as const satisfies (keyof SignPaths)[];

interface SignsProps {
  /** Of numbers that stand side by side; undefined where one has none. */
  readonly numbers: readonly (Signed | undefined)[];
  /** Of each, in CSS pixels as it is usually drawn: the picture is stretched to where it stands. */
  readonly width: number;
  /** Whether there is room for speakers and marks. */
  readonly hasRoom?: boolean;
  /** Whether it fills the cell in which it stands, and reaches over no others. */
  readonly fillsCell?: boolean;
}

/** The signs of a row of numbers, over them; what they say stands in the names of the numbers too. */
export function Signs({ numbers, width, hasRoom = true, fillsCell = false }: SignsProps) {
  const paths = drawSigns(numbers, width, hasRoom);
  return (
    <svg
      class="wb-signs"
      viewBox={`0 0 ${numbers.length * width} ${signHeight}`}
      preserveAspectRatio="none"
      data-fills={fillsCell || undefined}
      data-contested={paths.edges !== '' || undefined}
      style={{ '--waarborg-numbers': String(numbers.length) }}
      aria-hidden="true"
    >
      {looks.map((look) => paths[look] && <path key={look} class={`wb-sign-${look}`} d={paths[look]} />)}
      {paths.marks && (
        <path
          class="wb-sign-marks"
          d={paths.marks}
          stroke-width={markStroke}
          transform={`scale(${markSizeInCell / markSize})`}
        />
      )}
      {/* The stripes of one side on a line of the other. */}
      {paths.edges && (
        <>
          <path class="wb-sign-edges" d={paths.edges} />
          <path class="wb-sign-edges wb-sign-stripes" d={paths.edges} />
        </>
      )}
    </svg>
  );
}
