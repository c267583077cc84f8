/** What has a row of its own in a list. */
const rows = 'li, tr';
/** What a reader knows to be in. */
const places = `${rows}, form, fieldset, dialog, section, article, aside, main`;

/** Where a reader is for whom something went away: the next row, or the one before it, or what held it. */
function placeBeside({ target, nextSibling, previousSibling }: MutationRecord): Element | null {
  const beside = [nextSibling, previousSibling].find(
    (node) => node instanceof Element && node.matches(rows) && node.isConnected,
  );
  if (beside instanceof Element) return beside;
  return target instanceof Element ? target.closest(places) : null;
}

/**
 * Keeps a reader's place when what had the focus goes away: a row that is deleted, a form that closes, a page that
 * another one follows. The focus then goes to what is nearest, and not to one of its buttons, since whoever is fast
 * presses Enter twice. Browsers begin at the top of the page instead, and screen readers fall silent. A component that
 * knows better where to go does so while it draws.
 */
export function keepFocus(root: Element): void {
  let focused: Element | undefined;
  root.addEventListener('focusin', ({ target }) => {
    focused = target instanceof Element ? target : undefined;
  });
  // Who pressed beside everything has no place to keep. What is removed tells that it loses the focus, too.
  root.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (focused?.isConnected && document.activeElement === document.body) focused = undefined;
    }),
  );
  const observer = new MutationObserver((records) => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    let lost: Element | null = focused;
    for (const record of records)
      if ([...record.removedNodes].some((node) => node.contains(lost))) lost = placeBeside(record);
    focused = undefined;
    const place = lost?.isConnected ? lost : root.querySelector('main');
    if (!(place instanceof HTMLElement)) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
  observer.observe(root, { childList: true, subtree: true });
}
