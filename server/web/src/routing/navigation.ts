import { signal } from '@preact/signals';
import { isAnythingTyped } from './typed-work.ts';

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

/** Follows a step back or forward. One away from what was typed is taken back, so that the browser asks before it. */
function followStep(): void {
  const { pathname, search } = address.value;
  const stepped = readAddress();
  const isElsewhere = stepped.pathname !== pathname || stepped.search !== search;
  if (isElsewhere && isAnythingTyped()) {
    window.history.pushState(null, '', pathname + search);
    window.location.assign(stepped.pathname + stepped.search);
    return;
  }
  address.value = stepped;
}

/**
 * Lets plain links to our own pages work without loading the page anew; not while something is typed that would go with
 * the page: of a page that is left the browser asks.
 */
export function startNavigation(): void {
  window.addEventListener('popstate', followStep);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement) || !isPlainClick(event, link)) return;
    const url = new URL(link.href);
    const isOurs = url.origin === window.location.origin && !url.pathname.startsWith('/api/');
    if (!isOurs || url.hash !== '' || isAnythingTyped()) return;
    event.preventDefault();
    navigate(url.pathname + url.search);
  });
}
