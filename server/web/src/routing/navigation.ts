import { signal } from '@preact/signals';

/** The address of the page, without origin. */
export interface Address {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

function readAddress(): Address {
  const { pathname, search } = window.location;
  return { pathname, search };
}

/** Where the reader is; pages that read it follow back and forward. */
export const address = signal<Address>(readAddress());

/** Goes to an address of ours without loading the page anew. A new page begins at its top. */
export function navigate(href: string, { replace = false } = {}): void {
  const before = address.value.pathname;
  if (replace) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
  address.value = readAddress();
  if (address.value.pathname !== before) window.scrollTo(0, 0);
}

/** Whether a click on a link asks the browser for something else, such as a new tab. */
export function hasModifier({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}

/** Whether a click on a link asks for that link here, and not in a tab or as a download. */
function isPlainClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return event.button === 0 && !hasModifier(event) && !link.target && !link.hasAttribute('download');
}

/** Lets plain links to our own pages work without loading the page anew. */
export function startNavigation(): void {
  window.addEventListener('popstate', () => {
    address.value = readAddress();
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement) || !isPlainClick(event, link)) return;
    const url = new URL(link.href);
    const isOurs = url.origin === window.location.origin && !url.pathname.startsWith('/api/');
    if (!isOurs || url.hash !== '') return;
    event.preventDefault();
    navigate(url.pathname + url.search);
  });
}
