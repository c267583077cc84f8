/**
 * Calls back when a script puts another root into the document, or writes it anew (`document.open`): our element goes
 * with the old one, and so may every listener, so that what works on the page has to begin again. Returns how to stop.
 */
export function whenReplaced(listener: () => void): () => void {
  const before = document.documentElement;
  const observer = new MutationObserver(() => {
    const now = document.documentElement;
    if (now && now !== before) listener();
  });
  observer.observe(document, { childList: true });
  return () => observer.disconnect();
}
