/** Room at the foot of the window where a bar of ours may stand, in CSS pixels. */
export const footRoom = 140;

/** The document in a frame of the page; undefined for one from elsewhere, which is none of our business. */
export function documentInFrame(frame: Element): Document | undefined {
  // Browsers give none of another origin, nor of a sandbox without its own.
  return (frame as HTMLIFrameElement).contentDocument ?? undefined;
}

/**
 * Whether a node can still be asked anything. Firefox takes the documents of frames away from extensions that are
 * not shown any more: whatever is asked of their nodes throws.
 */
export function isReachable(node: Node): boolean {
  try {
    return node.isConnected;
  } catch {
    return false;
  }
}

/**
 * The window that shows a document; undefined when none does any more. Firefox gives a document that was replaced in
 * its frame the window of what is there now: of one from elsewhere, whatever is asked of it throws.
 */
export function windowOf(page: Document): (Window & typeof globalThis) | undefined {
  try {
    const shown = page.defaultView;
    return shown?.document === page ? shown : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a node shows a document of its own. */
export function isFrame(node: Node): node is HTMLIFrameElement | HTMLFrameElement {
  return node.nodeName === 'IFRAME' || node.nodeName === 'FRAME';
}

/** The frame that shows a document; none around the page itself. */
export function frameAround(tree: Node): Element | null {
  return tree.nodeType === Node.DOCUMENT_NODE ? (windowOf(tree as Document)?.frameElement ?? null) : null;
}

/** Where ranges stand in the page's own window, line by line; what is in frames lies where the frame is. */
export function rectsInWindow(range: AbstractRange): DOMRect[] {
  const live = toLiveRange(range);
  const { x, y } = originOf(live.startContainer);
  return [...live.getClientRects()].map(
    ({ left, top, width, height }) => new DOMRect(left + x, top + y, width, height),
  );
}

/** Where a frame stands in the page's own window. */
export function placeOfFrame(frame: Element) {
  const { top, bottom, left } = frame.getBoundingClientRect();
  const { x, y } = originOf(frame);
  return { top: top + y, bottom: bottom + y, left: left + x };
}

/** The same place as a range that follows changes of the page. */
export function toLiveRange(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** Where the window that shows a node begins in the page's own window, in CSS pixels. */
function originOf(node: Node): { x: number; y: number } {
  const frame = frameAround(node.ownerDocument ?? node);
  if (!frame) return { x: 0, y: 0 };
  const { left, top } = placeOfFrame(frame);
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + Number.parseFloat(paddingLeft || '0'),
    y: top + frame.clientTop + Number.parseFloat(paddingTop || '0'),
  };
}
