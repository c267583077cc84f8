import { type FlatText, FlatTextBuilder } from '../page/flat-text.ts';

/** A run of text as pdf.js gives it; its numbers are those of the page's text layer. */
export interface TextRun {
  readonly str: string;
  /** Whether a line ends with it. */
  readonly hasEOL: boolean;
  /** Height of its letters, in units of the page. */
  readonly height: number;
}

/** A run as a node of the flat text. */
export interface PdfNode {
  /** From 0. */
  readonly page: number;
  /** Index among the runs of the page, which is that among the elements of its text layer. */
  readonly run: number;
}

/** The text of a PDF, joined over its pages. */
export interface JoinedPages {
  readonly flat: FlatText<PdfNode>;
  /** The node of each run, by page. */
  readonly nodes: readonly (readonly PdfNode[])[];
  /** Offset at which each page begins. */
  readonly pageStarts: readonly number[];
}

/** Joins the runs of all pages into one text; lines and pages end a line, nothing else is added. */
export function joinPages(pages: readonly (readonly TextRun[])[]): JoinedPages {
  const builder = new FlatTextBuilder<PdfNode>();
  const nodes = pages.map((runs, page) =>
    runs.map(({ str, hasEOL }, run) => {
      const node: PdfNode = { page, run };
      builder.add(node, str);
      if (hasEOL || run === runs.length - 1) builder.separate('\n');
      return node;
    }),
  );
  const flat = builder.build();
  return { flat, nodes, pageStarts: startsOf(flat, pages.length) };
}

/** A page without text begins where the next one does. */
function startsOf(flat: FlatText<PdfNode>, count: number): number[] {
  const starts = new Array<number>(count).fill(flat.text.length);
  for (const { node, start } of flat.pieces.toReversed()) starts[node.page] = start;
  for (let page = count - 2; page >= 0; page -= 1) {
    starts[page] = Math.min(starts[page] as number, starts[page + 1] as number);
  }
  return starts;
}
