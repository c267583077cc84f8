import { adoptStyles } from './adopt-styles.ts';
import highlightsCss from './highlights.css?inline';

/** Chromium lets highlight styles be inherited. Firefox (ESR 153) inherits none. */
export const isInherited = import.meta.env.BROWSER !== 'firefox';
const css = isInherited ? highlightsCss : highlightsCss.replaceAll(':root::highlight(', '::highlight(');

/**
 * Styles the passages in a document or a shadow root, unless the browser did so before the page was styled for the
 * first time; see `register-pages.ts`.
 *
 * @param fallbackParent where the styles go if a tree cannot adopt them.
 * @returns how to take the styles out again.
 */
export function styleHighlights(root: Document | ShadowRoot, fallbackParent: Node): () => void {
  if (!isInherited) return adoptStyles({ root, fallbackParent }, css);
  if (isStyled(root)) return () => {};
  const unstyle = adoptStyles({ root, fallbackParent }, css);
  // Has the page styled anew here, and not in the task that draws it: together they may take too long.
  isStyled(root);
  return unstyle;
}

/** Whether the document of a tree has rules for passages; without one they have no colour of their own. */
function isStyled(root: Document | ShadowRoot): boolean {
  const { documentElement } = root.ownerDocument ?? (root as Document);
  return (
    getComputedStyle(documentElement, '::highlight(waarborg-helps)').backgroundColor !== 'rgba(0, 0, 0, 0)'
  );
}
