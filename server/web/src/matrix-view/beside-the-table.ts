/** A window in which what explains the table, or is open of it, stands beside it (`matrix-layout.css`, `cell.css`). */
const beside = '(min-width: 70rem) and (min-height: 36rem)';

/** Whether the window is as large as that. */
export function hasRoomBeside(): boolean {
  return window.matchMedia(beside).matches;
}
