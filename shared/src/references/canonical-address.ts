/** Query parameters that only follow a visitor around. Nothing else is dropped: a parameter can name the document. */
const trackingParameter = /^(?:utm_\w+|fbclid|gclid|mc_eid|mc_cid)$/u;

/**
 * An address in the form in which two copies of it are equal: without fragment and without
 * tracking parameters. An address that cannot be read is given back as it is.
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  const dropped: string[] = [];
  // A content script in Firefox may not iterate over what the page's window gives it.
  url.searchParams.forEach((_, name) => {
    if (trackingParameter.test(name)) dropped.push(name);
  });
  for (const name of dropped) url.searchParams.delete(name);
  return url.href;
}
