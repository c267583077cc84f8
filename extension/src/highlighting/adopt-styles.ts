/** Where a style sheet can be adopted, and where an element for it goes if it cannot. */
export interface StyleScope {
  readonly root: DocumentOrShadowRoot;
  readonly fallbackParent: Node;
}

/**
 * Puts a style sheet into a document or a shadow root without touching the page's nodes.
 *
 * A constructed sheet is no inline style, so a strict Content-Security-Policy of the page does not
 * forbid it. A content script in Firefox may not be allowed to adopt one: there a `<style>` goes
 * into our own host. Returns how to take it out again.
 */
export function adoptStyles({ root, fallbackParent }: StyleScope, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
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
