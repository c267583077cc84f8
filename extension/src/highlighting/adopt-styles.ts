/** Where a style sheet can be adopted, and where an element for it goes if it cannot. */
export interface StyleScope {
  readonly root: Document | ShadowRoot;
  readonly fallbackParent: Node;
}

/**
 * Puts a style sheet into a document or a shadow root without touching the page's nodes.
 *
 * A constructed sheet is no inline style, so a strict Content-Security-Policy of the page does not
 * forbid it. A content script in Firefox may not be allowed to adopt one: there a `<style>` goes
 * into our own host, where it serves the page's own document. Returns how to take it out again.
 */
export function adoptStyles({ root, fallbackParent }: StyleScope, css: string): () => void {
  try {
    // A sheet belongs to one document: that of a frame has to be made in its window.
    const { CSSStyleSheet: Sheet } = (root.ownerDocument ?? (root as Document)).defaultView as Window &
      typeof globalThis;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    };
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    fallbackParent.appendChild(style);
    return () => style.remove();
  }
}
