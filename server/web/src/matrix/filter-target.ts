import type { MatrixFilters } from '@waarborg/shared/matrix';

/** The filters that a control shows and changes: those of the matrix, or of one side of a comparison. */
export interface FilterTarget {
  readonly filters: MatrixFilters;
  readonly onFilters: (filters: MatrixFilters) => void;
  /** Asks for what `onFilters` will ask for, while one still presses. */
  readonly onForesee?: ((filters: MatrixFilters) => void) | undefined;
}

/** What a control needs that changes filters when it is let go. */
export function foreseeing({ onForesee }: FilterTarget, next: () => MatrixFilters) {
  return {
    onPointerDown: ({ button }: PointerEvent) => button === 0 && onForesee?.(next()),
    onKeyDown: ({ key }: KeyboardEvent) => key === ' ' && onForesee?.(next()),
  };
}
