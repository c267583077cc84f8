/** Makes files of pictures that need nothing else: colours as they are, the fonts within. */

import latinExtended from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { saveFile } from '@waarborg/shared/ui';
import { svgElement } from './svg-element.ts';

/** A PNG has so many pixels for each of a picture's, so that print stays sharp. */
const pixelsPerPixel = 2;
/** Letters of the second font file, as in `fonts.css`. */
const extendedLetters = /[\u0100-\u0130\u0132-\u02ff\u1e00-\u1eff]/u;

async function dataUrlOf(content: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}

async function fontFace(address: string, range: string): Promise<string> {
  const content = await (await fetch(address)).blob();
  const source = await dataUrlOf(new Blob([content], { type: 'font/woff2' }));
  return `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(${source}) format("woff2");unicode-range:${range}}`;
}

/** The text of an SVG file of a drawing, with the fonts that it uses. */
async function toSvgFile(drawing: SVGSVGElement): Promise<string> {
  const faces = [fontFace(latin, 'U+0000-00FF,U+2000-206F,U+2212')];
  if (extendedLetters.test(drawing.textContent ?? ''))
    faces.push(fontFace(latinExtended, 'U+0100-02FF,U+1E00-1EFF'));
  const style = svgElement('style', {}, (await Promise.all(faces)).join(''));
  drawing.prepend(style);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}`;
}

/** The same as pixels. */
async function toPngFile(drawing: SVGSVGElement): Promise<Blob> {
  const [width, height] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const image = new Image(width, height);
  image.src = await dataUrlOf(new Blob([await toSvgFile(drawing)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * pixelsPerPixel, height * pixelsPerPixel];
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new RangeError('the picture is too large'))),
      'image/png',
    );
  });
}

/** Forms in which a picture is saved. */
export type PictureForm = 'svg' | 'png';

/** Gives the reader a drawing as a file; `name` is without its ending. Throws where a font does not come. */
export async function savePicture(drawing: SVGSVGElement, form: PictureForm, name: string): Promise<void> {
  const content =
    form === 'png'
      ? await toPngFile(drawing)
      : new Blob([await toSvgFile(drawing)], { type: 'image/svg+xml' });
  saveFile({ content, name: `${name}.${form}` });
}
