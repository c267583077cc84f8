/** Where a passage stands in the window, in CSS pixels. */
export interface PassagePlace {
  /** Top of its first line. */
  readonly top: number;
  /** Bottom of its last line. */
  readonly bottom: number;
  readonly left: number;
}
