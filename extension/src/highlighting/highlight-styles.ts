import { nextTurn } from '../page/in-slices.ts';
import { adoptStyles } from './adopt-styles.ts';
import highlightsCss from './highlights.css?inline';
import { partsOf } from './parts-of.ts';

/** Chromium lets highlight styles be inherited. Firefox (ESR 153) inherits none. */
export const isInherited = import.meta.env.BROWSER !== 'firefox';

/**
 * Styles the passages in a document or a shadow root, unless the browser did so before the page was styled for the
 * first time; see `register-pages.ts`.
 *
 * @param fallbackParent where the styles go if a tree cannot adopt them.
 * @returns how to take the styles out again.
 */
export function styleHighlights(root: Document | ShadowRoot, fallbackParent: Node): () => void {
  if (!isInherited) return adoptStyles({ root, fallbackParent }, cssFor(['']));
  return isStyled(root) ? () => {} : styleAtOnce(root, fallbackParent, [':root']);
}

/**
 * Styles a document for passages in several turns: a browser styles all of a page that is at rest anew for a rule of
 * its root, in one task, except what is styled by a rule of its own (ADR 73).
 *
 * @param onStyled called with how to take out what was styled just now.
 * @param signal ends it.
 */
export async function styleInTurns(
  page: Document,
  fallbackParent: Node,
  onStyled: (unstyle: () => void) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!isInherited || isStyled(page)) return;
  for (const part of partsOf(page)) {
    onStyled(styleAtOnce(page, fallbackParent, part));
    await nextTurn();
    // Who had to draw meanwhile has all of it styled.
    if (signal.aborted || isStyled(page)) return;
  }
}

/** Has a page styled without our rules, in as many turns as with them. */
export async function unstyleInTurns(unstyle: readonly (() => void)[]): Promise<void> {
  for (const take of unstyle) {
    take();
    isStyled(document);
    await nextTurn();
  }
}

function styleAtOnce(
  root: Document | ShadowRoot,
  fallbackParent: Node,
  selectors: readonly string[],
): () => void {
  const unstyle = adoptStyles({ root, fallbackParent }, cssFor(selectors));
  // Has the page styled anew here, and not in the task that draws it: together they may take too long.
  isStyled(root);
  return unstyle;
}

/** The styles of passages, for what these selectors name and what stands in it. */
function cssFor(selectors: readonly string[]): string {
  return highlightsCss.replaceAll(/:root(::highlight\([a-z-]+\))/g, (_, highlight: string) =>
    selectors.map((selector) => selector + highlight).join(),
  );
}

/** Whether the document of a tree has rules for passages; without one they have no colour of their own. */
function isStyled(root: Document | ShadowRoot): boolean {
  const { documentElement } = root.ownerDocument ?? (root as Document);
  return (
    getComputedStyle(documentElement, '::highlight(waarborg-helps)').backgroundColor !== 'rgba(0, 0, 0, 0)'
  );
}
