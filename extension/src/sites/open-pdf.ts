import { annotationOfFragment, passageParameter } from '@waarborg/shared/citation';
import { browser } from 'wxt/browser';
import type { TabState } from '../messaging/index.ts';
import { findPdfByAddress, putPdf } from '../outbox/pdf-store.ts';

/** Whether an address promises a PDF. Only a hint: what it is shows when it is there. */
export function looksLikePdf(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname } = new URL(address);
  return /\.pdf$/i.test(pathname) || /\/pdfdownload\//i.test(pathname);
}

/** A PDF may be preceded by other bytes; readers look this far for its mark. */
const headerBytes = 1024;

function isPdf(bytes: ArrayBuffer): boolean {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, headerBytes));
  return head.includes('%PDF-');
}

/**
 * Fetches the PDF of a tab, keeps it, and opens it in our viewer in that tab.
 *
 * The bytes come first: the right to fetch ends when the tab shows something else.
 * A passage that the address names (`#waarborg=…`) is named to the viewer too.
 */
export async function openPdf(tab: number, address: string): Promise<TabState> {
  const found = await fetchPdf(address);
  if (!('id' in found)) return found;
  await browser.tabs.update(tab, { url: viewerAddress(found.id, address) });
  return {};
}

/**
 * Opens the PDF that a link leads to in our viewer in a new tab, also one that the site sends as an attachment,
 * which no tab shows. What goes wrong is told there.
 *
 * @param isAllowed whether the reviewer allowed its site.
 */
export async function openLinkedPdf(address: string, isAllowed: boolean): Promise<void> {
  const found = isAllowed ? await fetchPdf(address) : ({ trouble: 'needs-permission' } as const);
  const url = 'id' in found ? viewerAddress(found.id, address) : viewerTroubleAddress(found.trouble);
  await browser.tabs.create({ url });
}

/** Without network the copy that was fetched before is as good. */
async function fetchPdf(
  address: string,
): Promise<
  { readonly id: string } | { readonly trouble: 'not-a-pdf' | 'pdf-unreachable' | 'storage-failed' }
> {
  const response = await fetch(address, { credentials: 'include' }).catch(() => undefined);
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  if (bytes && !isPdf(bytes)) return { trouble: 'not-a-pdf' };
  try {
    const id = bytes ? await putPdf({ bytes, address }) : (await findPdfByAddress(address))?.id;
    return id === undefined ? { trouble: 'pdf-unreachable' } : { id };
  } catch (error) {
    console.error(error); // The disk is full, or the browser keeps nothing in this mode.
    return { trouble: 'storage-failed' };
  }
}

function viewerAddress(id: string, address: string): string {
  const annotation = annotationOfFragment(new URL(address).hash);
  const fragment = annotation === undefined ? '' : `#${passageParameter}=${annotation}`;
  return `${location.origin}/viewer.html?id=${id}${fragment}`;
}

function viewerTroubleAddress(trouble: string): string {
  return `${location.origin}/viewer.html?trouble=${trouble}`;
}
