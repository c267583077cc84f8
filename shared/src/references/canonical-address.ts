/** Query parameters that only follow a visitor around. Nothing else is dropped: a parameter can name the document. */
const trackingParameter = /^(?:utm_\w+|fbclid|gclid|mc_eid|mc_cid)$/u;
/** A fragment that says which page a site shows (`#!/details?id=…`, `#/stukken/12`), and not where in it. */
const route = /^#!?\//u;

/** An address without the place in the page; what a site shows by its fragment is no place. */
export function withoutPlace(address: string): string {
  const at = address.indexOf('#');
  return at < 0 || route.test(address.slice(at)) ? address : address.slice(0, at);
}

/**
 * An address in the form in which two copies of it are equal: without the place in the page and without
 * tracking parameters. An address that cannot be read is given back as it is.
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(withoutPlace(address));
  const dropped: string[] = [];
  // A content script in Firefox may not iterate over what the page's window gives it.
  url.searchParams.forEach((_, name) => {
    if (trackingParameter.test(name)) dropped.push(name);
  });
  for (const name of dropped) url.searchParams.delete(name);
  return url.href;
}

/** What stands at an address, as far as its ending says; a page where it says nothing. */
export function mediaTypeOfAddress(address: string): 'application/pdf' | 'text/html' {
  return /\.pdf(?:[?#]|$)/iu.test(address) ? 'application/pdf' : 'text/html';
}
