/*
 * Where somebody reads behind a number. Its claims come after the page and most of a long list are shown on demand,
 * so a browser cannot lead back there by itself when the page is loaded anew.
 */

/** What the tab keeps while its page is loaded anew. */
interface KeptPlace {
  /** Path and query of the page. */
  readonly address: string;
  /** `data-claim` of the first claim that could be seen. */
  readonly claim: string;
}

const key = 'waarborg-place';

function addressNow(): string {
  return window.location.pathname + window.location.search;
}

function readKept(): string | undefined {
  try {
    const { address, claim } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<KeptPlace>;
    sessionStorage.removeItem(key);
    return address === addressNow() ? claim : undefined;
  } catch {
    return undefined; // A browser that keeps nothing leads to the head.
  }
}

let kept: string | undefined | null = null;

/** The claim at which the reader was before this page was loaded; undefined once somebody took it. */
export function takePlace(): string | undefined {
  const claim = kept === null ? readKept() : undefined;
  kept = undefined;
  return claim;
}

/** The first claim of a panel that can be seen, unless it is the first of all. */
function claimInView(panel: Element): string | undefined {
  const claims = [...panel.querySelectorAll<HTMLElement>('[data-claim]')];
  const top = Math.max(0, panel.getBoundingClientRect().top);
  const first = claims.findIndex((claim) => claim.getBoundingClientRect().bottom > top);
  return first > 0 ? claims[first]?.dataset.claim : undefined;
}

/** Keeps the place in a panel when its page is left; gives what ends that. */
export function keepPlace(panel: Element): () => void {
  const keep = () => {
    const claim = claimInView(panel);
    try {
      if (claim) sessionStorage.setItem(key, JSON.stringify({ address: addressNow(), claim }));
      else sessionStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing leads to the head.
    }
  };
  window.addEventListener('pagehide', keep);
  return () => window.removeEventListener('pagehide', keep);
}

/** Leads to a claim in whatever scrolls it, the panel or the page. */
export function leadTo(panel: Element, claim: Element): void {
  const scrolled = panel.scrollHeight > panel.clientHeight ? panel : document.documentElement;
  const edge = scrolled === panel ? panel.getBoundingClientRect().top : 0;
  scrolled.scrollTop += claim.getBoundingClientRect().top - edge;
}
