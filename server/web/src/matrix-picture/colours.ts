import { fileInk } from '../drawing/ink.ts';

/** The colours of the light theme, as files have them: their place is a document. */
export const colours = {
  ...fileInk,
  ground: '#f4f6f9',
  hatch: '#b3bcc6',
  axis: '#7b8794',
  warning: '#7a4b00',
} as const;

const strength = [42, 95, 158];
/** How much of the colour each step of strength has, in percent; before the first, of a cell without claims. */
const shares = [8, 14, 24, 35, 46, 57];

/** The ground of a cell with something in it, by its step of strength, from 0. */
export function groundOf(step: number): string {
  const share = (shares[step] ?? 0) / 100;
  return `rgb(${strength.map((part) => Math.round(part * share + 255 * (1 - share))).join(' ')})`;
}
