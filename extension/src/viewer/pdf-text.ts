import type { TextPosition } from '@waarborg/shared/anchoring';
import { type DocumentText, type SelectionReading, toPassage } from '../page/document-text.ts';
import type { JoinedPages, PdfNode } from './join-pages.ts';

/** The elements of a page's text layer, one for each run; undefined while the page is not drawn. */
export type FindTextLayer = (page: number) => readonly Node[] | undefined;

/** The text of a PDF, tied to the text layers of the pages that are drawn now. */
export class PdfText implements DocumentText {
  readonly isWrapped = true;
  readonly #joined: JoinedPages;
  readonly #findTextLayer: FindTextLayer;

  constructor(joined: JoinedPages, findTextLayer: FindTextLayer) {
    this.#joined = joined;
    this.#findTextLayer = findTextLayer;
  }

  get text(): string {
    return this.#joined.flat.text;
  }

  /** Why nothing can be marked on a page, by page; undefined where all is well. */
  get pageTroubles(): JoinedPages['troubles'] {
    return this.#joined.troubles;
  }

  pageOf(offset: number): number {
    const { pageStarts } = this.#joined;
    const next = pageStarts.findIndex((start) => start > offset);
    return next < 0 ? pageStarts.length : Math.max(1, next);
  }

  hasTextOn(page: number): boolean {
    return this.#joined.troubles[page - 1] === undefined;
  }

  startOf(page: number): number {
    return this.#joined.pageStarts[page - 1] ?? 0;
  }

  /**
   * Ranges on the pages that show part of the passage and are drawn: one for each page, or several where
   * something stands between that is no part of the text.
   */
  toRanges(position: TextPosition): StaticRange[] {
    const { pageStarts } = this.#joined;
    const ranges: StaticRange[] = [];
    for (let page = this.pageOf(position.start); page <= this.pageOf(position.end - 1); page += 1) {
      const start = Math.max(position.start, pageStarts[page - 1] ?? 0);
      const end = Math.min(position.end, pageStarts[page] ?? this.text.length);
      if (start >= end) continue;
      for (const stretch of this.#stretchesOf({ start, end })) {
        const range = this.#rangeOnPage(stretch, page - 1);
        if (range) ranges.push(range);
      }
    }
    return ranges;
  }

  rangeOf(selection: Selection): AbstractRange | undefined {
    return selection.rangeCount > 0 ? selection.getRangeAt(selection.rangeCount - 1) : undefined;
  }

  toPosition(range: AbstractRange): SelectionReading {
    if (range.collapsed) return { ok: false, reason: 'empty' };
    const start = this.#offsetFrom(range.startContainer, range.startOffset);
    const end = this.#offsetFrom(range.endContainer, range.endOffset);
    if (start === undefined || end === undefined || start >= end) return { ok: false, reason: 'outside' };
    return toPassage(this.text, { start, end });
  }

  /** Divides a passage of a page where its runs do not follow each other. */
  #stretchesOf(position: TextPosition): TextPosition[] {
    const { flat, nextRuns } = this.#joined;
    const stretches: { start: number; end: number }[] = [];
    let before: PdfNode | undefined;
    for (const { node, start, length } of flat.piecesOf(position)) {
      const from = Math.max(start, position.start);
      const end = Math.min(start + length, position.end);
      const next = nextRuns[node.page];
      const follows =
        before === node || !next?.has(node.run) || (before && next.get(before.run) === node.run);
      const last = stretches.at(-1);
      if (last && follows) last.end = end;
      else stretches.push({ start: from, end });
      // White space alone follows on anything.
      if (next?.has(node.run)) before = node;
    }
    return stretches;
  }

  #rangeOnPage(position: TextPosition, page: number): StaticRange | undefined {
    const layer = this.#findTextLayer(page);
    const places = this.#joined.flat.placesOf(position);
    if (!layer || !places) return undefined;
    const start = textPlace(layer[places.start.node.run], places.start.offset);
    const end = textPlace(layer[places.end.node.run], places.end.offset);
    if (!start || !end) return undefined;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  /** Offset of a boundary: in its run, else of the first run behind it on the page. */
  #offsetFrom(container: Node, offset: number): number | undefined {
    const element = container instanceof Element ? container : container.parentElement;
    const number = Number(element?.closest('[data-page-number]')?.getAttribute('data-page-number'));
    const layer = number ? this.#findTextLayer(number - 1) : undefined;
    const nodes = this.#joined.nodes[number - 1];
    if (!layer || !nodes) return undefined;
    const boundary = document.createRange();
    boundary.setStart(container, offset);
    for (const [run, node] of layer.entries()) {
      const pdfNode = nodes[run];
      if (!pdfNode) break;
      if (node.contains(container)) return this.#offsetInRun(pdfNode, node, container, offset);
      if (node.parentNode && boundary.comparePoint(node.parentNode, indexOf(node)) >= 0) {
        const found = this.#joined.flat.offsetOf(pdfNode, 0);
        if (found !== undefined) return found;
      }
    }
    return this.#joined.pageStarts[number] ?? this.text.length;
  }

  #offsetInRun(pdfNode: PdfNode, node: Node, container: Node, offset: number): number | undefined {
    const before = document.createRange();
    before.setStart(node, 0);
    before.setEnd(container, offset);
    return this.#joined.flat.offsetOf(pdfNode, before.toString().length);
  }
}

function indexOf(node: Node): number {
  return [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);
}

/** A place in the text of a run; its element holds several text nodes while it shows a find result. */
function textPlace(run: Node | undefined, offset: number): { node: Node; offset: number } | undefined {
  if (!run) return undefined;
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = run.nodeType === Node.TEXT_NODE ? run : walker.nextNode();
  while (node) {
    const { length } = node as Text;
    if (left <= length) return { node, offset: left };
    left -= length;
    node = walker.nextNode();
  }
  return undefined;
}
