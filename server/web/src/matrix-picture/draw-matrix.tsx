import { render } from 'preact';
import { MatrixPicture, type MatrixPictureProps } from './matrix-picture.tsx';

/** Draws a matrix outside the page. */
export function drawMatrix(props: MatrixPictureProps): SVGSVGElement {
  const holder = document.createElement('div');
  render(<MatrixPicture {...props} />, holder);
  const drawing = holder.querySelector('svg');
  if (!drawing) throw new Error('nothing was drawn');
  return drawing;
}
