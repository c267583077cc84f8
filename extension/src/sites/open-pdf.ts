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
 * Without network the copy that was fetched before is opened. A passage that the address names
 * (`#waarborg=…`) is named to the viewer too.
 */
export async function openPdf(tab: number, address: string): Promise<TabState> {
  const response = await fetch(address, { credentials: 'include' }).catch(() => undefined);
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  if (bytes && !isPdf(bytes)) return { trouble: 'not-a-pdf' };
  const id = bytes ? await putPdf({ bytes, address }) : (await findPdfByAddress(address))?.id;
  if (id === undefined) return { trouble: 'pdf-unreachable' };
  await browser.tabs.update(tab, { url: viewerAddress(id, annotationOfFragment(new URL(address).hash)) });
  return {};
}

function viewerAddress(id: string, annotation: string | undefined): string {
  const fragment = annotation === undefined ? '' : `#${passageParameter}=${annotation}`;
  return `${location.origin}/viewer.html?id=${id}${fragment}`;
}
