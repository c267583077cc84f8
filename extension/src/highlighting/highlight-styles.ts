import { adoptStyles } from './adopt-styles.ts';
import highlightsCss from './highlights.css?inline';

/**
 * Chromium lets highlight styles be inherited, into shadow roots too: a rule on the root is enough, and costs a
 * large page less than one that matches every element. Firefox (ESR 153) inherits none.
 */
export const isInherited = import.meta.env.BROWSER !== 'firefox';
const css = isInherited ? highlightsCss.replaceAll('::highlight(', ':root::highlight(') : highlightsCss;

/** Set in the content scripts' own world, which the page does not share. */
const marker = Symbol.for('waarborg.highlight-styles');

/**
 * Puts the styles of passages into a document that has just begun to load.
 *
 * What every element inherits makes a browser style every element anew: 30 ms in a page of 1.2 MB that is there
 * already, and nothing in one that has not been styled yet.
 */
export function styleEarly(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  (globalThis as WithEarlyStyles)[marker] = sheet;
}

interface WithEarlyStyles {
  [marker]?: CSSStyleSheet | undefined;
}

/**
 * Styles the passages in a document or a shadow root, unless that was done early and the page has kept it.
 *
 * @param fallbackParent where the styles go if a tree cannot adopt them.
 * @returns how to take the styles out again.
 */
export function styleHighlights(root: Document | ShadowRoot, fallbackParent: Node): () => void {
  const { [marker]: early } = globalThis as WithEarlyStyles;
  if (early === undefined || !root.adoptedStyleSheets.includes(early)) {
    return adoptStyles({ root, fallbackParent }, css);
  }
  return () => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== early);
  };
}
