/** The matchers that are compared, as one script for a page: see `anchoring-browser.ts`. */
import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import { reviveSelector } from '@recogito/text-annotator';
import { anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import domAnchorTextQuote from 'dom-anchor-text-quote';

/** What a matcher made of the quotes: ranges as offsets in the text of the root, and the time it took. */
export interface Matched {
  readonly positions: ({ start: number; end: number } | undefined)[];
  readonly ms: number;
}

type Matcher = (root: HTMLElement, quotes: readonly QuoteSelector[]) => Promise<(Range | undefined)[]>;

const matchers: Record<string, Matcher> = {
  ours: async (root, quotes) => {
    const nodes = textNodes(root);
    const anchorings = anchorQuotes(root.textContent, quotes);
    return anchorings.map((one) =>
      one.state === 'orphan' ? undefined : toRange(nodes, one.position.start, one.position.end),
    );
  },
  'dom-anchor-text-quote': async (root, quotes) =>
    quotes.map(({ exact, prefix = '', suffix = '', start = 0 }) => {
      const range = domAnchorTextQuote.toRange(root, { exact, prefix, suffix }, { hint: start });
      return range ?? undefined;
    }),
  '@apache-annotator/dom': async (root, quotes) => {
    const found: (Range | undefined)[] = [];
    for (const { exact, prefix = '', suffix = '' } of quotes) {
      const match = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix });
      const first = await match(root).next();
      found.push(first.done ? undefined : first.value);
    }
    return found;
  },
  '@recogito/text-annotator': async (root, quotes) =>
    quotes.map(({ exact, start = 0, end = 0 }) => {
      const { range } = reviveSelector({ quote: exact, start, end, range: new Range() }, root);
      return range.collapsed ? undefined : range;
    }),
};

/** Lets one matcher find the quotes in the page's `main`. */
async function runMatcher(name: string, quotes: readonly QuoteSelector[]): Promise<Matched> {
  const root = document.querySelector('main') as HTMLElement;
  const start = performance.now();
  const ranges = await (matchers[name] as Matcher)(root, quotes);
  const ms = performance.now() - start;
  return { ms, positions: ranges.map((range) => range && offsetsOf(root, range)) };
}

function textNodes(root: HTMLElement): { node: Text; start: number }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let start = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    nodes.push({ node, start });
    start += node.length;
  }
  return nodes;
}

function toRange(nodes: readonly { node: Text; start: number }[], start: number, end: number): Range {
  const at = (offset: number) => {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((nodes[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return nodes[low] as { node: Text; start: number };
  };
  const range = new Range();
  const first = at(start);
  const last = at(end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function offsetsOf(root: HTMLElement, range: Range): { start: number; end: number } {
  const before = new Range();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}

Object.assign(globalThis, { matcherNames: Object.keys(matchers), runMatcher });
